import { InternalLink } from "#components/ui/link";
import { blankTexts as texts } from "#lib/texts/presentation";

export const metadata = { title: texts.title };

/** Nothing to see: what is left of a screen that had to be empty at once. */
export default function BlankPage() {
  return (
    <main className="flex min-h-dvh flex-col items-center justify-center gap-3 px-6 text-center">
      <h1>{texts.title}</h1>
      <InternalLink href="/" className="inline-flex min-h-11 items-center" plain>
        {texts.home}
      </InternalLink>
    </main>
  );
}

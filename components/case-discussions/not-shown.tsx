import type { Route } from "next";
import { LinkButton } from "#components/ui/button";
import { casePageTexts as texts } from "#lib/texts/case-discussions";

/** What a browser keeps that fetched the page before anybody asked for it: a reading is written down, so it shows no text. */
export function NotShown({ href }: { href: Route }) {
  return (
    <div className="max-w-prose space-y-4">
      <p>{texts.notShown}</p>
      <LinkButton href={href} variant="secondary" plain>
        {texts.showNow}
      </LinkButton>
    </div>
  );
}

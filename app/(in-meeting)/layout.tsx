import type { Route } from "next";
import type { ReactNode } from "react";
import { CONTENT_ID, SkipLink } from "#components/layout/frame";
import { Wordmark } from "#components/layout/wordmark";
import { BlankScreen } from "#components/presentation/blank-screen";
import { InternalLink } from "#components/ui/link";
import { layoutTexts } from "#lib/texts/layout";

/** The frame of what stands on a screen for the whole table: no menu, nothing of who is signed in, and a way to an empty screen. */
export default function InMeetingLayout({ children }: { children: ReactNode }) {
  return (
    <div className="page-frame">
      <SkipLink />
      <header className="app-header">
        <div className="flex flex-wrap items-center justify-between gap-x-8 px-[min(2.5rem,4.5vw)]">
          <InternalLink href={"/" as Route} label={layoutTexts.home} className="inline-flex min-h-16 items-center no-underline">
            <Wordmark />
          </InternalLink>
          <BlankScreen />
        </div>
      </header>
      <main id={CONTENT_ID} tabIndex={-1} className="@container w-full flex-1 px-[min(2.5rem,4.5vw)] pb-16">
        {children}
      </main>
    </div>
  );
}

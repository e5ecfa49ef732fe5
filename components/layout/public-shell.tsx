import type { Route } from "next";
import type { ReactNode } from "react";
import { CONTENT_ID, PAGE_WIDTH, PageFooter, SkipLink } from "#components/layout/frame";
import { RoundTable } from "#components/layout/round-table";
import { Wordmark } from "#components/layout/wordmark";
import { InternalLink } from "#components/ui/link";
import { layoutTexts } from "#lib/texts/layout";

type PublicShellProps = {
  children: ReactNode;
  /** Shows the table and what the app is for beside the content; for the login page. */
  introduce?: boolean;
  notice?: ReactNode;
};

/** The frame of pages without a menu: logging in, a personal link, an error. */
export function PublicShell({ children, introduce, notice }: PublicShellProps) {
  return (
    <div className="page-frame">
      <SkipLink />
      <header className="app-header">
        <div className={PAGE_WIDTH}>
          <div className="app-header-row">
            <InternalLink href={"/" as Route} label={layoutTexts.home} className="inline-flex min-h-16 items-center no-underline">
              <Wordmark />
            </InternalLink>
          </div>
        </div>
      </header>
      <div className={`${PAGE_WIDTH} flex-1`}>
        <div className={introduce ? "introduction" : undefined}>
          <main id={CONTENT_ID} tabIndex={-1} className="@container w-full max-w-task">
            {notice && <div className="space-y-3 pt-6">{notice}</div>}
            {children}
          </main>
          {introduce && <Introduction />}
        </div>
      </div>
      <PageFooter />
    </div>
  );
}

function Introduction() {
  return (
    <aside aria-label={layoutTexts.appName} className="introduction-picture">
      <RoundTable className="w-full max-w-88" />
      <p className="mt-6 text-lg font-semibold">{layoutTexts.promise}</p>
      <p className="mt-1 max-w-[26rem] text-ink-soft">{layoutTexts.promiseDetail}</p>
    </aside>
  );
}

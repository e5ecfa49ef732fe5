import type { Route } from "next";
import type { ReactNode } from "react";
import { AccountMenu, type Account } from "#components/layout/account-menu";
import { CONTENT_ID, PAGE_WIDTH, PageFooter, SkipLink } from "#components/layout/frame";
import { MainNavigation, type NavigationItem } from "#components/layout/main-navigation";
import { Wordmark } from "#components/layout/wordmark";
import { InternalLink } from "#components/ui/link";
import { layoutTexts } from "#lib/texts/layout";

type AppShellProps = {
  /** At most five. */
  navigation: readonly NavigationItem[];
  account: Account;
  /** What just happened, or what everybody should know: one or more `Notice`s. */
  notice?: ReactNode;
  /** "Bron: DUO …", where the data shows. */
  source?: ReactNode;
  children: ReactNode;
};

/** The frame round every page of somebody who is signed in. It shows; it guards nothing. */
export function AppShell({ navigation, account, notice, source, children }: AppShellProps) {
  return (
    <div className="page-frame">
      <SkipLink />
      <header className="app-header">
        <div className={PAGE_WIDTH}>
          <div className="app-header-row">
            <InternalLink href={"/" as Route} label={layoutTexts.home} className="inline-flex min-h-16 items-center no-underline">
              <Wordmark />
            </InternalLink>
            <MainNavigation items={navigation} />
            <AccountMenu account={account} />
          </div>
        </div>
      </header>
      <main id={CONTENT_ID} tabIndex={-1} className={`${PAGE_WIDTH} flex-1`}>
        {notice && <div className="space-y-3 pt-6">{notice}</div>}
        <div className="@container">{children}</div>
      </main>
      <PageFooter source={source} />
    </div>
  );
}

import { PageHeading } from "#components/layout/page-heading";
import { PublicShell } from "#components/layout/public-shell";
import { LinkButton } from "#components/ui/button";
import { errorTexts } from "#lib/texts/errors";

/** What stands behind a personal link that does not work, whatever the reason: all look the same. */
export function LinkGone() {
  return (
    <PublicShell>
      <title>{errorTexts.linkGoneTitle}</title>
      <PageHeading title={errorTexts.linkGoneTitle} lead={errorTexts.linkGoneLead} />
      <LinkButton href="/login">{errorTexts.toLogin}</LinkButton>
    </PublicShell>
  );
}

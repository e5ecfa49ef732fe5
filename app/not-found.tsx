import { PageHeading } from "#components/layout/page-heading";
import { PublicShell } from "#components/layout/public-shell";
import { LinkButton } from "#components/ui/button";
import { errorTexts } from "#lib/texts/errors";

export const metadata = { title: errorTexts.notFoundTitle };

export default function NotFound() {
  return (
    <PublicShell>
      <PageHeading title={errorTexts.notFoundTitle} lead={errorTexts.notFoundLead} />
      <LinkButton href="/">{errorTexts.toHome}</LinkButton>
    </PublicShell>
  );
}

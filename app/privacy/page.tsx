import { PageHeading } from "#components/layout/page-heading";
import { PublicShell } from "#components/layout/public-shell";
import { Statement } from "#components/layout/statement";
import { statementTexts as texts } from "#lib/texts/statements";

export const metadata = { title: texts.privacyTitle };

export default function PrivacyPage() {
  return (
    <PublicShell>
      <PageHeading title={texts.privacyTitle} lead={texts.privacyLead} />
      <Statement parts={texts.privacy} />
    </PublicShell>
  );
}

import { PageHeading } from "#components/layout/page-heading";
import { PublicShell } from "#components/layout/public-shell";
import { Statement } from "#components/layout/statement";
import { statementTexts as texts } from "#lib/texts/statements";

export const metadata = { title: texts.accessibilityTitle };

export default function AccessibilityPage() {
  return (
    <PublicShell>
      <PageHeading title={texts.accessibilityTitle} lead={texts.accessibilityLead} />
      <Statement parts={texts.accessibility} />
    </PublicShell>
  );
}

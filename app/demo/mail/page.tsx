import type { Route } from "next";
import { shownPage } from "#app/shown-page";
import { notFound } from "next/navigation";
import { PageHeading } from "#components/layout/page-heading";
import { PublicShell } from "#components/layout/public-shell";
import { LinkButton } from "#components/ui/button";
import { DataTable } from "#components/ui/data-table";
import { EmptyState } from "#components/ui/empty-state";
import { InternalLink } from "#components/ui/link";
import { formatMoment } from "#lib/dates";
import { isDemo } from "#lib/env";
import { listDemoMails } from "#lib/mail/demo-mailbox";
import { demoMailTexts as texts } from "#lib/texts/demo-mail";

export const metadata = { title: texts.title };

async function DemoMailPage() {
  if (!isDemo()) notFound();
  const mails = await listDemoMails();
  return (
    <PublicShell>
      <PageHeading title={texts.title} lead={texts.lead} action={<LinkButton href="/login" variant="secondary">{texts.toLogin}</LinkButton>} />
      {mails.length === 0 ? (
        <EmptyState title={texts.emptyTitle} level={2}>
          <p>{texts.empty}</p>
        </EmptyState>
      ) : (
        <DataTable
          caption={texts.caption}
          captionHidden
          columns={[
            { key: "subject", label: texts.subject },
            { key: "to", label: texts.to },
            { key: "sent", label: texts.sent, compact: true },
          ]}
          rows={mails.map((mail) => ({
            key: mail.id,
            cells: {
              subject: <InternalLink href={`/demo/mail/${mail.id}` as Route}>{mail.subject}</InternalLink>,
              to: mail.toName,
              sent: formatMoment(mail.createdAt),
            },
          }))}
        />
      )}
    </PublicShell>
  );
}

export default shownPage(DemoMailPage);

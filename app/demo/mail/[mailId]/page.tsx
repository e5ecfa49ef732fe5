import type { Route } from "next";
import { shownPage } from "#app/shown-page";
import { notFound } from "next/navigation";
import { PageHeading } from "#components/layout/page-heading";
import { PublicShell } from "#components/layout/public-shell";
import { Card } from "#components/ui/card";
import { Disclosure } from "#components/ui/details";
import { parseParams } from "#lib/forms/params";
import { findDemoMail } from "#lib/mail/demo-mailbox";
import { demoMailTexts as texts } from "#lib/texts/demo-mail";

async function DemoMailLetterPage({ params }: PageProps<"/demo/mail/[mailId]">) {
  const { mailId } = await parseParams(params, "mailId");
  const mail = await findDemoMail(mailId);
  if (!mail) notFound();
  return (
    <PublicShell>
      <title>{mail.subject}</title>
      <PageHeading
        title={mail.subject}
        breadcrumbs={[{ href: "/demo/mail" as Route, label: texts.title }]}
        lead={`${texts.to}: ${mail.toName} (${mail.toAddress})`}
      />
      <Card>
        <p className="whitespace-pre-wrap break-words">{mail.text}</p>
      </Card>
      {mail.calendar && (
        <div className="mt-6">
          <Disclosure summary={texts.calendar}>
            <pre className="overflow-x-auto text-sm" tabIndex={0}>
              {mail.calendar}
            </pre>
          </Disclosure>
        </div>
      )}
    </PublicShell>
  );
}

export default shownPage(DemoMailLetterPage);

import type { Route } from "next";
import { z } from "zod";
import { codesAreKeptAction } from "#app/(signed-in)/profile/second-factor/actions";
import { shownPage } from "#app/shown-page";
import { OneButtonForm } from "#components/forms/one-button-form";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { RecoveryCodeList } from "#components/second-factor/recovery-code-list";
import { LinkButton } from "#components/ui/button";
import { EmptyState } from "#components/ui/empty-state";
import { asViewer } from "#lib/access/as-viewer";
import { safeDestination } from "#lib/auth/destinations";
import { findOwnSecondFactor } from "#lib/auth/second-factor/entering";
import { newFormKey } from "#lib/forms/form-key";
import { readSearch } from "#lib/forms/params";
import { profileTexts } from "#lib/texts/profile";
import { secondFactorTexts as texts } from "#lib/texts/second-factor";

async function RecoveryCodesPage({ searchParams }: PageProps<"/profile/second-factor/recovery-codes">) {
  const next = safeDestination((await readSearch(searchParams, z.object({ next: z.string().max(300).default("/") }))).next);
  const { codes, formKey } = await asViewer(async (viewer) => ({ codes: (await findOwnSecondFactor(viewer)).setUp?.codes ?? null, formKey: newFormKey(viewer.person.id) }));
  const breadcrumbs = [
    { href: "/profile" as Route, label: profileTexts.title },
    { href: "/profile/second-factor" as Route, label: texts.ownTitle },
  ];
  return (
    <>
      <title>{texts.codesTitle}</title>
      <PageHeading title={texts.codesTitle} breadcrumbs={breadcrumbs} lead={codes && texts.codesLead} />
      <Task>
        {codes ? (
          <div className="space-y-6">
            <RecoveryCodeList codes={codes} />
            <p>{texts.codesHow}</p>
            <OneButtonForm action={codesAreKeptAction} formKey={formKey} fields={{ next }} label={texts.codesKept} variant="primary" />
          </div>
        ) : (
          <EmptyState title={texts.noCodesTitle} level={2} action={<LinkButton href={"/profile/second-factor" as Route} variant="secondary">{texts.toOwn}</LinkButton>}>
            <p>{texts.noCodes}</p>
          </EmptyState>
        )}
      </Task>
    </>
  );
}

export default shownPage(RecoveryCodesPage);

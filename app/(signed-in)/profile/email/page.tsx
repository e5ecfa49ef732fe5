import type { Route } from "next";
import { redirect } from "next/navigation";
import { askEmailChangeAction, proveEmailChangeAction } from "#app/(signed-in)/profile/actions";
import { shownPage } from "#app/shown-page";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { AskEmailChangeForm, ProveEmailChangeForm } from "#components/profile/email-forms";
import { Disclosure } from "#components/ui/details";
import { asViewer } from "#lib/access/as-viewer";
import { proofPath } from "#lib/auth/destinations";
import { waitingEmail } from "#lib/auth/email-change";
import { openForm } from "#lib/forms/drafts";
import { newFormKey } from "#lib/forms/form-key";
import { freshForm } from "#lib/forms/form-state";
import { profileTexts as texts } from "#lib/texts/profile";

async function EmailPage() {
  const page = await asViewer(async (viewer) => ({
    waiting: await waitingEmail(viewer),
    isProven: viewer.isProven,
    form: await openForm(viewer, "/profile/email"),
    proveKey: newFormKey(viewer.person.id),
  }));
  // First who asks, then what for; who typed an address already finds it here again.
  if (!page.waiting && !page.isProven) redirect(proofPath("/profile/email"));
  const ask = <AskEmailChangeForm action={askEmailChangeAction} {...page.form} />;
  return (
    <>
      <title>{texts.emailTitle}</title>
      <PageHeading
        title={texts.emailTitle}
        breadcrumbs={[{ href: "/profile" as Route, label: texts.title }]}
        lead={page.waiting ? texts.codeLead(page.waiting) : texts.emailLead}
      />
      <Task>
        {page.waiting ? (
          <div className="space-y-8">
            <ProveEmailChangeForm action={proveEmailChangeAction} initial={freshForm()} formKey={page.proveKey} />
            <Disclosure summary={texts.otherAddress}>{ask}</Disclosure>
          </div>
        ) : (
          ask
        )}
      </Task>
    </>
  );
}

export default shownPage(EmailPage);

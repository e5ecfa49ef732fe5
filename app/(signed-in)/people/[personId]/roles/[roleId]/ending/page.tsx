import type { Route } from "next";
import { endRoleAction, withdrawRoleAction } from "#app/(signed-in)/people/actions";
import { shownPage } from "#app/shown-page";
import { ConsequencePage } from "#components/forms/consequence-page";
import { OneButtonForm } from "#components/forms/one-button-form";
import { Notice } from "#components/layout/notice";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { EndRoleForm } from "#components/people/end-role-form";
import { asViewer } from "#lib/access/as-viewer";
import { formatDate } from "#lib/dates";
import { NotFoundError } from "#lib/errors";
import { type OpenedForm, openForm } from "#lib/forms/drafts";
import { parseParams } from "#lib/forms/params";
import { findRoleToEnd, type RoleToEnd } from "#lib/people/queries";
import { roleNames } from "#lib/texts/mail";
import { peopleTexts as texts } from "#lib/texts/people";

async function RoleEndingPage({ params }: { params: Promise<{ personId: string; roleId: string }> }) {
  const { personId, roleId } = await parseParams(params, "personId", "roleId");
  const { role, form } = await asViewer(async (viewer) => {
    const found = await findRoleToEnd(viewer, personId, roleId);
    if (!found) throw new NotFoundError("role");
    return { role: found, form: await openForm(viewer, `/people/${personId}/roles/${roleId}/ending`, { lastDay: found.lastDay ?? viewer.today }) };
  });
  const isToCome = role.tense === "COMING";
  const title = (isToCome ? texts.withdrawTitle : texts.endTitle)(roleNames[role.role], role.personName);
  const obstacle = obstacleOf(role);
  return (
    <>
      <title>{title}</title>
      <PageHeading
        title={title}
        breadcrumbs={[
          { href: "/people" as Route, label: texts.title },
          { href: `/people/${personId}` as Route, label: role.personName },
        ]}
      />
      <Task>
        {obstacle && <Notice tone="attention">{obstacle}</Notice>}
        {!obstacle && (isToCome ? <Withdrawal role={role} form={form} /> : <Ending role={role} form={form} />)}
      </Task>
    </>
  );
}

function Ending({ role, form }: { role: RoleToEnd; form: OpenedForm }) {
  const name = roleNames[role.role];
  return (
    <ConsequencePage
      consequences={[
        { count: 1, text: texts.rightsEnd },
        { count: role.others, text: texts.others(role.role, role.others) },
      ]}
      keeps={[texts.endKeepsOther, texts.endKeepsHistory]}
      form={<EndRoleForm action={endRoleAction} {...form} roleId={role.id} />}
      back={{ href: `/people/${role.personId}` as Route, label: texts.back(role.personName) }}
    >
      <p>
        {role.lastDay === null
          ? texts.endIntro(role.personName, name, role.consortiumName)
          : texts.willEnd(role.personName, name, role.consortiumName, formatDate(role.lastDay))}
      </p>
    </ConsequencePage>
  );
}

function Withdrawal({ role, form }: { role: RoleToEnd; form: OpenedForm }) {
  return (
    <ConsequencePage
      consequences={[{ count: 1, text: texts.neverBegins }]}
      keeps={[texts.withdrawKeeps]}
      form={<OneButtonForm action={withdrawRoleAction} formKey={form.formKey} fields={{ roleId: role.id }} label={texts.withdrawSubmit} variant="danger" />}
      back={{ href: `/people/${role.personId}` as Route, label: texts.back(role.personName) }}
    >
      <p>{texts.withdrawIntro(role.personName, roleNames[role.role], role.consortiumName, formatDate(role.firstDay))}</p>
    </ConsequencePage>
  );
}

function obstacleOf(role: RoleToEnd): string | null {
  if (role.isSelf) return texts.refused.OWN_ROLE;
  return role.tense === "OVER" ? texts.alreadyOver(formatDate(role.lastDay ?? role.firstDay)) : null;
}

export default shownPage(RoleEndingPage);

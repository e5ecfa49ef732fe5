import type { Route } from "next";
import { endOtherSessionsAction, endSessionAction } from "#app/(signed-in)/profile/actions";
import { shownPage } from "#app/shown-page";
import { OneButtonForm } from "#components/forms/one-button-form";
import { PageNotice } from "#components/layout/notice";
import { PageHeading } from "#components/layout/page-heading";
import { Badge } from "#components/ui/badge";
import { DataTable } from "#components/ui/data-table";
import { asViewer } from "#lib/access/as-viewer";
import { listOwnSessions } from "#lib/auth/own-sessions";
import { formatMoment } from "#lib/dates";
import { newFormKey } from "#lib/forms/form-key";
import { noticeOf } from "#lib/forms/notices";
import { readSearch } from "#lib/forms/params";
import { profileTexts as texts } from "#lib/texts/profile";
import { z } from "zod";

async function SessionsPage({ searchParams }: PageProps<"/profile/sessions">) {
  const search = await readSearch(searchParams, z.object({ notice: z.string().max(60).optional() }));
  const page = await asViewer(async (viewer) => ({
    sessions: await listOwnSessions(viewer),
    newKey: () => newFormKey(viewer.person.id),
  }));
  const others = page.sessions.filter((session) => !session.isThisOne);
  return (
    <>
      <title>{texts.sessionsTitle}</title>
      <PageNotice>{noticeOf(search)}</PageNotice>
      <PageHeading title={texts.sessionsTitle} breadcrumbs={[{ href: "/profile" as Route, label: texts.title }]} lead={texts.sessionsLead} />
      <DataTable
        caption={texts.sessionsCaption}
        captionHidden
        columns={[
          { key: "device", label: texts.device },
          { key: "since", label: texts.since, compact: true },
          { key: "lastSeen", label: texts.lastSeen, compact: true },
          { key: "action", label: texts.action, unlabelled: true },
        ]}
        rows={page.sessions.map((session) => ({
          key: session.id,
          cells: {
            device: session.device,
            since: formatMoment(session.createdAt),
            lastSeen: formatMoment(session.lastSeenAt),
            action: session.isThisOne ? (
              <Badge>{texts.thisOne}</Badge>
            ) : (
              <OneButtonForm action={endSessionAction} formKey={page.newKey()} fields={{ sessionId: session.id }} label={texts.end} longLabel={texts.endLabel(session.device, formatMoment(session.createdAt))} />
            ),
          },
        }))}
      />
      {others.length > 1 && (
        <div className="mt-8">
          <OneButtonForm action={endOtherSessionsAction} formKey={page.newKey()} label={texts.endOthers} variant="secondary" />
        </div>
      )}
    </>
  );
}

export default shownPage(SessionsPage);

import type { Route } from "next";
import { switchMeetingsAction } from "#app/(signed-in)/meetings/switching/actions";
import { confirmationPath, type SwitchAddress } from "#app/(signed-in)/meetings/switching/paths";
import { shownPage } from "#app/shown-page";
import { ConsequencePage } from "#components/forms/consequence-page";
import { PageHeading } from "#components/layout/page-heading";
import { Notice } from "#components/layout/notice";
import { Task } from "#components/layout/task";
import { ConfirmSwitchForm } from "#components/meeting-switches/confirm-switch-form";
import { type SwitchLine, SwitchLists } from "#components/meeting-switches/switch-lists";
import { LinkButton } from "#components/ui/button";
import { EmptyState } from "#components/ui/empty-state";
import { asViewer } from "#lib/access/as-viewer";
import type { Viewer } from "#lib/access/viewer";
import { formatDay } from "#lib/dates";
import { NotFoundError } from "#lib/errors";
import { openForm } from "#lib/forms/drafts";
import { readSearch } from "#lib/forms/params";
import { listSwitchableMeetings } from "#lib/meeting-switches/queries";
import { fingerprintOf, mailsOf, MOST_MEETINGS, planSwitch, type SwitchableMeeting, teamsOf } from "#lib/meeting-switches/rules";
import { skippedTeams, switchSearchSchema } from "#lib/meeting-switches/schema";
import { switchTexts as texts } from "#lib/texts/meeting-switches";

const BACK = "/meetings/switching" as Route;

async function ConfirmationPage({ searchParams }: PageProps<"/meetings/switching/confirmation">) {
  const search = await readSearch(searchParams, switchSearchSchema);
  const skipped = skippedTeams(search.skip);
  const { chosen, meetings, form } = await asViewer((viewer) => load(viewer, search));
  const plan = planSwitch(meetings, { to: chosen.to, skipped });
  const { changing } = plan;
  const [title, lead] = [texts.confirmTitle[chosen.to], texts.period(formatDay(chosen.from), formatDay(chosen.until), chosen.municipality)];
  const mails = mailsOf(changing);
  return (
    <>
      <title>{title}</title>
      <PageHeading title={title} lead={lead} breadcrumbs={[{ href: BACK, label: texts.crumb }]} />
      {changing.length > MOST_MEETINGS ? (
        <TooMany />
      ) : changing.length === 0 ? (
        <EmptyState title={texts.noneTitle} level={2} action={<LinkButton href={BACK}>{texts.back}</LinkButton>}>
          <p>{texts.none[chosen.to]}</p>
        </EmptyState>
      ) : (
        <Task>
          <ConsequencePage
            consequences={[
              { count: changing.length, text: texts.meetings(changing.length, chosen.to) },
              { count: teamsOf(changing), text: texts.teams(teamsOf(changing)) },
              { count: mails, text: texts.mails(mails) },
              ...(plan.skipped.length > 0 ? [{ count: plan.skipped.length, text: texts.skippedCount(plan.skipped.length) }] : []),
            ]}
            keeps={texts.keeps[chosen.to]}
            form={<ConfirmSwitchForm action={switchMeetingsAction} {...form} chosen={{ ...chosen, fingerprint: fingerprintOf(changing) }} skipped={skipped} meetings={changing.length} mails={mails} />}
            back={{ href: BACK, label: texts.back }}
          />
        </Task>
      )}
      {changing.length <= MOST_MEETINGS && (
        <div className="mt-12">
          <SwitchLists changing={linesOf(changing, chosen, skipped)} skipped={linesOf(plan.skipped, chosen, skipped)} placeless={linesOf(plan.placeless, chosen, null)} />
        </div>
      )}
    </>
  );
}

function TooMany() {
  return (
    <Task>
      <Notice tone="attention">{texts.tooMany(MOST_MEETINGS)}</Notice>
      <p className="mt-6">
        <LinkButton href={BACK}>{texts.back}</LinkButton>
      </p>
    </Task>
  );
}

async function load(viewer: Viewer, { in: consortiumId, to, from, until, municipality }: { in?: string; to?: "DIGITAL" | "LIVE"; from?: string; until?: string; municipality: string }) {
  if (!consortiumId || !to || !from || !until || !viewer.can("meetings:switch", { consortiumId })) throw new NotFoundError();
  const chosen: SwitchAddress = { consortiumId, to, from, until, municipality };
  return { chosen, meetings: await listSwitchableMeetings(viewer, chosen), form: await openForm(viewer, "/meetings/switching/confirmation", {}) };
}

/** The lists as the page shows them, each line with the way to have its core team skipped, or taken along after all. */
function linesOf(meetings: readonly SwitchableMeeting[], chosen: SwitchAddress, skipped: readonly string[] | null): SwitchLine[] {
  return meetings.map((meeting) => {
    const others = skipped?.filter((id) => id !== meeting.coreTeamId) ?? [];
    const isSkipped = skipped !== null && others.length < skipped.length;
    return { ...meeting, otherWay: skipped && confirmationPath(chosen, isSkipped ? others : [...skipped, meeting.coreTeamId]) };
  });
}

export default shownPage(ConfirmationPage);

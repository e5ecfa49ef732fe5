import type { Route } from "next";
import { z } from "zod";
import { presentationPath, screenCasePath, withReturn } from "#app/(in-meeting)/core-teams/[coreTeamId]/meetings/[meetingId]/presentation/paths";
import { casePath, leadBackWhenGone } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/paths";
import { meetingsPath } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/paths";
import { shownPage } from "#app/shown-page";
import { CaseStory } from "#components/case-discussions/case-story";
import { NotShown } from "#components/case-discussions/not-shown";
import { BlankScreen } from "#components/presentation/blank-screen";
import { CaseBar } from "#components/presentation/case-bar";
import { AgreedPart, AtPlayPart, CaseQuestion, OutcomePart, PerspectivesPart } from "#components/presentation/case-parts";
import { Disclosure } from "#components/ui/details";
import { asViewer } from "#lib/access/as-viewer";
import { isVisit } from "#lib/access/request";
import type { Viewer } from "#lib/access/viewer";
import { findAgenda } from "#lib/agenda/queries";
import { timetable } from "#lib/agenda/rules";
import { findCaseDiscussion, readCaseDiscussion } from "#lib/case-discussions/queries";
import { NotFoundError } from "#lib/errors";
import { parseParams, readSearch } from "#lib/forms/params";
import { listPerspectives } from "#lib/perspectives/queries";
import { chosenItem } from "#lib/presentation/places";
import { endOf, itemOfCase, nextAct } from "#lib/presentation/rules";
import { casePageTexts, stageName } from "#lib/texts/case-discussions";
import { presentedCaseTexts as texts } from "#lib/texts/presentation";

const search = z.object({ item: chosenItem });

type Ids = { coreTeamId: string; meetingId: string; discussionId: string };

async function PresentedCasePage({ params, searchParams }: PageProps<"/core-teams/[coreTeamId]/meetings/[meetingId]/presentation/case-discussions/[discussionId]">) {
  const ids = await parseParams(params, "coreTeamId", "meetingId", "discussionId");
  const { item: chosen } = await readSearch(searchParams, search);
  const reads = await isVisit();
  const { discussion, text, seats, items, now, today } = await asViewer((viewer) => load(viewer, ids, reads));
  const { alias, team, setting, circle, followUp, agreements, state, meeting } = discussion;
  const item = itemOfCase(items, chosen);
  const act = nextAct({ ...discussion, isOpen: state === "OPEN", hasBegun: meeting.hasBegun, written: seats.filter(({ isWritten }) => isWritten).length });
  const withForm = (path: Route, more?: Record<string, string>) => (state === "OPEN" ? withReturn(path, { back: "screen", item: item?.number }, more) : null);
  return (
    <div className="text-lg">
      <title>{texts.title(alias, team.name)}</title>
      {/* The bar above has the link. This one knows that the page was shown before, when Back brings it from what the router kept. */}
      <div className="hidden">
        <BlankScreen />
      </div>
      <CaseBar title={casePageTexts.title(alias, team.name)} item={item && { ...item, endsAt: endOf(item) }} now={now} backHref={presentationPath(ids, item?.number, { case: ids.discussionId })} />
      {text ? (
        <>
          <CaseQuestion {...text} circle={circle}>
            <Disclosure summary={texts.story}>
              <CaseStory {...text} setting={setting} circle={circle} stage={setting.stage && stageName(setting.stage, team.sector)} />
            </Disclosure>
          </CaseQuestion>
          <PerspectivesPart seats={seats} discussion={discussion} act={act} revealHref={discussion.leads ? withForm(casePath(ids, "/revealing")) : null} againHref={screenCasePath(ids, item?.number)} />
          <OutcomePart text={text} href={withForm(casePath(ids, "/edit/outcome"))} />
          <div className="grid grid-cols-1 gap-x-14 @4xl:grid-cols-2">
            <AtPlayPart atPlay={followUp.atPlay} today={today} act={act} href={withForm(casePath(ids, "/at-play"))} />
            <AgreedPart agreements={agreements} act={act} href={withForm(meetingsPath(team.id, `/${meeting.id}/agreements/new`), { case: ids.discussionId })} />
          </div>
        </>
      ) : (
        <NotShown href={screenCasePath(ids, item?.number)} />
      )}
    </div>
  );
}

async function load(viewer: Viewer, ids: Ids, reads: boolean) {
  const discussion = await findCaseDiscussion(viewer, ids);
  // What its writer still works on has no place on a screen that others see.
  if (!discussion?.sharedOn || !viewer.can("case-discussion:read", discussion.team.scope)) throw new NotFoundError();
  leadBackWhenGone(discussion, ids);
  viewer.mustBeHighlyAssured();
  const agenda = await findAgenda(viewer, ids.coreTeamId, ids.meetingId);
  return {
    discussion,
    text: reads ? await readCaseDiscussion(viewer, discussion) : null,
    seats: reads ? await listPerspectives(viewer, discussion) : [],
    items: timetable(agenda?.items ?? [], discussion.meeting.startsAt),
    now: viewer.now,
    today: viewer.today,
  };
}

export default shownPage(PresentedCasePage);

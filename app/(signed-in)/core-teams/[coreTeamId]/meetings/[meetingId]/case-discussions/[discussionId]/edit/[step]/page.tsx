import { z } from "zod";
import { caseReturnPath } from "#app/(in-meeting)/core-teams/[coreTeamId]/meetings/[meetingId]/presentation/paths";
import { caseCrumbs, casePath, leadBackWhenGone } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/paths";
import { saveCasePartAction } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]/edit/actions";
import { shownPage } from "#app/shown-page";
import { CasePartForm } from "#components/case-discussions/case-part-form";
import { WritingPage } from "#components/case-discussions/writing-page";
import { Notice } from "#components/layout/notice";
import { PageHeading } from "#components/layout/page-heading";
import { BlankScreen } from "#components/presentation/blank-screen";
import { InternalLink } from "#components/ui/link";
import { Progress } from "#components/ui/progress";
import { asViewer } from "#lib/access/as-viewer";
import { isVisit } from "#lib/access/request";
import { namesFor } from "#lib/anonymity/findings";
import type { CaseDiscussion } from "#lib/case-discussions/lines";
import { type CaseText, findCaseDiscussion, readCaseDiscussion } from "#lib/case-discussions/queries";
import { caseSteps, laterSteps, stagesOf } from "#lib/case-discussions/rules";
import { longest } from "#lib/case-discussions/schema";
import { listCheckedNames } from "#lib/core-teams/queries";
import { NotFoundError } from "#lib/errors";
import { openForm } from "#lib/forms/drafts";
import type { TypedValues } from "#lib/forms/form-state";
import { parseChoice, parseParams, readSearch } from "#lib/forms/params";
import { circleElements, markField } from "#lib/opportunity-circle/rules";
import { caseReturn, returnFields } from "#lib/presentation/places";
import { caseFormTexts as texts, partNames, stageName } from "#lib/texts/case-discussions";

const search = z.object(caseReturn);

async function CaseStepPage({ params, searchParams }: PageProps<"/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]/edit/[step]">) {
  const ids = await parseParams(params, "coreTeamId", "meetingId", "discussionId");
  const step = await parseChoice(params, "step", [...caseSteps, ...laterSteps].map((each) => each.step));
  const place = await readSearch(searchParams, search);
  const number = caseSteps.findIndex((each) => each.step === step) + 1;
  const part = [...caseSteps, ...laterSteps].find((each) => each.step === step)?.part ?? "GOES_WELL";
  const reads = await isVisit();
  const { discussion, open } = await asViewer(async (viewer) => {
    const found = await findCaseDiscussion(viewer, ids);
    if (!found || !viewer.can("case-discussion:edit", found.team.scope)) throw new NotFoundError();
    leadBackWhenGone(found, ids);
    viewer.mustBeHighlyAssured();
    // What comes of a casus is written once the team reads it.
    if (number === 0 && !found.sharedOn) throw new NotFoundError();
    const text = reads && found.closedOn === null ? await readCaseDiscussion(viewer, found) : null;
    if (!text || text.unreadable.includes(part)) return { discussion: found, open: null };
    const version = String(text.versions[part] ?? 0);
    const standing = standingOn(found, text);
    const names = namesFor("CASE", await listCheckedNames(viewer, ids.coreTeamId));
    return { discussion: found, open: { version, standing, names, form: await openForm(viewer, casePath(ids, `/edit/${step}`), { ...standing, version }) } };
  });
  const { team, alias, sharedOn, closedOn } = discussion;
  const title = texts.stepTitle(partNames[part], alias);
  const back = { href: caseReturnPath(ids, place), label: texts.backToCase };
  return (
    <>
      <title>{title}</title>
      <BlankScreen />
      <PageHeading
        title={title}
        breadcrumbs={caseCrumbs(discussion)}
        lead={sharedOn ? texts.openToAll : <Progress value={number} max={caseSteps.length} label={texts.step(number, caseSteps.length)} />}
      />
      {open ? (
        <WritingPage>
          <CasePartForm
            // Each page is a form of its own: what was typed on the one before is not carried over.
            key={part}
            action={saveCasePartAction}
            {...open.form}
            names={open.names}
            part={part}
            about={{ discussionId: discussion.id, part, version: open.version, ...returnFields(place) }}
            standing={open.standing}
            longest={longest}
            stages={stagesOf(team.sector).map((value) => ({ value, label: stageName(value, team.sector) }))}
            circle={discussion.circle.names}
            ways={sharedOn ? "shared" : "concept"}
            back={back}
          />
        </WritingPage>
      ) : (
        <div className="space-y-5">
          <Notice tone="attention">{closedOn ? texts.closedMeanwhile : reads ? texts.unreadable : texts.notShown}</Notice>
          <InternalLink href={back.href} className="inline-flex min-h-11 items-center font-semibold" plain>
            {back.label}
          </InternalLink>
        </div>
      )}
    </>
  );
}

/** The answers as the fields of the forms hold them. */
function standingOn({ setting, circle }: CaseDiscussion, { answers }: CaseText): TypedValues {
  const { kind, stage, theme, lifeDomains, since, parentsInformed } = setting;
  return {
    ...answers,
    kind,
    stage: stage ?? "",
    theme: theme ?? "",
    lifeDomains,
    since: since ?? "",
    parentsInformed: parentsInformed === null ? "" : parentsInformed ? "yes" : "no",
    ...Object.fromEntries(circleElements.map((element) => [markField(element), circle.marks[element]])),
  };
}

export default shownPage(CaseStepPage);

import type { Route } from "next";
import { z } from "zod";
import { teamAgreementCrumbs } from "#app/(signed-in)/agreements/[agreementId]/crumbs";
import { setAgreementStateAction } from "#app/(signed-in)/agreements/actions";
import { shownPage } from "#app/shown-page";
import { AgreementHistory } from "#components/agreements/agreement-history";
import { AppliedPresses } from "#components/agreements/applied-presses";
import { Origin } from "#components/agreements/agreement-lines";
import { AgreementNotice } from "#components/agreements/agreement-notice";
import { StatePresses } from "#components/agreements/state-presses";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { Badge } from "#components/ui/badge";
import { DayText } from "#components/ui/date-time";
import { DefinitionList } from "#components/ui/definition-list";
import { InternalLink } from "#components/ui/link";
import { asViewer } from "#lib/access/as-viewer";
import { type AgreementDetails, findAgreement } from "#lib/agreements/queries";
import { isSharedAdvice } from "#lib/agreements/kinds";
import { isOpen } from "#lib/agreements/rules";
import type { Day } from "#lib/dates";
import { NotFoundError } from "#lib/errors";
import { newFormKey } from "#lib/forms/form-key";
import { noticeOf } from "#lib/forms/notices";
import { parseParams, readSearch } from "#lib/forms/params";
import { agreementKindTexts, agreementPageTexts as texts, agreementStateNames, agreementTexts } from "#lib/texts/agreements";
import { caseErasureTexts } from "#lib/texts/case-retention";

const search = z.object({ notice: z.string().max(60).optional(), agreement: z.uuid().optional() });

async function AgreementPage({ params, searchParams }: PageProps<"/agreements/[agreementId]">) {
  const { agreementId } = await parseParams(params, "agreementId");
  const { notice, agreement: closed } = await readSearch(searchParams, search);
  const { agreement, formKey, undoKey, today } = await asViewer(async (viewer) => {
    const found = await findAgreement(viewer, agreementId);
    if (!found || !viewer.can("agreement:read", found.atMeeting.team.scope)) throw new NotFoundError();
    return { agreement: found, formKey: newFormKey(viewer.person.id), undoKey: newFormKey(viewer.person.id), today: viewer.today };
  });
  const title = texts.title(agreement.team.name);
  return (
    <>
      <title>{title}</title>
      <AgreementNotice code={notice} said={noticeOf({ notice })} agreementId={closed} formKey={undoKey} back="one" setState={setAgreementStateAction} />
      <PageHeading title={title} breadcrumbs={teamAgreementCrumbs(agreement)} lead={<span className="wrap-anywhere">{agreement.text}</span>} />
      <Task>
        <div className="space-y-8">
          <Facts agreement={agreement} today={today} />
          <section>
            <h2>{texts.how}</h2>
            <div className="mt-3 flex flex-wrap items-center gap-x-5 gap-y-2">
              <StatePresses agreement={{ ...agreement, formKey }} back="one" setState={setAgreementStateAction} />
            </div>
            {agreement.isErased && <p className="mt-3 text-ink-soft">{caseErasureTexts.agreementErased}</p>}
            {isSharedAdvice(agreement) && <AppliedPresses agreement={{ ...agreement, formKey }} back="one" setState={setAgreementStateAction} />}
            {isOpen(agreement.state) && <Links id={agreement.id} isErased={agreement.isErased} />}
          </section>
          <AgreementHistory events={agreement.events} />
        </div>
      </Task>
    </>
  );
}

function Facts({ agreement, today }: { agreement: AgreementDetails; today: Day }) {
  const { kind, state, since, dueOn, overdue, atPlay, droppedBecause } = agreement;
  const open = isOpen(state);
  return (
    <DefinitionList
      items={[
        { term: texts.atPlay, description: open && agreementTexts.atPlay(atPlay, today) },
        { term: texts.from, description: open && atPlay.from !== null && texts.staysInformed(atPlay.from) },
        {
          term: texts.state,
          description: state === "OPEN" ? agreementStateNames.OPEN : state === "UNDER_WAY" ? agreementTexts.underWay(since, today) : <Badge tone={state === "DONE" ? "done" : "neutral"}>{agreementTexts.closedOn(state, since)}</Badge>,
        },
        { term: agreementKindTexts.term, description: kind !== "PLAIN" && agreementKindTexts.names[kind] },
        { term: agreementKindTexts.appliedTerm, description: isSharedAdvice(agreement) && agreement.applied !== null && agreementKindTexts.appliedAnswers[agreement.applied] },
        { term: texts.why, description: droppedBecause && <span className="wrap-anywhere">{droppedBecause}</span> },
        {
          term: texts.dueOn,
          description: (
            <>
              <DayText day={dueOn} today={today} /> {overdue && <Badge tone="attention">{agreementTexts.overdue}</Badge>}
            </>
          ),
        },
        { term: texts.agreed, description: <Origin agreement={agreement} words={agreementTexts.atMeeting} /> },
      ].map(({ term, description }) => ({ term, description: description === false ? null : description }))}
    />
  );
}

function Links({ id, isErased }: { id: string; isErased: boolean }) {
  const links = [
    { page: "passing-on", label: texts.passOn },
    // What takes words is not for an agreement that has none any more.
    ...(isErased ? [] : [{ page: "edit", label: texts.change }, { page: "dropping", label: texts.drop }]),
  ];
  return (
    <p className="mt-2 flex flex-col items-start">
      {links.map(({ page, label }) => (
        <InternalLink key={page} href={`/agreements/${id}/${page}` as Route} className="inline-flex min-h-11 items-center">
          {label}
        </InternalLink>
      ))}
    </p>
  );
}

export default shownPage(AgreementPage);

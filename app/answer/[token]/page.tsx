import { z } from "zod";
import { answerProposalAction } from "#app/answer/[token]/actions";
import { shownLinkPage } from "#app/shown-page";
import { AnswerProposalForm } from "#components/date-proposals/answer-proposal-form";
import { Notice } from "#components/layout/notice";
import { PageHeading } from "#components/layout/page-heading";
import { PublicShell } from "#components/layout/public-shell";
import { Reach } from "#components/ui/person";
import { asLinkHolder } from "#lib/access/as-link-holder";
import { dayOf, formatDay, formatPeriod, formatTime, timeOf } from "#lib/dates";
import { findLinkedProposal, type LinkedProposal } from "#lib/date-proposals/queries";
import { NotFoundError } from "#lib/errors";
import { freshForm, type TypedValues } from "#lib/forms/form-state";
import { parseToken, readSearch } from "#lib/forms/params";
import { lastDayOf } from "#lib/mail/date-proposal";
import { proposalTexts } from "#lib/texts/date-proposals";

const texts = proposalTexts.answer;
const search = z.object({ notice: z.string().max(60).optional() });

export const metadata = { robots: { index: false } };

async function AnswerPage({ params, searchParams }: PageProps<"/answer/[token]">) {
  const token = await parseToken(params);
  const { notice } = await readSearch(searchParams, search);
  const { proposal, name } = await asLinkHolder("DATE_PROPOSAL", token, async (holder) => {
    const found = await findLinkedProposal(holder);
    if (!found) throw new NotFoundError();
    return { proposal: found, name: holder.person.name };
  });
  const { teamName, organiser, state } = proposal;
  const title = texts.title(teamName);
  const isDone = state === "OPEN" && proposal.answeredAt !== null;
  return (
    <PublicShell notice={isDone && <Notice tone={notice ? "done" : "neutral"} title={texts.doneTitle}>{texts.done}</Notice>}>
      <title>{title}</title>
      <PageHeading title={title} lead={state === "OPEN" ? texts.lead(organiser.name, proposal.minutes) : undefined} />
      {state === "OPEN" ? <Question proposal={proposal} name={name} token={token} /> : <Closed proposal={proposal} state={state} />}
      {organiser.phone && (
        <div className="mt-10">
          <p>{texts.call(organiser.name)}</p>
          <Reach name={organiser.name} phone={organiser.phone} />
        </div>
      )}
    </PublicShell>
  );
}

function Question({ proposal, name, token }: { proposal: LinkedProposal; name: string; token: string }) {
  const { form, place, functionName, deadline, moments } = proposal;
  return (
    <div className="space-y-8">
      <p className="text-ink-soft">{[texts.where[form], place, texts.until(formatDay(lastDayOf(deadline))), texts.asRole(name, functionName)].map((part) => part?.replace(/\.?$/, ".")).filter(Boolean).join(" ")}</p>
      <AnswerProposalForm
        // What was answered stands in the form, also when an answer replaces what was typed and refused before.
        key={proposal.answeredAt?.toISOString()}
        action={answerProposalAction}
        initial={freshForm(valuesOf(proposal))}
        token={token}
        hasAnswered={proposal.answeredAt !== null}
        moments={moments.map(({ id, startsAt, endsAt }) => ({ id, label: formatPeriod(startsAt, endsAt), beside: besideOf(proposal, startsAt) }))}
      />
    </div>
  );
}

function Closed({ proposal: { meeting }, state }: { proposal: LinkedProposal; state: "CONFIRMED" | "WITHDRAWN" }) {
  return (
    <>
      <h2>{texts.closedTitle[state]}</h2>
      {meeting && <p className="mt-2 text-lg">{texts.chosen(formatPeriod(meeting.startsAt, meeting.endsAt))}</p>}
      <p className="mt-2">{state === "CONFIRMED" ? texts.chosenNext : texts.withdrawn}</p>
    </>
  );
}

/** The own other meetings of that day, each in a sentence. */
function besideOf({ otherMeetings }: LinkedProposal, startsAt: Date): string[] {
  const sameDay = otherMeetings.filter((meeting) => dayOf(meeting.startsAt) === dayOf(startsAt));
  return sameDay.map((meeting) => texts.beside(`${formatTime(meeting.startsAt)}–${formatTime(meeting.endsAt)} uur`, meeting.teamName));
}

function valuesOf({ moments, counterStartsAt }: LinkedProposal): TypedValues {
  const answers = Object.fromEntries(moments.map(({ answer }, index) => [`answer${index}`, answer ?? ""]));
  if (!counterStartsAt) return answers;
  return { ...answers, counterDate: dayOf(counterStartsAt), counterStart: timeOf(counterStartsAt).replace(":", ".") };
}

export default shownLinkPage(AnswerPage);

import { z } from "zod";
import { meetingDay } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/paths";
import { answerAsGuestAction } from "#app/guest/[token]/actions";
import { shownLinkPage } from "#app/shown-page";
import { AgendaList } from "#components/agenda/agenda-list";
import { RouteCard, Schools } from "#components/guests/keyhole-parts";
import { Notice } from "#components/layout/notice";
import { PageHeading } from "#components/layout/page-heading";
import { PublicShell } from "#components/layout/public-shell";
import { AnswerForm } from "#components/meetings/answer-form";
import { MeetingFacts } from "#components/meetings/meeting-facts";
import { asLinkHolder } from "#lib/access/as-link-holder";
import { formatMoment } from "#lib/dates";
import { NotFoundError } from "#lib/errors";
import { noticeOf } from "#lib/forms/notices";
import { parseToken, readSearch } from "#lib/forms/params";
import { findKeyhole, type Keyhole } from "#lib/guests/queries";
import { keyholeCloses } from "#lib/guests/rules";
import { asTyped } from "#lib/invitations/schema";
import { keyholeTexts as texts } from "#lib/texts/guests";
import { meetingTexts, ownAnswerText } from "#lib/texts/meetings";

const search = z.object({ notice: z.string().max(60).optional() });

export const metadata = { robots: { index: false } };

async function KeyholePage({ params, searchParams }: PageProps<"/guest/[token]">) {
  const token = await parseToken(params);
  const said = noticeOf(await readSearch(searchParams, search));
  const { meeting, today } = await asLinkHolder("GUEST", token, async (holder) => {
    const meeting = await findKeyhole(holder);
    if (!meeting) throw new NotFoundError("guest");
    return { meeting, today: holder.today };
  });
  const { guest, organiser } = meeting;
  const title = meetingTexts.titleOf(meetingDay(meeting, today), meeting.teamName);
  return (
    <PublicShell notice={said && <Notice>{said}</Notice>}>
      <title>{title}</title>
      <PageHeading title={title} lead={texts.isFor(guest.name, guest.organisation)} />
      {/* Whether it was recorded is for the team. */}
      <MeetingFacts meeting={{ ...meeting, state: "COMING" }} today={today}>
        <OwnAnswer meeting={meeting} token={token} />
      </MeetingFacts>
      <h2 className="mt-10">{texts.items}</h2>
      {meeting.items.length === 0 ? <p className="mt-2">{texts.noItems(organiser.name)}</p> : <Items {...meeting} />}
      {guest.request && (
        <>
          <h2 className="mt-10">{texts.request}</h2>
          <p className="mt-2 whitespace-pre-line wrap-anywhere">{guest.request}</p>
        </>
      )}
      {meeting.form !== "DIGITAL" && <Schools schools={meeting.schools} />}
      <RouteCard />
      <p className="mt-10 text-ink-soft">{texts.onlyYou(formatMoment(keyholeCloses(meeting.endsAt)))}</p>
    </PublicShell>
  );
}

function OwnAnswer({ meeting, token }: { meeting: Keyhole; token: string }) {
  const { guest: { answer }, organiser, isOver } = meeting;
  if (isOver) return <p>{texts.over}</p>;
  return (
    <>
      <h3>{ownAnswerText(answer, false)}</h3>
      {answer !== "NONE" && <p>{texts.whatNext[answer](organiser.name)}</p>}
      <AnswerForm action={answerAsGuestAction} formKey="" fields={{ token, period: asTyped(meeting) }} answer={answer} onCall={false} large />
    </>
  );
}

function Items({ items, isOver }: Keyhole) {
  const lines = items.map(({ number, title, ...item }) => ({ ...item, id: String(number), number, title: title ?? texts.cases, explanation: null, questions: [] }));
  return (
    <div className="mt-2 space-y-4">
      {!isOver && <p className="text-ink-soft">{texts.itemsNote}</p>}
      <AgendaList label={texts.items} items={lines} byline={({ number }) => texts.itemNumber(number)} />
    </div>
  );
}

export default shownLinkPage(KeyholePage);

import { AttentionLine } from "#components/availability/attention-line";
import { Badge } from "#components/ui/badge";
import { PeopleList, PersonLine } from "#components/ui/person";
import { Progress } from "#components/ui/progress";
import type { Invitee } from "#lib/meetings/queries";
import type { MeetingState } from "#lib/meetings/rules";
import { unavailableLine } from "#lib/texts/availability";
import { answerNames, earlierAnswerNames, meetingPageTexts as texts } from "#lib/texts/meetings";

type MeetingPeopleProps = {
  invitees: readonly Invitee[];
  state: MeetingState;
  /** The day of the meeting in words. */
  day: string;
};

/** Who is invited, with how needed they are and what they answered; afterwards, who was there. */
export function MeetingPeople({ invitees, state, day }: MeetingPeopleProps) {
  return (
    <PeopleList>
      {invitees.map((invitee) => (
        <PersonLine
          key={invitee.participationId}
          name={invitee.name}
          photoUrl={invitee.photoUrl}
          functionName={texts.functionAndNeed(invitee.functionName, texts.needed[invitee.attendance])}
          organisation={invitee.organisation ?? ""}
          phone={invitee.phone}
          email={invitee.email}
          note={invitee.unavailable && <AttentionLine>{unavailableLine(invitee.unavailable)}</AttentionLine>}
          badge={<AttendanceBadge {...invitee} state={state} />}
        >
          {!invitee.isMember && <p className="text-ink-soft">{texts.noLongerMember(day)}</p>}
        </PersonLine>
      ))}
    </PeopleList>
  );
}

/** How many of those invited have answered, or were there. */
export function MeetingProgress({ invitees, state }: Pick<MeetingPeopleProps, "invitees" | "state">) {
  const invited = invitees.length;
  if (state === "RECORDED") {
    const present = invitees.filter((invitee) => invitee.present === true).length;
    return <Progress value={present} max={invited} label={texts.present(present, invited)} />;
  }
  const coming = invitees.filter(({ answer }) => answer === "ACCEPTED").length;
  if (state === "NOT_RECORDED") return <Progress value={coming} max={invited} label={texts.expected(coming, invited)} />;
  const answered = invitees.filter(({ answer }) => answer !== "NONE").length;
  return (
    <>
      <Progress value={answered} max={invited} label={texts.answered(answered, invited)} />
      {coming > 0 && <p className="mt-1.5">{texts.accepted(coming)}</p>}
    </>
  );
}

/** What somebody answered, and once that was noted whether they were there. */
export function AttendanceBadge({ answer, present, state }: Pick<Invitee, "answer" | "present"> & { state: MeetingState }) {
  return state === "RECORDED" ? <PresenceBadge present={present === true} /> : <AnswerBadge answer={answer} over={state === "NOT_RECORDED" || state === "CANCELLED"} />;
}

function AnswerBadge({ answer, over }: { answer: Invitee["answer"]; over: boolean }) {
  const tone = answer === "ACCEPTED" ? "done" : answer === "DECLINED" ? "attention" : "neutral";
  return <Badge tone={tone}>{over ? earlierAnswerNames[answer] : answerNames[answer]}</Badge>;
}

function PresenceBadge({ present }: { present: boolean }) {
  return <Badge tone={present ? "done" : "neutral"}>{present ? texts.was : texts.wasNot}</Badge>;
}

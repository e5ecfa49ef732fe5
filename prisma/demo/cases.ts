import { addDays, type Day, dayForDatabase, momentAt, schoolYearOf } from "#lib/dates";
import type { AgreementKind } from "#lib/agreements/kinds";
import { stepsOf, type WorldSteps } from "#prisma/demo/agreement-steps";
import { type WorldEnd, withEnds } from "#prisma/demo/erasure";
import { type AgreementOwner, begunCase, primaryCases, secondaryCases, teamAgreements, type WorldCase } from "#prisma/demo/case-texts";
import { functionCode, type WorldMember } from "#prisma/demo/members";
import type { WorldMeeting } from "#prisma/demo/meetings";
import { worldTeams } from "#prisma/demo/schools";

/** A casus that was talked about at a meeting of the demo world. */
export type WorldDiscussion = {
  key: string;
  meeting: WorldMeeting;
  /** The two parts of its alias: 26 and 7 in "Casus 26-07". */
  schoolYear: number;
  number: number;
  text: WorldCase;
  by: WorldMember;
  closedAt: Date | null;
} & WorldEnd;

/** A casus that its writer has begun for a meeting to come, and nobody else sees yet. */
export type WorldConcept = Pick<WorldDiscussion, "key" | "meeting" | "schoolYear" | "number" | "by"> & { madeAt: Date; answers: Pick<WorldCase, "goesWell" | "question"> };

/** What somebody promised at a meeting of the demo world; `doneAt` is when it was closed. */
export type WorldAgreement = { key: string; meeting: WorldMeeting; discussion: WorldDiscussion | null; kind: AgreementKind; text: string; owner: WorldMember; dueOn: Day; doneAt: Date | null } & WorldSteps;

type Promised = Omit<WorldAgreement, keyof WorldSteps>;

// Teams in which something that was due is still open.
const LATE = new Set(["de-wilgen", "de-meerpaal", "de-branding", "t-schuitje", "duinstreek-college"]);
// Teams that talked about many casussen last year, so that they have figures of their own.
const MANY = new Set(["het-anker", "de-schelp", "de-zandloper"]);
const CLOSES_AFTER = 75;

/** The casussen of the meetings that were recorded, numbered per core team and school year. */
export function worldDiscussions(referenceDay: Day, meetings: readonly WorldMeeting[]): WorldDiscussion[] {
  return withEnds(referenceDay, worldTeams.flatMap((team, teamIndex) => {
    const texts = team.sector === "VO" ? secondaryCases : primaryCases;
    const numbers = new Map<number, number>();
    const held = meetings.filter((meeting) => meeting.team === team && meeting.state === "RECORDED");
    return held
      .flatMap((meeting, meetingIndex) => Array.from({ length: casesAt(meeting, teamIndex + meetingIndex) }, () => meeting))
      .flatMap((meeting, index): Omit<WorldDiscussion, keyof WorldEnd>[] => {
        const [text, by] = [texts[(teamIndex * 3 + index) % texts.length], recorderOf(meeting)];
        if (!text || !by) return [];
        const schoolYear = schoolYearOf(meeting.day) % 100;
        const number = (numbers.get(schoolYear) ?? 0) + 1;
        numbers.set(schoolYear, number);
        return [{ key: `${team.key}:case-${schoolYear}-${number}`, meeting, schoolYear, number, text, by, closedAt: closedOn(meeting, referenceDay) }];
      });
  }));
}

/** What the IB'er of De Wilgen has begun for the next meeting. */
export function worldConcepts(referenceDay: Day, meetings: readonly WorldMeeting[], discussions: readonly WorldDiscussion[]): WorldConcept[] {
  return meetings.filter(({ key }) => key === "de-wilgen:next").flatMap((meeting): WorldConcept[] => {
    const by = recorderOf(meeting);
    const schoolYear = schoolYearOf(meeting.day) % 100;
    const number = discussions.filter((each) => each.meeting.team === meeting.team && each.schoolYear === schoolYear).length + 1;
    return by ? [{ key: `${meeting.team.key}:concept`, meeting, schoolYear, number, by, madeAt: dayForDatabase(addDays(referenceDay, -1)), answers: begunCase }] : [];
  });
}

/** What was agreed, with a casus or without. Most that is past is done; in a few teams it is late, or lies with others. */
export function worldAgreements(referenceDay: Day, meetings: readonly WorldMeeting[], discussions: readonly WorldDiscussion[]): WorldAgreement[] {
  const withCase = discussions.flatMap((discussion) =>
    discussion.text.agreements.map((agreement, index) => ({ ...agreement, kind: agreement.kind ?? ("PLAIN" as const), key: `${discussion.key}:agreement-${index}`, meeting: discussion.meeting, discussion })),
  );
  const held = meetings.filter(({ state }) => state === "RECORDED");
  const withoutCase = held.flatMap((meeting, index) => {
    const agreement = teamAgreements[index % teamAgreements.length];
    return agreement && (index % 2 === 0 || isLateLatest(meeting)) ? [{ ...agreement, kind: "PLAIN" as const, key: `${meeting.key}:agreement`, meeting, discussion: null }] : [];
  });
  const all = [...withCase, ...withoutCase].map(({ within, owner, ...agreement }) => {
    const dueOn = addDays(agreement.meeting.day, within);
    return { ...agreement, owner: ownerOf(agreement.meeting, owner), dueOn, doneAt: doneOn(agreement.meeting.day, dueOn, referenceDay) };
  });
  // The late ones first: those are what the people of the login page see.
  const promised = [...lateOnes(all.filter(({ meeting }) => isLateLatest(meeting)), referenceDay), ...all.filter(({ meeting }) => !isLateLatest(meeting))];
  return promised.map((agreement, index) => ({ ...agreement, ...stepsOf(agreement, index, referenceDay) }));
}

/** Two casussen at the latest meeting of De Wilgen; elsewhere none, one or two. */
function casesAt(meeting: WorldMeeting, number: number): number {
  if (meeting.team.key === "de-wilgen" && meeting.key.endsWith(":latest")) return 2;
  if (MANY.has(meeting.team.key) && !meeting.key.endsWith(":latest")) return 3;
  return [1, 0, 2, 1][number % 4] ?? 0;
}

function recorderOf(meeting: WorldMeeting): WorldMember | undefined {
  return meeting.invitees.find(({ member }) => member.functionCode === functionCode(meeting.team, "internalCoach"))?.member;
}

function ownerOf(meeting: WorldMeeting, owner: AgreementOwner): WorldMember {
  const code = owner === "SCHOOL" ? functionCode(meeting.team, "internalCoach") : owner === "CONSULTANT" ? functionCode(meeting.team, "consultant") : owner;
  const member = meeting.invitees.find((invitee) => invitee.member.functionCode === code)?.member ?? recorderOf(meeting);
  if (!member) throw new Error(`Nobody at ${meeting.key} can take on an agreement.`);
  return member;
}

function closedOn(meeting: WorldMeeting, referenceDay: Day): Date | null {
  const day = addDays(meeting.day, CLOSES_AFTER);
  return day < referenceDay && !meeting.key.endsWith(":latest") ? momentAt(day, "15:00") : null;
}

function isLateLatest(meeting: WorldMeeting): boolean {
  return meeting.key.endsWith(":latest") && LATE.has(meeting.team.key);
}

/** In a late team the first was due nine days ago, the second two days ago, the third is still to come; the rest is done. */
function lateOnes(agreements: readonly Promised[], referenceDay: Day): Promised[] {
  return agreements.map((agreement) => {
    const order = agreements.filter(({ meeting }) => meeting === agreement.meeting).indexOf(agreement);
    const days = [-9, -2, 12][order];
    if (days !== undefined) return { ...agreement, dueOn: addDays(referenceDay, days), doneAt: null };
    return { ...agreement, doneAt: momentAt(addDays(referenceDay, -1), "16:05") };
  });
}

function doneOn(meetingDay: Day, dueOn: Day, referenceDay: Day): Date | null {
  const day = addDays(dueOn, -2);
  return day < referenceDay ? momentAt(day > meetingDay ? day : addDays(meetingDay, 1), "16:05") : null;
}

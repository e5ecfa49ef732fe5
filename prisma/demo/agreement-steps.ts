import type { AdviceApplied } from "#lib/agreements/kinds";
import { addDays, type Day, momentAt } from "#lib/dates";
import type { WorldAgreement } from "#prisma/demo/cases";
import { functionCode, type WorldMember } from "#prisma/demo/members";
import type { WorldMeeting } from "#prisma/demo/meetings";
import type { OrganisationKey } from "#prisma/world";

/** Where something was passed on to in the demo world. */
export type WorldPlace = { kind: "organisation"; key: OrganisationKey } | { kind: "function"; code: string } | { kind: "person"; member: WorldMember };

/** What happened to an agreement of the demo world after it was made. */
export type WorldSteps = {
  /** Who wrote it down. */
  by: WorldMember;
  underWayAt: Date | null;
  passed: { to: WorldPlace; at: Date } | null;
  droppedBecause: string | null;
  /** Of an advice that was shared: whether it is applied in class, in some schools. */
  applied: AdviceApplied | null;
};

const BEGINS_AFTER = 3;
const PASSED_AFTER = 4;
const APPLIED = ["YES", "YES", "NOT_YET", null] as const;
const REASONS = ["De school heeft dit zelf al geregeld.", "Het loopt nu goed, dit is niet meer nodig."];

/** Lets open agreements begin or go to another, and lets a few of the rest turn out not to be needed. */
export function stepsOf(agreement: Omit<WorldAgreement, keyof WorldSteps>, index: number, referenceDay: Day): WorldSteps {
  const { kind, meeting, owner, doneAt } = agreement;
  const still: WorldSteps = { by: memberOf(meeting, functionCode(meeting.team, "internalCoach")) ?? owner, underWayAt: null, passed: null, droppedBecause: null, applied: null };
  if (doneAt !== null && index % 13 === 5) return { ...still, droppedBecause: REASONS[index % REASONS.length] ?? null };
  if (doneAt !== null) return { ...still, applied: kind === "SHARED_ADVICE" ? (APPLIED[index % APPLIED.length] ?? null) : null };
  const underWayAt = dayIn(addDays(meeting.day, BEGINS_AFTER), "10:20", referenceDay);
  const at = dayIn(addDays(meeting.day, PASSED_AFTER), "11:40", referenceDay);
  const passedTo = (to: WorldPlace | null): WorldSteps => ({ ...still, passed: to && at && { to, at } });
  switch (index % 5) {
    case 0:
      return passedTo({ kind: "organisation", key: owner.organisation === "cjg" ? "wijkteam" : "cjg" });
    case 1:
      return { ...still, underWayAt };
    case 2:
      return passedTo(memberOf(meeting, "YOUTH_NURSE") && owner.functionCode !== "YOUTH_NURSE" ? { kind: "function", code: "YOUTH_NURSE" } : null);
    case 3:
      return passedTo(colleagueOf(meeting, owner));
    default:
      return still;
  }
}

function dayIn(day: Day, time: string, referenceDay: Day): Date | null {
  return day < referenceDay ? momentAt(day, time) : null;
}

function colleagueOf(meeting: WorldMeeting, owner: WorldMember): WorldPlace | null {
  const member = memberOf(meeting, "YOUTH_COACH");
  return member && member.person.key !== owner.person.key ? { kind: "person", member } : null;
}

function memberOf(meeting: WorldMeeting, code: string): WorldMember | null {
  return meeting.invitees.find(({ member }) => member.functionCode === code)?.member ?? null;
}

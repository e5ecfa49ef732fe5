import { createHash } from "node:crypto";

/** A bijeenkomst that a switch would change, or that stands in its period. */
export type SwitchableMeeting = {
  id: string;
  version: number;
  coreTeamId: string;
  teamName: string;
  startsAt: Date;
  endsAt: Date;
  /** Where it is when people come together; kept while it is digital. */
  place: string | null;
  /** How many people are invited, guests too, each of whom gets one mail. */
  invited: number;
};

/** What a switch does: which bijeenkomsten change, which are passed over by choice, and which cannot be held on the spot. */
export type SwitchPlan = { changing: SwitchableMeeting[]; skipped: SwitchableMeeting[]; placeless: SwitchableMeeting[] };

/** How many bijeenkomsten one switch changes at most: it is one transaction, and mails for all of them leave at once. */
export const MOST_MEETINGS = 400;

/** Sorts the bijeenkomsten of a period. One without an address stays digital: nobody would know where to go. */
export function planSwitch(meetings: readonly SwitchableMeeting[], { to, skipped }: { to: "DIGITAL" | "LIVE"; skipped: readonly string[] }): SwitchPlan {
  const passedOver = new Set(skipped);
  const wanted = meetings.filter(({ coreTeamId }) => !passedOver.has(coreTeamId));
  const possible = (meeting: SwitchableMeeting) => to === "DIGITAL" || meeting.place !== null;
  return {
    changing: wanted.filter(possible),
    skipped: meetings.filter(({ coreTeamId }) => passedOver.has(coreTeamId)),
    placeless: wanted.filter((meeting) => !possible(meeting)),
  };
}

/** How many mails a switch sends: one to each invitee of each bijeenkomst. */
export function mailsOf(meetings: readonly SwitchableMeeting[]): number {
  return meetings.reduce((sum, { invited }) => sum + invited, 0);
}

/** How many core teams these bijeenkomsten belong to. */
export function teamsOf(meetings: readonly SwitchableMeeting[]): number {
  return new Set(meetings.map(({ coreTeamId }) => coreTeamId)).size;
}

/** What tells one plan from another: the same bijeenkomsten as they were, with the same number of invitees. */
export function fingerprintOf(meetings: readonly SwitchableMeeting[]): string {
  const lines = meetings.map(({ id, version, invited }) => `${id}:${version}:${invited}`).toSorted();
  return createHash("sha256").update(lines.join("\n"), "utf8").digest("hex");
}

import type { LinkHolder } from "#lib/access/link-holder";
import type { Viewer } from "#lib/access/viewer";
import { stateOf, type MeetingState, type Period } from "#lib/meetings/rules";
import type { Attendance, MeetingForm } from "#lib/meetings/schema";

/** The own invitation as its link shows it: nothing of what is on the agenda, and nobody else's answer. */
export type LinkedInvitation = Period & {
  meetingId: string;
  coreTeamId: string;
  teamName: string;
  form: MeetingForm;
  place: string | null;
  link: string | null;
  state: MeetingState;
  attendance: Attendance;
  answer: "NONE" | "ACCEPTED" | "DECLINED";
  organiser: { name: string; phone: string | null };
  /** Asked to come for an item, of somebody who was on call: its number and when it begins, null once it was taken off. Null for others. */
  calledFor: { item: { number: number; startsAt: Date } | null } | null;
};

/** The invitation that this link is about; null when it was taken back or the meeting is over or off. One statement. */
export async function findLinkedInvitation(holder: LinkHolder): Promise<LinkedInvitation | null> {
  const [found] = await holder.db.$queryRaw<Found[]>`
    SELECT meeting_id AS "meetingId", core_team_id AS "coreTeamId", team_name AS "teamName", starts_at AS "startsAt", ends_at AS "endsAt", form::text, place, link,
      recorded, attendance::text, answer::text, organiser_name AS "organiserName", organiser_phone AS "organiserPhone",
      called, called_number AS "calledNumber", called_starts_at AS "calledStartsAt"
    FROM linked_invitation()`;
  if (!found) return null;
  const { recorded, organiserName, organiserPhone, called, calledNumber, calledStartsAt, ...invitation } = found;
  const item = calledNumber && calledStartsAt && { number: calledNumber, startsAt: calledStartsAt };
  return {
    ...invitation,
    state: stateOf({ ...invitation, cancelled: false, recordedAt: recorded ? holder.now : null }, holder.now),
    organiser: { name: organiserName, phone: organiserPhone },
    calledFor: called ? { item: item || null } : null,
  };
}

/** A seat at a coming meeting that is empty, and a member who could take it. */
export type VacantSeat = Period & {
  membershipId: string;
  personId: string;
  name: string;
  functionName: string;
  meetingId: string;
  /** Who had been invited for that function. */
  former: string[];
  /** Where this member is then, as far as the asker may know; null for who is free, or on call. */
  clash: (Period & { teamName: string | null }) | null;
};

/**
 * Who could take whose place at the coming meetings of a core team: somebody was invited for a function, nobody who is a
 * member on that day is any more, and this member has the same function then. Who was taken off on purpose is not in it.
 */
export async function listVacantSeats(viewer: Viewer, coreTeamId: string): Promise<VacantSeat[]> {
  type Row = Omit<VacantSeat, "clash"> & { clashStartsAt: Date | null; clashEndsAt: Date | null; clashTeamName: string | null };
  const rows = await viewer.db.$queryRaw<Row[]>`
    WITH coming AS (
      SELECT id, core_team_id, starts_at, ends_at, (starts_at AT TIME ZONE 'Europe/Amsterdam')::date AS day FROM meeting
      WHERE core_team_id = ${coreTeamId}::uuid AND NOT cancelled AND recorded_at IS NULL AND starts_at > ${viewer.now}),
    invited AS MATERIALIZED (
      SELECT i.meeting_id, i.function_id, i.person_id, p.name, i.withdrawn_at IS NULL AND EXISTS (
        SELECT 1 FROM membership s WHERE s.core_team_id = c.core_team_id AND s.person_id = i.person_id AND s.first_day <= c.day AND (s.last_day IS NULL OR s.last_day >= c.day)) AS comes
      FROM participation i JOIN coming c ON c.id = i.meeting_id JOIN person p ON p.id = i.person_id),
    -- Settled first for each function, so that it does not grow with members times meetings.
    empty AS MATERIALIZED (
      SELECT meeting_id, function_id, array_agg(name ORDER BY name) AS former FROM invited GROUP BY meeting_id, function_id HAVING NOT bool_or(comes)),
    vacant AS (
      SELECT s.id, s.person_id, p.name, f.name AS function_name, f.attendance, c.id AS meeting_id, c.starts_at, c.ends_at, e.former
      FROM empty e
      JOIN coming c ON c.id = e.meeting_id
      JOIN membership s ON s.core_team_id = c.core_team_id AND s.function_id = e.function_id AND s.first_day <= c.day AND (s.last_day IS NULL OR s.last_day >= c.day)
      JOIN person p ON p.id = s.person_id AND p.deactivated_at IS NULL
      JOIN team_function f ON f.id = s.function_id
      WHERE NOT EXISTS (SELECT 1 FROM invited own WHERE own.meeting_id = c.id AND own.person_id = s.person_id)
      ORDER BY p.name, s.id, c.starts_at LIMIT 200)
    SELECT v.id AS "membershipId", v.person_id AS "personId", v.name, v.function_name AS "functionName", v.meeting_id AS "meetingId",
      v.starts_at AS "startsAt", v.ends_at AS "endsAt", v.former, b.starts_at AS "clashStartsAt", b.ends_at AS "clashEndsAt", b.core_team_name AS "clashTeamName"
    FROM vacant v LEFT JOIN LATERAL (
      SELECT * FROM busy_moments(ARRAY[v.person_id], v.starts_at, v.ends_at, v.meeting_id) ORDER BY starts_at LIMIT 1) b ON v.attendance <> 'ON_CALL'
    ORDER BY v.name, v.id, v.starts_at`;
  return rows.map(({ clashStartsAt, clashEndsAt, clashTeamName, ...seat }) => ({
    ...seat,
    clash: clashStartsAt && clashEndsAt && { startsAt: clashStartsAt, endsAt: clashEndsAt, teamName: clashTeamName },
  }));
}

type Found = Omit<LinkedInvitation, "state" | "organiser" | "calledFor"> & {
  recorded: boolean;
  organiserName: string;
  organiserPhone: string | null;
  called: boolean;
  calledNumber: number | null;
  calledStartsAt: Date | null;
};

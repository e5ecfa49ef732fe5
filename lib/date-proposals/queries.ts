import type { LinkHolder } from "#lib/access/link-holder";
import type { Scope } from "#lib/access/permissions";
import { linkPath } from "#lib/access/personal-links";
import type { Viewer } from "#lib/access/viewer";
import { type AskedPerson, askedOf, type DateAnswer } from "#lib/date-proposals/rules";
import type { MeetingForm, MeetingKind } from "#lib/meetings/schema";
import type { Prisma } from "#prisma/generated/client";

export type ProposalStateName = "OPEN" | "CONFIRMED" | "WITHDRAWN";

/** A date proposal with everybody's answers, for who plans. */
export type DateProposal = {
  id: string;
  version: number;
  team: { id: string; name: string; scope: Scope & { coreTeamId: string } };
  kind: MeetingKind;
  theme: string | null;
  minutes: number;
  form: MeetingForm;
  place: string | null;
  link: string | null;
  deadline: Date;
  remindAt: Date | null;
  state: ProposalStateName;
  meetingId: string | null;
  organiser: { id: string; name: string };
  moments: { id: string; startsAt: Date; endsAt: Date }[];
  people: ProposalPerson[];
};

export type ProposalPerson = AskedPerson & { phone: string | null; remindedAt: Date | null; bounced: boolean };

/** A date proposal with who was asked and what they said; null for who does not plan for this team. One statement. */
export async function findDateProposal(viewer: Viewer, proposalId: string): Promise<DateProposal | null> {
  const found = await viewer.db.dateProposal.findFirst({ where: { id: proposalId, coreTeam: viewer.coreTeamsWhere("date-proposal:make") }, select: PROPOSAL });
  if (!found) return null;
  const { coreTeam, moments, invitees, minutes, ...proposal } = found;
  return {
    ...proposal,
    minutes,
    team: { id: coreTeam.id, name: coreTeam.name, scope: { consortiumId: coreTeam.consortiumId, coreTeamId: coreTeam.id } },
    moments: moments.map(({ id, startsAt }) => ({ id, startsAt, endsAt: endOf(startsAt, minutes) })),
    people: invitees.map(({ id, person, function: held, answers, answeredAt, bouncedCode, ...rest }) => ({
      ...rest,
      inviteeId: id,
      personId: person.id,
      name: person.name,
      phone: person.sharesPhone ? person.phone : null,
      functionName: held.name,
      group: held.alternatives,
      answered: answeredAt !== null,
      bounced: bouncedCode !== null,
      answers: Object.fromEntries(answers.map(({ momentId, answer }) => [momentId, answer])),
    })),
  };
}

/** A proposal in a list: how many of those asked have answered. */
export type ProposalLine = { id: string; kind: MeetingKind; deadline: Date; moments: number; asked: number; answered: number };

/** The open proposals of a core team, for who plans there; at most ten, the first to end first. */
export async function listOpenProposals(viewer: Viewer, coreTeamId: string): Promise<ProposalLine[]> {
  const found = await viewer.db.dateProposal.findMany({
    where: { coreTeamId, state: "OPEN", coreTeam: viewer.coreTeamsWhere("date-proposal:make") },
    select: { id: true, kind: true, deadline: true, moments: { select: { id: true } }, invitees: { select: { attendance: true, answeredAt: true } } },
    orderBy: [{ deadline: "asc" }, { id: "asc" }],
    take: 10,
  });
  return found.map(({ moments, invitees, ...proposal }) => {
    const asked = askedOf(invitees);
    return { ...proposal, moments: moments.length, asked: asked.length, answered: asked.filter(({ answeredAt }) => answeredAt !== null).length };
  });
}

/** A question that is put to the viewer: for which team, until when, and the own page to answer it on. */
export type OwnQuestion = { proposalId: string; coreTeamId: string; teamName: string; deadline: Date; moments: number; path: string };

/** The questions that wait for the viewer's own answer, the first to end first; at most ten. One statement. */
export async function listOwnQuestions(viewer: Viewer): Promise<OwnQuestion[]> {
  const dateProposal = { state: "OPEN", deadline: { gt: viewer.now }, coreTeam: viewer.coreTeamsWhere("date-proposal:answer") } as const;
  // By way of the link: a nested relation reads whole rows, and the fingerprint of a link is readable for nobody.
  const links = await viewer.db.personalLink.findMany({
    where: { revokedAt: null, proposalInvitee: { personId: viewer.person.id, answeredAt: null, attendance: { not: "ON_CALL" }, dateProposal } },
    select: {
      id: true,
      proposalInvitee: { select: { dateProposal: { select: { id: true, deadline: true, coreTeam: { select: { id: true, name: true } }, moments: { select: { id: true } } } } } },
    },
    orderBy: { proposalInvitee: { dateProposal: { deadline: "asc" } } },
    take: 10,
  });
  return links.flatMap(({ id, proposalInvitee }) => {
    if (proposalInvitee === null) return [];
    const { coreTeam, deadline, moments, id: proposalId } = proposalInvitee.dateProposal;
    return [{ proposalId, coreTeamId: coreTeam.id, teamName: coreTeam.name, deadline, moments: moments.length, path: linkPath("DATE_PROPOSAL", id) }];
  });
}

/** What the holder of a link is asked, with the own answers and the own other meetings of those days. */
export type LinkedProposal = {
  teamName: string;
  kind: MeetingKind;
  minutes: number;
  form: MeetingForm;
  place: string | null;
  deadline: Date;
  state: ProposalStateName;
  functionName: string;
  answeredAt: Date | null;
  counterStartsAt: Date | null;
  organiser: { name: string; phone: string | null };
  /** The meeting it became. */
  meeting: { startsAt: Date; endsAt: Date } | null;
  moments: { id: string; startsAt: Date; endsAt: Date; answer: DateAnswer | null }[];
  /** The team is null for a meeting of another one: whoever holds the link may not be its person. */
  otherMeetings: { startsAt: Date; endsAt: Date; teamName: string | null }[];
};

/** The question of this link; null when the link has become another thing meanwhile. Three statements. */
export async function findLinkedProposal(holder: LinkHolder): Promise<LinkedProposal | null> {
  type Row = Omit<LinkedProposal, "organiser" | "meeting" | "moments" | "otherMeetings"> & { organiserName: string; organiserPhone: string | null; meetingStartsAt: Date | null; meetingEndsAt: Date | null };
  const [row] = await holder.db.$queryRaw<Row[]>`
    SELECT team_name AS "teamName", kind::text AS kind, minutes, form::text AS form, place, deadline, state::text AS state, function_name AS "functionName",
      answered_at AS "answeredAt", counter_starts_at AS "counterStartsAt", organiser_name AS "organiserName", organiser_phone AS "organiserPhone",
      meeting_starts_at AS "meetingStartsAt", meeting_ends_at AS "meetingEndsAt"
    FROM linked_proposal()`;
  if (!row) return null;
  const moments = await holder.db.$queryRaw<{ id: string; startsAt: Date; answer: DateAnswer | null }[]>`
    SELECT moment_id::text AS id, starts_at AS "startsAt", answer::text AS answer FROM linked_moments()`;
  const otherMeetings = await holder.db.$queryRaw<LinkedProposal["otherMeetings"]>`
    SELECT starts_at AS "startsAt", ends_at AS "endsAt", team_name AS "teamName" FROM linked_other_meetings()`;
  const { organiserName, organiserPhone, meetingStartsAt, meetingEndsAt, ...proposal } = row;
  return {
    ...proposal,
    organiser: { name: organiserName, phone: organiserPhone },
    meeting: meetingStartsAt && meetingEndsAt ? { startsAt: meetingStartsAt, endsAt: meetingEndsAt } : null,
    moments: moments.map((moment) => ({ ...moment, endsAt: endOf(moment.startsAt, row.minutes) })),
    otherMeetings,
  };
}

const PROPOSAL = {
  id: true, version: true, kind: true, theme: true, minutes: true, form: true, place: true, link: true, deadline: true, remindAt: true, state: true, meetingId: true,
  organiser: { select: { id: true, name: true } },
  coreTeam: { select: { id: true, name: true, consortiumId: true } },
  moments: { select: { id: true, startsAt: true }, orderBy: { startsAt: "asc" } },
  invitees: {
    select: {
      id: true, attendance: true, answeredAt: true, counterStartsAt: true, remindedAt: true, bouncedCode: true,
      person: { select: { id: true, name: true, phone: true, sharesPhone: true } },
      function: { select: { name: true, alternatives: true } },
      answers: { select: { momentId: true, answer: true } },
    },
    orderBy: [{ function: { position: "asc" } }, { person: { name: "asc" } }],
  },
} satisfies Prisma.DateProposalSelect;

function endOf(startsAt: Date, minutes: number): Date {
  return new Date(startsAt.getTime() + minutes * 60_000);
}

import { randomUUID } from "node:crypto";
import type { LinkHolder } from "#lib/access/link-holder";
import { type RateLimit, withinLimit } from "#lib/access/request";
import type { Viewer } from "#lib/access/viewer";
import { attempt } from "#lib/access/violations";
import { type CheckedField, checkFields, hasFindings, keptDetails } from "#lib/anonymity/check-fields";
import { record, recordByLink } from "#lib/audit/record";
import { NotFoundError } from "#lib/errors";
import { lastMail } from "#lib/guests/lines";
import { areOnAgenda, numbersOf } from "#lib/guests/rules";
import { type ChangeGuest, type InviteGuest, MOST_GUESTS, type TheGuest } from "#lib/guests/schema";
import type { AnswerByLink } from "#lib/invitations/schema";
import { queueMeetingMails } from "#lib/jobs/meeting-mail-queue";
import { enqueue } from "#lib/jobs/queue";
import type { FindingsProblem } from "#lib/meetings/free-text";
import { whyNotChange } from "#lib/meetings/rules";
import type { Prisma } from "#prisma/generated/client";

/** What was done to which guest of which meeting. */
export type GuestDone = { ok: true; coreTeamId: string; meetingId: string; guestId: string };

/** The guests of the meeting change no more. */
export type GuestsFixed = { ok: false; problem: "CANCELLED" | "RECORDED" | "OVER" };

/** Why a guest was not invited, changed or mailed. When somebody else was first: with the numbers of the items chosen meanwhile. */
export type GuestProblem =
  | GuestsFixed
  | FindingsProblem
  | { ok: false; problem: "ITEMS_GONE" | "ALREADY_INVITED" | "IS_MEMBER" | "FULL" | "TOO_OFTEN" | "ON_ITS_WAY" }
  | { ok: false; problem: "CHANGED_MEANWHILE"; version: number; items: number[] };

/** The one constraint that keeps an address from being invited twice. */
const ONCE_PER_ADDRESS = "meeting_guest_once_per_address";

// Each mails a stranger. Only invitations that went out count, because a refusal undoes the count too.
const PER_PERSON: RateLimit = { name: "guest-invitation", most: 20, seconds: 86_400 };
const PER_ADDRESS: RateLimit = { name: "guest-address", most: 10, seconds: 86_400 };
const PER_GUEST: RateLimit = { name: "guest-mail", most: 3, seconds: 86_400 };

/**
 * Invites somebody from outside the team to one meeting that is still to come, for items of its agenda: a mail goes out, with
 * a calendar entry and a link of one's own. Refuses words that may identify a child unless explained (the guest and colleagues may
 * be named), an address that is invited already or of a member, more than ten guests, and more than twenty invitations a day.
 */
export async function inviteGuest(viewer: Viewer, { meetingId, name, organisation, email, items, request, ...reasons }: InviteGuest): Promise<GuestDone | GuestProblem> {
  viewer.mustBeAbleTo("guest:invite", await scopeOfMeeting(viewer, meetingId));
  const meeting = await claimMeeting(viewer, meetingId);
  const problem = whyNotChange(meeting, viewer.now);
  if (problem) return { ok: false, problem };
  const check = checkTexts({ organisation: [organisation, reasons.organisationReason], request: [request, reasons.requestReason] }, [name, viewer.person.name, ...meeting.colleagues]);
  if (hasFindings(check)) return { ok: false, problem: "FINDINGS", findings: check.findings };
  if (!areOnAgenda(items, meeting.agendaItems)) return { ok: false, problem: "ITEMS_GONE" };
  if (await isOfMember(viewer, meeting.scope.coreTeamId, email)) return { ok: false, problem: "IS_MEMBER" };
  if (meeting.guests >= MOST_GUESTS) return { ok: false, problem: "FULL" };
  if (!(await withinLimit(PER_PERSON, viewer.person.id, viewer.db)) || !(await withinLimit(PER_ADDRESS, email, viewer.db))) return { ok: false, problem: "TOO_OFTEN" };

  const guestId = randomUUID();
  const { startsAt, endsAt, cancelled, scope } = meeting;
  const refusedBy = await attempt(viewer, () =>
    viewer.db.meetingGuest.createMany({ data: [{ id: guestId, ...scope, meetingId, startsAt, endsAt, cancelled, name, organisation, email, request, invitedById: viewer.person.id }] }));
  if (refusedBy === ONCE_PER_ADDRESS) return { ok: false, problem: "ALREADY_INVITED" };
  if (refusedBy !== null) throw new Error(`The constraint ${refusedBy} refused a guest.`);
  await choose(viewer, { guestId, meetingId, ...scope }, items);
  await mail(viewer, scope, { guestId, method: "REQUEST", sequence: meeting.sequence });
  await record(viewer, "guest:invite", scope, { objectType: "meeting_guest", objectId: guestId, details: { done: "INVITED", items: items.length, ...keptDetails(check) } });
  return { ok: true, coreTeamId: scope.coreTeamId, meetingId, guestId };
}

/** Chooses other items for a guest, or asks something else. No mail: the guest's page shows what is chosen now. */
export async function changeGuest(viewer: Viewer, { guestId, version, items, request, requestReason }: ChangeGuest): Promise<GuestDone | GuestProblem> {
  viewer.mustBeAbleTo("guest:invite", await scopeOfGuest(viewer, guestId));
  const { guest, meeting } = await claimGuest(viewer, guestId);
  const problem = whyNotChange(meeting, viewer.now);
  if (problem) return { ok: false, problem };
  if (guest.version !== version) return { ok: false, problem: "CHANGED_MEANWHILE", version: guest.version, items: numbersOf(guest.items.map(({ itemId }) => itemId), meeting.agendaItems) };
  const changed = request === guest.request ? null : request;
  const check = checkTexts({ request: [changed, requestReason] }, [guest.name ?? "", viewer.person.name, ...meeting.colleagues]);
  if (hasFindings(check)) return { ok: false, problem: "FINDINGS", findings: check.findings };
  if (!areOnAgenda(items, meeting.agendaItems)) return { ok: false, problem: "ITEMS_GONE" };
  const { scope, id: meetingId } = meeting;
  await viewer.db.meetingGuest.updateMany({ where: { id: guestId }, data: { request, version: version + 1 } });
  await viewer.db.meetingGuestItem.deleteMany({ where: { guestId } });
  await choose(viewer, { guestId, meetingId, ...scope }, items);
  await record(viewer, "guest:invite", scope, { objectType: "meeting_guest", objectId: guestId, details: { done: "CHANGED", items: items.length, ...keptDetails(check) } });
  return { ok: true, coreTeamId: scope.coreTeamId, meetingId, guestId };
}

/** Mails a guest once more, with the same link. Refuses while a mail is on its way, and more than three times a day. */
export async function resendToGuest(viewer: Viewer, { guestId }: TheGuest): Promise<GuestDone | GuestProblem> {
  viewer.mustBeAbleTo("guest:invite", await scopeOfGuest(viewer, guestId));
  const { guest, meeting } = await claimGuest(viewer, guestId);
  const problem = whyNotChange(meeting, viewer.now);
  if (problem) return { ok: false, problem };
  if (guest.mails[0]?.state === "QUEUED") return { ok: false, problem: "ON_ITS_WAY" };
  if (!(await withinLimit(PER_GUEST, guestId, viewer.db))) return { ok: false, problem: "TOO_OFTEN" };
  const { scope, id: meetingId } = meeting;
  await mail(viewer, scope, { guestId, method: "REQUEST", sequence: meeting.sequence });
  await record(viewer, "guest:invite", scope, { objectType: "meeting_guest", objectId: guestId, details: { done: "MAILED_AGAIN" } });
  return { ok: true, coreTeamId: scope.coreTeamId, meetingId, guestId };
}

/** Takes the invitation of a guest back: the link stops at once, and a mail takes the entry out of the calendar. */
export async function withdrawGuest(viewer: Viewer, { guestId }: TheGuest): Promise<GuestDone | GuestsFixed> {
  viewer.mustBeAbleTo("guest:invite", await scopeOfGuest(viewer, guestId));
  const { meeting } = await claimGuest(viewer, guestId);
  const problem = whyNotChange(meeting, viewer.now);
  if (problem) return { ok: false, problem };
  const { scope, id: meetingId } = meeting;
  await viewer.db.meetingGuest.updateMany({ where: { id: guestId }, data: { withdrawnAt: viewer.now } });
  // The entry is this guest's own, and this is the last that is said of it.
  await mail(viewer, scope, { guestId, method: "CANCEL", sequence: meeting.sequence + 1 });
  await record(viewer, "guest:invite", scope, { objectType: "meeting_guest", objectId: guestId, details: { done: "WITHDRAWN" } });
  return { ok: true, coreTeamId: scope.coreTeamId, meetingId, guestId };
}

/**
 * Says by the own link whether this guest comes, until the meeting ends. Refuses when the meeting is no longer at the moment
 * that was shown, or was recorded. A decline is told to the organiser, once.
 */
export async function answerAsGuest(holder: LinkHolder, { answer, period }: AnswerByLink): Promise<{ ok: true } | { ok: false; problem: "CHANGED_MEANWHILE" }> {
  const [row] = await holder.db.$queryRaw<{ answered: boolean; guestId: string; was: "NONE" | "ACCEPTED" | "DECLINED" }[]>`
    SELECT answered, guest_id::text AS "guestId", was::text FROM answer_linked_guest(${answer}::"InvitationAnswer", ${period.startsAt}, ${period.endsAt})`;
  if (!row) throw new NotFoundError("guest");
  if (!row.answered) return { ok: false, problem: "CHANGED_MEANWHILE" };
  if (answer === "DECLINED" && row.was !== "DECLINED") await enqueue(holder.db, "person-mail", { kind: "GUEST_DECLINED", guestId: row.guestId, hadAccepted: row.was === "ACCEPTED" });
  await recordByLink(holder, "invitation:answer", { objectType: "meeting_guest", objectId: row.guestId, details: { answer } });
  return { ok: true };
}

type Scoped = { consortiumId: string; coreTeamId: string };
type ClaimedMeeting = Pick<Prisma.MeetingGetPayload<{ select: typeof meetingColumns }>, "id" | "startsAt" | "endsAt" | "cancelled" | "recordedAt" | "sequence" | "agendaItems"> & {
  scope: Scoped;
  colleagues: string[];
  guests: number;
};

const meetingColumns = {
  id: true, startsAt: true, endsAt: true, cancelled: true, recordedAt: true, sequence: true, consortiumId: true,
  agendaItems: { where: { position: { not: null } }, select: { id: true }, orderBy: { position: "asc" } },
  coreTeam: { select: { id: true, memberships: { select: { person: { select: { name: true } } } } } },
  _count: { select: { guests: { where: { withdrawnAt: null } } } },
} as const satisfies Prisma.MeetingSelect;

async function scopeOfMeeting(viewer: Viewer, id: string): Promise<Scoped> {
  const found = await viewer.db.meeting.findFirst({ where: { id, coreTeam: viewer.coreTeamsWhere("agenda:read") }, select: { consortiumId: true, coreTeamId: true } });
  if (!found) throw new NotFoundError();
  return found;
}

async function scopeOfGuest(viewer: Viewer, id: string): Promise<Scoped> {
  const found = await viewer.db.meetingGuest.findFirst({ where: { id, coreTeam: viewer.coreTeamsWhere("agenda:read") }, select: { consortiumId: true, coreTeamId: true } });
  if (!found) throw new NotFoundError();
  return found;
}

/** The meeting as it is once whoever else changes it, or invites to it, at this moment is done. */
async function claimMeeting(viewer: Viewer, id: string): Promise<ClaimedMeeting> {
  await viewer.db.$queryRaw`SELECT 1 FROM meeting WHERE id = ${id}::uuid FOR UPDATE`;
  const { coreTeam, consortiumId, _count, ...meeting } = await viewer.db.meeting.findUniqueOrThrow({ where: { id }, select: meetingColumns });
  return { ...meeting, scope: { consortiumId, coreTeamId: coreTeam.id }, colleagues: coreTeam.memberships.map(({ person }) => person.name), guests: _count.guests };
}

async function claimGuest(viewer: Viewer, id: string) {
  const seen = await viewer.db.meetingGuest.findUniqueOrThrow({ where: { id }, select: { meetingId: true } });
  const meeting = await claimMeeting(viewer, seen.meetingId);
  // Of two who take it back at once the second finds nothing to take back.
  const guest = await viewer.db.meetingGuest.findFirst({ where: { id, withdrawnAt: null }, select: { name: true, request: true, version: true, mails: lastMail, items: { select: { itemId: true } } } });
  if (!guest) throw new NotFoundError();
  return { guest, meeting };
}

function checkTexts(texts: Record<string, [string | null, CheckedField["kept"]]>, colleagues: readonly string[]) {
  return checkFields(Object.fromEntries(Object.entries(texts).map(([field, [text, kept]]) => [field, { text, kept, as: "PLAN" }])), { colleagues });
}

async function isOfMember(viewer: Viewer, coreTeamId: string, email: string): Promise<boolean> {
  const day = new Date(`${viewer.today}T00:00:00Z`);
  const notOver = { coreTeamId, person: { email: { equals: email, mode: "insensitive" as const } }, OR: [{ lastDay: null }, { lastDay: { gte: day } }] };
  return (await viewer.db.membership.count({ where: notOver })) > 0;
}

async function choose(viewer: Viewer, guest: Scoped & { guestId: string; meetingId: string }, items: readonly string[]): Promise<void> {
  await viewer.db.meetingGuestItem.createMany({ data: items.map((itemId) => ({ ...guest, itemId })) });
}

async function mail(viewer: Viewer, { coreTeamId, consortiumId }: Scoped, letter: { guestId: string; method: "REQUEST" | "CANCEL"; sequence: number }): Promise<void> {
  await queueMeetingMails(viewer.db, { id: coreTeamId, consortiumId }, [letter]);
}

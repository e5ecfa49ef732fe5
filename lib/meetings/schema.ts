import { z } from "zod";
import { keptWords } from "#lib/anonymity/kept-words";
import { choice, day, id, optionalLink, optionalText, time, version, wholeNumber } from "#lib/forms/fields";
import { successorTexts } from "#lib/texts/invitations";
import { inviteeTexts, scheduleTexts } from "#lib/texts/meetings";

/** The kinds of bijeenkomst that a core team plans, in the order in which they are offered. */
export const meetingKinds = ["ACQUAINTANCE", "AVAILABILITY", "SMALL_TEAM", "PROFESSIONALISING", "IN_DEPTH", "OTHER"] as const;

/** All kinds: also the meeting of many schools together, which no single core team plans. */
export const allMeetingKinds = [...meetingKinds, "NETWORK"] as const;
export type MeetingKind = (typeof allMeetingKinds)[number];

/** On the spot, from a distance, or both. */
export const meetingForms = ["LIVE", "DIGITAL", "HYBRID"] as const;
export type MeetingForm = (typeof meetingForms)[number];

/** How much a meeting needs somebody. */
export const attendances = ["REQUIRED", "PREFERRED", "ON_CALL"] as const;
export type Attendance = (typeof attendances)[number];

/** How long a meeting usually takes, in minutes. */
export const USUAL_MINUTES = 75;

const MOST_INVITEES = 60;
const MOST_AT_ONCE = 20;
// Of everybody who is invited, and of the moment.
const MOST_WARNINGS = MOST_INVITEES + 4;
const SHORTEST = 15;
const LONGEST = 480;

/** What a meeting is about. */
export const what = {
  kind: choice(meetingKinds, scheduleTexts.kindMissing),
  theme: optionalText(150),
  themeReason: keptWords(),
};

/** How long a meeting lasts, and where it is. */
export const howLongAndWhere = {
  minutes: wholeNumber(SHORTEST, LONGEST, scheduleTexts.minutesMissing),
  form: choice(meetingForms, scheduleTexts.formMissing),
  place: optionalText(200),
  placeReason: keptWords(),
  link: optionalLink(),
};

const whenAndWhere = {
  date: day(scheduleTexts.dateMissing),
  start: time(scheduleTexts.startMissing),
  ...howLongAndWhere,
};

/** Who is invited to a meeting, and how needed. */
export const who = {
  invitees: z.array(id(inviteeTexts.nobody)).max(MOST_INVITEES, { error: inviteeTexts.tooMany(MOST_INVITEES) }).default([]),
  /** How needed somebody is, as "<person>:REQUIRED", for invited and not invited people alike. */
  attendance: z
    .array(z.string().max(50).regex(/^[0-9a-f-]{36}:(?:REQUIRED|PREFERRED|ON_CALL)$/))
    .max(MOST_INVITEES * 4, { error: inviteeTexts.tooMany(MOST_INVITEES) })
    .default([]),
};

/** What a reader says yes to. */
export const confirmations = {
  /** What is unusual and meant so, each as the code it was asked with. */
  confirmed: z.array(z.string().max(100)).max(MOST_WARNINGS).default([]),
};

/** What a new bijeenkomst needs: what, when (Amsterdam wall time, minutes), where, and who. */
export const scheduleMeetingSchema = saysWhere(z.object({ coreTeamId: id(), ...what, ...whenAndWhere, ...who, ...confirmations }));
export type ScheduleMeeting = z.output<typeof scheduleMeetingSchema>;

/** All of a bijeenkomst that can change, except who comes. */
export const rescheduleMeetingSchema = saysWhere(z.object({ meetingId: id(), version: version(), ...what, ...whenAndWhere, ...confirmations }));
export type RescheduleMeeting = z.output<typeof rescheduleMeetingSchema>;

export const cancelMeetingSchema = z.object({ meetingId: id(), version: version(), reason: optionalText(300), reasonReason: keptWords() });
export type CancelMeeting = z.output<typeof cancelMeetingSchema>;

export const changeInviteesSchema = z.object({ meetingId: id(), version: version(), ...who });
export type ChangeInvitees = z.output<typeof changeInviteesSchema>;

/** Somebody of the team, and the meetings to invite this person to. */
export const inviteMemberSchema = z.object({
  membershipId: id(),
  meetings: z.array(id()).max(MOST_AT_ONCE, { error: successorTexts.tooMany(MOST_AT_ONCE) }).default([]).refine((chosen) => chosen.length > 0, { error: successorTexts.nothingChosen }),
});
export type InviteMember = z.output<typeof inviteMemberSchema>;

export const answerInvitationSchema = z.object({ meetingId: id(), answer: choice(["ACCEPTED", "DECLINED"], inviteeTexts.nobody) });
export type AnswerInvitation = z.output<typeof answerInvitationSchema>;

export const resendInvitationSchema = z.object({ participationId: id() });
export type ResendInvitation = z.output<typeof resendInvitationSchema>;

export const recordMeetingSchema = z.object({
  meetingId: id(),
  version: version(),
  /** The participations of who was there, and the guests. */
  present: z.array(id()).max(MOST_INVITEES * 2, { error: inviteeTexts.tooMany(MOST_INVITEES) }).default([]),
});
export type RecordMeeting = z.output<typeof recordMeetingSchema>;

/** Reads the attendances of a form: per person how needed. */
export function attendanceByPerson(given: readonly string[]): Map<string, Attendance> {
  return new Map(given.map((entry) => entry.split(":") as [string, Attendance]));
}

/** A meeting that is not only digital has a place. Asked in the same round as the other fields, so it does not wait for them. */
export function saysWhere<S extends z.ZodObject>(schema: S): S {
  return schema.refine((typed) => typed.form === "DIGITAL" || !meetingForms.includes(typed.form as MeetingForm) || Boolean(typed.place), {
    path: ["place"],
    error: scheduleTexts.placeMissing,
    when: () => true,
  });
}

import { z } from "zod";
import { keptWords } from "#lib/anonymity/kept-words";
import { isDay } from "#lib/dates";
import { choice, day, id, optionalLink, optionalText, time, version, wholeNumber } from "#lib/forms/fields";
import { inviteeTexts, scheduleTexts } from "#lib/texts/meetings";

/** The kinds of bijeenkomst, in the order in which they are offered. */
export const meetingKinds = ["ACQUAINTANCE", "AVAILABILITY", "SMALL_TEAM", "PROFESSIONALISING", "IN_DEPTH", "OTHER"] as const;
export type MeetingKind = (typeof meetingKinds)[number];

/** On the spot, from a distance, or both. */
export const meetingForms = ["LIVE", "DIGITAL", "HYBRID"] as const;
export type MeetingForm = (typeof meetingForms)[number];

/** How much a meeting needs somebody. */
export const attendances = ["REQUIRED", "PREFERRED", "ON_CALL"] as const;
export type Attendance = (typeof attendances)[number];

/** How long a meeting usually takes, in minutes. */
export const USUAL_MINUTES = 75;

const MOST_INVITEES = 60;
const SHORTEST = 15;
const LONGEST = 480;
const MOMENT = /^\d{4}-\d{2}-\d{2} (?:[01]\d|2[0-3]):[0-5]\d$/;

const what = {
  kind: choice(meetingKinds, scheduleTexts.kindMissing),
  theme: optionalText(150),
  themeReason: keptWords(),
};

const whenAndWhere = {
  date: day(scheduleTexts.dateMissing),
  start: time(scheduleTexts.startMissing),
  minutes: wholeNumber(SHORTEST, LONGEST, scheduleTexts.minutesMissing),
  form: choice(meetingForms, scheduleTexts.formMissing),
  place: optionalText(200),
  placeReason: keptWords(),
  link: optionalLink(),
};

const who = {
  invitees: z.array(id(inviteeTexts.nobody)).max(MOST_INVITEES, { error: inviteeTexts.tooMany(MOST_INVITEES) }).default([]),
  /** How needed somebody is, as "<person>:REQUIRED", for invited and not invited people alike. */
  attendance: z
    .array(z.string().max(50).regex(/^[0-9a-f-]{36}:(?:REQUIRED|PREFERRED|ON_CALL)$/))
    .max(MOST_INVITEES * 4, { error: inviteeTexts.tooMany(MOST_INVITEES) })
    .default([]),
};

const answers = {
  /** A moment that the form offered instead, as "2026-11-24 16:00"; it goes before the typed one. */
  moment: z.string().max(16).regex(MOMENT).refine((moment) => isDay(moment.slice(0, 10))).optional(),
  /** What is unusual and meant so, each as the code it was asked with. */
  confirmed: z.array(z.string().max(100)).max(20).default([]),
};

/** What a new bijeenkomst needs: what, when (Amsterdam wall time, minutes), where, and who. */
export const scheduleMeetingSchema = saysWhere(z.object({ coreTeamId: id(), ...what, ...whenAndWhere, ...who, ...answers })).transform(atChosenMoment);
export type ScheduleMeeting = z.output<typeof scheduleMeetingSchema>;

/** All of a bijeenkomst that can change, except who comes. */
export const rescheduleMeetingSchema = saysWhere(z.object({ meetingId: id(), version: version(), ...what, ...whenAndWhere, ...answers })).transform(atChosenMoment);
export type RescheduleMeeting = z.output<typeof rescheduleMeetingSchema>;

export const cancelMeetingSchema = z.object({ meetingId: id(), version: version(), reason: optionalText(300), reasonReason: keptWords() });
export type CancelMeeting = z.output<typeof cancelMeetingSchema>;

export const changeInviteesSchema = z.object({ meetingId: id(), version: version(), ...who });
export type ChangeInvitees = z.output<typeof changeInviteesSchema>;

export const answerInvitationSchema = z.object({ meetingId: id(), answer: choice(["ACCEPTED", "DECLINED"], inviteeTexts.nobody) });
export type AnswerInvitation = z.output<typeof answerInvitationSchema>;

export const resendInvitationSchema = z.object({ participationId: id() });
export type ResendInvitation = z.output<typeof resendInvitationSchema>;

export const recordMeetingSchema = z.object({
  meetingId: id(),
  version: version(),
  /** The participations of who was there. */
  present: z.array(id()).max(MOST_INVITEES * 2, { error: inviteeTexts.tooMany(MOST_INVITEES) }).default([]),
});
export type RecordMeeting = z.output<typeof recordMeetingSchema>;

/** Reads the attendances of a form: per person how needed. */
export function attendanceByPerson(given: readonly string[]): Map<string, Attendance> {
  return new Map(given.map((entry) => entry.split(":") as [string, Attendance]));
}

// A meeting that is not only digital has a place. Asked in the same round as the other fields, so it does not wait for them.
function saysWhere<S extends z.ZodObject>(schema: S): S {
  return schema.refine((typed) => typed.form === "DIGITAL" || !meetingForms.includes(typed.form as MeetingForm) || Boolean(typed.place), {
    path: ["place"],
    error: scheduleTexts.placeMissing,
    when: () => true,
  });
}

function atChosenMoment<T extends { moment?: string | undefined; date: string; start: string }>({ moment, ...input }: T): Omit<T, "moment"> {
  return moment === undefined ? input : { ...input, date: moment.slice(0, 10), start: moment.slice(11) };
}

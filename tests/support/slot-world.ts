import fc from "fast-check";
import type { DatedPattern } from "#lib/availability/rules";
import { addDays, momentAt, type Day } from "#lib/dates";
import type { Absence, Availability, Busy, Invitee, OwnAvailability, SlotQuestion } from "#lib/planning/slot-question";

/** A moment in Amsterdam that exists. */
export function at(day: Day, time: string): Date {
  const moment = known.get(`${day} ${time}`) ?? momentAt(day, time);
  if (!moment) throw new Error(`${day} ${time} does not exist.`);
  known.set(`${day} ${time}`, moment);
  return moment;
}

// Random questions ask for the same few moments over and over, and telling what they are takes long.
const known = new Map<string, Date>();

/** One Tuesday, 24 November 2026, of which nothing is known against anybody. */
export function aQuestion(fields: Partial<SlotQuestion> = {}): SlotQuestion {
  const day = "2026-11-24";
  return {
    from: day,
    until: day,
    minutes: 60,
    hours: { first: "08:30", lastEnd: "17:30" },
    stepMinutes: 30,
    place: "de-wilgen",
    invitees: [anInvitee("Noor de Wit", "IB'er")],
    closedDays: [],
    teamMeetings: [],
    travelMinutes: 30,
    now: at("2026-08-24", "08:10"),
    around: null,
    limit: 5,
    ...fields,
  };
}

/** A member, required, of whom nothing is known. */
export function anInvitee(name: string, functionName: string, { attendance = "REQUIRED", group = null, spells = [{ firstDay: "2024-08-01", lastDay: null }], ...availability }: Partial<Invitee> & Partial<Availability> = {}): Invitee {
  return { personId: name, name, functionName, attendance, group, spells, availability: { patterns: [], absences: [], busy: [], mostMeetingsADay: null, ...availability } };
}

/** Works the whole of these weekdays. */
export function working(...weekdays: number[]): DatedPattern[] {
  return [{ validFrom: "2024-08-01", mornings: weekdays, afternoons: weekdays }];
}

/** Another meeting on a day: at a place, which is also the name of its team unless that may not be known. */
export function busy(day: Day, from: string, until: string, place: string | null = "de-meerpaal", name: string | null = place): Busy {
  return { startsAt: at(day, from), endsAt: at(day, until), place, at: name };
}

// Short periods: in the middle of term, and round the days on which the clock is changed.
const FIRST_DAYS = ["2026-11-23", "2026-12-29", "2026-10-22", "2027-03-25"] as const;
const TIMES = Array.from({ length: 40 }, (_, index) => 8 * 60 + index * 15);
const PLACES = ["a", "b", "c", null] as const;

/** Questions that are small, and so full that much of what can be in the way is. */
export function questions(): fc.Arbitrary<SlotQuestion> {
  return fc.constantFrom(...FIRST_DAYS).chain((from) =>
    fc.record({
      from: fc.constant(from),
      until: fc.integer({ min: 0, max: 6 }).map((days) => addDays(from, days)),
      minutes: fc.constantFrom(30, 45, 60, 75, 120),
      hours: fc.constantFrom({ first: "08:30", lastEnd: "17:30" }, { first: "09:00", lastEnd: "15:00" }, { first: "10:15", lastEnd: "13:45" }),
      stepMinutes: fc.constantFrom(15, 30, 60),
      place: fc.constantFrom(...PLACES),
      invitees: inviteesFrom(from),
      closedDays: fc.array(fc.record({ firstDay: daysFrom(from), name: fc.constant("Studiedag"), kind: fc.constant("STUDY_DAY" as const) }).map((day) => ({ ...day, lastDay: day.firstDay })), { maxLength: 1 }),
      teamMeetings: fc.array(busyFrom(from).map(({ startsAt, endsAt }) => ({ startsAt, endsAt })), { maxLength: 1 }),
      travelMinutes: fc.constantFrom(0, 15, 30, 60),
      now: fc.constantFrom(at(from, "00:00"), at(from, "11:00"), at(addDays(from, -9), "12:00")),
      around: fc.option(fc.tuple(daysFrom(from), fc.constantFrom("09:10", "14:00")).map(([day, time]) => at(day, time))),
      limit: fc.integer({ min: 1, max: 9 }),
    }),
  );
}

/** One person on one day with meetings close to each other at several places, and a meeting that is to come among them. */
export function crowdedQuestions(): fc.Arbitrary<SlotQuestion> {
  const [day, begin] = ["2026-11-24", 8 * 60];
  const link = fc.record({ gap: fc.constantFrom(0, 0, 15, 30, 45, 90), minutes: fc.constantFrom(15, 30, 60), place: fc.constantFrom(...PLACES) });
  const chain = fc.array(link, { minLength: 2, maxLength: 6 }).map((links) => {
    let end = begin;
    return links.map(({ gap, minutes, place }, index) => {
      const start = end + gap;
      end = start + minutes;
      return busy(day, words(start), words(end), place, `School ${index}`);
    });
  });
  return fc.tuple(chain, fc.constantFrom(...PLACES, null), fc.constantFrom(15, 30, 45), fc.constantFrom(15, 30, 60), fc.constantFrom("10:30", "18:00")).map(([others, place, minutes, travelMinutes, lastEnd]) =>
    aQuestion({ place, minutes, travelMinutes, stepMinutes: 15, hours: { first: "08:00", lastEnd }, invitees: [anInvitee("Samira Yilmaz", "CJG-coach", { busy: others })] }),
  );
}

function inviteesFrom(from: Day): fc.Arbitrary<Invitee[]> {
  return fc.tuple(fc.array(inviteeFrom(from), { maxLength: 4 }), fc.option(daysFrom(from), { freq: 3 })).map(([invitees, change]) => {
    const numbered = invitees.map((invitee, index) => ({ ...invitee, personId: `p${index}`, name: `Persoon ${index}`, functionName: `Functie ${index}` }));
    const [first, ...others] = numbered;
    if (!first || change === null) return numbered;
    // Somebody who gets another function on that day, which is needed in another way.
    const until = { ...first, spells: [{ firstDay: "2024-08-01", lastDay: addDays(change, -1) }] };
    return [until, ...others, { ...first, functionName: "Functie 9", attendance: "PREFERRED" as const, group: null, spells: [{ firstDay: change, lastDay: null }] }];
  });
}

function inviteeFrom(from: Day): fc.Arbitrary<Invitee> {
  return fc.record({
    personId: fc.constant(""),
    name: fc.constant(""),
    functionName: fc.constant(""),
    attendance: fc.constantFrom("REQUIRED", "REQUIRED", "PREFERRED", "ON_CALL"),
    group: fc.constantFrom(null, null, "JGZ"),
    spells: fc.oneof({ weight: 5, arbitrary: fc.constant([{ firstDay: "2024-08-01", lastDay: null }]) }, { weight: 1, arbitrary: stretchesFrom(from) }),
    availability: fc.tuple(ownFrom(from), stretchesFrom(from), fc.array(fc.option(ownFrom(from, true)), { minLength: 2, maxLength: 2 })).map(([own, stretches, standIns]) => {
      const absences = stretches.map((stretch, index): Absence => {
        const availability = standIns[index];
        return { ...stretch, replacement: availability ? { personId: `r${index}`, name: `Vervanger ${index}`, availability } : null };
      });
      return { ...own, absences };
    }),
  });
}

function ownFrom(from: Day, mayBeAway = false): fc.Arbitrary<OwnAvailability> {
  const weekdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 3, maxLength: 7 });
  return fc.record({
    patterns: fc.uniqueArray(fc.record({ validFrom: fc.oneof(fc.constant("2024-08-01"), daysFrom(from)), mornings: weekdays, afternoons: weekdays }), { maxLength: 2, selector: ({ validFrom }) => validFrom }),
    absences: mayBeAway ? stretchesFrom(from) : fc.constant([]),
    busy: fc.array(busyFrom(from), { maxLength: 8 }),
    mostMeetingsADay: fc.constantFrom(null, null, 1, 2, 3),
  });
}

function busyFrom(from: Day): fc.Arbitrary<Busy> {
  const times = fc.tuple(fc.constantFrom(...TIMES), fc.constantFrom(15, 30, 60, 75, 90));
  const withinDay = fc.tuple(daysFrom(from), times).map(([day, [start, minutes]]) => ({ startsAt: at(day, words(start)), endsAt: new Date(at(day, words(start)).getTime() + minutes * 60_000) }));
  const wholeDay = daysFrom(from).map((day) => ({ startsAt: at(day, "00:00"), endsAt: at(addDays(day, 1), "00:00") }));
  const overNight = daysFrom(from).map((day) => ({ startsAt: at(day, "16:00"), endsAt: at(addDays(day, 1), "09:00") }));
  const period = fc.oneof({ weight: 20, arbitrary: withinDay }, { weight: 1, arbitrary: wholeDay }, { weight: 1, arbitrary: overNight });
  return fc.tuple(period, fc.constantFrom(...PLACES), fc.boolean()).map(([when, place, named]) => ({ ...when, place, at: named ? `School ${place ?? "online"}` : null }));
}

// Up to two stretches of days that have no day in common.
function stretchesFrom(from: Day): fc.Arbitrary<{ firstDay: Day; lastDay: Day }[]> {
  return fc.uniqueArray(daysFrom(from), { maxLength: 4 }).map((days) => {
    const sorted = days.toSorted();
    return [sorted.slice(0, 2), sorted.slice(2, 4)].flatMap(([firstDay, lastDay]) => (firstDay && lastDay ? [{ firstDay, lastDay }] : []));
  });
}

function daysFrom(from: Day): fc.Arbitrary<Day> {
  return fc.integer({ min: -1, max: 7 }).map((days) => addDays(from, days));
}

function words(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

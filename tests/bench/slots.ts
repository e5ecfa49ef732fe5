import { addDays, momentAt, weekdayOf, type Day } from "#lib/dates";
import { findSlots } from "#lib/planning/slot-finder";
import type { Busy, Invitee, SlotQuestion } from "#lib/planning/slot-question";

// How long the slot finder takes to search: npm run bench:slots. Prints one line of JSON with milliseconds per search, of
// a team of seven in eight weeks in which they have 30, 300 and 3,000 other meetings between them; and of a team in which
// each has 15 schools, over a whole school year, once when much fits and once when nothing does and advice is looked for.

const SEED = 20261124;
const SEARCHES = 60;
const WARM_UP = 15;
const FUNCTIONS = ["IB'er", "Directeur", "CJG-coach", "Jeugdverpleegkundige", "Schoolarts", "Leerplichtambtenaar", "Onderwijsconsulent"] as const;
const EIGHT_WEEKS = { from: "2026-11-02", until: "2026-12-25" };
const SCHOOL_YEAR = { from: "2026-08-01", until: "2027-07-31" };
const SCHOOLS = 15;
const MEETINGS_A_SCHOOL = 4;

/** Milliseconds on the clock, and of the processor, which says more on a busy machine. */
type Measured = { meetings: number; median: number; p95: number; processor: number; fitting: number };

const [thirty, threeHundred, threeThousand] = [30, 300, 3000].map((meetings) => measure(questionWith(meetings, EIGHT_WEEKS)));
const year = questionWith(FUNCTIONS.length * SCHOOLS * MEETINGS_A_SCHOOL, SCHOOL_YEAR);
console.log(
  JSON.stringify({
    perSearch: { "30": thirty, "300": threeHundred, "3000": threeThousand },
    growth: { "300/30": ratio(threeHundred, thirty), "3000/300": ratio(threeThousand, threeHundred), "3000/30": ratio(threeThousand, thirty) },
    schoolYear: { schoolsEach: SCHOOLS, fits: measure(year), fitsNowhere: measure(withoutTuesdays(year)), limit: 200 },
  }),
);

function ratio(more: Measured | undefined, less: Measured | undefined): number {
  return Math.round(((more?.processor ?? 0) / (less?.processor ?? 1)) * 10) / 10;
}

function measure(question: SlotQuestion): Measured {
  const [times, processor]: [number[], number[]] = [[], []];
  let fitting = 0;
  for (let search = 0; search < WARM_UP + SEARCHES; search += 1) {
    const [started, used] = [performance.now(), process.cpuUsage()];
    fitting = findSlots(question).fitting;
    const { user, system } = process.cpuUsage(used);
    if (search < WARM_UP) continue;
    times.push(performance.now() - started);
    processor.push((user + system) / 1000);
  }
  const meetings = question.invitees.reduce((sum, { availability }) => sum + availability.busy.length, 0);
  return { meetings, median: at(times, 0.5), p95: at(times, 0.95), processor: at(processor, 0.5), fitting };
}

function at(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return Math.round((sorted[Math.floor(part * (sorted.length - 1))] ?? 0) * 10) / 10;
}

// The meetings lie at random in the period, spread evenly over the people; everybody works four days, one is replaced for two weeks.
function questionWith(meetings: number, { from, until }: { from: Day; until: Day }): SlotQuestion {
  const random = randomFrom(SEED);
  const days = schoolDays(from, until);
  const invitees = FUNCTIONS.map((functionName, index): Invitee => {
    const share = Math.floor(meetings / FUNCTIONS.length) + (index < meetings % FUNCTIONS.length ? 1 : 0);
    const workdays = [1, 2, 3, 4, 5].filter((weekday) => weekday !== 1 + (index % 5) || weekday === 2);
    const replacement = { personId: `r${index}`, name: `Vervanger ${index}`, availability: { patterns: [], absences: [], busy: meetingsOf(share, days, random), mostMeetingsADay: 3 } };
    return {
      personId: `p${index}`,
      name: `Persoon ${index}`,
      functionName,
      attendance: index === 1 || index === 4 ? "PREFERRED" : index === 5 ? "ON_CALL" : "REQUIRED",
      group: index === 3 || index === 4 ? "JGZ" : null,
      spells: [{ firstDay: "2024-08-01", lastDay: null }],
      availability: {
        patterns: [{ validFrom: "2024-08-01", mornings: workdays, afternoons: workdays }],
        absences: index === 2 ? [{ firstDay: addDays(from, 20), lastDay: addDays(from, 33), replacement }] : [],
        busy: meetingsOf(share, days, random),
        mostMeetingsADay: 3,
      },
    };
  });
  const closedDays = [{ firstDay: "2026-12-19", lastDay: "2027-01-03", name: "Kerstvakantie", kind: "SCHOOL_HOLIDAY" as const }];
  const now = momentAt(from, "08:10") ?? new Date(0);
  return { from, until, minutes: 75, hours: { first: "08:30", lastEnd: "17:30" }, stepMinutes: 15, place: "here", invitees, closedDays, teamMeetings: [], travelMinutes: 30, now, around: null, limit: 5 };
}

// One who is required works on Tuesdays only, and another never then: no moment fits, and everything that may help is tried.
function withoutTuesdays(question: SlotQuestion): SlotQuestion {
  const working = (weekdays: number[]) => [{ validFrom: "2024-08-01", mornings: weekdays, afternoons: weekdays }];
  const invitees = question.invitees.map((invitee, index) => (index === 0 || index === 2 ? { ...invitee, availability: { ...invitee.availability, absences: [], patterns: working(index === 0 ? [2] : [1, 4]) } } : invitee));
  return { ...question, invitees, minutes: 120 };
}

function meetingsOf(count: number, days: readonly Day[], random: () => number): Busy[] {
  const pick = (most: number) => Math.floor(random() * most);
  return Array.from({ length: count }, () => {
    const time = `${String(8 + pick(9)).padStart(2, "0")}:${pick(2) === 0 ? "00" : "30"}`;
    const startsAt = momentAt(days[pick(days.length)] ?? "2026-11-24", time) ?? new Date(0);
    const school = pick(SCHOOLS);
    return { startsAt, endsAt: new Date(startsAt.getTime() + 75 * 60_000), place: pick(4) === 0 ? null : `school ${school}`, at: `School ${school}` };
  });
}

function schoolDays(from: Day, until: Day): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= until; day = addDays(day, 1)) if (weekdayOf(day) < 6) days.push(day);
  return days;
}

// The same numbers each time (mulberry32), so that two runs search through the same.
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

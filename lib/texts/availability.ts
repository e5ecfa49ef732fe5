import { formatDate, formatDayMonth } from "#lib/dates";
import { listed } from "#lib/texts/meetings";

const SHORT = ["ma", "di", "wo", "do", "vr", "za", "zo"] as const;
const LONG = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"] as const;

type Pattern = { mornings: readonly number[]; afternoons: readonly number[] };

/** When somebody works, as people say it: "ma, di (ochtend) en do"; null when nobody told. */
export function workingDays(pattern: Pattern | null): string | null {
  if (pattern === null) return null;
  const names = SHORT.flatMap((name, index) => {
    const [morning, afternoon] = [pattern.mornings.includes(index + 1), pattern.afternoons.includes(index + 1)];
    if (!morning && !afternoon) return [];
    return [morning && afternoon ? name : `${name} (${morning ? "ochtend" : "middag"})`];
  });
  return names.length === 0 ? null : listed(names);
}

/** An ISO weekday: "dinsdag". */
export function weekdayName(weekday: number): string {
  return LONG[weekday - 1] ?? "";
}

/** A day or a stretch of days: "12 oktober 2026", "12 tot en met 16 oktober 2026", "30 oktober tot en met 2 november 2026". */
export function daysInWords({ firstDay, lastDay }: { firstDay: string; lastDay: string }): string {
  return stretch(firstDay, lastDay, formatDate);
}

/** The same of days that are near, without the year: "12 tot en met 16 oktober". */
export function nearDaysInWords({ firstDay, lastDay }: { firstDay: string; lastDay: string }): string {
  return stretch(firstDay, lastDay, formatDayMonth);
}

function stretch(firstDay: string, lastDay: string, written: (day: string) => string): string {
  if (firstDay === lastDay) return written(lastDay);
  if (firstDay.slice(0, 7) === lastDay.slice(0, 7)) return `${Number(firstDay.slice(8))} tot en met ${written(lastDay)}`;
  return `${firstDay.slice(0, 4) === lastDay.slice(0, 4) ? formatDayMonth(firstDay) : written(firstDay)} tot en met ${written(lastDay)}`;
}

type Why = { reason: "ABSENT"; lastDay: string; replacement: string | null } | { reason: "DAY_OFF"; weekday: number; part: "DAY" | "MORNING" | "AFTERNOON" };

/** Behind a name: "is dan afwezig", "werkt niet op dinsdagmiddag". */
export function unavailableWords(why: Why): string {
  return why.reason === "ABSENT" ? "is dan afwezig" : `werkt niet op ${dayOff(why)}`;
}

/** A line of its own: "Is dan afwezig; vervanger: Yusuf Demir." */
export function unavailableLine(why: Why): string {
  if (why.reason === "DAY_OFF") return `Werkt niet op ${dayOff(why)}`;
  return why.replacement === null ? "Is dan afwezig, zonder vervanger" : `Is dan afwezig; vervanger: ${why.replacement}`;
}

function dayOff({ weekday, part }: { weekday: number; part: "DAY" | "MORNING" | "AFTERNOON" }): string {
  return `${weekdayName(weekday)}${{ DAY: "", MORNING: "ochtend", AFTERNOON: "middag" }[part]}`;
}

/** Words of when somebody works and is away, for that person and for who plans. */
export const availabilityTexts = {
  title: "Mijn beschikbaarheid",
  titleOf: (name: string) => `Beschikbaarheid van ${name}`,
  lead: "Wie een bijeenkomst plant, ziet hier wanneer je kunt. Zo krijg je minder mails over een datum.",
  leadOf: "Wie een bijeenkomst plant, houdt hier rekening mee.",
  people: "Mensen",

  days: "Wanneer je werkt",
  daysOf: "Werkdagen",
  worksOn: (days: string) => `Je werkt op ${days}.`,
  worksOnOf: (days: string) => `Werkt op ${days}.`,
  daysUnknown: "Je hebt nog niet verteld op welke dagen je werkt. Dan houdt niemand er rekening mee.",
  daysUnknownOf: "Het is nog niet bekend op welke dagen.",
  daysFrom: (day: string, days: string) => `Vanaf ${day}: ${days}`,
  changeDays: "Wijzig de werkdagen",
  tellDays: "Vertel wanneer je werkt",
  dropPattern: "Laat vervallen",
  dropPatternLabel: (day: string) => `de werkdagen vanaf ${day}`,

  daysTitle: "Je werkdagen",
  daysTitleOf: (name: string) => `Werkdagen van ${name}`,
  daysLead: "Zet een vinkje bij elk dagdeel waarop een bijeenkomst kan. De ochtend loopt tot 12.30 uur, de middag begint dan.",
  dayparts: "Op welke dagdelen werk je?",
  daypartsOf: "Op welke dagdelen?",
  morning: "ochtend",
  afternoon: "middag",
  weekday: "Dag",
  weekdays: { "1": "maandag", "2": "dinsdag", "3": "woensdag", "4": "donderdag", "5": "vrijdag" },
  daypart: (weekday: string, part: string) => `${weekday}${part}`,
  validFrom: "Vanaf wanneer?",
  validFromHint: "Vandaag, of een dag die nog komt als je rooster dan verandert.",
  saveDays: "Bewaar de werkdagen",
  saving: "Het wordt bewaard…",
  back: "Niet wijzigen",

  absences: "Afwezig",
  absencesNote: "Vakantie, scholing, verlof: alleen de dagen, nooit waarom.",
  noAbsences: "Er staan geen dagen dat je er niet bent.",
  noAbsencesOf: "Er staan geen dagen in.",
  report: "Meld dat je er niet bent",
  reportOf: "Meld een afwezigheid",
  replacedBy: (name: string) => `Vervanger: ${name}`,
  notReplaced: "Geen vervanger",
  change: "Wijzig",
  changeLabel: (days: string) => `de afwezigheid van ${days}`,
  meetingsThen: (count: number) => (count === 1 ? "Je hebt dan 1 bijeenkomst. Wie hem plant, ziet dat je er niet bent." : `Je hebt dan ${count} bijeenkomsten. Wie ze plant, ziet dat je er niet bent.`),
  meetingsThenOf: (count: number) => (count === 1 ? "Heeft dan 1 bijeenkomst." : `Heeft dan ${count} bijeenkomsten.`),

  reportTitle: "Wanneer ben je er niet?",
  reportTitleOf: (name: string) => `Afwezigheid van ${name}`,
  reportLead: "Je kernteams zien dat je er niet bent en wie je vervangt. Waarom je er niet bent, vragen we niet.",
  changeAbsenceTitle: "Je afwezigheid wijzigen",
  firstDay: "Eerste dag",
  lastDay: "Laatste dag",
  lastDayHint: "Voor één dag vul je twee keer dezelfde dag in.",
  replacement: "Wie vervangt je?",
  replacementOf: "Wie vervangt?",
  replacementHint: "Iemand uit een van je kernteams, of een collega van je eigen organisatie met dezelfde functie. Spreek het eerst samen af.",
  nobodyReplaces: "Niemand",
  replacementOption: (name: string, functionName: string, organisation: string | null) => [name, [functionName, organisation].filter(Boolean).join(", ")].join(" · "),
  saveAbsence: "Bewaar de dagen",
  withdraw: "Ik ben er toch wel",
  withdrawOf: "Toch niet afwezig",
  withdrawNote: "Dan verdwijnen deze dagen, ook bij je kernteams.",

  most: "Bijeenkomsten op een dag",
  mostIs: (most: number) => `Hoogstens ${most} op een dag.`,
  mostUsual: (most: number) => `Hoogstens ${most} op een dag, zoals overal in het samenwerkingsverband.`,
  changeMost: "Wijzig het maximum",
  mostTitle: "Hoeveel bijeenkomsten kun je op een dag hebben?",
  mostTitleOf: (name: string) => `Bijeenkomsten op een dag van ${name}`,
  mostLead: "Wie plant, krijgt geen moment aangeboden waarop het er meer worden.",
  mostOwn: "Hoogstens zoveel bijeenkomsten",
  mostOwnHint: (usual: number) => `Van 1 tot en met 8. Laat het leeg voor wat gebruikelijk is: ${usual}.`,
  saveMost: "Bewaar het maximum",

  fromProfile: "Wanneer je kunt",
  fromProfileNote: "Je werkdagen, wanneer je er niet bent, en hoeveel bijeenkomsten je op een dag kunt hebben.",
  toAvailability: "Bekijk je beschikbaarheid",
  toAvailabilityOf: "Werkdagen en afwezigheid",

  cannotCome: (count: number) => (count === 1 ? "1 persoon is dan afwezig of werkt niet" : `${count} mensen zijn dan afwezig of werken niet`),

  awayUntil: (day: string) => `Afwezig tot en met ${day}`,
  awayFrom: (days: string) => `Afwezig ${days}`,

  changedMeanwhile: "Iemand heeft dit intussen gewijzigd. Wat jij invulde, staat er nog. Verstuur het opnieuw als het zo moet worden.",
  problems: {
    OUT_OF_ORDER: "De laatste dag is eerder dan de eerste. Vul een latere dag in.",
    OVER: "Deze dagen zijn al voorbij. Vul dagen in die nog komen.",
    TOO_LONG: "Dit is langer dan een jaar. Vul een eerdere laatste dag in.",
    OVERLAPS: "Een deel van deze dagen staat er al in. Wijzig die afwezigheid, of kies andere dagen.",
    REPLACEMENT_UNKNOWN: "Deze persoon kan hier niet vervangen. Kies iemand uit de lijst.",
    TOO_EARLY: "Deze dag is al voorbij. Vul vandaag in, of een dag die nog komt.",
    NOT_COMING: "Deze werkdagen gelden al. Wijzig ze als ze niet kloppen.",
  },
  fields: {
    daypartsMissing: "Kies minstens één dagdeel waarop je werkt.",
    validFromMissing: "Vul in vanaf welke dag dit geldt, bijvoorbeeld 1 1 2027.",
    mostMissing: "Vul in hoeveel bijeenkomsten op een dag kunnen, bijvoorbeeld 2.",
    firstDayMissing: "Vul de eerste dag in, bijvoorbeeld 12 10 2026.",
    lastDayMissing: "Vul de laatste dag in, bijvoorbeeld 16 10 2026.",
    replacementUnknown: "Kies iemand uit de lijst.",
  },
} as const;

/** After a form was sent: what happened, and who sees it. */
export const availabilityNotices = {
  "working-days-saved": "De werkdagen zijn bewaard. De kernteams zien ze meteen.",
  "working-days-dropped": "Die wijziging van de werkdagen gaat niet door.",
  "absence-saved": "De dagen zijn bewaard. De kernteams zien dat er iemand afwezig is, en wie vervangt.",
  "absence-withdrawn": "De dagen zijn weg. De kernteams zien geen afwezigheid meer.",
  "most-meetings-saved": "Het maximum is bewaard. Wie plant, houdt er rekening mee.",
} as const;

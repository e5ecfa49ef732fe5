import type { AdviceApplied, AgreementKind, CountedKind } from "#lib/agreements/kinds";
import type { AgreementEvent, AgreementState, AtPlay } from "#lib/agreements/rules";
import { formatDate, formatDayMonth, type Day } from "#lib/dates";
import { inSentence } from "#lib/texts/core-teams";

/** The states of an agreement. */
export const agreementStateNames: Record<AgreementState, string> = { OPEN: "Nog te doen", UNDER_WAY: "Loopt", DONE: "Gedaan", DROPPED: "Niet meer nodig" };

/** The kinds of an agreement. */
export const agreementKindTexts = {
  legend: "Wat voor afspraak is dit?",
  term: "Soort afspraak",
  names: {
    PLAIN: "Gewone afspraak",
    START_TALK: "Startgesprek op school",
    SHARED_ADVICE: "Advies ook voor de leerkracht",
    TAILORED: "Afspraak op maat",
  },
  meanings: {
    PLAIN: "Iemand van het team doet iets, zoals bellen of navragen.",
    START_TALK: "De CJG-coach en de ouders praten op school, met de leerkracht of de IB’er erbij. Dat maakt de stap kleiner.",
    SHARED_ADVICE: "De leerkracht krijgt hetzelfde advies als het gezin, en hoort niet om wie het gaat.",
    TAILORED: "Iets wat past bij deze casus, naast de gewone routes.",
  },
  /** With an agreement in a list. */
  labels: { START_TALK: "Startgesprek", SHARED_ADVICE: "Advies voor de leerkracht", TAILORED: "Op maat" } satisfies Record<CountedKind, string>,
  /** What a startgesprek is called when nobody calls it otherwise. */
  usualTalk: "Startgesprek op school",
  textHint: "Begin met wat er gebeurt, bijvoorbeeld: de huisarts bellen. Noem geen leerlingen of ouders. Bij een startgesprek mag je dit leeg laten.",
  ownerHint: (coach: string) => `Kies je bij een startgesprek niemand, dan doet ${coach} het.`,
  dueHint: "We stellen een dag over ongeveer drie weken voor. Een andere dag mag ook.",

  appliedQuestion: "Toegepast in de klas?",
  appliedChange: "Klopt dat niet meer?",
  appliedTerm: "Toegepast in de klas",
  appliedAnswers: { YES: "Ja", NOT_YET: "Nog niet", NO: "Nee" } satisfies Record<AdviceApplied, string>,
  applied: { YES: "Toegepast in de klas", NOT_YET: "Nog niet toegepast in de klas", NO: "Niet toegepast in de klas" } satisfies Record<AdviceApplied, string>,
  notShared: "Dit kan alleen bij een advies voor de leerkracht dat is afgevinkt.",
} as const;

/** The quiet label of an agreement in a list; a plain one has none. */
export function agreementLabel(kind: AgreementKind): string | null {
  return kind === "PLAIN" ? null : agreementKindTexts.labels[kind];
}

/** Agreements as lines in a list. */
export const agreementTexts = {
  listTitle: (team: string) => `Afspraken · ${team}`,
  mineTitle: "Mijn afspraken",
  all: "Afspraken",
  one: "Afspraak",
  lead: "Wat het team heeft afgesproken, en wie nu aan zet is.",
  mineLead: "Wat bij jou ligt, bij al je kernteams.",
  passedLead: "Wat jij hebt doorgezet. Een ander is aan zet; jij houdt het in de gaten.",
  views: "Kies welke afspraken je ziet",
  mine: (count: number) => (count === 0 ? "Bij jou" : `Bij jou (${count})`),
  passed: (count: number) => (count === 0 ? "Doorgezet" : `Doorgezet (${count})`),
  open: (count: number) => (count === 0 ? "Open" : `Open (${count})`),
  closed: (year: string) => `Afgesloten in ${year}`,
  openLabel: "Open afspraken",
  closedLabel: "Afgesloten afspraken",
  overdueTitle: "Datum voorbij",
  laterTitle: "Nog te doen",
  overdue: "Datum voorbij",
  dueBy: "uiterlijk",
  agreedOn: (date: string) => `afgesproken op ${date}`,
  atMeeting: (date: string) => `bijeenkomst op ${date}`,
  underWay: (since: Day, today: Day) => `Loopt sinds ${nearDay(since, today)}`,
  closedOn: (state: AgreementState, day: Day) => `${agreementStateNames[state]} op ${formatDate(day)}`,
  because: (reason: string) => `Waarom: ${reason}`,

  /** Who is to act: "Samira Haddou doet dit", "Ligt bij CJG Duinstreek, sinds 3 december". */
  atPlay: (atPlay: AtPlay, today: Day): string => {
    const { kind, name, isYou, since } = atPlay;
    if (kind === "PERSON" && since === null) return isYou ? "Jij doet dit" : `${name} doet dit`;
    const where = kind === "PERSON" && isYou ? "jou" : placeName(kind, name);
    return `Ligt bij ${where}${since === null ? "" : `, sinds ${nearDay(since, today)}`}${isYou && kind !== "PERSON" ? ": jij bent aan zet" : ""}`;
  },
  from: ({ name, isYou }: NonNullable<AtPlay["from"]>) => `komt van ${isYou ? "jou" : name}`,

  finish: "Gedaan",
  begin: "Begonnen",
  notBegun: "Zet terug op niet begonnen",
  reopen: "Toch niet gedaan",
  needed: "Toch nog nodig",
  /** Behind a button, for who listens: which agreement it is about. */
  about: (text: string) => `(${text})`,
  finished: "Afgevinkt.",
  dropped: "De afspraak is afgesloten als niet meer nodig.",
  emptyTitle: "Er staat niets open",
  empty: "Hier komen de afspraken die het team maakt: wie doet wat, en voor wanneer. Leg ze vast bij de bijeenkomst, dan ziet iedereen ze op de startpagina.",
  emptyMineTitle: "Er ligt niets bij jou",
  emptyMine: "Hier komen de afspraken die jij op je neemt, en wat een collega aan jou of je organisatie doorzet. Je maakt ze bij een bijeenkomst of een casus.",
  emptyPassedTitle: "Je hebt niets doorgezet",
  emptyPassed: "Kan een ander een afspraak beter oppakken? Open de afspraak en zet hem door. Hier zie je dan bij wie hij ligt, en je krijgt bericht als hij is afgesloten.",
  toMeetings: "Naar de bijeenkomsten",
  emptyYearTitle: (year: string) => `In ${year} is niets afgesloten`,
  emptyYear: "Kies een ander schooljaar om terug te kijken.",
} as const;

/** The page of one agreement. */
export const agreementPageTexts = {
  title: (team: string) => `Afspraak · ${team}`,
  atPlay: "Aan zet",
  state: "Stand",
  dueOn: "Uiterlijk",
  agreed: "Afgesproken",
  from: "Komt van",
  staysInformed: ({ name, isYou }: NonNullable<AtPlay["from"]>) => (isYou ? "Jou: je krijgt bericht als de afspraak is afgesloten" : `${name}, die bericht krijgt als de afspraak is afgesloten`),
  why: "Waarom niet meer nodig",
  how: "Hoe staat het ervoor?",
  passOn: "Zet door naar een ander",
  change: "Wijzig de tekst of de datum",
  drop: "Niet meer nodig",
  newDate: "Andere datum",
  passOnShort: "Zet door",
  history: "Wat er met deze afspraak is gebeurd",
} as const;

/** What happened, as a sentence. */
export function agreementEventText(event: AgreementEvent): string {
  const { who } = event;
  switch (event.kind) {
    case "MADE":
      return event.owner === who ? `${who} nam dit op zich, voor ${formatDate(event.dueOn)}.` : `${who} schreef dit op voor ${event.owner}, voor ${formatDate(event.dueOn)}.`;
    case "STATE":
      return event.reason === null ? `${who} zette dit op “${agreementStateNames[event.state].toLowerCase()}”.` : `${who} sloot dit af als niet meer nodig: ${event.reason}`;
    case "PASSED":
      return event.to.kind === "PERSON" && event.to.name === who ? `${who} nam dit over.` : `${who} zette dit door naar ${placeName(event.to.kind, event.to.name)}.`;
    case "DUE":
      return `${who} veranderde de datum in ${formatDate(event.dueOn)}.`;
    case "TEXT":
      return `${who} veranderde de tekst.`;
    case "KIND":
      return `${who} veranderde de soort afspraak in: ${agreementKindTexts.names[event.became].toLowerCase()}.`;
    case "APPLIED":
      return `${who} zei: ${agreementKindTexts.applied[event.applied].toLowerCase()}.`;
  }
}

/** Passing an agreement on. */
export const passOnTexts = {
  title: (team: string) => `Afspraak doorzetten · ${team}`,
  to: "Wie is nu aan zet?",
  toHint: "Kies een collega, of een functie of organisatie. Staat een organisatie er niet bij? Vraag je organisator of procesbegeleider om die toe te voegen.",
  person: (name: string, functionName: string) => `${name} (${functionName})`,
  people: "Mensen uit het team",
  functions: "Functies in het team",
  organisations: "Organisaties",
  afterPerson: "Een collega krijgt een mail, zonder de tekst van de afspraak.",
  afterOther: "Bij een functie of organisatie zien de mensen uit het team die daarbij horen, dat zij aan zet zijn.",
  youFollow: "Wie de afspraak het eerst op zich nam, blijft meekijken en krijgt bericht als hij is afgesloten.",
  send: "Zet de afspraak door",
  sending: "De afspraak wordt doorgezet…",
  notInTeam: "Deze keuze kan niet meer: de persoon zit niet in het team, of de functie of organisatie hoort er niet bij. Kies iemand anders.",
  liesThere: "De afspraak ligt daar al. Kies een ander, of ga terug.",
  closed: "Deze afspraak is al afgesloten. Zet hem eerst weer open.",
  tooOften: "Je hebt in een uur al veel afspraken doorgezet. Wacht een uur en probeer het opnieuw.",
} as const;

/** Saying that an agreement is no longer needed. */
export const dropTexts = {
  title: (team: string) => `Niet meer nodig · ${team}`,
  lead: "De afspraak gaat van de lijst. Je kunt hem later weer openzetten.",
  reason: "Waarom is dit niet meer nodig?",
  reasonHint: "Eén regel. Noem geen leerlingen of ouders.",
  send: "Sluit de afspraak af",
  sending: "De afspraak wordt afgesloten…",
  closed: "Deze afspraak is al afgesloten.",
} as const;

/** Going through earlier agreements at a meeting. */
export const reviewTexts = {
  title: (team: string) => `Vorige afspraken · ${team}`,
  link: "Loop de vorige afspraken na",
  lead: (day: string) => `Wat jullie vóór ${day} afspraken en nog openstaat. Zeg bij elke afspraak hoe het ervoor staat.`,
  open: "Nog open",
  openNote: (count: number) => (count === 1 ? "1 afspraak" : `${count} afspraken`),
  closedToday: "Vandaag afgesloten",
  emptyTitle: "Er staat niets meer open",
  empty: "Alles wat jullie eerder afspraken, is gedaan of niet meer nodig.",
  back: "Terug naar de bijeenkomst",
} as const;

/** Making and changing an agreement. */
export const agreementFormTexts = {
  newTitle: (team: string) => `Nieuwe afspraak · ${team}`,
  newLead: (day: string) => `Wat heeft het team op ${day} afgesproken, los van een casus?`,
  newLeadOfCase: (day: string) => `Wat spreken jullie af bij deze casus, van de bijeenkomst op ${day}?`,
  editTitle: (team: string) => `Afspraak wijzigen · ${team}`,
  madeAt: (day: Day) => `Afgesproken op ${formatDate(day)}.`,
  madeWith: (alias: string, day: Day) => `Afgesproken bij ${alias}, op ${formatDate(day)}.`,
  text: "Wat is er afgesproken?",
  textHint: "Begin met wat er gebeurt, bijvoorbeeld: startgesprek op school voeren. Noem geen leerlingen of ouders.",
  owner: "Wie doet dit?",
  dueOn: "Wanneer is het klaar?",
  save: "Bewaar de afspraak",
  saveAndNext: "Bewaar en maak er nog een",
  saving: "De afspraak wordt bewaard…",
  saveChange: "Bewaar de wijziging",
  back: "Terug naar de bijeenkomst",
  backToOne: "Terug naar de afspraak",
  backToReview: "Terug naar de vorige afspraken",
  noOwners: "Er is niemand die op de dag van deze bijeenkomst bij het team hoorde en er nu nog in zit. Maak de afspraak bij een andere bijeenkomst.",

  kindMissing: "Kies wat voor afspraak dit is.",
  textMissing: "Vul in wat er is afgesproken.",
  ownerMissing: "Kies wie dit doet.",
  dueOnMissing: "Vul in wanneer het klaar is, bijvoorbeeld 11 12 2026.",
  stateMissing: "Kies hoe het ervoor staat.",
  reasonMissing: "Vul in waarom dit niet meer nodig is.",
  toMissing: "Kies wie nu aan zet is.",
  ownerNotMember: "Deze persoon hoorde niet bij het team op de dag van de bijeenkomst, of zit er niet meer in. Kies iemand anders.",
  dueTooEarly: (day: Day) => `Deze datum is al voorbij. Kies een dag vanaf ${formatDate(day)}.`,
  dueTooFar: (day: Day) => `Deze datum ligt ver weg. Kies een dag tot en met ${formatDate(day)}.`,
  meetingCancelled: "Deze bijeenkomst gaat niet door. Maak de afspraak bij een bijeenkomst die er wel was.",
  changedMeanwhile: (text: string, owner: string, dueOn: Day, state: AgreementState) =>
    `Iemand anders heeft deze afspraak intussen gewijzigd. Er staat nu: “${text}”, ${owner}, uiterlijk ${formatDate(dueOn)}, ${agreementStateNames[state].toLowerCase()}. Wat jij invulde, staat er nog: verstuur het opnieuw als het zo moet worden.`,
} as const;

/** After a form about an agreement was sent. */
export const agreementNotices = {
  "agreement-made": "De afspraak is bewaard. Wie hem oppakt, ziet hem op de startpagina.",
  "agreement-done": "Afgevinkt. Klopt dat toch niet? Zet de afspraak weer open bij de afspraken van het team.",
  "agreement-shared": "Afgevinkt: de leerkracht kent het advies. Is het al toegepast in de klas? Dat kun je bij de afspraak zeggen.",
  "agreement-applied": "Genoteerd. Wordt het later anders? Kies dan een ander antwoord bij de afspraak.",
  "agreement-dropped": "De afspraak is afgesloten als niet meer nodig.",
  "agreement-under-way": "Genoteerd: deze afspraak loopt.",
  "agreement-open": "De afspraak staat op nog te doen.",
  "agreement-changed": "De afspraak is gewijzigd.",
  "agreement-passed-on": "De afspraak is doorgezet. Je ziet bij de afspraken bij wie hij nu ligt.",
} as const;

/** Where something lies: a person, an organisation, or whoever has a function ("de schoolarts"). */
function placeName(kind: AtPlay["kind"], name: string): string {
  return kind === "FUNCTION" ? `de ${inSentence(name)}` : name;
}

function nearDay(day: Day, today: Day): string {
  return day.slice(0, 4) === today.slice(0, 4) ? formatDayMonth(day) : formatDate(day);
}

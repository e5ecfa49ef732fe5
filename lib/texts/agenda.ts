import { formatDate, type Day } from "#lib/dates";

/** From which side an item comes, to choose from and behind a name. */
export const agendaOriginNames = {
  EDUCATION: "onderwijs",
  YOUTH_CARE: "jeugdhulp",
  BOTH: "snijvlak",
} as const;

/** The agenda of one meeting. */
export const agendaTexts = {
  heading: "Agenda",
  title: (day: string, team: string) => `Agenda ${day} · ${team}`,
  crumb: "Agenda",
  /** For who reads the page on paper. */
  what: (kind: string, theme: string | null) => (theme === null ? kind : `${kind}: ${theme}`),
  goals: "Waar is deze bijeenkomst voor?",
  items: "Wat bespreken we?",
  minutes: (minutes: number) => `${minutes} min`,
  total: (total: number, length: number) => {
    if (total === length) return `Samen ${minutesInWords(total)}: precies de duur van de bijeenkomst.`;
    if (total > length) return `Samen ${minutesInWords(total)}: ${minutesInWords(total - length)} langer dan de bijeenkomst duurt.`;
    return `Samen ${minutesInWords(total)}: er ${length - total === 1 ? "blijft" : "blijven"} ${minutesInWords(length - total)} over.`;
  },
  addedBy: (name: string, origin: keyof typeof agendaOriginNames | null) => [`Ingebracht door ${name}`, origin && agendaOriginNames[origin]].filter(Boolean).join(" · "),
  addedBySomebody: "iemand die hier niet meer werkt",
  oneSided: {
    EDUCATION: "Tot nu toe komt alles uit het onderwijs. Wat brengt jeugdhulp in?",
    YOUTH_CARE: "Tot nu toe komt alles uit de jeugdhulp. Wat brengt het onderwijs in?",
    BOTH: "",
  },
  nobodyYet: "Nog niemand heeft zelf iets op de agenda gezet. Alles wat jullie samen bezighoudt, is welkom.",
  add: "Zet iets op de agenda",
  chooseTemplate: "Kies een andere standaardagenda",
  change: "Wijzig",
  remove: "Haal weg",
  up: "Omhoog",
  down: "Omlaag",
  /** Behind a button or link, for who listens: which item it is about. */
  about: (title: string) => `: ${title}`,
  openAgreements: "Open afspraken van het team",
  agreementLine: (owner: string, dueOn: Day) => `${owner}, uiterlijk ${formatDate(dueOn)}`,
  overdue: "Datum voorbij",
  noAgreements: "Er staat geen afspraak open.",
  moreAgreements: (count: number) => (count === 1 ? "En nog 1 andere." : `En nog ${count} andere.`),
  reviewAgreements: "Loop de vorige afspraken na",
  agreementsOfTeam: "De afspraken zelf zijn alleen voor het team.",
  cases: "Casussen bij deze bijeenkomst",
  noCases: "Er is nog geen casus voor deze bijeenkomst.",
  logCase: "Nieuwe casus",
  removedItems: (count: number) => (count === 1 ? "1 punt is van de agenda gehaald" : `${count} punten zijn van de agenda gehaald`),
  putBack: "Zet terug",
  fixed: {
    CANCELLED: "Deze bijeenkomst gaat niet door. De agenda blijft staan zoals hij was.",
    OVER: "Deze bijeenkomst is geweest. De agenda blijft staan zoals hij was.",
  },
  emptyTitle: "Er is nog geen agenda",
  empty: "Hier komt wat jullie bespreken, met de tijd erbij. Zet zelf iets op de agenda.",
  emptyForPlanner: "Hier komt wat jullie bespreken, met de tijd erbij. Begin met een standaardagenda, dan hoef je alleen aan te vullen.",
  emptyOver: "Voor deze bijeenkomst is geen agenda gemaakt.",
  startFromTemplate: "Kies een standaardagenda",
  openAgenda: "Bekijk de agenda",
  back: "Terug naar de agenda",
} as const;

/** Putting something on the agenda, changing it and taking it off. */
export const agendaFormTexts = {
  newTitle: (day: string, team: string) => `Op de agenda zetten voor ${day} · ${team}`,
  newLead: "Het team ziet dit meteen. Het staat in geen enkele mail.",
  editTitle: (title: string) => `Agendapunt wijzigen: ${title}`,
  title: "Wat wil je bespreken?",
  titleHint: "Bijvoorbeeld: wanneer bel je wie als leerlingen vaak te laat komen? Noem geen leerlingen of ouders bij naam.",
  titleOfStanding: "Hoe heet dit punt?",
  explanation: "Toelichting",
  explanationHint: "Wat wil je van de anderen weten? Houd het kort en anoniem.",
  origin: "Uit welke hoek komt dit?",
  origins: {
    EDUCATION: { label: "Onderwijs", hint: "Iets wat op school speelt." },
    YOUTH_CARE: { label: "Jeugdhulp", hint: "Iets van het CJG, de GGD, de gemeente of een andere organisatie." },
    BOTH: { label: "Snijvlak", hint: "Iets waar onderwijs en jeugdhulp elkaar raken." },
  },
  minutes: "Hoeveel minuten?",
  minutesHint: "Vaak is 10 genoeg",
  questions: "Vragen om over te praten",
  questionsHint: "Zet elke vraag op een eigen regel.",
  save: "Zet op de agenda",
  saveAndNext: "Zet op de agenda en maak er nog een",
  saveChange: "Bewaar de wijziging",
  saving: "De agenda wordt bewaard…",

  titleMissing: "Vul in wat je wilt bespreken.",
  minutesMissing: "Vul in hoeveel minuten het duurt, bijvoorbeeld 10.",
  originMissing: "Kies uit welke hoek dit komt.",
  tooManyQuestions: (most: number) => `Zet hier hoogstens ${most} vragen.`,
  questionTooLong: (most: number) => `Maak elke vraag korter: hoogstens ${most} tekens.`,
  directionMissing: "Kies of dit punt omhoog of omlaag gaat.",
  templateMissing: "Kies een standaardagenda.",
  full: (most: number) => `Op deze agenda staan al ${most} punten. Haal er eerst een weg.`,
  fixed: {
    CANCELLED: "Deze bijeenkomst gaat niet door, dus de agenda verandert niet meer.",
    OVER: "Deze bijeenkomst is geweest, dus de agenda verandert niet meer.",
  },
  changedMeanwhile: (now: { title: string; minutes: number; explanation: string | null }) =>
    `Iemand anders heeft dit punt intussen gewijzigd. Er staat nu: “${now.title}”, ${now.minutes} min${now.explanation === null ? "" : `, met de toelichting “${now.explanation}”`}. Wat jij invulde, staat er nog: verstuur het opnieuw als het zo moet worden.`,
  removedMeanwhile: "Iemand anders heeft dit punt intussen van de agenda gehaald. Op de agenda kun je het terugzetten.",

  removeTitle: (title: string) => `Van de agenda halen: ${title}`,
  removeLead: (title: string) => `Je staat op het punt “${title}” van de agenda te halen.`,
  removeMinutes: (minutes: number) => (minutes === 1 ? "minuut komt vrij op de agenda" : "minuten komen vrij op de agenda"),
  removeKeeps: "De tekst gaat niet verloren: onder aan de agenda kun je het punt terugzetten.",
  removeOfOther: (name: string) => `${name} heeft dit ingebracht. Laat even weten waarom je het weghaalt.`,
  removeSubmit: "Haal van de agenda",
  removing: "Het punt gaat van de agenda…",
  removeChanged: (title: string) => `Iemand anders heeft dit punt intussen gewijzigd. Er staat nu: “${title}”. Verstuur het opnieuw als het toch weg moet.`,
  removeBack: "Toch laten staan",

  templateTitle: (day: string, team: string) => `Standaardagenda kiezen voor ${day} · ${team}`,
  templateLead: "Een standaardagenda geeft de vaste punten, met vragen en tijden. Daarna is het de agenda van deze bijeenkomst.",
  templateNow: (name: string) => `Nu begint deze agenda met “${name}”.`,
  templateReplaces: "Vaste punten waar niemand iets aan veranderde, maken plaats voor die van de standaardagenda die je kiest.",
  templateKeeps: "Wat iemand zelf op de agenda zette of aanpaste, blijft staan.",
  templateLabel: "Welke standaardagenda?",
  templateHint: (count: number, minutes: number) => `${count} punten, samen ${minutesInWords(minutes)}`,
  templateSubmit: "Gebruik deze standaardagenda",
  templateNone: "Jullie samenwerkingsverband heeft nog geen standaardagenda's.",
  toTemplates: "Pas de standaardagenda's aan",
} as const;

/** After something was done with an agenda. */
export const agendaNotices = {
  "agenda-added": "Het staat op de agenda. Het hele team ziet het hier.",
  "agenda-changed": "De wijziging is bewaard.",
  "agenda-moved": "De volgorde is aangepast.",
  "agenda-removed": "Het punt is van de agenda gehaald. Onderaan kun je het terugzetten.",
  "agenda-restored": "Het punt staat weer op de agenda.",
  "agenda-template-chosen": "De standaardagenda staat erop. Wat jullie zelf hadden toegevoegd, is gebleven.",
} as const;

function minutesInWords(minutes: number): string {
  return minutes === 1 ? "1 minuut" : `${minutes} minuten`;
}

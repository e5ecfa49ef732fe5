import { formatDate, type Day } from "#lib/dates";

/** The parts of an alias as the database keeps them: the last two digits of the school year, and a number within it. */
export type AliasParts = { schoolYear: number; number: number };

/** What a casus is called, everywhere and for everybody: "Casus 26-07". */
export function aliasOf({ schoolYear, number }: AliasParts): string {
  return `Casus ${twoDigits(schoolYear)}-${twoDigits(number)}`;
}

type Stage = "LOWER" | "MIDDLE" | "UPPER" | "LOWER_SECONDARY" | "UPPER_SECONDARY" | "VOCATIONAL";

/** The part of the school a pupil is in; in special education the secondary part has the same words. */
export function stageName(stage: Stage, sector: "PO" | "VO" | "SO" | "MBO"): string {
  const name = stageNames[stage];
  return sector === "SO" && (stage === "LOWER_SECONDARY" || stage === "UPPER_SECONDARY") ? `${name} vso` : name;
}

const stageNames: Record<Stage, string> = {
  LOWER: "Onderbouw",
  MIDDLE: "Middenbouw",
  UPPER: "Bovenbouw",
  LOWER_SECONDARY: "Onderbouw",
  UPPER_SECONDARY: "Bovenbouw",
  VOCATIONAL: "Mbo",
};

/** The questions of a casus; the form asks them and the page answers them in the same words. */
const questions = {
  goesWell: "Wat gaat goed?",
  question: "Wat is de vraag?",
  situation: "Hoe is de situatie?",
  parents: "Wat zeggen de ouders?",
  pupil: "Wat zegt de leerling zelf?",
} as const;

/** Where worries about safety belong: everywhere a casus is written. */
export const safetyTexts = {
  title: "Zorgen over veiligheid horen hier niet",
  route: "Volg dan de meldcode. Je kunt dag en nacht overleggen met Veilig Thuis:",
  safeHome: "0800-2000",
  danger: "Is er direct gevaar? Bel:",
  emergency: "112",
} as const;

/** The form of a casus. */
export const caseFormTexts = {
  title: (team: string) => `Nieuwe casus · ${team}`,
  lead: "Beschrijf de situatie zo dat niemand de leerling herkent. De casus krijgt bij het bewaren vanzelf een naam, zoals Casus 26-07.",
  editTitle: (alias: string, team: string) => `${alias} wijzigen · ${team}`,
  editLead: "Iedereen in het team kan een open casus aanvullen. Wie hem daarna opent, leest de nieuwe tekst.",

  story: "De casus",
  stage: "In welke bouw zit de leerling?",
  goesWell: questions.goesWell,
  goesWellHint: "Wat lukt er, waar geniet de leerling van, wie helpt er al?",
  question: questions.question,
  questionHint: "In één zin. Waar wil je dat het team over meedenkt?",
  situation: questions.situation,
  situationHint: "Wat zie je, sinds wanneer, en wat is er al geprobeerd? Schrijf ‘de leerling’, zonder naam, leeftijd of datum.",

  voices: "De ouders en de leerling",
  voicesNote: "Vul in wat zij zelf zeggen, of waarom het nog niet is gevraagd.",
  parents: questions.parents,
  parentsSaid: "Dit zeggen de ouders:",
  parentsNotAsked: "Nog niet gevraagd, omdat …",
  parentsText: "Wat de ouders zeggen, of waarom het niet is gevraagd",
  pupil: questions.pupil,
  pupilSaid: "Dit zegt de leerling:",
  pupilNotAsked: "Nog niet gevraagd, omdat …",
  pupilText: "Wat de leerling zegt, of waarom het niet is gevraagd",

  agreements: "Afspraken",
  agreementsNote: "Wie doet wat, en wanneer is het klaar? Laat leeg als er nog niets is afgesproken.",
  agreement: (number: number) => `Afspraak ${number}`,
  oneMore: "Nog een afspraak",

  save: "Bewaar de casus",
  saving: "De casus wordt bewaard…",
  saveChange: "Bewaar de wijziging",
  toMeeting: "Terug naar de bijeenkomst",
  backToCase: "Terug naar de casus",

  stageMissing: "Kies in welke bouw de leerling zit.",
  goesWellMissing: "Vul in wat er goed gaat. Er is altijd iets.",
  questionMissing: "Vul de vraag in, in één zin.",
  situationMissing: "Vul in hoe de situatie is.",
  parentsMissing: "Kies of de ouders iets zeggen, of dat het nog niet is gevraagd.",
  parentsTextMissing: "Vul in wat de ouders zeggen, of waarom het nog niet is gevraagd.",
  pupilMissing: "Kies of de leerling iets zegt, of dat het nog niet is gevraagd.",
  pupilTextMissing: "Vul in wat de leerling zelf zegt, of waarom het nog niet is gevraagd.",

  meetingCancelled: "Deze bijeenkomst gaat niet door. Leg de casus vast bij de bijeenkomst waar jullie hem bespreken.",
  stageElsewhere: "Deze bouw hoort niet bij deze school. Kies een andere.",
  /** Above the form; what each field needs stands at the field. */
  changedMeanwhile:
    "Iemand anders heeft deze casus intussen gewijzigd. Bij elk antwoord dat nu anders is, zie je wat er staat. Jouw tekst staat er nog: pas hem aan en bewaar opnieuw.",
  nowStands: "Er staat nu:",
  closedMeanwhile: "Deze casus is intussen afgesloten, dus wijzigen kan niet meer.",
} as const;

/** The page of one casus, and the list of them at a meeting. */
export const casePageTexts = {
  title: (alias: string, team: string) => `${alias} · ${team}`,
  discussedAt: (stage: string, day: Day) => `${stage} · bijeenkomst van ${formatDate(day)}`,
  open: "Open",
  closed: "Afgesloten",
  story: "Wat er is besproken",
  closedOn: (date: string) => `Afgesloten op ${date}.`,
  edit: "Wijzig de casus",
  close: "Sluit de casus af",
  ...questions,
  parentsNotAsked: "Nog niet gevraagd:",
  pupilNotAsked: "Nog niet gevraagd:",
  agreements: "Afspraken",
  noAgreements: "Bij deze casus zijn geen afspraken gemaakt.",
  about: "Over deze casus",
  loggedBy: (name: string, day: Day) => `Vastgelegd door ${name} op ${formatDate(day)}.`,
  readingIsLogged: "Dat je deze casus opende, is vastgelegd. De tekst staat nergens anders: niet in een mail en niet in een export.",
  whoReads: "Leden van het kernteam kunnen hem lezen zolang hij open is; daarna alleen wie er op de dag van de bijeenkomst al bij hoorde.",
  notShown: "Je browser heeft deze pagina vast klaargezet. De tekst komt pas als je hem zelf opent, omdat wordt vastgelegd wie een casus leest.",
  showNow: "Open de casus",
  listLabel: "Casussen van deze bijeenkomst",
} as const;

/** Closing a casus. */
export const closeCaseTexts = {
  title: (alias: string, team: string) => `${alias} afsluiten · ${team}`,
  lead: "Sluit een casus af als het team er klaar mee is.",
  notBack: "Wijzigen kan daarna niet meer, en terugdraaien ook niet: dan zou de casus opengaan voor wie er toen niet bij was.",
  keep: (count: number) => (count === 1 ? "lid van het team blijft hem lezen: wie er op de dag van de bijeenkomst bij hoorde" : "leden van het team blijven hem lezen: wie er op de dag van de bijeenkomst bij hoorde"),
  lose: (count: number) => (count === 1 ? "lid kwam er later bij en kan hem niet meer lezen" : "leden kwamen er later bij en kunnen hem niet meer lezen"),
  openAgreements: (count: number) => (count === 1 ? "open afspraak blijft staan, tot iemand hem afvinkt" : "open afspraken blijven staan, tot iemand ze afvinkt"),
  submit: "Sluit de casus af",
  submitting: "De casus wordt afgesloten…",
  back: "Toch niet afsluiten",
  backToCase: "Terug naar de casus",
  closedBefore: "Deze casus is al afgesloten.",
  changedMeanwhile: "Iemand heeft deze casus zojuist gewijzigd. Lees hem eerst nog eens.",
  notYet: "Deze bijeenkomst moet nog beginnen. Sluit de casus af als jullie hem besproken hebben.",
  notThere: "Je hoorde nog niet bij het team op de dag van deze bijeenkomst. Vraag een collega die er wel bij was om de casus af te sluiten.",
} as const;

/** After a form about a casus was sent. */
export const caseDiscussionNotices = {
  "case-logged": "De casus is bewaard en heeft een naam gekregen: je vindt hem hieronder bij de casussen. Alleen leden van het team kunnen hem lezen.",
  "case-changed": "De wijziging is bewaard.",
  "case-closed": "De casus is afgesloten. Wie er toen bij was, kan hem nog lezen.",
} as const;

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}

import { formatDate, type Day } from "#lib/dates";
import { listed } from "#lib/texts/meetings";

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

/** The pages on which a casus is written, by what they are about. */
export const partNames = {
  GOES_WELL: "Wat gaat goed",
  QUESTION: "De vraag",
  SITUATION: "De situatie",
  SETTING: "Waar het over gaat",
  VOICES: "Ouders en leerling",
  PARENTS_INFORMED: "Ouders op de hoogte",
  NEEDED: "Wat is nodig",
  CIRCLE: "De kansencirkel",
  OUTCOME: "Wat we samen zien",
} as const;

/** The questions of a casus; the form asks them and the pages answer them in the same words. */
const questions = {
  goesWell: "Wat gaat goed?",
  question: "Wat is de vraag?",
  situation: "Hoe is de situatie?",
  kind: "Wat voor casus is dit?",
  stage: "Om welke bouw gaat het?",
  theme: "Waar gaat het vooral over?",
  lifeDomains: "Waar speelt het?",
  since: "Hoe lang speelt het?",
  parents: "Wat zeggen de ouders?",
  pupil: "Wat zegt de leerling zelf?",
  parentsInformed: "Weten de ouders dat het team anoniem meedenkt?",
  needed: "Wat is er nodig?",
  together: "Wat zien we samen dat we los niet zagen?",
  notDoing: "Wat doen we juist niet?",
  atHome: "Zo vertellen we het thuis",
} as const;

/** The answers that are chosen. */
export const caseChoices = {
  kind: { HELP: "Een hulpvraag", THEME: "Een thema" },
  kindHint: { HELP: "Het team denkt mee over een leerling.", THEME: "Het team oefent met samenwerken, aan de hand van een voorbeeld." },
  theme: {
    ABSENCE: "Verzuim of thuiszitten",
    BEHAVIOUR: "Gedrag in de klas",
    LEARNING: "Leren en ontwikkeling",
    PRESSURE: "Prestatiedruk en spanning",
    WELLBEING: "Somber, angstig of boos",
    PEERS: "Vriendschap en pesten",
    HOME: "De situatie thuis",
    HEALTH: "Gezondheid en slapen",
    TRANSITION: "Een overstap of overgang",
    OTHER: "Iets anders",
  },
  lifeDomains: { SCHOOL: "Op school", HOME: "Thuis", FRIENDS: "Bij vrienden", SPORT: "Bij sport en in de vrije tijd", NEIGHBOURHOOD: "In de buurt" },
  since: { FIRST_CONCERN: "Het is een eerste zorg", LONGER: "Het loopt al langer", STUCK: "Het zit vast" },
  parentsInformed: { yes: "Ja", no: "Nee" },
} as const;

/** The parts of a child's life in the middle of a sentence. */
/** The same as where to ask how it goes. */
const domainPlaces = { SCHOOL: "op school", HOME: "thuis", FRIENDS: "met vrienden", SPORT: "bij sport", NEIGHBOURHOOD: "in de buurt" } as const;
const domainNames = { SCHOOL: "school", HOME: "thuis", FRIENDS: "vrienden", SPORT: "sport", NEIGHBOURHOOD: "de buurt" } as const;

/** Where worries about safety belong: everywhere a casus is written. */
export const safetyTexts = {
  title: "Zorgen over veiligheid horen hier niet",
  route: "Volg dan de meldcode. Je kunt dag en nacht overleggen met Veilig Thuis:",
  safeHome: "0800-2000",
  danger: "Is er direct gevaar? Bel:",
  emergency: "112",
  short: "Zorgen over veiligheid horen hier niet. Bel Veilig Thuis:",
} as const;

/** The pages on which a casus is written. */
export const caseFormTexts = {
  title: (team: string) => `Nieuwe casus · ${team}`,
  lead: "Beschrijf het zo dat niemand de leerling herkent. Het zijn acht korte pagina's. Alleen jij ziet de antwoorden, tot je het team laat meelezen.",
  stepTitle: (part: string, alias: string) => `${part} · ${alias}`,
  step: (number: number, of: number) => `Stap ${number} van ${of}`,
  openToAll: "Het hele team leest deze casus. Wie hem hierna opent, leest de nieuwe tekst.",

  ...questions,
  question: "Wat is de vraag, in één zin?",
  goesWellHint: "Wat lukt er, waar geniet de leerling van, wie helpt er al?",
  questionHint: "Waar wil je dat het team over meedenkt?",
  situationHint: "Wat zie je, en wat is er al geprobeerd? Schrijf ‘de leerling’, zonder naam, leeftijd of datum.",
  lifeDomainsHint: "Kies alles wat past.",
  voicesNote: "Vul in wat zij zelf zeggen, of waarom het nog niet is gevraagd.",
  parentsSaid: "Dit zeggen de ouders:",
  parentsNotAsked: "Nog niet gevraagd, omdat …",
  parentsText: "Wat de ouders zeggen, of waarom het niet is gevraagd",
  pupilSaid: "Dit zegt de leerling:",
  pupilNotAsked: "Nog niet gevraagd, omdat …",
  pupilText: "Wat de leerling zegt, of waarom het niet is gevraagd",
  parentsInformedHint: "Jullie bespreken de casus zonder naam. Toch is het goed als de ouders het weten.",
  parentsInformedWhy: "Zo nee: waarom weten ze het nog niet?",
  neededHint: "Wat zou helpen? Wie het doet en welk aanbod er is, komt later. Weet je het niet? Laat het leeg, dan denkt het team mee.",

  togetherHint: "Wat is er anders, nu jullie elkaars perspectief kennen?",
  notDoingHint: "Wat laten jullie bewust weg, nu of nog even? Bijvoorbeeld: nog geen aanmelding.",

  atHomeHint: "In één zin en in gewone woorden, zoals je het tegen de ouders zegt. Je ziet de zin terug bij de terugkoppeling.",

  next: "Verder",
  previous: "Vorige",
  toOverview: "Bewaar en ga naar het overzicht",
  saveChange: "Bewaar de wijziging",
  saving: "Het antwoord wordt bewaard…",
  toMeeting: "Terug naar de bijeenkomst",
  backToCase: "Terug naar de casus",

  /** What to do about an answer that is not there, by its field. */
  missing: {
    goesWell: "Vul in wat er goed gaat. Er is altijd iets.",
    question: "Vul de vraag in, in één zin.",
    situation: "Vul in hoe de situatie is.",
    kind: "Kies wat voor casus dit is.",
    stage: "Kies om welke bouw het gaat.",
    theme: "Kies waar het vooral over gaat.",
    lifeDomains: "Kies waar het speelt.",
    since: "Kies hoe lang het speelt.",
    parents: "Kies of de ouders iets zeggen, of dat het nog niet is gevraagd.",
    parentsText: "Vul in wat de ouders zeggen, of waarom het nog niet is gevraagd.",
    pupil: "Kies of de leerling iets zegt, of dat het nog niet is gevraagd.",
    pupilText: "Vul in wat de leerling zelf zegt, of waarom het nog niet is gevraagd.",
    parentsInformed: "Kies of de ouders weten dat het team anoniem meedenkt.",
    parentsInformedWhy: "Vul in waarom de ouders het nog niet weten.",
  },
  meetingCancelled: "Deze bijeenkomst gaat niet door. Schrijf de casus bij de bijeenkomst waar jullie hem bespreken.",
  stageElsewhere: "Deze bouw hoort niet bij deze school. Kies een andere.",
  /** Above the form; what each field needs stands at the field. */
  changedMeanwhile:
    "Dit antwoord is intussen in een ander venster of door iemand anders gewijzigd. Waar het nu anders is, zie je wat er staat. Jouw tekst staat er nog: pas hem aan en bewaar opnieuw.",
  closedMeanwhile: "Deze casus is intussen afgesloten of stopgezet, dus wijzigen kan niet meer.",
  notShown: "Deze pagina is nog niet echt geopend. Ga terug en open de casus zelf.",
  unreadable: "Het antwoord dat hier stond, is niet leesbaar. Daarom kun je het ook niet wijzigen. Vertel het de beheerder.",
} as const;

const { goesWell, question, situation, parentsText, pupilText, parentsInformedWhy, needed, together, notDoing, atHome } = caseFormTexts;

/** What the free texts of a casus are called. */
export const caseTextLabels = { goesWell, question, situation, parentsText, pupilText, parentsInformedWhy, needed, together, notDoing, atHome } as const;

/** The last page before the team reads along. */
export const caseOverviewTexts = {
  title: (alias: string) => `Overzicht · ${alias}`,
  lead: "Alleen jij ziet deze casus. Kijk hem na en laat dan het team meelezen.",
  openToAll: "Het hele team leest deze casus. Wie hem hierna opent, leest de nieuwe tekst.",
  backToCase: "Terug naar de casus",
  open: (count: number) => (count === 1 ? "Nog 1 vraag open" : `Nog ${count} vragen open`),
  complete: "Alles is ingevuld.",
  toShare: "Naar delen met het team",
  /** A question that is still open, by the field that misses an answer. */
  openQuestion: (field: string): string => {
    const asked: Readonly<Record<string, string>> = { ...questions, parentsText: questions.parents, pupilText: questions.pupil, parentsInformedWhy: "Waarom weten de ouders het nog niet?" };
    return asked[field] ?? field;
  },
  answers: "Wat er staat",
  fillIn: "Vul in",
  fillInOf: (part: string) => `Vul in: ${part}`,
  missing: "Nog niet ingevuld",
  missingWhy: "De reden ontbreekt nog",
  share: "Laat het team meelezen",
  whoReads: (team: string, members: number) =>
    members === 1 ? `Jij bent het enige lid van kernteam ${team}. Wie er later bij komt, kan de casus dan lezen.` : `Daarna kunnen alle ${members} leden van kernteam ${team} de casus lezen en aanvullen. Dat kun je niet terugdraaien.`,
  discard: "Gooi dit concept weg",
  erased: (day: string) => `Deel je hem niet, dan wordt de casus op ${day} gewist.`,
  submit: "Laat het team meelezen",
  submitting: "De casus wordt gedeeld…",
  incomplete: "Nog niet alles is ingevuld. Vul dat eerst in; daarna kan het team meelezen.",
  changedMeanwhile: "De casus is intussen in een ander venster gewijzigd. Kijk hem nog eens na; dan kun je hem delen.",
  shared: "Deze casus is al gedeeld met het team.",
} as const;

/** Throwing a concept away. */
export const discardConceptTexts = {
  title: (alias: string) => `${alias} weggooien`,
  lead: "Niemand anders heeft deze casus gelezen. Gooi je hem weg, dan kun je hem niet terughalen.",
  pages: (count: number) => (count === 1 ? "pagina met wat je schreef, verdwijnt" : "pagina's met wat je schreef, verdwijnen"),
  submit: "Gooi dit concept weg",
  submitting: "Het concept wordt weggegooid…",
  back: "Toch niet weggooien",
  toOverview: "Terug naar het overzicht",
  changedMeanwhile: "Je hebt dit concept intussen in een ander venster gewijzigd. Kijk het nog eens na voor je het weggooit.",
  released: "Deze casus is stopgezet geweest en aan jou teruggegeven. Anderen schreven er al bij, dus weggooien kan niet. Deel je hem niet, dan wordt hij vanzelf gewist.",
  shared: "Het team leest deze casus intussen mee, dus weggooien kan niet meer.",
} as const;

/** The page of one casus, and the list of them at a meeting. */
export const casePageTexts = {
  title: (alias: string, team: string) => `${alias} · ${team}`,
  discussedAt: (stage: string | null, day: Day) => [stage, `bijeenkomst van ${formatDate(day)}`].filter(Boolean).join(" · "),
  states: { CONCEPT: "Alleen jij", OPEN: "Open", CLOSED: "Afgesloten", STOPPED: "Stopgezet", ERASED: "Gewist" },
  conceptLine: "Nog niet gedeeld",
  /** Of a concept that was stopped and given back. */
  returned: "Teruggegeven",
  returnedLine: "Alleen jij ziet hem, tot je het team weer laat meelezen",
  story: "De casus",
  notPrinted: "De tekst van een casus staat alleen hier in Kernteam en wordt niet afgedrukt.",
  closedOn: (date: string) => `Afgesloten op ${date}.`,
  change: "Wijzig",
  changeOf: (part: string) => `Wijzig: ${part}`,
  close: "Sluit de casus af",
  ...questions,
  /** About which parts of a child's life nothing was said, when some were chosen: a question, and no reproach. Null for none. */
  unknownDomains: (chosen: readonly (keyof typeof domainNames)[]): string | null => {
    const unknown = Object.entries(domainPlaces).flatMap(([domain, place]) => (chosen.some((each) => each === domain) ? [] : [place]));
    return chosen.length === 0 || unknown.length === 0 ? null : `En hoe gaat het ${listed(unknown)}?`;
  },
  kindShort: "Soort casus",
  stageShort: "Bouw",
  themeShort: "Thema",
  notAsked: "Nog niet gevraagd.",
  parentsKnow: "Ja.",
  parentsDoNotKnow: "Nee.",
  noAnswer: "Nog niet ingevuld.",
  unreadable: "Dit antwoord is niet leesbaar. Vertel het de beheerder.",
  agreements: "Afspraken",
  noAgreements: "Bij deze casus zijn nog geen afspraken gemaakt.",
  addAgreement: "Maak een afspraak",
  about: "Over deze casus",
  sharedBy: (name: string, day: Day) => `${name} schreef deze casus en deelde hem op ${formatDate(day)}.`,
  readingIsLogged: "Dat je deze casus opende, is vastgelegd. De tekst staat nergens anders: niet in een mail en niet in een export.",
  whoReads: "Leden van het kernteam kunnen hem lezen zolang hij open is; daarna alleen wie er op de dag van de bijeenkomst al bij hoorde.",
  notShown: "De tekst staat hier nog niet. We leggen vast wie een casus leest, dus open hem zelf.",
  showNow: "Open de casus",
  readers: "Gelezen door",
  moreReaders: (count: number) => (count === 1 ? "Nog 1 ander" : `Nog ${count} anderen`),
  lastRead: (day: string) => `laatst op ${day}`,
  listLabel: "Casussen van deze bijeenkomst",
} as const;

/** Open casussen on a home page. */
export const openCasesTexts = {
  title: "Open casussen",
  ofTeam: (name: string, team: string) => `${name} · ${team}`,
  about: (stage: string | null, day: Day) => (stage === null ? `Bijeenkomst van ${formatDate(day)}` : `${stage} · bijeenkomst van ${formatDate(day)}`),
  more: (meetings: number) => (meetings === 1 ? "Meer open casussen, bij 1 bijeenkomst" : `Meer open casussen, bij ${meetings} bijeenkomsten`),
  meeting: (day: Day) => `Bijeenkomst van ${formatDate(day)}`,
} as const;

/** Closing a casus. */
export const closeCaseTexts = {
  title: (alias: string, team: string) => `${alias} afsluiten · ${team}`,
  lead: "Sluit een casus af als het team er klaar mee is.",
  notBack: "Wijzigen kan daarna niet meer, en terugdraaien ook niet. Zo kan niemand hem lezen die er toen niet bij was.",
  keep: (count: number) => (count === 1 ? "lid van het team kan hem blijven lezen: wie er op de dag van de bijeenkomst bij hoorde" : "leden van het team kunnen hem blijven lezen: wie er op de dag van de bijeenkomst bij hoorden"),
  lose: (count: number) => (count === 1 ? "lid kwam er later bij en kan hem niet meer lezen" : "leden kwamen er later bij en kunnen hem niet meer lezen"),
  openAgreements: (count: number) => (count === 1 ? "open afspraak blijft staan, tot iemand hem afvinkt" : "open afspraken blijven staan, tot iemand ze afvinkt"),
  submit: "Sluit de casus af",
  submitting: "De casus wordt afgesloten…",
  back: "Toch niet afsluiten",
  backToCase: "Terug naar de casus",
  notRevealed: (count: number) => (count === 1 ? "perspectief is niet onthuld, en blijft dan van de schrijver alleen" : "perspectieven zijn niet onthuld, en blijven dan van hun schrijver alleen"),
  nobodyTold: "Er is nog geen terugkoppeling gegeven aan de ouders of de leerling. Doe dat liever eerst.",
  voicesMissing: "Er staat nog niet wat de ouders en de leerling zelf zeggen, of waarom het niet is gevraagd. Vul dat eerst in.",
  fillInVoices: "Vul in wat ouders en leerling zeggen",
  closedBefore: "Deze casus is al afgesloten of stopgezet.",
  changedMeanwhile: "Iemand heeft deze casus zojuist gewijzigd. Lees hem eerst nog eens.",
  notYet: "Deze bijeenkomst moet nog beginnen. Sluit de casus af als jullie hem besproken hebben.",
  notThere: "Je hoorde nog niet bij het team op de dag van deze bijeenkomst. Vraag een collega die er wel bij was om de casus af te sluiten.",
} as const;

/** After a form about a casus was sent. */
export const caseDiscussionNotices = {
  "case-shared": "Het team kan de casus nu lezen. Je leest hieronder wie hem opende.",
  "case-changed": "De wijziging is bewaard.",
  "concept-discarded": "Het concept is weggegooid. Wat je erin schreef, is weg.",
  "case-closed": "De casus is afgesloten. Wie er toen bij was, kan hem nog lezen.",
} as const;

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}

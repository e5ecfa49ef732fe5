import { type Day, formatDate } from "#lib/dates";
import { listed } from "#lib/texts/meetings";

/** Functions of which one is enough: "Jeugdverpleegkundige of schoolarts". */
export function oneOf(names: readonly string[]): string {
  const [first = "", ...others] = names;
  const rest = others.map(inSentence);
  return [[first, ...rest.slice(0, -1)].join(", "), ...rest.slice(-1)].filter(Boolean).join(" of ");
}

/** A function in the middle of a sentence: "schoolarts", while "CJG-coach" and "IB'er" keep their capitals. */
export function inSentence(name: string): string {
  return /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

function shortDay(day: Day): string {
  return day.split("-").reverse().join("-");
}

function times(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`;
}

/** What has happened to a core team, and what happens next. */
export const coreTeamNotices: Record<string, string> = {
  "core-team-started": "Het kernteam is gestart. Zet nu de mensen erin; begin met de IB'er of de directeur.",
  "member-added": "Deze persoon staat in het team. Er gaat nu een mail weg met hoe je inlogt.",
  "membership-changed": "De wijziging is bewaard.",
  "membership-ended": "De laatste dag is ingevuld. Vanaf de dag erna heeft deze persoon geen toegang meer tot dit team. Uitnodigingen voor later zijn ingetrokken.",
  "membership-withdrawn": "Dit gaat niet door. De persoon staat niet meer bij wie erbij komt.",
  "change-reported": "Je melding is verstuurd. De procesbegeleider en de organisator krijgen een mail en passen het team aan.",
  "change-handled": "De melding is afgevinkt.",
  "members-imported": "De leden staan in hun teams. Wie nieuw is, krijgt nu een mail met hoe je inlogt.",
};

/** What a core team is, in a sentence; many people know the word in another sense. */
export const coreTeamMeaning =
  "Een kernteam is de vaste groep mensen rond een school, van de school zelf en van onder meer het CJG, de GGD en leerplicht, die elkaar kennen en samen kijken wat een leerling nodig heeft.";

/** What somebody of the samenwerkingsverband is for a core team. */
export const guideNames = {
  PROCESS_COACH: "Procesbegeleider",
  ORGANISER: "Organisator",
} as const;

/** The page of one core team. */
export const coreTeamTexts = {
  schools: "Scholen",
  title: (name: string) => `Kernteam ${name}`,
  titleOn: (name: string, day: Day) => `Kernteam ${name} op ${formatDate(day)}`,
  servedBefore: "Het",
  word: "kernteam",
  servedAfter: (schools: readonly string[]) => `van ${listed(schools)}.`,
  ended: (day: Day) => `Dit kernteam is gestopt op ${formatDate(day)}.`,
  startsOn: (day: Day) => `Dit kernteam begint op ${formatDate(day)}.`,
  newHere: "Nieuw in dit team? Lees eerst wat je moet weten.",
  planMeeting: "Plan een bijeenkomst",
  addMember: "Voeg iemand toe",
  addColleague: "Voeg een collega toe",
  importMembers: "Voeg veel leden tegelijk toe",

  people: "Wie er in het team zitten",
  peopleThen: "Wie er toen in zaten",
  peopleLater: "Wie er dan in zitten",
  peopleLabel: "Leden van het kernteam",
  filled: (filled: number, places: number) => `${filled} van ${places} functies ingevuld`,
  complete: (places: number) => `Alle ${places} functies zijn ingevuld`,
  emptyTitle: "Er zit nog niemand in dit team",
  empty: "Hier komen de mensen van het kernteam, met hun gezicht, hun functie en hoe je ze bereikt. Begin met de IB'er of de directeur van de school.",
  until: (functionName: string, lastDay: Day) => `${functionName} (t/m ${shortDay(lastDay)})`,
  leaves: (lastDay: Day) => `Tot en met ${formatDate(lastDay)}`,
  joins: (firstDay: Day) => `Vanaf ${formatDate(firstDay)}`,
  temporary: (reason: string, lastDay: Day | null) => [reason.replace(/\.$/, ""), ...(lastDay === null ? [] : [`tot en met ${formatDate(lastDay)}`])].join(", "),
  joining: "Wie erbij komt",
  change: "Wijzig",
  changeOf: (name: string) => `Wijzig ${name}`,
  end: "Uit het team",
  endOf: (name: string) => `Uit het team: ${name}`,
  report: "Meld wijziging",

  vacantSoon: (day: Day) => `Vanaf ${formatDate(day)} is er iemand.`,
  vacancyForGuide: "Weet je al wie dit wordt? Zet die persoon in het team.",
  vacancyForSchool: "Zet je collega in het team, dan hoort die er meteen bij.",
  vacancyAsk: (name: string, job: string) => `${name}, ${job}, weet wie dit oppakt.`,
  vacancyNobody: "Het samenwerkingsverband zoekt iemand. Er is nog niemand bekend aan wie je het kunt vragen.",
  fillVacancy: "Zet iemand in deze functie",

  guides: "Bij wie je terechtkunt",
  guidesNote: "Met vragen over het team en de bijeenkomsten.",
  guidesLabel: "Mensen van het samenwerkingsverband",
  noGuides: "Het samenwerkingsverband heeft nog geen procesbegeleider of organisator.",

  meetings: "Bijeenkomsten",
  allMeetings: "Alle bijeenkomsten",
  noMeetingTitle: "Er staat nog geen bijeenkomst gepland",
  noMeeting: "Hier komt de volgende bijeenkomst van het team. De meeste teams zien elkaar twee keer per jaar.",
  noMeetingPartner: "De school plant de bijeenkomsten. Je krijgt dan een uitnodiging voor je agenda.",

  history: "Zo was het team",
  historyNote: "Kies een dag en zie wie er toen in het team zat.",
  historyDay: "Op welke dag?",
  historySubmit: "Toon het team",
  historyBack: "Terug naar het team van nu",
  historyLead: (day: Day) => `Zo was het team op ${formatDate(day)}. De telefoonnummers en werkdagen zijn die van nu.`,
  historyFuture: (day: Day) => `Zo is het team op ${formatDate(day)}, zoals het nu bekend is.`,
  noSuchDay: "Deze datum bestaat niet. Vul een dag, maand en jaar in, bijvoorbeeld 24 11 2026.",
  beforeStart: (day: Day) => `Dit kernteam is begonnen op ${formatDate(day)}. Daarvoor was er nog niemand.`,
  former: (count: number) => `Wie er eerder in zaten (${count})`,
  formerLine: (name: string, functionName: string, firstDay: Day, lastDay: Day) => `${name}, ${inSentence(functionName)} (${shortDay(firstDay)} t/m ${shortDay(lastDay)})`,

  wrongHere: "Klopt er iets niet?",
  wrongHereLink: "Meld een wijziging",
  print: "Print deze pagina voor in de teamkamer: je krijgt de gezichten, functies en telefoonnummers op papier.",

  fields: {
    schoolMissing: "Kies voor welke school dit kernteam is.",
    teamNameMissing: "Vul in hoe het kernteam heet. Meestal is dat de naam van de school.",
    startMissing: "Vul in wanneer het kernteam begint, bijvoorbeeld 1 8 2026.",
    nameMissing: "Vul de voornaam en achternaam in.",
    functionMissing: "Kies welke functie deze persoon in het team heeft.",
    organisationUnknown: "Kies een organisatie uit de lijst.",
    firstDayMissing: "Vul de eerste dag in het team in, bijvoorbeeld 1 8 2026.",
    lastDayMissing: "Vul de laatste dag in het team in, bijvoorbeeld 31 7 2027.",
    lastDayBeforeFirst: "De laatste dag ligt voor de eerste. Pas een van de twee aan.",
    reasonMissing: "Vul in waarom deze persoon tijdelijk in het team zit, bijvoorbeeld: vervangt Samira tijdens haar verlof.",
    reasonWithoutTemporary: "Je vulde een reden in. Kruis aan dat deze persoon tijdelijk in het team zit, of maak de reden leeg.",
    messageMissing: "Schrijf op wat er is veranderd.",
  },
} as const;

/** Starting a core team for a school. */
export const startTeamTexts = {
  title: (school: string) => `Kernteam starten · ${school}`,
  titleWithoutSchool: "Kernteam starten",
  lead: "Een school krijgt een kernteam als de samenwerking begint. Daarna zet je de mensen erin.",
  school: "Voor welke school?",
  pickSchool: "Verder met deze school",
  pickSchoolLead: "Kies een school die nog geen kernteam heeft.",
  noneLeftTitle: "Elke school heeft een kernteam",
  noneLeft: "Hier kies je voor welke school je een kernteam start. Op dit moment is er geen school zonder kernteam.",
  toSchools: "Naar de scholen",
  name: "Naam van het kernteam",
  nameHint: "Meestal de naam van de school",
  startedOn: "Begint op",
  moreSchools: "Werkt dit kernteam voor meer scholen?",
  moreSchoolsLabel: "Scholen die dit kernteam delen",
  moreSchoolsHint: (municipality: string) => `Scholen in ${municipality} die nog geen kernteam hebben. Kruis aan wat erbij hoort.`,
  submit: "Start het kernteam",
  submitting: "Het kernteam wordt gestart…",
  hasTeam: (school: string) => `${school} heeft al een kernteam.`,
  hasTeamNamed: (school: string, team: string) => `${school} heeft al een kernteam: ${team}. Vernieuw de pagina.`,
  toTeam: (team: string) => `Naar kernteam ${team}`,
  closed: (school: string) => `${school} is gesloten. Kies een school die open is.`,
  otherSector: "Deze scholen zitten niet in dezelfde sector. Een kernteam werkt voor scholen uit één sector.",
  sameName: "Deze school heeft al een kernteam met deze naam. Geef het nieuwe een andere naam.",
} as const;

/** Adding, changing and ending memberships. */
export const memberTexts = {
  addTitle: (team: string) => `Iemand toevoegen · ${team}`,
  addLead: "Wie je toevoegt, krijgt een mail om in te loggen en ziet vanaf de eerste dag wat het team ziet.",
  addColleagueTitle: (team: string) => `Collega toevoegen · ${team}`,
  addColleagueLead: "Je voegt hier collega's van je eigen school toe. Wijzigingen bij andere organisaties meld je op de teampagina.",
  name: "Naam",
  nameHint: "Voornaam en achternaam",
  email: "E-mailadres op het werk",
  emailHint: "Met dit adres logt je collega in.",
  function: "Functie in het team",
  organisation: "Organisatie",
  organisationHint: "Voor wie werkt deze persoon? Laat leeg als dat de school zelf is.",
  noOrganisation: "De school zelf",
  firstDay: "Eerste dag in het team",
  limited: "Is het voor een bepaalde tijd?",
  temporary: "Deze persoon zit tijdelijk in het team",
  temporaryHint: "Bijvoorbeeld als vervanger. De toegang stopt vanzelf na de laatste dag.",
  lastDay: "Laatste dag in het team",
  lastDayHint: "Alleen als je die al weet. Bij een tijdelijk lid is hij nodig.",
  temporaryReason: "Waarom tijdelijk?",
  temporaryReasonHint: "Iedereen in het team ziet dit. Schrijf het neutraal op, bijvoorbeeld: vervangt Joke.",
  add: "Voeg toe aan het team",
  adding: "De uitnodiging gaat weg…",
  toTeam: "Terug naar het team",

  alreadyMember: (functionName: string) => `Iemand met dit e-mailadres is in die tijd al ${inSentence(functionName)} in dit team. Pas de dagen aan, of wijzig het lidmaatschap op de teampagina.`,
  yourself: "Dit is je eigen e-mailadres. Jezelf kun je niet toevoegen; vraag het de procesbegeleider.",
  deactivated: "Het account met dit e-mailadres is uitgezet. Vraag de beheerder van het samenwerkingsverband om het weer aan te zetten.",
  functionNotHere: "Deze functie hoort niet bij dit team. Kies een andere.",
  organisationNotHere: "Deze organisatie is er niet meer. Kies een andere.",
  beforeTeam: (day: Day) => `Dit kernteam begint op ${formatDate(day)}. Kies een eerste dag vanaf dan.`,

  changeTitle: (name: string, team: string) => `${name} wijzigen · ${team}`,
  changeLead: (functionName: string) => `${functionName} in dit team. Een andere functie? Voeg de persoon dan in die functie toe en sluit deze af.`,
  save: "Bewaar",
  saving: "Wordt bewaard…",
  changedMeanwhile: (now: string) => `Iemand anders heeft dit intussen gewijzigd. ${now} Hieronder staat wat jij invulde. Klopt dat nog, verstuur het dan opnieuw.`,
  nowStands: (organisation: string, days: string, reason: string | null) => `Er staat nu: ${organisation}, ${days}${reason === null ? "" : `, tijdelijk (${reason})`}.`,
  daysOf: (firstDay: Day, lastDay: Day | null) => (lastDay === null ? `vanaf ${formatDate(firstDay)}` : `van ${formatDate(firstDay)} tot en met ${formatDate(lastDay)}`),
  over: "Deze periode in het team is al voorbij en kan niet langer worden. Voeg deze persoon opnieuw toe aan het team.",
  daysOverlap: "In deze dagen heeft deze persoon dezelfde functie al in dit team. Pas de dagen aan.",

  endTitle: (name: string, team: string) => `${name} uit het team halen · ${team}`,
  endLead: (name: string, functionName: string) => `${name} is nu ${inSentence(functionName)} in dit team.`,
  endMeetings: (count: number, name: string) => (count === 1 ? `bijeenkomst die nog komt, waarvoor ${name} is uitgenodigd` : `bijeenkomsten die nog komen, waarvoor ${name} is uitgenodigd`),
  endAgreements: (count: number, name: string, team: string) => {
    if (count === 0) return `afspraken die ${name} nog heeft bij ${team}`;
    const [what, them] = count === 1 ? ["afspraak", "die"] : ["afspraken", "ze"];
    return `${what} die ${name} nog heeft bij ${team}; vraag ${name} of een collega om ${them} door te zetten`;
  },
  endSameFunction: (count: number, functionName: string) => (count === 1 ? `persoon is daarnaast nog ${inSentence(functionName)}` : `personen zijn daarnaast nog ${inSentence(functionName)}`),
  endAccess: (name: string) => `${name} ziet vanaf de dag na de laatste dag niets meer van dit team.`,
  endHistory: "Wat het team heeft gedaan en wie er toen bij was, blijft staan.",
  endElsewhere: "In andere teams verandert er niets.",
  endMeetingsTitle: "Bijeenkomsten die nog komen",
  endMeetingsAfter: (name: string) => `Voor bijeenkomsten na de laatste dag vervalt de uitnodiging, en ${name} krijgt daar een mail over. Kijk bij elke bijeenkomst of iemand anders moet komen.`,
  endAction: (name: string) => `Haal ${name} uit het team`,
  ending: "Wordt verwerkt…",
  endOwn: "Je kunt jezelf niet uit het team halen. Vraag het een collega van je school of de procesbegeleider.",
  endNotYours: (functionName: string) => `Wie ${inSentence(functionName)} is, houdt het samenwerkingsverband bij. Je kunt wel melden wat er verandert.`,

  withdrawTitle: (name: string, team: string) => `${name} toch niet in het team · ${team}`,
  withdrawLead: (name: string, functionName: string, firstDay: Day) => `${name} wordt vanaf ${formatDate(firstDay)} ${inSentence(functionName)} in dit team. Gaat dat niet door, dan haal je het hier weg.`,
  withdrawAction: "Dit gaat niet door",
  reported: "Over dit lidmaatschap is een wijziging gemeld. Daarom blijft het staan. Wijzig de eerste dag als het later wordt.",
  hasBegun: "Deze persoon is intussen begonnen. Vernieuw de pagina om de laatste dag in te vullen.",
} as const;

/** Telling that a team has changed. */
export const changeReportTexts = {
  title: (team: string) => `Wijziging melden · ${team}`,
  about: (name: string, functionName: string) => `Over ${name}, ${inSentence(functionName)}.`,
  lead: "Je melding gaat naar de procesbegeleider en de organisator van het samenwerkingsverband. Zij passen het team aan.",
  reportOf: (name: string) => `Meld wijziging over ${name}`,
  message: "Wat is er veranderd?",
  messageHint: "Bijvoorbeeld: Hans is per 1 februari weg, zijn opvolger is nog niet bekend. Noem geen leerlingen.",
  submit: "Verstuur de melding",
  submitting: "De melding gaat weg…",
  open: "Gemelde wijzigingen",
  openNote: "Pas het team aan en vink de melding dan af.",
  openOwn: "Wat je hebt gemeld",
  openOwnNote: "Het samenwerkingsverband kijkt ernaar.",
  reported: (name: string, day: Day) => `${name} meldde dit op ${formatDate(day)}`,
  aboutMember: (name: string) => `Over ${name}`,
  handle: "Vink af",
  handleOf: (name: string) => `de melding van ${name}`,
} as const;

/** The first page of somebody who is new in a team. */
export const welcomeTexts = {
  title: (team: string) => `Welkom in kernteam ${team}`,
  lead: (functionName: string) => `Fijn dat je meedoet als ${inSentence(functionName)}. Dit is wat je nu moet weten.`,
  toTeam: "Naar de teampagina",
  meaning: "Wat een kernteam is",
  first: "Wat je het eerst doet",
  profile: "Vul je profiel aan",
  profileWhy: "Je telefoonnummer, je werkdagen en waarvoor je collega's je mogen bellen.",
  profileFilled: "Kijk je profiel na",
  profileFilledWhy: "Je telefoonnummer en werkdagen staan erin. Klopt alles nog?",
  answer: "Laat weten of je erbij bent",
  answerWhy: (period: string) => `De eerstvolgende bijeenkomst is ${period}.`,
  meet: "Kijk wie er in het team zitten",
  meetWhy: "Dan herken je de gezichten bij de eerste bijeenkomst.",
  dates: "De volgende bijeenkomsten",
  agreements: "Wat er nog openstaat",
  agreementsNote: "Afspraken die het team heeft gemaakt.",
  agreementLine: (who: string, due: Day) => `${who}, uiterlijk ${formatDate(due)}`,
  agreementOverdue: "Datum voorbij",
  noAgreements: "Er staan geen afspraken open.",
  moreAgreements: (count: number) => `En nog ${times(count, "afspraak", "afspraken")}.`,
  team: "Het team",
} as const;

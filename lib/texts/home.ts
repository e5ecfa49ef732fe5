import { type Day, formatDate, formatDayMonth, formatPeriod, formatWeekdayMonth, schoolYearLabel, schoolYearOf } from "#lib/dates";
import type { AttentionKind } from "#lib/rollout/schema";
import { listed } from "#lib/texts/meetings";

const roleNames: Record<string, string> = {
  PROCESS_COACH: "procesbegeleider",
  ORGANISER: "organisator",
  BOARD: "bestuurder",
  ADMINISTRATOR: "beheerder",
};

const sectorNames = { PO: "Basisonderwijs", VO: "Voortgezet onderwijs", SO: "Speciaal onderwijs", MBO: "Mbo" } as const;

/** A function or role in the middle of a sentence: "procesbegeleider", "schoolarts", but "IB'er" and "CJG-coach". */
function asRole(role: string): string {
  const name = roleNames[role] ?? role;
  return /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

function times(count: number, one: string, more: string): string {
  return `${count.toLocaleString("nl-NL")} ${count === 1 ? one : more}`;
}

/** Switching between the jobs of one person. */
export const jobTexts = {
  switch: "Kies voor welk werk je hier bent",
  /** How a job is called on its tab. */
  label: ({ kind, place, roles }: { kind: string; place: string; roles: readonly string[] }) => {
    if (kind === "team") return place;
    const role = listed(roles.map(asRole));
    const named = role.charAt(0).toUpperCase() + role.slice(1);
    return `${named} · ${place.replace(/^Samenwerkingsverband /, "")}`;
  },
  noneTitle: "Je hebt op dit moment geen rol in een kernteam",
  none: "Hier zie je straks je school of scholen, wanneer jullie elkaar zien en wat je hebt afgesproken.",
  noneWhat: "Verwacht je hier iets te zien? Vraag je contactpersoon bij de school of bij het samenwerkingsverband om je in het team te zetten. Dat moet met het e-mailadres waarmee je nu bent ingelogd.",
  noneHeading: "Welkom bij Kernteam",
} as const;

/** The home page of an IB'er, zorgcoördinator or directeur. */
export const teamHomeTexts = {
  lead: (roles: readonly string[], today: Day) => `Je bent ${listed(roles.map(asRole))}. Schooljaar ${schoolYearLabel(schoolYearOf(today))}.`,

  record: (day: Day) => `Leg vast wat jullie op ${formatWeekdayMonth(day)} hebben afgesproken`,
  recordWhy: "De bijeenkomst is geweest. Nu weet je nog wie er waren en wie wat doet.",
  recordAction: "Leg de bijeenkomst vast",
  plan: "Kies een datum voor de volgende bijeenkomst",
  planWhy: "Er staat nog niets gepland. De app zoekt momenten waarop je team kan, en vraagt iedereen wat past.",
  planAction: "Zoek een datum",
  choose: "Je team kiest een datum",
  chooseNow: "Kies een datum: iedereen heeft geantwoord",
  chooseAction: "Bekijk de antwoorden",
  answered: (answered: number, asked: number) => `${answered} van ${asked} hebben geantwoord`,
  next: (starts: Date, ends: Date) => formatPeriod(starts, ends),
  nextTitle: (distance: string | null) => (distance === null ? "Jullie volgende bijeenkomst" : `Jullie volgende bijeenkomst is ${distance}`),
  coming: (accepted: number, invited: number) => `${accepted} van ${invited} komen`,
  waiting: (names: readonly string[]) => `${listed(names)} ${names.length === 1 ? "heeft" : "hebben"} nog niet geantwoord.`,
  declined: (names: readonly string[]) => `${listed(names)} ${names.length === 1 ? "kan" : "kunnen"} dan niet.`,
  nextAction: "Bekijk de bijeenkomst",

  team: "Het team",
  filled: (filled: number, places: number) => (filled === places ? `Alle ${places} functies zijn ingevuld` : `${filled} van ${places} functies ingevuld`),
  vacancies: "Wie er nog ontbreekt",
  members: "Wie er in het team zitten",
  toTeam: "Naar het hele team",

  meetings: "Bijeenkomsten",
  allMeetings: "Alle bijeenkomsten",
  plannedMeeting: "Zoek een datum",

  agreements: "Openstaande afspraken",
  agreementsNote: (open: number, late: number) => (late === 0 ? times(open, "afspraak", "afspraken") : `${times(open, "afspraak", "afspraken")}, van ${late} is de datum voorbij`),
  allAgreements: "Alle afspraken",
  agreementsLabel: "Openstaande afspraken van het team",
  moreAgreements: (count: number) => `En nog ${times(count, "afspraak", "afspraken")}`,
  noAgreementsTitle: "Er staat niets open",
  noAgreements: "Wat jullie in een bijeenkomst afspreken, komt hier te staan: wie het doet en voor wanneer. Dan hoeft niemand het te onthouden.",
} as const;

/** The home page of a partner: CJG, GGD, leerplicht, samenwerkingsverband. */
export const partnerHomeTexts = {
  title: "Mijn scholen",
  lead: (total: number, roles: readonly string[], place: string) => `${times(total, "school", "scholen")} waar je ${listed(roles.map(asRole))} bent, in ${place}.`,
  soonLead: "Scholen waar je de komende 4 weken een bijeenkomst hebt.",
  views: "Kies welke scholen je ziet",
  all: "Alle scholen",
  soon: "Komende 4 weken",

  answerTitle: (school: string) => `Kom je naar de bijeenkomst van ${school}?`,
  answerMore: (count: number) => `Daarna ${count === 1 ? "wacht" : "wachten"} nog ${times(count, "uitnodiging", "uitnodigingen")} op je antwoord.`,
  answerAction: "Geef antwoord",
  nextTitle: (school: string, distance: string | null) => (distance === null ? `Je volgende bijeenkomst is bij ${school}` : `Je volgende bijeenkomst is ${distance}, bij ${school}`),
  nextAction: "Bekijk de bijeenkomst",
  lateTitle: (count: number) => (count === 1 ? "Van één afspraak van jou is de datum voorbij" : `Van ${count} afspraken van jou is de datum voorbij`),
  lateAction: "Naar mijn afspraken",

  caption: (total: number) => times(total, "school", "scholen"),
  columns: { school: "School", next: "Volgende bijeenkomst", contact: "Contact op school", open: "Open afspraken" },
  noDate: "Nog geen datum",
  noAnswer: "Je hebt nog niet geantwoord",
  declined: "Je kunt dan niet",
  onCall: "Op afroep: je komt als het team je vraagt",
  noContact: "Nog niemand bekend",
  noPhone: "Geen telefoonnummer",
  call: (name: string, phone: string) => `Bel ${name}: ${phone}`,
  open: (count: number) => (count === 0 ? "Geen" : String(count)),
  own: (count: number) => `${count} van jou`,
  ownLate: (count: number) => (count === 1 ? "1 van jou is te laat" : `${count} van jou zijn te laat`),
  vacant: (names: readonly string[]) => `Vacant: ${names.join(", ")}`,
  myAgreements: "Mijn afspraken",

  emptySoonTitle: "De komende 4 weken heb je geen bijeenkomst",
  emptySoon: "Hier staan de scholen waar je binnen 4 weken een bijeenkomst hebt.",
  toAll: "Bekijk alle scholen",
  emptyTitle: "Je bent nog niet bij scholen ingedeeld",
  empty: "Hier komt een regel per school: wanneer je er bent, wie je er belt en wat er nog openstaat.",
} as const;

/** The home page of a procesbegeleider or organiser. */
export const guideHomeTexts = {
  lead: (schools: number, started: number, complete: number) =>
    `${times(schools, "school", "scholen")}, waarvan ${started.toLocaleString("nl-NL")} met een kernteam. Bij ${complete.toLocaleString("nl-NL")} is het team compleet.`,
  importMembers: "Zet mensen in teams met een lijst",
  attention: "Vraagt aandacht",
  attentionLine: {
    unrecorded: (count: number) => (count === 1 ? "1 school met een bijeenkomst die voorbij is en niet is vastgelegd" : `${count} scholen met een bijeenkomst die voorbij is en niet is vastgelegd`),
    obstructed: (count: number) => `${times(count, "school", "scholen")} met een bijeenkomst die je misschien moet verzetten`,
    "no-date": (count: number) => `${times(count, "school", "scholen")} zonder datum voor een bijeenkomst`,
    vacancy: (count: number) => `${times(count, "school", "scholen")} met een vacature in het team`,
    reported: (count: number) => `${times(count, "school", "scholen")} met een gemelde wijziging`,
    "no-team": (count: number) => `${times(count, "school", "scholen")} zonder kernteam`,
  } satisfies Record<AttentionKind, (count: number) => string>,
  calm: "Er is niets dat nu aandacht vraagt.",

  schools: "Scholen",
  filterLabel: "Scholen zoeken",
  q: "Naam of plaats",
  sector: "Sector",
  anySector: "Alle sectoren",
  sectorNames,
  municipality: "Gemeente",
  anyMunicipality: "Alle gemeenten",
  show: "Laat zien",
  anyState: "Alle scholen",
  states: { unrecorded: "Niet vastgelegd", obstructed: "Te verzetten", "no-date": "Zonder datum", vacancy: "Met vacature", reported: "Gemelde wijziging", "no-team": "Zonder kernteam" } satisfies Record<AttentionKind, string>,

  caption: (total: number) => times(total, "school", "scholen"),
  columns: { school: "School", municipality: "Gemeente", team: "Team", next: "Volgende bijeenkomst" },
  complete: (places: number) => `${places} van ${places}`,
  filled: (filled: number, places: number) => `${filled} van ${places}`,
  vacant: (names: readonly string[]) => `Vacant: ${names.join(", ")}`,
  noTeam: "Nog geen kernteam",
  startTeam: "Start een kernteam",
  noDate: "Nog geen datum",
  unrecorded: (day: Day) => `${formatDayMonth(day)} niet vastgelegd`,

  nothingTitle: "Geen school gevonden",
  nothing: "Probeer een kortere naam of wis de filters.",
  emptyTitle: "Hier komen de scholen van je samenwerkingsverband",
  empty: "Per school zie je straks of het team compleet is en wanneer het bij elkaar komt. Lees eerst de lijst met scholen van DUO in.",
  importSchools: "Lees de scholen in",
} as const;

/** The home page of an administrator. */
export const administratorHomeTexts = {
  lead: (done: number, total: number) => (done === total ? "Alles staat klaar. Hieronder zie je wat er is en waar je het bijhoudt." : "Vier stappen, in deze volgorde. Daarna kunnen de kernteams beginnen."),
  stepsTitle: "Zo richt je Kernteam in",
  overviewTitle: "Wat er is",
  progress: (done: number, total: number) => `${done} van ${total} stappen klaar`,
  done: "Klaar",
  todo: "Nog te doen",
  steps: {
    consortium: { title: "Samenwerkingsverband", todo: "Vul de naam en het nummer in, bijvoorbeeld PO2704. Daarmee herkent Kernteam je scholen.", action: "Vul de gegevens in" },
    organisations: { title: "Organisaties", todo: "Zet de organisaties erin die met de scholen werken: CJG, GGD, gemeenten en besturen.", action: "Voeg organisaties toe" },
    schools: { title: "Scholen", todo: "Lees de lijst van DUO in. Je ziet eerst wat er verandert en bevestigt dat daarna.", action: "Lees de scholen in" },
    people: { title: "Mensen", todo: "Geef een procesbegeleider of organisator toegang. Die start de kernteams en zet de mensen erin.", action: "Nodig iemand uit" },
  },
  counts: {
    consortium: "Naam, nummer en functies",
    organisations: (count: number) => times(count, "organisatie", "organisaties"),
    schools: (count: number) => times(count, "school", "scholen"),
    people: (people: number, guides: number) => `${times(people, "persoon", "mensen")}. ${guides === 1 ? "1 is" : `${guides} zijn`} procesbegeleider of organisator.`,
  },
  open: { consortium: "Naar de instellingen", organisations: "Naar de organisaties", schools: "Naar de scholen", people: "Naar de mensen" },
  teams: (count: number) => `${times(count, "kernteam is", "kernteams zijn")} gestart.`,
  nextTitle: { consortium: "Begin met je samenwerkingsverband", organisations: "Zet de organisaties erin", schools: "Lees de scholen in", people: "Nodig een procesbegeleider of organisator uit" },
} as const;

/** The home page of a board: numbers and nothing else. */
export const boardHomeTexts = {
  lead: (today: Day) => `Hoe het ervoor staat in schooljaar ${schoolYearLabel(schoolYearOf(today))}. Alleen aantallen: wat een team bespreekt, blijft bij het team.`,
  now: "Nu",
  schools: "Scholen",
  withTeam: (started: number, schools: number) => `${started.toLocaleString("nl-NL")} van ${schools.toLocaleString("nl-NL")} scholen met een kernteam`,
  complete: (complete: number, teams: number) => `${complete.toLocaleString("nl-NL")} van ${teams.toLocaleString("nl-NL")} kernteams compleet`,
  held: (count: number) => `${times(count, "bijeenkomst", "bijeenkomsten")} gehouden dit schooljaar`,
  planned: (count: number) => `${times(count, "bijeenkomst", "bijeenkomsten")} gepland`,
  perSector: "Per sector",
  caption: "Scholen, kernteams en bijeenkomsten per sector",
  columns: { sector: "Sector", schools: "Scholen", withTeam: "Met kernteam", teams: "Kernteams", complete: "Compleet", held: "Gehouden", planned: "Gepland" },
  overYears: "Door de jaren heen",
  overYearsNote: "Het aantal kernteams aan het einde van elk schooljaar, en hoeveel bijeenkomsten er waren.",
  chart: (first: string, firstTeams: number, last: string, lastTeams: number) => `Van ${firstTeams} kernteams in ${first} naar ${lastTeams} in ${last}. De cijfers staan in de tabel hieronder.`,
  yearCaption: "Kernteams en bijeenkomsten per schooljaar",
  yearColumns: { year: "Schooljaar", teams: "Kernteams", held: "Gehouden" },
  yearSoFar: (label: string) => `${label} (tot nu)`,
  /** Under a bar of the picture: "26-27". */
  yearShort: (schoolYear: number) => `${String(schoolYear % 100).padStart(2, "0")}-${String((schoolYear + 1) % 100).padStart(2, "0")}`,
  emptyTitle: "Er zijn nog geen cijfers",
  empty: "Zodra er scholen en kernteams zijn, zie je hier hoe ver het samenwerkingsverband is.",
} as const;

/** The page with the facts of a school. */
export const schoolPageTexts = {
  schools: "Scholen",
  team: "Kernteam",
  teams: "Kernteams",
  teamOf: (name: string) => `Kernteam ${name}`,
  since: (day: Day) => `Sinds ${formatDate(day)}`,
  from: (day: Day) => `Vanaf ${formatDate(day)}`,
  until: (first: Day, last: Day) => `Van ${formatDate(first)} tot en met ${formatDate(last)}`,
  shared: (names: readonly string[]) => `Samen met ${listed(names)}`,
  noTeamTitle: "Deze school heeft nog geen kernteam",
  noTeam: "Een kernteam is de vaste groep mensen rond een school: van de school zelf, het CJG, de jeugdgezondheidszorg, leerplicht en het samenwerkingsverband.",
  start: "Start een kernteam",
  closed: (day: Day) => `Deze school is gesloten op ${formatDate(day)}.`,
  facts: "Gegevens",
  sector: "Sector",
  sectorNames,
  code: "Vestigingscode",
  address: "Adres",
  municipality: "Gemeente",
  denomination: "Richting",
  educationTypes: "Onderwijs",
  phone: "Telefoon",
  website: "Website",
  region: "Vakantieregio",
  consortium: "Samenwerkingsverband",
  noConsortium: "Geen samenwerkingsverband",
  source: "DUO Open Onderwijsdata",
} as const;

import type { ChangedLine, LineFault } from "#lib/core-teams/import-plan";
import type { ColumnName, MemberLines, UnreadableReason } from "#lib/core-teams/member-lines";
import { formatDate } from "#lib/dates";
import { listed } from "#lib/texts/meetings";

function count(number: number, one: string, more: string): string {
  return `${number} ${number === 1 ? one : more}`;
}

const members = (number: number) => count(number, "lid", "leden");
const teams = (number: number) => count(number, "kernteam", "kernteams");

const columns = {
  school: "School",
  function: "Functie",
  name: "Naam",
  email: "E-mail",
  organisation: "Organisatie",
  firstDay: "Eerste dag",
} as const satisfies Record<ColumnName, string>;

/** How people head these columns in their own lists. */
const columnWords = {
  school: ["School", "Scholen", "Schoolnaam", "Naam school", "Vestiging", "Vestigingscode", "Vestigingsnaam", "Kernteam", "BRIN"],
  function: ["Functie", "Rol", "Functie in het team"],
  name: ["Naam", "Volledige naam", "Medewerker", "Persoon"],
  email: ["E-mail", "E-mailadres", "Mail", "Mailadres"],
  organisation: ["Organisatie", "Werkgever", "Instelling"],
  firstDay: ["Eerste dag", "Vanaf", "Begindatum", "Startdatum", "Ingangsdatum", "Per", "Sinds"],
} as const satisfies Record<ColumnName, readonly string[]>;

const unreadable = {
  TOO_FEW_COLUMNS: "Hier staat te weinig. Een regel heeft een school, functie, naam en e-mailadres, met tabs, puntkomma's of komma's ertussen.",
  TOO_MANY_COLUMNS: "Hier staat te veel. Staat er in een cel een komma of puntkomma? Zet die cel dan tussen aanhalingstekens.",
  NO_SCHOOL: "De school ontbreekt. Vul de naam of de vestigingscode in.",
  NO_FUNCTION: "De functie ontbreekt, bijvoorbeeld CJG-coach.",
  NO_NAME: "De naam ontbreekt.",
  NO_EMAIL: "Het e-mailadres ontbreekt.",
  BAD_EMAIL: "Dit is geen e-mailadres. Controleer het, bijvoorbeeld naam@ggd.nl.",
  BAD_DAY: "De eerste dag bestaat niet. Schrijf hem als 1-8-2026, of laat hem leeg.",
  TOO_LONG: "Een van de teksten is langer dan 120 tekens.",
} as const satisfies Record<UnreadableReason, string>;

/** What is wrong in a line, and how to mend it. */
function wrong({ reason, about, suggestions }: LineFault): string {
  switch (reason) {
    case "SCHOOL_UNKNOWN":
      return suggestions.length === 0 ? `School “${about}” is niet gevonden. Neem de naam of de vestigingscode over uit Scholen.` : `School “${about}” is niet gevonden. Bedoel je ${eitherOf(suggestions)}?`;
    case "SCHOOL_AMBIGUOUS":
      return `Er zijn meer scholen die “${about}” heten. Gebruik de vestigingscode: ${eitherOf(suggestions)}.`;
    case "SEVERAL_TEAMS":
      return `${about} heeft meer dan één kernteam: ${listed(suggestions)}. Voeg deze persoon toe op de pagina van het team.`;
    case "FUNCTION_UNKNOWN":
      return `Functie “${about}” is hier niet bekend. Kies uit ${eitherOf(suggestions)}.`;
    case "ORGANISATION_UNKNOWN":
      return suggestions.length === 0 ? `Organisatie “${about}” is niet bekend. Voeg haar eerst toe bij Organisaties, of laat de cel leeg.` : `Organisatie “${about}” is niet bekend. Bedoel je ${eitherOf(suggestions)}?`;
    case "OWN_ADDRESS":
      return "Dit is je eigen e-mailadres. Jezelf kun je niet toevoegen; vraag het een collega.";
    case "OTHER_NAME_BEFORE":
      return `Bij dit e-mailadres staat op regel ${about} een andere naam: ${listed(suggestions)}. Maak de namen gelijk.`;
    case "WAS_MEMBER":
      return `Deze persoon had deze functie bij ${listed(suggestions)} tot en met ${formatDate(about)}. Vul een eerste dag in die later is.`;
    case "DEACTIVATED":
      return `Het account van ${about} is uitgezet. Vraag de beheerder om het weer aan te zetten.`;
    default:
      return unreadable[reason];
  }
}

function eitherOf(names: readonly string[]): string {
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join(", ")} of ${names.at(-1)}`;
}

function problem(refusal: MemberLines & { ok: false }): string {
  switch (refusal.problem) {
    case "EMPTY":
      return "Onder de kopregel staat nog niets. Plak de regels eronder.";
    case "TOO_MANY_LINES":
      return "Dit zijn meer dan 2.000 regels. Verdeel ze over een paar keer.";
    case "OPEN_QUOTE":
      return refusal.line === null ? "Er staat ergens een aanhalingsteken te veel." : `Op regel ${refusal.line} staat een aanhalingsteken dat nergens sluit. Haal het weg of sluit het.`;
    case "MISSING_COLUMNS":
      return `In de kopregel ontbreekt: ${listed(refusal.columns.map((column) => columns[column]))}. Vul hem aan, of haal hem weg en houd de volgorde van het voorbeeld aan.`;
  }
}

const changed = {
  ADDS: (line: number) => `Regel ${line} voegt nu iets toe.`,
  UNCHANGED: (line: number) => `Wat op regel ${line} staat, is er intussen al.`,
  WRONG: (line: number) => `Regel ${line} klopt niet meer.`,
  NEEDS_TEAM: (line: number) => `De school op regel ${line} heeft geen kernteam meer.`,
} as const satisfies Record<ChangedLine["now"], (line: number) => string>;

/** Entering the memberships of many schools at once. */
export const memberImportTexts = {
  title: "Mensen in teams zetten met een lijst",
  lead: "Plak een lijst uit Excel of een ander programma. Je ziet eerst wat er gebeurt; pas daarna voeg je toe.",
  people: "Mensen",
  columns,
  columnWords,
  wrong,
  problem,
  consortium: "Voor welk samenwerkingsverband?",
  lines: "De lijst",
  linesHint: "Eén regel per persoon en functie. De kopregel mag erbij. Meer scholen zet je in één cel, met een streep ertussen: De Wilgen | De Brug.",
  order: "Zo ziet de lijst eruit",
  orderHint: "De organisatie en de eerste dag mogen leeg blijven. Zonder eerste dag is dat vandaag.",
  exampleCaption: "Een voorbeeld",
  examples: [
    { school: "De Wilgen | De Brug", function: "CJG-coach", name: "Samira Haddou", email: "samira@cjg.example", organisation: "CJG Duinstreek", firstDay: "1-8-2026" },
    { school: "16GV00", function: "Schoolarts", name: "Amira El Idrissi", email: "amira@ggd.example", organisation: "GGD Duinstreek", firstDay: "" },
  ],
  functions: "Functies die je kunt gebruiken",
  check: "Controleer de lijst",
  checking: "De lijst wordt gecontroleerd…",
  checkAgain: "Controleer opnieuw",
  changeLines: "De lijst aanpassen",
  startOver: "Begin opnieuw",

  wrongTitle: (lines: number) => (lines === 1 ? "1 regel klopt nog niet" : `${lines} regels kloppen nog niet`),
  wrongLead: "Bij elke regel staat alles wat er niet klopt. Pas de regels hieronder aan of haal ze weg en controleer opnieuw. Er is nog niets toegevoegd.",
  wrongCaption: "Regels die nog niet kloppen",
  wrongColumns: { line: "Regel", text: "Wat er staat", reason: "Wat er niet klopt" },
  line: (line: number) => `Regel ${line}`,

  previewTitle: "Wat er gebeurt",
  summary: (additions: number, schools: number, people: number) =>
    `Je voegt ${members(additions)} toe bij ${count(schools, "school", "scholen")}. Het gaat om ${count(people, "persoon", "mensen")}.`,
  mails: (people: number) =>
    people === 0 ? "Iedereen is al bekend; er gaat geen mail weg." : `${count(people, "persoon is", "mensen zijn")} nieuw en ${people === 1 ? "krijgt" : "krijgen"} één mail om in te loggen.`,
  mailsWithoutTeams: (people: number) =>
    people === 0 ? "Voeg je alleen toe bij bestaande teams, dan gaat er geen mail weg." : `Voeg je alleen toe bij bestaande teams, dan ${people === 1 ? "krijgt 1 persoon" : `krijgen ${people} mensen`} die mail.`,
  nothing: "Alles uit deze lijst staat er al. Er is niets om toe te voegen.",
  additionsCaption: "Wie erbij komt",
  additionColumns: { name: "Naam", function: "Functie", organisation: "Organisatie", schools: "Scholen", firstDay: "Eerste dag" },
  isNew: "Nieuw",
  knownAs: (name: string) => `Bekend als ${name}`,
  schoolsOf: (schools: readonly string[]) => listed(schools),
  unchanged: (number: number) => `${members(number)} ${number === 1 ? "staat" : "staan"} er al`,
  unchangedLine: (name: string, functionName: string, school: string) => `${name}, ${functionName} bij ${school}`,
  noTeamTitle: (schools: number) => `${count(schools, "school heeft", "scholen hebben")} nog geen kernteam`,
  noTeam: (schools: readonly string[]) => `Dat zijn ${listed(schools)}. Kies of je daar meteen een kernteam start.`,
  noTeamOne: (school: string) => `Dat is ${school}. Kies of je daar meteen een kernteam start.`,
  confirm: (additions: number) => `Voeg ${members(additions)} toe`,
  confirmWithTeams: (additions: number, started: number) => `Voeg ${members(additions)} toe en start ${started === 1 ? "ook 1 kernteam" : `ook ${teams(started)}`}`,
  confirmWithoutTeams: (additions: number) => `Voeg alleen ${members(additions)} toe bij bestaande teams`,
  confirming: "De leden worden toegevoegd…",

  changedTitle: "Er is intussen iets veranderd, dus er is nog niets toegevoegd. Bekijk opnieuw wat er gebeurt.",
  changed,
  changedMore: (lines: number) => `En nog ${count(lines, "regel", "regels")}.`,

  fields: {
    consortiumMissing: "Kies voor welk samenwerkingsverband de lijst is.",
    linesMissing: "Plak eerst je lijst.",
    tooLong: "De lijst is te lang voor één keer. Verdeel hem in stukken van hoogstens 2.000 regels.",
    previewGone: "Controleer de lijst opnieuw en voeg hem daarna toe.",
  },
} as const;

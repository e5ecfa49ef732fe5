const inDutch = (number: number) => number.toLocaleString("nl-NL");

const schools = (number: number) => `${inDutch(number)} ${number === 1 ? "school" : "scholen"}`;
const lines = (number: number) => `${inDutch(number)} ${number === 1 ? "regel" : "regels"}`;

type Numbers = { added: number; changed: number; closed: number };

/** What confirming does, as the words of its button: "Voeg 69 scholen toe, wijzig 3 en sluit 1". */
function confirm({ added, changed, closed }: Numbers): string {
  const parts: [number, (what: string) => string][] = [
    [added, (what) => `voeg ${what} toe`],
    [changed, (what) => `wijzig ${what}`],
    [closed, (what) => `sluit ${what}`],
  ];
  const said = parts.filter(([number]) => number > 0).map(([number, say], index) => say(index === 0 ? schools(number) : inDutch(number)));
  const sentence = [said.slice(0, -1).join(", "), said.at(-1) ?? ""].filter((part) => part !== "").join(" en ");
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

function outcome({ added, changed, closed }: Numbers): string {
  if (added + changed + closed === 0) return "Niets te wijzigen.";
  return `${inDutch(added)} erbij, ${inDutch(changed)} gewijzigd, ${inDutch(closed)} gesloten.`;
}

function listOf(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} en ${names.at(-1)}`;
}

const mostNamed = 5;

const consortiumMissing = "Kies het samenwerkingsverband waarvoor je de scholen inleest.";
const selectionMissing = "Kies welke scholen uit het bestand je wilt inlezen.";
const tooManyMunicipalities = "Noem hoogstens 50 gemeenten, elk op een eigen regel.";

/** Choosing a file, and the last imports. */
export const schoolImportTexts = {
  title: "Scholen inlezen van DUO",
  lead: "Kies het bestand met alle vestigingen. Je ziet daarna eerst wat er verandert. Pas als je dat bevestigt, verandert er iets.",
  schools: "Scholen",
  whereTitle: "Waar vind je het bestand?",
  where: "Ga bij DUO naar Open onderwijsdata en kies de adressen van je sector. Download daar het CSV-bestand met alle vestigingen. Je hoeft het niet eerst te openen.",
  whereLink: "Adressen basisonderwijs bij DUO",
  consortium: "Voor welk samenwerkingsverband?",
  consortiumMissing,
  file: "Bestand van DUO",
  fileHint: "Een CSV-bestand van ten hoogste 10 MB.",
  selection: "Welke scholen uit het bestand?",
  selectionMissing,
  byPostcode: "Scholen die er volgens hun postcode bij horen",
  byPostcodeHint: "Voor een bestand van het hele land.",
  postcodesUnknown: (names: readonly string[]) => `Van ${listOf(names)} zijn de postcodes hier nog niet bekend.`,
  allRows: "Alle scholen uit het bestand",
  allRowsHint: "Voor een bestand met alleen je eigen scholen, of met de gemeenten hieronder.",
  municipalities: "Alleen in deze gemeenten",
  municipalitiesHint: "Elke gemeente op een eigen regel, zoals Haarlem. Scholen in andere gemeenten blijven zoals ze zijn.",
  tooManyMunicipalities,
  submit: "Bekijk wat er verandert",
  submitting: "Het bestand wordt gelezen…",
  otherSector: (sector: string) => `In dit bestand staat ${sector}. Dat hoort niet bij dit samenwerkingsverband.`,
  fileProblems: {
    NO_FILE: "Kies het bestand van DUO dat je wilt inlezen.",
    NO_LENGTH: "Het bestand kwam niet goed aan. Kies het nog een keer.",
    NO_SCHOOLS_OF_OURS: "In dit bestand staat geen school die bij dit samenwerkingsverband hoort. Controleer het bestand, of kies alle scholen uit het bestand.",
  },
  choiceProblems: {
    consortiumId: consortiumMissing,
    selection: selectionMissing,
    municipalities: tooManyMunicipalities,
  },
  sendingProblems: {
    FORM_TOO_OLD: "Deze pagina stond te lang open. Kies het bestand nog een keer.",
    TOO_OFTEN: "Je hebt kort achter elkaar veel bestanden verstuurd. Wacht tien minuten en probeer het opnieuw.",
  },
  unknownMunicipalities: (names: readonly string[]) =>
    names.length === 1
      ? `In de gemeente ${names[0]} is geen school bekend. Controleer de naam.`
      : `In de gemeenten ${listOf(names)} is geen school bekend. Controleer de namen.`,

  recentTitle: "De laatste keren",
  recentNone: "Hier zie je straks wie wanneer scholen heeft ingelezen, en wat er toen veranderde.",
  recent: (sector: string, day: string, time: string) => `${sector} op ${day}, ${time} uur`,
  recentBy: (name: string | null) => (name === null ? "" : `Door ${name}. `),
  outcome,
  done: "Bevestigd",
  open: "Nog niet bevestigd",
  nothingToDo: "Niets te doen",
} as const;

/** What an import will do, or did. */
export const importPreviewTexts = {
  title: (consortium: string) => `Dit verandert er bij ${consortium}`,
  titleNothing: (consortium: string) => `Er verandert niets bij ${consortium}`,
  titleDone: (consortium: string) => `Scholen ingelezen voor ${consortium}`,
  breadcrumb: "Inlezen van DUO",
  lead: "Er is nog niets veranderd. Kijk of dit klopt en bevestig het dan.",
  leadNothing: "De scholen uit dit bestand staan al precies zo in Kernteam. Je hoeft niets te doen.",
  leadDone: (day: string) => `Dit veranderde er op ${day}.`,
  toSchools: "Bekijk de scholen",

  planned: {
    added: (n: number) => (n === 1 ? "school komt erbij" : "scholen komen erbij"),
    changed: (n: number) => (n === 1 ? "school wijzigt" : "scholen wijzigen"),
    closed: (n: number) => (n === 1 ? "school sluit, omdat ze niet meer in het bestand staat" : "scholen sluiten, omdat ze niet meer in het bestand staan"),
    unchanged: (n: number) => (n === 1 ? "school blijft gelijk" : "scholen blijven gelijk"),
    reopened: (n: number) => (n === 1 ? " (daarvan gaat er 1 weer open)" : ` (daarvan gaan er ${inDutch(n)} weer open)`),
  },
  happened: {
    added: (n: number) => (n === 1 ? "school kwam erbij" : "scholen kwamen erbij"),
    changed: (n: number) => (n === 1 ? "school is gewijzigd" : "scholen zijn gewijzigd"),
    closed: (n: number) => (n === 1 ? "school is gesloten, omdat ze niet meer in het bestand stond" : "scholen zijn gesloten, omdat ze niet meer in het bestand stonden"),
    unchanged: (n: number) => (n === 1 ? "school bleef gelijk" : "scholen bleven gelijk"),
    reopened: (n: number) => (n === 1 ? " (daarvan ging er 1 weer open)" : ` (daarvan gingen er ${inDutch(n)} weer open)`),
  },
  numbers: "In het kort",
  number: inDutch,

  file: "Bestand",
  selection: "Welke scholen",
  selections: { POSTCODE: "Met een postcode van het samenwerkingsverband", ALL: "Alle scholen uit het bestand" },
  municipalities: "Alleen in",
  about: "Dit overzicht",
  fileOf: (fileName: string, sector: string) => (fileName === "" ? sector : `${fileName} (${sector.toLowerCase()})`),
  madeBy: "Gemaakt",
  madeOn: (name: string | null, day: string, time: string) => `${name === null ? "Op" : `Door ${name} op`} ${day}, ${time} uur`,

  closesManyTitle: "Er sluiten veel scholen",
  elsewhereTitle: "Klopt het samenwerkingsverband?",
  elsewhere: (n: number) =>
    `${schools(n)} ${n === 1 ? "hoort" : "horen"} volgens de postcode bij een ander samenwerkingsverband. Die kan ze daarna niet meer zelf inlezen.`,

  lists: "School voor school",
  list: {
    added: (n: number) => `Nieuw (${inDutch(n)})`,
    changed: (n: number) => `Wijzigingen (${inDutch(n)})`,
    closed: (n: number) => `Sluitingen (${inDutch(n)})`,
    without: (n: number) => `Zonder samenwerkingsverband (${inDutch(n)})`,
    elsewhere: (n: number) => `Ander samenwerkingsverband (${inDutch(n)})`,
    held: (n: number) => `Blijft open (${inDutch(n)})`,
    rejected: (n: number) => `Afgekeurde regels (${inDutch(n)})`,
  },
  captions: {
    added: "Nieuwe scholen",
    changed: "Wijzigingen",
    closed: "Sluitingen",
    without: "Scholen zonder samenwerkingsverband",
    elsewhere: "Scholen waarbij de postcode iets anders zegt",
    held: "Scholen die openblijven",
    rejected: "Regels die niet worden ingelezen",
  },
  notes: {
    added: null,
    changed: null,
    closed: "Een gesloten school blijft bewaard, met haar kernteam en alles wat daarbij hoort.",
    without: "Van deze postcodes is geen samenwerkingsverband bekend. De scholen komen in de lijst Zonder samenwerkingsverband.",
    elsewhere: "Deze scholen blijven waar ze zijn. Een school gaat nooit vanzelf naar een ander samenwerkingsverband.",
    held: "Deze scholen staan niet in het bestand, maar een afgekeurde regel kan over hen gaan. Daarom sluiten ze niet.",
    rejected: "De andere regels worden wel ingelezen.",
  },
  columns: { name: "School", code: "Code", place: "Plaats", postcode: "Postcode", what: "Wat er wijzigt", line: "Regel", reason: "Waarom", stays: "Blijft bij" },
  staysOurs: "Dit samenwerkingsverband",
  staysTheirs: "Een ander samenwerkingsverband",
  field: (name: string) => `${name}: `,
  arrow: " wordt ",
  nothing: "niet ingevuld",
  opensAgain: (closedOn: string) => `Gaat weer open; was gesloten op ${closedOn}`,
  joinsConsortium: "Komt bij dit samenwerkingsverband",

  confirm,
  confirming: "De scholen worden bijgewerkt…",
  discard: "Gooi dit overzicht weg",
  discarding: "Het overzicht gaat weg…",
  changedSince: (sentences: readonly string[]) =>
    [
      "Sinds dit overzicht is er iets veranderd. Daarom is er niets ingelezen.",
      ...sentences.slice(0, mostNamed),
      ...(sentences.length > mostNamed ? [`En nog ${inDutch(sentences.length - mostNamed)} andere.`] : []),
      "Maak een nieuw overzicht en bevestig dat.",
    ].join(" "),
  newPreview: "Maak een nieuw overzicht",
  alreadyApplied: "Dit overzicht is al bevestigd en blijft bewaard.",
} as const;

/** Notices after a step of an import. */
export const schoolImportNotices = {
  "schools-imported": "De scholen zijn bijgewerkt.",
  "schools-imported-before": "Dit overzicht was al bevestigd. Er is niets veranderd.",
  "school-import-discarded": "Het overzicht is weg. Er is niets veranderd.",
} as const;

type DirectNumbers = Numbers & { fileRows: number; rows: number; unchanged: number; reopened: number; withoutConsortium: number };

/** What the commands `import:schools` and `import:consortia` say. */
export const schoolCommandTexts = {
  usage: "Gebruik: npm run import:schools -- BESTAND [--consortium PO2704] [--municipality NAAM …] [--dry-run] [--json]",
  usageConsortia: "Gebruik: npm run import:consortia -- BESTAND",
  noFile: (path: string) => `Het bestand ${path} is er niet; controleer de naam en de map.`,
  noRegularFile: (path: string) => `${path} is geen bestand; noem het CSV-bestand zelf.`,
  unknownConsortium: (code: string) => `Er is geen samenwerkingsverband met nummer ${code}. Lees eerst de postcodes in met npm run import:consortia, of controleer het nummer.`,
  otherSector: (sector: string, code: string) => `In dit bestand staat ${sector}. Dat hoort niet bij samenwerkingsverband ${code}.`,
  noSchoolsOfOurs: "In dit bestand staat geen school die kan worden ingelezen. Er is niets veranderd.",
  plan: ({ fileRows, rows }: DirectNumbers) => `Het bestand heeft ${lines(fileRows)}. De import gaat over ${schools(rows)}.`,
  numbers: (n: DirectNumbers) => `Erbij: ${inDutch(n.added)}. Gewijzigd: ${inDutch(n.changed)}. Gesloten: ${inDutch(n.closed)}. Gelijk: ${inDutch(n.unchanged)}.`,
  reopened: (n: number) => `Van de gewijzigde scholen ${n === 1 ? "gaat" : "gaan"} er ${inDutch(n)} weer open.`,
  added: (names: string) => `Erbij: ${names}`,
  changed: (name: string, what: string) => `Gewijzigd: ${name}: ${what}`,
  closed: (names: string) => `Gesloten: ${names}`,
  withoutConsortium: (n: number) => `Zonder samenwerkingsverband: ${schools(n)}.`,
  postcodesMissing: "De postcodes van de samenwerkingsverbanden zijn nog niet ingelezen; doe dat met npm run import:consortia en lees de scholen daarna nog een keer in.",
  elsewhere: (n: number) => `${schools(n)} ${n === 1 ? "blijft" : "blijven"} bij het samenwerkingsverband waar ze al bij ${n === 1 ? "hoort" : "horen"}.`,
  heldOpen: (n: number) => `${schools(n)} ${n === 1 ? "blijft" : "blijven"} open, omdat een afgekeurde regel over hen kan gaan.`,
  rejected: (line: number, reason: string) => `Regel ${inDutch(line)}: ${reason}`,
  more: (n: number) => `En nog ${inDutch(n)}.`,
  dryRun: "Dit was een proef; er is niets veranderd.",
  nothing: "Er verandert niets.",
  done: "De scholen zijn bijgewerkt.",
  notMigrated: "De database is nog niet bijgewerkt; doe dat eerst met npm run db:migrate.",
  consortiaDone: (areas: number, changed: number, added: number) =>
    `Ingelezen: ${inDutch(areas)} postcodegebieden, waarvan ${inDutch(changed)} nieuw of gewijzigd, en ${inDutch(added)} nieuwe samenwerkingsverbanden.`,
} as const;

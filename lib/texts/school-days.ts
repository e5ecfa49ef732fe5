const problems = {
  OUT_OF_ORDER: "De laatste dag is eerder dan de eerste. Vul een latere dag in.",
  TOO_LONG: "Dit zijn te veel dagen. Vul een eerdere laatste dag in.",
} as const;

const oneDay = "Voor één dag vul je twee keer dezelfde dag in.";

/** Words of the study days of a school. */
export const studyDayTexts = {
  title: (team: string) => `Studiedagen · ${team}`,
  lead: "Op deze dagen is de school dicht. Wie een bijeenkomst plant, krijgt een waarschuwing.",
  link: "Studiedagen",
  years: "Kies een schooljaar",
  list: (year: string) => `Studiedagen in ${year}`,
  emptyTitle: (year: string) => `Er staan nog geen studiedagen in ${year}`,
  empty: "Zet ze er aan het begin van het schooljaar in. Dan plant niemand een bijeenkomst op een dag dat de school dicht is.",
  add: "Voeg een studiedag toe",
  addTitle: (team: string) => `Studiedag toevoegen · ${team}`,
  change: "Wijzig",
  changeTitle: (name: string, team: string) => `${name} wijzigen · ${team}`,
  name: "Naam",
  nameHint: "Bijvoorbeeld: Studiedag rekenen",
  school: "Welke school is dicht?",
  firstDay: "Eerste dag",
  lastDay: "Laatste dag",
  lastDayHint: oneDay,
  save: "Bewaar de studiedag",
  saving: "De studiedag wordt bewaard…",
  back: "Terug naar de studiedagen",
  remove: "Haal deze studiedag weg",
  removeNote: "Dan is de school die dag gewoon open.",
  problems: { ...problems, OVERLAPS: "Op een deel van deze dagen is de school al dicht voor een andere studiedag. Kies andere dagen." },
  fields: {
    nameMissing: "Vul in hoe de studiedag heet.",
    firstDayMissing: "Vul de eerste dag in, bijvoorbeeld 6 10 2026.",
    lastDayMissing: "Vul de laatste dag in, bijvoorbeeld 6 10 2026.",
    schoolMissing: "Kies welke school dicht is.",
  },
} as const;

/** Words of the holidays of a samenwerkingsverband. */
export const holidayTexts = {
  title: "Vakanties en vrije dagen",
  lead: "De schoolvakanties en feestdagen staan er al in. Wijkt jullie samenwerkingsverband af, dan pas je ze hier aan. Dat geldt alleen voor jullie.",
  years: "Kies een schooljaar",
  list: (year: string) => `Vakanties en vrije dagen in ${year}`,
  empty: "Van dit schooljaar zijn nog geen vakanties bekend.",
  columns: { name: "Naam", days: "Dagen", holds: "Geldt voor", change: "Wijzigen" },
  region: (region: string) => `Regio ${region}`,
  everybody: "Iedereen",
  own: "Alleen jullie",
  corrected: "Aangepast",
  open: "Scholen zijn open",
  nationally: (days: string) => `Landelijk: ${days}`,
  source: "Rijksoverheid en OpenHolidays (ODbL)",
  add: "Voeg vrije dagen toe",
  addTitle: "Vrije dagen toevoegen",
  addLead: "Op deze dagen zijn alle scholen van jullie samenwerkingsverband dicht.",
  change: "Pas aan",
  changeTitle: (name: string) => `${name} aanpassen`,
  correctLead: "Dit geldt alleen voor jullie samenwerkingsverband. Landelijk verandert er niets.",
  name: "Naam",
  firstDay: "Eerste dag",
  lastDay: "Laatste dag",
  lastDayHint: oneDay,
  openThen: "De scholen zijn dan gewoon open",
  save: "Bewaar de dagen",
  saving: "De dagen worden bewaard…",
  back: "Terug naar de vakanties",
  removeOwn: "Haal deze dagen weg",
  removeCorrection: "Gebruik weer de landelijke dagen",
  problems,
  fields: {
    nameMissing: "Vul in hoe deze dagen heten.",
    firstDayMissing: "Vul de eerste dag in, bijvoorbeeld 10 10 2026.",
    lastDayMissing: "Vul de laatste dag in, bijvoorbeeld 18 10 2026.",
  },
} as const;

/** Words of what a samenwerkingsverband holds to when it plans. */
export const planningRulesTexts = {
  title: "Regels voor het plannen",
  lead: "Hier houdt iedereen zich aan die een bijeenkomst plant. Wie zelf een ander maximum heeft gekozen, houdt dat.",
  mostMeetings: "Hoogstens zoveel bijeenkomsten op een dag",
  mostMeetingsHint: "Per persoon. Van 1 tot en met 8.",
  travelMinutes: "Minuten tussen twee plaatsen",
  travelMinutesHint: "Zoveel tijd zit er tussen twee bijeenkomsten die niet op dezelfde plaats zijn. Een digitale bijeenkomst heeft geen reistijd.",
  save: "Bewaar de regels",
  saving: "De regels worden bewaard…",
  back: "Terug naar de instellingen",
  toRules: "Regels voor het plannen",
  toRulesNote: "Hoeveel bijeenkomsten op een dag, en hoeveel reistijd.",
  toHolidays: "Vakanties en vrije dagen",
  toHolidaysNote: "De schoolvakanties, en waar jullie ervan afwijken.",
  changedMeanwhile: (most: number, minutes: number) =>
    `Iemand heeft de regels intussen gewijzigd. Nu is het: hoogstens ${most} op een dag, ${minutes} minuten tussen twee plaatsen. Verstuur het opnieuw als het zo moet worden.`,
  fields: {
    mostMissing: "Vul in hoeveel bijeenkomsten op een dag kunnen, bijvoorbeeld 3.",
    travelMissing: "Vul in hoeveel minuten ertussen moeten zitten, bijvoorbeeld 30.",
  },
} as const;

/** After a form was sent: what happened. */
export const schoolDayNotices = {
  "study-day-saved": "De studiedag is bewaard. Wie die dag wil plannen, krijgt een waarschuwing.",
  "study-day-removed": "De studiedag is weg. De school is die dag open.",
  "holiday-saved": "De dagen zijn bewaard. Ze gelden voor alle scholen van jullie samenwerkingsverband.",
  "holiday-removed": "De aanpassing is weg.",
  "planning-rules-saved": "De regels zijn bewaard. Ze gelden vanaf nu.",
} as const;

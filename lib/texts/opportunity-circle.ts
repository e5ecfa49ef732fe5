import { type Day, formatDate } from "#lib/dates";

/** The kansencirkel. The names are those of the NJi, the meanings a translation of the Scottish definitions. */
export const circleTexts = {
  title: "Kansencirkel",
  elements: {
    ACTIVE: { name: "Actief", meaning: "Kan meedoen aan spel, ontspanning en sport: thuis, op school en in de buurt." },
    RESPECTED: { name: "Gerespecteerd", meaning: "Wordt gehoord en betrokken bij beslissingen over het eigen leven." },
    RESPONSIBLE: { name: "Verantwoordelijk", meaning: "Krijgt kansen om verantwoordelijkheid te nemen, met begeleiding die past." },
    INCLUDED: { name: "Erbij horen", meaning: "Hoort bij gezin, school en buurt, en krijgt hulp waar dat niet vanzelf gaat." },
    SAFE: { name: "Veilig", meaning: "Groeit op in een omgeving die veilig voelt." },
    HEALTHY: { name: "Gezond", meaning: "Is zo gezond mogelijk, met toegang tot zorg en steun bij gezonde keuzes." },
    ACHIEVING: { name: "Ontplooiing", meaning: "Wordt gesteund bij leren, vaardigheden en zelfvertrouwen." },
    NURTURED: { name: "Gekoesterd", meaning: "Krijgt warme, geborgen zorg, waarin veerkracht groeit." },
  },
  marks: { GOES_WELL: "Gaat goed", ATTENTION: "Aandacht", UNKNOWN: "Onbekend" },
  /** Above the eight questions. */
  note: "Kies per onderdeel wat je ziet. Weet je het niet? ‘Onbekend’ is ook een antwoord: dan vraagt het team ernaar.",
  line: (name: string) => `Toelichting bij ${name}`,
  /** How an element stands, after its name. */
  is: (mark: string) => `: ${mark.toLowerCase()}`,
  /** What the wheel shows, for who does not see it; the list beside it says it all. */
  wheel: ({ GOES_WELL, ATTENTION, UNKNOWN }: Record<"GOES_WELL" | "ATTENTION" | "UNKNOWN", number>) =>
    `Kansencirkel met acht onderdelen: ${GOES_WELL} keer gaat goed, ${ATTENTION} keer aandacht, ${UNKNOWN} keer onbekend. De lijst zegt welke.`,
} as const;

/** What a samenwerkingsverband calls the elements. */
export const circleNameTexts = {
  title: "De kansencirkel",
  titleIn: (consortium: string) => `De kansencirkel · ${consortium}`,
  settingsNote: "Hoe de acht onderdelen van de kansencirkel heten, en wat ze betekenen.",
  lead: "Zo heten de acht onderdelen in elke casus van je samenwerkingsverband. Wat je wijzigt, zie je meteen overal; wat teams al kozen, blijft staan.",
  caption: "De onderdelen van de kansencirkel",
  columns: { name: "Naam", meaning: "Wat het betekent" },
  changeTitle: (name: string) => `${name} wijzigen · de kansencirkel`,
  usually: (words: string) => `Standaard: ${words}`,
  nameMissing: "Vul in hoe dit onderdeel heet.",
  meaningMissing: "Vul in wat dit onderdeel betekent, in één zin.",
  nameInUse: "Een ander onderdeel heet al zo. Kies een andere naam.",
  changedMeanwhile: (name: string, meaning: string) =>
    `Iemand anders heeft dit intussen gewijzigd. Er staat nu “${name}”: “${meaning}”. Wat jij invulde, staat er nog: verstuur het opnieuw als het zo moet worden.`,
  save: "Bewaar de wijziging",
  saving: "De naam wordt bewaard…",
  back: "Terug naar de kansencirkel",
} as const;

/** The casussen of a school year in figures: the kansencirkel, and what was agreed. */
export const circleFiguresTexts = {
  title: "Casussen in cijfers",
  titleOf: (year: string) => `Casussen in cijfers · ${year}`,
  titleIn: (year: string, consortium: string) => `Casussen in cijfers · ${year} · ${consortium}`,
  lead: "Hoe vaak teams bij een onderdeel van de kansencirkel ‘gaat goed’, ‘aandacht’ of ‘onbekend’ kozen, hoe vroeg zij iets inbrachten en wat zij afspraken.",
  years: "Schooljaar",
  all: "Alle kernteams samen",
  counted: (count: number, day: Day) => `${count} casussen, laatst bijgeteld op ${formatDate(day)}`,
  how: "Elke maand tellen we nieuwe besproken casussen mee, als het er genoeg zijn om niemand te herkennen. Daarna verandert er niets meer aan. Hoeveel casussen er zijn, is precies; de andere aantallen zijn afgerond op vijftallen.",
  /** A number in fives: in a sentence, and in a table that says so. */
  about: (count: number) => (count === 0 ? "minder dan 5" : `ongeveer ${count}`),
  inFives: (count: number) => (count === 0 ? "minder dan 5" : String(count)),
  perTeam: "Per kernteam",
  teamOf: (name: string, count: number) => `${name}: ${count} casussen`,
  hidden: { FEW: "minder dan 5", WITHHELD: "niet getoond" },
  notYet: "Er zijn nog geen cijfers over dit schooljaar. Ze komen aan het begin van een maand, zodra er minstens 5 besproken casussen zijn, ook zonder die van het kernteam met de meeste. Zo kan niemand uitrekenen hoe het met één leerling gaat.",
  tooFew: "Over dit schooljaar zijn er geen cijfers: er waren te weinig casussen om te tellen zonder dat je kunt uitrekenen hoe het met één leerling gaat.",
  teamsLater: (day: Day) => `Cijfers per kernteam komen hier op ${formatDate(day)}, als het schooljaar voorbij is.`,
  why: "Een kernteam heeft cijfers vanaf 5 casussen. Staat er ‘niet getoond’, dan zijn er wel genoeg, maar zou je met deze cijfers erbij een ander kernteam kunnen uitrekenen.",
  caption: (whose: string) => `Kansencirkel: ${whose}`,
  columns: { name: "Onderdeel", GOES_WELL: "Gaat goed", ATTENTION: "Aandacht", UNKNOWN: "Onbekend", bar: "Verdeling" },
  circle: "De kansencirkel",
  agreements: "Afspraken bij deze casussen",
  agreementsCaption: (whose: string) => `Afspraken bij casussen: ${whose}`,
  agreementColumns: { kind: "Afspraak", agreed: "Afgesproken", done: "Gedaan", applied: "Toegepast in de klas" },
  agreementsNote: "Zo stond het ervoor toen we het schooljaar afsloten. Wat niet meer nodig was, telt niet mee.",
  agreementsLater: (day: Day) => `Wat bij deze casussen is afgesproken en gedaan, tellen we op ${formatDate(day)}, als het schooljaar voorbij is.`,
} as const;

/** How early core teams bring something in. */
export const earlyTexts = {
  title: "Hoe vroeg komt het op tafel?",
  since: { FIRST_CONCERN: "Een eerste zorg", LONGER: "Het loopt al langer", STUCK: "Het zit vast", UNTOLD: "Niet ingevuld" },
  /** On the page of the team itself: "Dit schooljaar: 3 casussen met een eerste zorg, 1 die al langer liep en 0 die vastzaten." */
  own: ({ FIRST_CONCERN: first, LONGER: longer, STUCK: stuck }: Record<"FIRST_CONCERN" | "LONGER" | "STUCK", number>) =>
    `Gedeeld in dit schooljaar: ${first} ${first === 1 ? "casus" : "casussen"} met een eerste zorg, ${longer} die al langer ${longer === 1 ? "liep" : "liepen"} en ${stuck} die ${stuck === 1 ? "vastzat" : "vastzaten"}.`,
  ownNote: "Hoe eerder, hoe meer er kan. Ook een kleine vraag is welkom.",
} as const;

/** After a name was changed. */
export const circleNotices = {
  "circle-name-changed": "De naam is bewaard. Hij staat nu in elke casus.",
} as const;

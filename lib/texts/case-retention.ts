import { type Day, formatDate } from "#lib/dates";

type Term = "NEXT_SCHOOL_YEAR" | "SCHOOL_YEAR" | "SIX_MONTHS" | "THREE_MONTHS";

/** Until when a text is kept, in the middle of a sentence. */
const until: Record<Term, string> = {
  NEXT_SCHOOL_YEAR: "het eind van het volgende schooljaar",
  SCHOOL_YEAR: "het eind van het schooljaar van de bespreking",
  SIX_MONTHS: "zes maanden na de bespreking",
  THREE_MONTHS: "drie maanden na de bespreking",
};

type Count = number | "FEW";

/** How many casussen, at the beginning of a sentence. */
const cases = (count: Count) => (count === "FEW" ? "Minder dan 5 casussen" : `Ongeveer ${count} casussen`);

/** How long a samenwerkingsverband keeps the text of casussen. */
export const caseRetentionTexts = {
  title: "Bewaartermijn van casussen",
  settingsNote: "Wanneer de tekst van een casus wordt gewist.",
  lead: "Wat er over een kind is geschreven, hoort niet langer bewaard te blijven dan nodig.",
  term: "Tot wanneer bewaart jullie samenwerkingsverband de tekst van een casus?",
  termHint: "Aan het eind van het volgende schooljaar is elke tekst gewist. Eerder mag, later niet.",
  terms: {
    NEXT_SCHOOL_YEAR: "Tot het eind van het volgende schooljaar",
    SCHOOL_YEAR: "Tot het eind van het schooljaar van de bespreking",
    SIX_MONTHS: "Tot zes maanden na de bespreking",
    THREE_MONTHS: "Tot drie maanden na de bespreking",
  } satisfies Record<Term, string>,
  ofToday: (day: Day) => `Een casus die vandaag wordt besproken, wordt op ${formatDate(day)} gewist.`,
  missing: "Kies tot wanneer de tekst bewaard blijft.",
  look: "Bekijk wat dit verandert",
  looking: "De casussen worden geteld…",
  back: "Terug naar de instellingen",
  backToChoice: "Toch een andere keuze",

  confirmTitle: (term: Term) => `Bewaren tot ${until[term]}`,
  confirmLead: (before: Term) => `Nu blijft de tekst van een casus bewaard tot ${until[before]}.`,
  noneErased: "Geen enkele casus wordt eerder gewist.",
  erased: (count: Count, from: Day) => `${cases(count)} worden eerder gewist, op zijn vroegst op ${formatDate(from)}.`,
  keptLonger: (count: Count) => `${cases(count)} blijven langer bewaard.`,
  notice: "Minstens twee weken van tevoren staat op de startpagina van wie een casus leidt, en bij de casus zelf, dat de tekst wordt gewist.",
  noWayBack: "Wat gewist is, kan niemand terughalen.",
  keeps: ["Thema, bouw, waar het speelt, en wat in de kansencirkel is gekozen.", "Wie aan zet was, de terugkoppeling, en van afspraken wie ze zou doen en hoe het liep.", "Successen en lessen."],
  submit: (term: Term) => `Bewaar de tekst tot ${until[term]}`,
  submitting: "De keuze wordt bewaard…",
  same: "Zo staat het al. Kies iets anders, of ga terug.",
  changedMeanwhile: "Iemand heeft de bewaartermijn intussen gewijzigd. Ga terug en kijk wat er nu staat.",
} as const;

/** Where is told that the text of a casus is erased, or was. */
export const caseErasureTexts = {
  /** At the casus. */
  erasesOn: (day: Day) => `De tekst wordt op ${formatDate(day)} gewist. Thema, bouw, kansencirkel, successen en lessen blijven.`,
  soonTitle: (day: Day) => `De tekst van deze casus wordt op ${formatDate(day)} gewist`,
  soon: "Wat jullie willen onthouden, kun je als les of succes opschrijven. Dat blijft bewaard. Is de casus dan nog open, dan wordt hij gesloten.",
  /** On the home page of who leads it. */
  homeTitle: "Binnenkort gewist",
  homeLine: (team: string, count: number, day: Day) => (count === 1 ? `De tekst van een casus van ${team} wordt op ${formatDate(day)} gewist` : `De tekst van ${count} casussen van ${team} wordt op ${formatDate(day)} gewist`),
  homeNote: "Schrijf zo nodig eerst een les of succes op.",
  more: (count: number) => `en nog ${count}`,

  erasedTitle: (day: Day) => `De tekst van deze casus is gewist op ${formatDate(day)}`,
  erasedInTime: "Dat gebeurt met elke casus als de bewaartijd voorbij is. Niemand kan de tekst terughalen.",
  erasedAfterStop: "De casus was stopgezet, omdat iemand de leerling herkende. Niemand kan de tekst terughalen.",
  remains: "Wat er blijft",
  remainsNote: "De antwoorden, de perspectieven en de tekst van de afspraken zijn er niet meer.",
  circle: "Hoe de kansencirkel stond",
  about: "Over deze casus",
  sharedBy: (name: string, day: Day) => `${name} schreef deze casus, bij de bijeenkomst van ${formatDate(day)}.`,
  /** In place of what an agreement said. */
  agreementText: "Een afspraak bij een casus waarvan de tekst is gewist",
  agreementErased: "De tekst van deze afspraak is met de casus gewist. Je kunt nog wel zeggen hoe het ervoor staat.",
  meetingTooLongAgo: "Deze bijeenkomst is zo lang geleden dat een nieuwe casus meteen gewist zou worden. Schrijf hem bij de bijeenkomst waar jullie hem nu bespreken.",
} as const;

/** After a form about keeping casussen was sent. */
export const caseRetentionNotices = {
  "case-retention-changed": "De bewaartermijn is gewijzigd. Wat eerder gewist wordt, staat minstens twee weken van tevoren bij de casus.",
} as const;

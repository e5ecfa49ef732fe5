import { formatDate, type Day } from "#lib/dates";
import { inSentence, oneOf } from "#lib/texts/core-teams";
import { listed } from "#lib/texts/meetings";

/** The form of the own perspective. */
export const perspectiveFormTexts = {
  title: (alias: string) => `Mijn perspectief · ${alias}`,
  lead: (functionName: string) => `Je schrijft als ${functionName}.`,
  hidden: "Alleen jij leest je tekst, tot de perspectieven samen worden onthuld. Dan leest het hele team hem.",
  revealed: "De perspectieven zijn onthuld. Wat je nu bewaart, leest het team meteen; erbij staat dat het na het onthullen is geschreven.",
  question: "De vraag",
  story: "Lees de hele casus",
  label: "Wat zie jij, vanuit je functie?",
  hint: "Wat valt je op, wat vraag je je af, en wat zou kunnen helpen? Een paar zinnen is genoeg.",
  /** What each function leaves out. */
  reminders: {
    MEDICAL: { title: "Geen medische gegevens", text: "Ook niet als niemand een naam ziet: een diagnose, een medicijn of een uitslag kan een kind herkenbaar maken. Jouw beroepsgeheim geldt ook hier." },
    ABSENCE: { title: "Geen verzuimcijfers", text: "Noem geen aantallen uren, dagen of meldingen: die kunnen een kind herkenbaar maken. Schrijf bijvoorbeeld ‘het verzuim neemt toe’." },
    GENERAL: { title: "Niemand herkenbaar", text: "Schrijf ‘de leerling’, zonder naam, leeftijd of datum, en zonder wat je uit een eigen dossier weet." },
  },
  submit: "Bewaar je perspectief",
  saving: "Je perspectief wordt bewaard…",
  back: "Terug naar de casus",
  changedMeanwhile: "Je hebt dit perspectief intussen in een ander venster gewijzigd. Je ziet hieronder wat er staat. Jouw tekst staat er nog: pas hem aan en bewaar opnieuw.",
  revealedMeanwhile: "De perspectieven zijn intussen onthuld, dus er is niets bewaard. Bewaar je nu opnieuw, dan leest het team je tekst meteen.",
  closed: "Deze casus is intussen afgesloten of stopgezet, dus een perspectief schrijven kan niet meer.",
  unreadable: "Wat hier stond, is niet leesbaar. Vertel het de beheerder. Schrijf je iets nieuws, dan komt dat ervoor in de plaats.",
} as const;

/** The perspectives on the page of a casus. */
export const perspectiveTexts = {
  section: "Perspectieven",
  label: "Perspectieven per functie",
  filled: (written: number, seats: number) => `${written} van ${seats} ingevuld`,
  written: "Ingevuld",
  empty: "Nog niet ingevuld",
  stayedEmpty: "Niet ingevuld",
  /** Which views nobody at the table has: "In het team is nu geen leerplichtambtenaar." */
  vacant: (places: readonly (readonly string[])[]) => `In het team is nu ${listed(places.map((names) => `geen ${inSentence(oneOf(names))}`))}. Die blik missen jullie bij deze casus.`,
  you: "(jij)",
  hidden: "Ieder schrijft eerst zelf. Elkaars tekst lees je pas na het onthullen. Dat doet wie de casus schreef of de bijeenkomst vastlegt.",
  revealedOn: (day: Day) => `Onthuld op ${formatDate(day)}`,
  neverRevealed: "De perspectieven zijn niet onthuld voordat de casus werd afgesloten. Niemand leest die van een ander.",
  afterReveal: "Geschreven na het onthullen",
  unreadable: "Dit perspectief is niet leesbaar. Vertel het de beheerder.",
  write: "Schrijf je perspectief",
  change: "Wijzig je perspectief",
  reveal: "Onthul de perspectieven",
  nobodyWrote: "Jij kunt ze onthullen zodra iemand iets schreef.",
  revealEarly: "Onthul ze al voor de bijeenkomst",
  ask: "Vraag de teamleden om hun perspectief",
  askedOn: (day: Day) => `Gevraagd op ${formatDate(day)}. Wie nog niets schreef, kreeg een mail. Daarin staat niets over de casus.`,
  askedToday: "Het team is vandaag al gevraagd. Morgen kan het weer.",
  askedTooLate: "De perspectieven zijn al onthuld, of de casus is afgesloten.",
} as const;

/** What is asked of somebody who did not write yet: on the home page, and at the casus in the list of its meeting. */
export const askedPerspectiveTexts = {
  title: "Jouw perspectief",
  line: (askedBy: string | null, alias: string, team: string) => `${askedBy === null ? "Jouw perspectief wordt gevraagd" : `${askedBy} vraagt jouw perspectief`} · ${alias} · ${team}`,
  forMeeting: (day: Day) => `Bij de bijeenkomst van ${formatDate(day)}. Een paar zinnen is genoeg.`,
  lacking: "Jouw perspectief ontbreekt nog",
  lackingAt: (alias: string) => `Jouw perspectief ontbreekt nog bij ${alias}`,
} as const;

/** Revealing the perspectives. */
export const revealTexts = {
  title: (alias: string) => `Perspectieven onthullen · ${alias}`,
  lead: "Onthul ze als het team eraan toe is om samen te kijken.",
  beforeMeeting: (day: Day) => `De bijeenkomst is op ${formatDate(day)}. Onthul je nu al, dan leest iedereen de teksten voordat jullie samen kijken, en wie nog moet schrijven leest eerst de anderen.`,
  notBack: "Terugdraaien kan niet. Wie hierna nog iets schrijft, doet dat met de teksten van de anderen erbij; dat staat er dan bij.",
  written: (count: number) => (count === 1 ? "perspectief kan het hele team daarna lezen" : "perspectieven kan het hele team daarna lezen"),
  empty: (count: number) => (count === 1 ? "persoon schreef nog niets; dat ziet het team" : "mensen schreven nog niets; dat ziet het team"),
  submit: "Onthul de perspectieven",
  submitting: "De perspectieven worden onthuld…",
  back: "Nog niet onthullen",
  backToCase: "Terug naar de casus",
  nobodyWrote: "Nog niemand schreef een perspectief, dus er is niets te onthullen.",
  revealedBefore: "De perspectieven zijn al onthuld.",
  closed: "Deze casus is afgesloten of stopgezet, dus onthullen kan niet meer.",
  notYours: "Wie de casus schreef, of wie de bijeenkomst vastlegt, onthult de perspectieven.",
} as const;

/** After a form about a perspective was sent. */
export const perspectiveNotices = {
  "perspective-saved": "Je perspectief is bewaard. Alleen jij leest het, tot de perspectieven worden onthuld.",
  "perspective-shown": "Je perspectief is bewaard. Het team leest het nu.",
  "perspectives-revealed": "De perspectieven zijn onthuld. Het hele team leest ze nu.",
  "perspectives-asked": "De mails gaan nu weg, naar wie nog niets schreef. Er staat niets over de casus in.",
} as const;

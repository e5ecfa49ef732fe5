import { formatDate, formatDay, type Day } from "#lib/dates";

/** Agreements as lines in a list. */
export const agreementTexts = {
  listTitle: (team: string) => `Afspraken · ${team}`,
  mineTitle: "Mijn afspraken",
  all: "Afspraken",
  lead: "Wat het team heeft afgesproken, en wie het oppakt.",
  mineLead: "Wat jij hebt toegezegd, bij al je kernteams.",
  views: "Kies welke afspraken je ziet",
  open: (count: number) => (count === 0 ? "Open" : `Open (${count})`),
  done: (year: string) => `Gedaan in ${year}`,
  openLabel: "Open afspraken",
  doneLabel: "Afspraken die zijn gedaan",
  overdue: "Datum voorbij",
  isDone: "Gedaan",
  owner: (name: string, isOwn: boolean) => (isOwn ? "Jij" : name),
  due: (day: Day) => `uiterlijk ${formatDay(day)}`,
  dueBy: "uiterlijk",
  doneOn: (day: Day) => `gedaan op ${formatDate(day)}`,
  agreedOn: (date: string) => `afgesproken op ${date}`,
  finish: "Gedaan",
  reopen: "Toch niet gedaan",
  /** Behind a button, for who listens: which agreement it is about. */
  about: (text: string) => `(${text})`,
  change: "Wijzig",
  finished: "Afgevinkt.",
  emptyTitle: "Er staat niets open",
  empty: "Hier komen de afspraken die het team maakt: wie doet wat, en voor wanneer. Leg ze vast bij de bijeenkomst, dan ziet iedereen ze op de startpagina.",
  emptyMine: "Hier komen de afspraken die jij op je neemt. Je maakt ze bij een bijeenkomst of een casus.",
  toMeetings: "Naar de bijeenkomsten",
  emptyYearTitle: (year: string) => `In ${year} is niets afgevinkt`,
  emptyYear: "Kies een ander schooljaar om terug te kijken.",
} as const;

/** Making and changing an agreement. */
export const agreementFormTexts = {
  newTitle: (team: string) => `Nieuwe afspraak · ${team}`,
  newLead: (day: string) => `Wat heeft het team op ${day} afgesproken, los van een casus?`,
  editTitle: (team: string) => `Afspraak wijzigen · ${team}`,
  madeAt: (day: Day) => `Afgesproken op ${formatDate(day)}.`,
  madeWith: (alias: string, day: Day) => `Afgesproken bij ${alias}, op ${formatDate(day)}.`,
  text: "Wat is er afgesproken?",
  textHint: "Begin met wat er gebeurt, bijvoorbeeld: startgesprek op school voeren. Noem geen leerlingen of ouders.",
  owner: "Wie doet dit?",
  dueOn: "Wanneer is het klaar?",
  save: "Bewaar de afspraak",
  saveAndNext: "Bewaar en maak er nog een",
  saving: "De afspraak wordt bewaard…",
  saveChange: "Bewaar de wijziging",
  back: "Terug naar de bijeenkomst",
  backToTeam: "Terug naar de afspraken",
  noOwners: "Er is niemand die op de dag van deze bijeenkomst bij het team hoorde en er nu nog in zit. Maak de afspraak bij een andere bijeenkomst.",

  /** A sentence about one of several agreements in a form. */
  inRow: (row: number, sentence: string) => `Afspraak ${row}: ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`,
  textMissing: "Vul in wat er is afgesproken.",
  ownerMissing: "Kies wie dit doet.",
  dueOnMissing: "Vul in wanneer het klaar is, bijvoorbeeld 11 12 2026.",
  ownerNotMember: "Deze persoon hoorde niet bij het team op de dag van de bijeenkomst, of zit er niet meer in. Kies iemand anders.",
  dueTooEarly: (day: Day) => `Deze datum is al voorbij. Kies een dag vanaf ${formatDate(day)}.`,
  dueTooFar: (day: Day) => `Deze datum ligt ver weg. Kies een dag tot en met ${formatDate(day)}.`,
  meetingCancelled: "Deze bijeenkomst gaat niet door. Maak de afspraak bij een bijeenkomst die er wel was.",
  changedMeanwhile: (text: string, owner: string, dueOn: Day, done: boolean) =>
    `Iemand anders heeft deze afspraak intussen gewijzigd. Er staat nu: “${text}”, ${owner}, uiterlijk ${formatDate(dueOn)}${done ? ", en hij is afgevinkt" : ""}. Wat jij invulde, staat er nog: verstuur het opnieuw als het zo moet worden.`,
} as const;

/** After a form about an agreement was sent. */
export const agreementNotices = {
  "agreement-made": "De afspraak is bewaard. Wie hem oppakt, ziet hem op de startpagina.",
  "agreement-finished": "Afgevinkt. Klopt dat toch niet? Zet de afspraak weer open bij de afspraken van het team.",
  "agreement-reopened": "De afspraak staat weer open.",
  "agreement-changed": "De afspraak is gewijzigd.",
} as const;

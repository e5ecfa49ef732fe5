import { formatDate, type Day } from "#lib/dates";

/** What went well and what was learnt, of a school year. */
export const successTexts = {
  link: "Successen en lessen",
  title: (team: string) => `Successen en lessen · ${team}`,
  lead: "Wat het team goed deed en wat het leerde, bij casussen en daarbuiten. Alleen leden zien deze pagina.",
  years: "Kies een schooljaar",
  list: (year: string) => `Successen en lessen in ${year}`,
  success: "Succes",
  lesson: "Les",
  on: (day: Day) => formatDate(day),
  change: "Wijzig",
  /** Behind the link, for who listens: which one. */
  ofDay: (day: Day) => `het succes van ${formatDate(day)}`,
  write: "Schrijf een succes op",
  toYear: "Jaaroverzicht om te delen",
  emptyTitle: (year: string) => `In ${year} staat hier nog niets`,
  empty: "Vaak gaat het over wat vastloopt. Hier staat wat lukt. Schrijf een succes op, of leg het vast bij een casus: een paar woorden is genoeg.",
  emptyPast: "In dat schooljaar is geen succes of les vastgelegd.",
  onTeamPage: "Wat lukt er, en wat leren jullie?",
  onTeamPageNote: "Elke bijeenkomst begint met wat goed ging.",
  /** On a screen at the meeting. */
  sinceLast: "Sinds de vorige bijeenkomst",
  noneSince: "Sinds de vorige bijeenkomst is nog geen succes opgeschreven. Wat ging er goed?",
} as const;

/** Writing down a success without a casus. */
export const successFormTexts = {
  newTitle: (team: string) => `Succes opschrijven · ${team}`,
  editTitle: (team: string) => `Succes wijzigen · ${team}`,
  lead: "Iets wat lukte in jullie samenwerking. Klein mag.",
  text: "Wat ging goed?",
  hint: "Bijvoorbeeld: de schoolarts sloot aan, en ouders voelden zich gehoord.",
  stays: "Dit blijft bewaard en kan in het jaaroverzicht komen. Schrijf het dus zo dat niemand een kind of een collega herkent. Hoort het bij een casus? Leg het dan daar vast.",
  emptyRemoves: "Maak je het veld leeg, dan haal je het succes weg.",
  missing: "Schrijf op wat er goed ging.",
  submit: "Bewaar het succes",
  submitting: "Het succes wordt bewaard…",
  back: "Terug naar de successen",
  changedMeanwhile: "Je hebt dit succes intussen in een ander venster gewijzigd of weggehaald. Kijk wat er nu staat; jouw tekst staat er nog.",
} as const;

/** The words of a school year, to hang on a wall or send to somebody. */
export const successYearTexts = {
  title: (year: string, team: string) => `Successen en lessen ${year} · ${team}`,
  lead: (team: string, year: string) => `Wat kernteam ${team} in ${year} goed deed en leerde.`,
  share: "Print deze pagina, of kopieer de tekst. Er staat geen casus, geen dag en geen naam bij. Lees alles nog eens na voor je het deelt: herkent iemand er een kind in?",
  successes: "Dit ging goed",
  lessons: "Dit leerden we",
  empty: "In dit schooljaar staat nog geen succes of les.",
  back: "Terug naar de successen",
} as const;

/** After a success was written. */
export const successNotices = {
  "success-kept": "Bewaard. Het hele team ziet het.",
  "success-removed": "Het succes is weggehaald.",
} as const;

import { formatDate, type Day } from "#lib/dates";

/** What a school can do for a pupil and what it cannot, for its team. */
export const offerTexts = {
  section: "Wat de school kan",
  can: "Wat deze school kan bieden",
  cannot: "Wat hier niet kan",
  /** Above both, folded in, under a casus. */
  fold: "Wat de school kan bieden, en wat hier niet kan",
  write: "Vul in wat de school kan",
  change: "Wijzig wat de school kan",
  empty: "Weten de anderen wat jullie school kan en niet kan, dan zoeken ze in de goede richting mee.",
  changedOn: (day: Day) => `Bijgewerkt op ${formatDate(day)}.`,
} as const;

/** Writing that down. */
export const offerFormTexts = {
  title: (team: string) => `Wat de school kan · ${team}`,
  lead: "Voor het hele kernteam, ook bij elke casus. In een paar regels, zonder namen van leerlingen.",
  can: "Wat kan deze school bieden?",
  canHint: "Bijvoorbeeld: een rustige plek, twee dagdelen een onderwijsassistent, een gesprek binnen een week.",
  cannot: "Wat kan hier niet?",
  cannotHint: "Bijvoorbeeld: verzorging onder schooltijd, of een-op-een begeleiding de hele dag.",
  submit: "Bewaar wat de school kan",
  submitting: "Het wordt bewaard…",
  back: "Terug naar het kernteam",
  changedMeanwhile: "Een collega heeft dit intussen gewijzigd. Waar het nu anders is, zie je wat er staat. Jouw tekst staat er nog: pas hem aan en bewaar opnieuw.",
} as const;

/** After it was written. */
export const offerNotices = {
  "offer-kept": "Bewaard. Het hele kernteam ziet wat de school kan.",
} as const;

import { formatDate, type Day } from "#lib/dates";

type Progress = "TAKEN_UP" | "UNDER_WAY" | "COMPLETED";

/** How it goes with a casus, without a word of what goes. */
export const progressNames: Record<Progress, string> = { TAKEN_UP: "Opgepakt", UNDER_WAY: "Loopt", COMPLETED: "Afgerond" };

/** What comes of a casus, on its page. */
export const followUpTexts = {
  outcome: "Wat we samen zien",
  writeOutcome: "Schrijf op wat jullie samen zien",
  changeOutcome: "Wijzig wat jullie samen zien",
  outcomeEmpty: "Hier komt wat jullie samen zien, en wat jullie juist niet doen.",
  atPlay: "Wie is nu aan zet",
  nobody: "Er is nog niemand aan zet.",
  choose: "Kies wie aan zet is",
  change: "Geef door aan een ander",
  waiting: "Nog niet opgepakt",
  /** "Loopt, gezegd op 3 december 2026 door Samira Haddou." */
  told: (state: Progress, on: Day, by: string) => `${progressNames[state]}, doorgegeven door ${by} op ${formatDate(on)}.`,
  noContent: "Iedereen in het team ziet deze stand, niet waar het over gaat.",
  ask: "Hoe gaat het? Eén tik is genoeg; zeg het minstens elke vier weken.",
  still: (state: Progress) => `Nog steeds: ${progressNames[state].toLowerCase()}`,
  tooOld: "Ouder dan vier weken",
  feedback: "Terugkoppeling",
  parentsTold: "Aan de ouders",
  pupilTold: "Aan de leerling",
  toldBy: (on: Day, by: string) => `Gegeven op ${formatDate(on)} door ${by}`,
  notTold: "Nog niet gegeven",
  changeFeedback: "Leg de terugkoppeling vast",
  lessons: "Succes en les",
  success: "Succes",
  lesson: "Les",
  noLessons: "Vier wat lukt en onthoud wat jullie leerden. Een paar woorden is genoeg.",
  writeLesson: "Schrijf een succes of les op",
  changeLesson: "Wijzig het succes of de les",
  /** On the line of a casus at its meeting: "Loopt, bijgewerkt op 3 december 2026". */
  line: (state: Progress | null, lastTold: Day) => `${state === null ? "Nog niet opgepakt" : progressNames[state]}, bijgewerkt op ${formatDate(lastTold)}`,
} as const;

/** Saying who is to act. */
export const atPlayFormTexts = {
  title: (alias: string) => `Wie is aan zet · ${alias}`,
  lead: "Eén persoon of functie. De anderen kunnen loslaten, omdat ze zien dat het is opgepakt.",
  to: "Wie is nu aan zet?",
  person: (name: string, functionName: string) => `${name} (${functionName})`,
  people: "Mensen uit het team",
  functions: "Functies in het team",
  note: "De stand begint dan opnieuw: wie aan zet is, zegt zelf wanneer het is opgepakt.",
  submit: "Leg vast wie aan zet is",
  submitting: "Het wordt vastgelegd…",
  back: "Terug naar de casus",
  notInTeam: "Deze keuze kan niet meer: de persoon of functie hoort niet bij het team. Kies iemand anders.",
  liesThere: "Deze persoon of functie is al aan zet. Kies een ander, of ga terug.",
  changedMeanwhile: "Iemand heeft intussen iets vastgelegd bij deze casus. Kijk wat er nu staat en kies opnieuw.",
  closed: "Deze casus is afgesloten of stopgezet, dus dit kan niet meer.",
  notAtPlay: "Jij bent niet meer aan zet bij deze casus, dus de stand is niet gewijzigd.",
} as const;

/** Writing down who was told. */
export const feedbackTexts = {
  title: (alias: string) => `Terugkoppeling · ${alias}`,
  lead: "Wie hoorde wat het team bedacht? Schrijf niet op wat er is gezegd.",
  noWordsYet: "Nog niet opgeschreven. Met één gewone zin hoort iedereen hetzelfde.",
  writeWords: "Schrijf op hoe jullie het thuis vertellen",
  changeWords: "Wijzig de zin",
  parents: "Is er terugkoppeling gegeven aan de ouders?",
  pupil: "Is er terugkoppeling gegeven aan de leerling?",
  given: { no: "Nog niet", yes: "Ja" },
  on: { parents: "Zo ja: op welke dag hoorden de ouders het?", pupil: "Zo ja: op welke dag hoorde de leerling het?" },
  by: { parents: "Zo ja: wie vertelde het de ouders?", pupil: "Zo ja: wie vertelde het de leerling?" },
  missing: {
    parentsOn: "Vul in op welke dag de ouders het hoorden.",
    parentsById: "Kies wie het de ouders vertelde.",
    pupilOn: "Vul in op welke dag de leerling het hoorde.",
    pupilById: "Kies wie het de leerling vertelde.",
  },
  toCome: "Deze dag moet nog komen. Vul de terugkoppeling in als die is gegeven.",
  submit: "Bewaar de terugkoppeling",
  submitting: "De terugkoppeling wordt bewaard…",
} as const;

/** Writing down a success and a lesson. */
export const lessonTexts = {
  title: (alias: string) => `Succes en les · ${alias}`,
  lead: "Wat ging goed, en wat neem je mee naar een volgende keer?",
  stays: "Dit blijft bewaard als de tekst van de casus wordt gewist. Schrijf het dus zo dat niemand een kind herkent.",
  success: "Wat ging goed?",
  successHint: "Bijvoorbeeld: ouders en school zaten na twee weken samen aan tafel.",
  lesson: "Wat leerden we?",
  lessonHint: "Bijvoorbeeld: eerder bellen.",
  submit: "Bewaar succes en les",
  submitting: "Het wordt bewaard…",
  changedMeanwhile: "Iemand heeft dit intussen gewijzigd. Waar het nu anders is, zie je wat er staat. Jouw tekst staat er nog: pas hem aan en bewaar opnieuw.",
  stopped: "Deze casus is stopgezet, dus dit kan nu niet.",
} as const;

/** On the home page. */
export const refreshTexts = {
  title: "Hoe gaat het ermee?",
  line: (alias: string, team: string) => `${alias} · ${team}`,
  why: (progress: Progress | null, on: Day) => (progress === null ? `Jij bent aan zet, sinds ${formatDate(on)}.` : `Jij bent aan zet. De stand is van ${formatDate(on)}.`),
} as const;

/** After a form about what comes of a casus was sent. */
export const followUpNotices = {
  "at-play-set": "Vastgelegd is wie aan zet is. Het hele team ziet het.",
  "progress-told": "De stand is bijgewerkt. Het hele team ziet hem, niet waar het over gaat.",
  "family-told": "De terugkoppeling is bewaard.",
  "lesson-kept": "Bewaard. Dit blijft, ook als de tekst van de casus wordt gewist.",
} as const;

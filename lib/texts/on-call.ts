import { answerNames, listed } from "#lib/texts/meetings";

/** What an item speaks of when the leerplichtambtenaar may be wanted for it. */
export const attendanceWords = /verzuim|thuiszit|\bte[\s-]?laat|schorsing|geschorst|leerplicht/i;

type Answer = keyof typeof answerNames;

/** Whoever is on call for a meeting, on its agenda. */
export const onCallTexts = {
  heading: "Op afroep",
  nameAndFunction: (name: string, functionName: string) => `${name} · ${functionName}`,
  onlyWhenCalled: "Komt alleen als jullie erom vragen.",
  onlyWhenCalledOwn: "Je komt alleen als het team erom vraagt.",
  couldCome: "Kan komen als het nodig is.",
  cannotCome: "Heeft laten weten niet te kunnen.",
  call: (name: string) => `Vraag ${name} erbij`,
  takeBack: "Neem de vraag terug",
  /** Behind a link, for who listens: whom it is about. */
  about: (name: string) => `: ${name}`,
  calledFor: (number: number | null, answer: Answer) =>
    number === null ? `Gevraagd voor een punt dat van de agenda is gehaald (${answerWords(answer)}).` : `Gevraagd voor punt ${number} (${answerWords(answer)}).`,
  /** With the item itself. */
  atThisItem: (people: readonly { name: string; answer: Answer }[]) => `Gevraagd: ${people.map(({ name, answer }) => `${name} (${answerWords(answer)})`).join(", ")}`,
  /** On the page that takes such an item off. */
  itemIsCalledFor: (names: readonly string[]) => `Voor dit punt is ${listed(names)} erbij gevraagd. Die vraag blijft staan, tenzij je haar op de agenda terugneemt.`,
  /** To whoever was called. */
  you: (number: number, time: string) => `Je bent gevraagd voor punt ${number}, rond ${time} uur.`,
  youItemGone: "Je bent gevraagd voor een punt dat intussen van de agenda is gehaald. Vraag even na of je nog nodig bent.",
} as const;

/** Calling somebody who is on call, and taking that back. */
export const callTexts = {
  title: (name: string, day: string, team: string) => `${name} erbij vragen op ${day} · ${team}`,
  lead: (name: string, functionName: string) => `${name} (${functionName}) is op afroep en komt alleen als jullie erom vragen.`,
  answered: {
    NONE: null,
    ACCEPTED: (name: string) => `${name} heeft laten weten te kunnen komen als het nodig is.`,
    DECLINED: (name: string) => `${name} heeft eerder laten weten niet te kunnen. Je vraagt het nu opnieuw.`,
  },
  item: "Voor welk agendapunt?",
  itemHint: "In de mail staat geen agendapunt. Welk punt het is, staat achter de knop in de mail.",
  itemLabel: (number: number, title: string) => `Punt ${number}: ${title}`,
  itemTime: (time: string, minutes: number) => `${time} uur, ${minutes} min`,
  itemMissing: "Kies voor welk punt je deze collega erbij vraagt.",
  submit: "Stuur de vraag",
  submitting: "De vraag gaat weg…",
  back: "Terug naar de agenda",
  noAgendaTitle: "Er is nog geen agenda",
  noAgenda: "Je vraagt iemand erbij voor een punt van de agenda. Zet daar eerst iets op.",

  takeBackTitle: (name: string, day: string, team: string) => `Vraag aan ${name} terugnemen voor ${day} · ${team}`,
  takeBackLead: (name: string, number: number | null) =>
    number === null ? `${name} is gevraagd voor een punt dat van de agenda is gehaald, en heeft nog niet geantwoord.` : `${name} is gevraagd voor punt ${number} en heeft nog niet geantwoord.`,
  takeBackMail: "mail gaat weg: deze collega hoeft niet meer te komen",
  takeBackKeeps: (name: string) => `${name} blijft uitgenodigd, weer op afroep. Je kunt het later opnieuw vragen.`,
  takeBackSubmit: "Neem de vraag terug",
  takingBack: "De vraag wordt teruggenomen…",
  takeBackBack: "Toch laten staan",

  itemGone: "Dit punt staat niet meer op de agenda. Kies een ander punt.",
  alreadyCalled: (name: string) => `${name} is intussen al erbij gevraagd, misschien door iemand anders. Op de agenda zie je voor welk punt.`,
  notOnCall: (name: string) => `${name} is niet meer op afroep, maar gewoon uitgenodigd. Apart vragen hoeft niet.`,
  notCalled: (name: string) => `De vraag aan ${name} is intussen al teruggenomen.`,
  answeredMeanwhile: (name: string) => `${name} heeft al geantwoord. Is het toch niet nodig? Bel of mail dan even.`,
  clashAdvice: "De vraag is niet verstuurd. Overleg samen wat voorgaat, of vraag om schriftelijk mee te denken.",
} as const;

export const onCallNotices = {
  "invitee-called": "De vraag gaat nu weg. Het antwoord zie je bij het punt op deze agenda.",
  "call-taken-back": "De vraag is teruggenomen. Er gaat nu een mail weg waarin dat staat.",
} as const;

function answerWords(answer: Answer): string {
  return answerNames[answer].toLowerCase();
}

import { type Day, formatDate } from "#lib/dates";

/** Stopping a casus, by whoever recognises the child. */
export const stopCaseTexts = {
  /** Who wrote a casus knows the child, and stops it because others might too. */
  link: { own: "Zet deze casus stop", other: "Ik herken dit kind" },
  title: (alias: string) => `${alias} stopzetten`,
  when: {
    own: "Kun je de tekst zo wijzigen dat niemand de leerling meer herkent? Doe dat dan. Zet de casus stop als iemand de leerling al herkent, of als er te veel in staat.",
    other: "Zet de casus stop als je uit de tekst kunt opmaken om welke leerling het gaat.",
  },
  what: {
    own: "Zet je de casus stop, dan kan meteen niemand de tekst nog lezen: het team niet en jij ook niet.",
    other: "Zet je de casus stop, dan kan meteen niemand de tekst nog lezen: jij niet, het team niet en wie hem schreef ook niet.",
  },
  next: {
    own: "Het team ziet dat iemand de leerling herkent, niet wie de casus stopzette. De procesbegeleider hoort dat ook, niet wat er in de tekst staat, en wist de tekst of geeft hem terug aan jou. Je krijgt daarvan een mail.",
    other: "Het team ziet dat iemand de leerling herkent, niet wie dat is. De procesbegeleider hoort dat ook, niet wat er in de tekst staat, en wist de tekst of geeft hem terug aan wie hem schreef. Die krijgt een mail, als die nog bij het team hoort.",
  },
  submit: "Zet de casus stop",
  submitting: "De casus wordt stopgezet…",
  back: "Terug naar de casus",
  stoppedBefore: "Deze casus is al stopgezet.",
  erasedBefore: "De tekst van deze casus is al gewist.",
} as const;

/** What the team sees of a casus that was stopped. */
export const stoppedCaseTexts = {
  stopped: "Deze casus is stopgezet. De procesbegeleider neemt contact op.",
  why: "Iemand herkende de leerling. Daarom kan niemand de tekst nu lezen, en ook de perspectieven en afspraken niet.",
  whatNext: "Samen met de procesbegeleider kiezen jullie hoe het verder gaat: de tekst wordt gewist, of hij gaat terug naar wie hem schreef.",
  toMeeting: "Terug naar de bijeenkomst",
  /** To its writer, once it was given back. */
  releasedTitle: "De procesbegeleider gaf deze casus aan jou terug",
  released: "Iemand herkende de leerling. Haal weg waaraan je dat kunt zien, en laat dan het team weer meelezen. De perspectieven van de anderen blijven tot dan verborgen.",
} as const;

/** On the home page of who leads a casus that was stopped. */
export const ownStopTexts = {
  title: "Stopgezet of teruggegeven",
  line: (alias: string, team: string) => `${alias} · ${team}`,
  became: {
    STOPPED: (day: Day) => `Stopgezet op ${formatDate(day)}: iemand herkende de leerling. De procesbegeleider neemt contact op.`,
    RELEASED: (day: Day) => `De procesbegeleider gaf deze casus op ${formatDate(day)} aan jou terug. Haal weg waaraan iemand de leerling kan herkennen, en laat dan het team weer meelezen.`,
    ERASED: (day: Day) => `Gewist op ${formatDate(day)}, nadat iemand de leerling herkende.`,
  },
  shareBefore: (day: Day) => `Deel je hem niet, dan wordt de tekst op ${formatDate(day)} gewist.`,
} as const;

/** For the procesbegeleider, who settles it without reading it. */
export const settleStopTexts = {
  homeTitle: "Stopgezette casussen",
  homeLine: (alias: string, team: string) => `${alias} · ${team}`,
  homeSince: (day: Day) => `Stopgezet op ${formatDate(day)}. Neem contact op met het team.`,
  title: (alias: string, team: string) => `${alias} is stopgezet · ${team}`,
  lead: (day: Day) => `Iemand herkende de leerling. Sinds ${formatDate(day)} kan niemand de tekst nog lezen.`,
  first: "Neem eerst contact op",
  firstText: "Praat met het team over wat er nodig is. Je hoeft de tekst niet te lezen, en dat kan ook niet.",
  toTeam: "Bekijk wie er in het team zit",
  release: "Teruggeven",
  releaseText: "De casus gaat terug naar wie hem schreef, en niemand anders ziet hem. Die past de tekst aan en laat daarna het team weer meelezen. Gebeurt dat niet binnen dertig dagen, dan wordt de tekst gewist. Perspectieven die bij het sluiten niet onthuld waren, en die van wie niet meer bij het team hoort, worden meteen gewist.",
  releaseButton: "Geef de casus terug",
  releasing: "De casus wordt teruggegeven…",
  hindrances: {
    WRITER_LEFT: "Wie deze casus schreef, hoort niet meer bij het team. Teruggeven kan daarom niet.",
    OWN: "Je schreef deze casus zelf. Alleen een andere procesbegeleider kan hem aan jou teruggeven.",
  },
  erase: "Wissen",
  eraseText: "De tekst, de perspectieven, de les en wat er is afgesproken zijn dan voorgoed weg.",
  toErase: "Wis de casus",

  eraseTitle: (alias: string, team: string) => `${alias} wissen · ${team}`,
  eraseLead: "Alles wat er over deze casus is geschreven, verdwijnt nu.",
  consequence: "casus wordt gewist: de tekst, de perspectieven, het succes en de les, en wat de afspraken zeggen",
  keeps: ["Thema, bouw, waar het speelt, en wat in de kansencirkel is gekozen.", "Wie aan zet was, de terugkoppeling, en van afspraken wie ze zou doen en hoe het liep."],
  notBack: "Niemand kan de tekst daarna terughalen.",
  eraseButton: "Wis de casus nu",
  erasing: "De casus wordt gewist…",
  back: "Toch niet wissen",
} as const;

/** After a form about stopping was sent. */
export const caseStopNotices = {
  "case-stopped": "De casus is stopgezet. Niemand kan de tekst nog lezen; de procesbegeleider krijgt bericht.",
  "case-released": "De casus is teruggegeven aan wie hem schreef; die krijgt een mail. Laat het team weten hoe het verder gaat.",
  "case-erased": "De casus is gewist. Laat het team weten dat het gebeurd is.",
} as const;

/** What all letters share. */
export const mailTexts = {
  app: "Kernteam",
  greeting: (name: string) => `Beste ${name},`,
  regards: "Met vriendelijke groet,",
  buttonFails: "Werkt de knop niet? Open dan dit adres in je browser:",
  /** Who a mail comes from, when a colleague sends it through the app. */
  sender: (name: string) => `${name} via Kernteam`,
  answerByMail: (name: string) => `Liever mailen? Beantwoord deze mail, dan komt je antwoord bij ${name}.`,
} as const;

export const loginCodeMailTexts = {
  subject: "Je code om in te loggen bij Kernteam",
  intro: "Met deze code log je in bij Kernteam:",
  validity: (minutes: number) =>
    `De code werkt ${minutes} minuten, één keer, en alleen in de browser waarin je hem hebt gevraagd.`,
  notAsked: "Heb je zelf geen code gevraagd? Dan hoef je niets te doen. Geef de code aan niemand door.",
  why: "Je krijgt deze mail omdat iemand bij het inloggen dit e-mailadres heeft ingevuld.",
} as const;

export const proofCodeMailTexts = {
  subject: "Je code om te bevestigen dat jij het bent",
  intro: "Met deze code bevestig je in Kernteam dat jij het bent:",
  validity: (minutes: number) => `De code werkt ${minutes} minuten, één keer, en alleen in de browser waarin je hem hebt gevraagd.`,
  notAsked: "Heb je zelf geen code gevraagd? Dan is iemand anders met jouw account ingelogd. Geef de code aan niemand door en log bij Kernteam, onder Mijn profiel, alle andere browsers uit.",
  why: "Je krijgt deze mail omdat iemand die met jouw account is ingelogd, iets belangrijks wil wijzigen.",
} as const;

export const emailChangeMailTexts = {
  codeSubject: "Bevestig je nieuwe e-mailadres voor Kernteam",
  codeIntro: "Met deze code bevestig je dat dit e-mailadres van jou is:",
  codeValidity: (minutes: number) => `Typ de code over op je profielpagina. Hij werkt ${minutes} minuten.`,
  codeNotAsked: "Heb je dit niet gevraagd? Dan hoef je niets te doen; er verandert niets.",
  codeWhy: "Je krijgt deze mail omdat iemand dit adres bij Kernteam heeft opgegeven als nieuw e-mailadres.",
  changedSubject: "Je e-mailadres bij Kernteam is gewijzigd",
  changedIntro: "Je e-mailadres bij Kernteam is gewijzigd. Vanaf nu log je in met je nieuwe adres, en daar komt ook onze mail.",
  changedNotYou: "Heb jij dit niet gedaan? Bel of mail dan meteen de beheerder van jullie samenwerkingsverband.",
  changedWhy: "Je krijgt deze mail omdat dit tot nu toe jouw adres bij Kernteam was.",
} as const;

export const identityLinkedMailTexts = {
  subject: "Er is een werkaccount aan je gekoppeld",
  intro: "Je hebt bij Kernteam een werkaccount gekoppeld. Daarmee kun je voortaan inloggen, zonder code per mail.",
  notYou: "Heb jij dit niet gedaan? Koppel het werkaccount dan los, en bel of mail meteen de beheerder van jullie samenwerkingsverband.",
  button: "Bekijk je werkaccount",
  why: "Je krijgt deze mail omdat je moet weten met welke accounts iemand als jou kan inloggen.",
} as const;

export const secondFactorMailTexts = {
  subject: {
    SET_UP: "Je tweede stap voor casussen is ingesteld",
    REPLACED: "Je tweede stap voor casussen is vervangen",
    CODES_RENEWED: "Je hebt nieuwe herstelcodes",
    REMOVED: "Je tweede stap voor casussen is verwijderd",
    RECOVERY_CODE_USED: "Er is een herstelcode van je gebruikt",
  },
  intro: {
    SET_UP: () => "Je hebt bij Kernteam een tweede stap ingesteld: een app die codes laat zien. Daarmee open je voortaan casussen.",
    REPLACED: () => "Je hebt bij Kernteam een andere app ingesteld voor je tweede stap. De vorige app en de vorige herstelcodes werken niet meer.",
    CODES_RENEWED: () => "Je hebt bij Kernteam nieuwe herstelcodes gemaakt. De vorige werken niet meer.",
    REMOVED: () => "Je hebt bij Kernteam je tweede stap verwijderd. Casussen openen kan weer als je een nieuwe instelt.",
    RECOVERY_CODE_USED: (left: number) =>
      `Met een herstelcode van jou zijn casussen geopend. Die code werkt nu niet meer. Je hebt ${left === 0 ? "geen herstelcodes meer" : left === 1 ? "nog 1 herstelcode" : `nog ${left} herstelcodes`}.`,
  },
  notYou: "Heb jij dit niet gedaan? Bel of mail dan meteen de beheerder van jullie samenwerkingsverband.",
  button: "Bekijk je tweede stap",
  resetSubject: "Je tweede stap voor casussen is gewist",
  resetIntro: (resetter: string) => `${resetter} heeft je tweede stap bij Kernteam gewist, omdat je er niet meer bij kon. Je bent overal uitgelogd.`,
  resetNext: "Log opnieuw in en stel een nieuwe tweede stap in. Daarna kun je weer bij de casussen.",
  resetNotAsked: (resetter: string) => `Heb je hier niet om gevraagd? Laat het dan meteen weten aan ${resetter}, door deze mail te beantwoorden.`,
  resetButton: "Stel je tweede stap in",
  why: "Je krijgt deze mail omdat de tweede stap casussen beschermt: je moet weten wanneer er iets aan verandert.",
} as const;

export const personInvitedMailTexts = {
  subject: "Je kunt inloggen bij Kernteam",
  intro: (inviter: string) =>
    `${inviter} heeft je toegang gegeven tot Kernteam. Daarin plannen scholen en partners hun bijeenkomsten en zien ze wie er in hun kernteam zitten.`,
  places: "Je doet mee als:",
  place: (functionName: string, teamName: string) => `${functionName} bij ${teamName}`,
  morePlaces: (count: number) => (count === 1 ? "en bij nog 1 ander team" : `en bij nog ${count} andere teams`),
  howTo: "Inloggen doe je met dit e-mailadres. Je krijgt dan een code per mail die je overtypt. Een wachtwoord heb je niet nodig.",
  button: "Log in bij Kernteam",
  why: (inviter: string) =>
    `Je krijgt deze mail omdat ${inviter} dit e-mailadres voor jou heeft opgegeven. Klopt dat niet? Laat het dan weten door deze mail te beantwoorden.`,
} as const;

export const changeReportedMailTexts = {
  subject: (teamName: string) => `Wijziging gemeld: team ${teamName}`,
  intro: (reporter: string, teamName: string) => `${reporter} meldt een wijziging in het team van ${teamName}.`,
  whatNext: "Wat er verandert, staat in Kernteam. Daar kun je de wijziging ook meteen verwerken.",
  button: "Bekijk de wijziging",
  why: (teamName: string) => `Je krijgt deze mail omdat jij bijhoudt wie er in het team van ${teamName} zitten.`,
} as const;

export const meetingDeclinedMailTexts = {
  subject: (name: string, teamName: string, moment: string) => `${name} komt niet: bijeenkomst ${teamName}, ${moment}`,
  intro: (name: string, functionName: string, teamName: string, hadAccepted: boolean) =>
    `${name} (${functionName}) komt ${hadAccepted ? "toch niet" : "niet"} naar de bijeenkomst van het kernteam van ${teamName}.`,
  whatNext: "Op de pagina van de bijeenkomst zie je wie er wel komt. Daar kun je ook iemand anders uitnodigen of een andere datum kiezen.",
  button: "Bekijk de bijeenkomst",
  why: (teamName: string) => `Je krijgt deze mail omdat jij deze bijeenkomst van het kernteam van ${teamName} organiseert.`,
} as const;

/** A question about dates. It names the school and the moments, and never what the meeting is about. */
export const dateProposalMailTexts = {
  subject: {
    ASKED: (teamName: string) => `Datumvoorstel ${teamName}: wanneer kun jij?`,
    REMINDER: (teamName: string) => `Herinnering datumvoorstel ${teamName}: wanneer kun jij?`,
  },
  intro: {
    ASKED: (organiser: string, teamName: string) => `${organiser} zoekt een datum voor een bijeenkomst van het kernteam van ${teamName}. Dit zijn de momenten:`,
    REMINDER: (organiser: string, teamName: string) => `${organiser} wacht nog op jouw antwoord over een datum voor het kernteam van ${teamName}. Dit zijn de momenten:`,
  },
  until: (day: string) => `Antwoorden kan tot en met ${day}. Het kost je minder dan een minuut.`,
  button: "Geef aan wanneer je kunt",
  personal: "De link is van jou alleen: inloggen is niet nodig, maar stuur deze mail niet door.",
  why: (functionName: string, teamName: string) => `Je krijgt deze mail omdat je als ${functionName} hoort bij het kernteam van ${teamName}.`,
  completeSubject: (teamName: string) => `Iedereen heeft geantwoord: datumvoorstel ${teamName}`,
  completeIntro: (asked: number, teamName: string) =>
    asked === 1 ? `Het antwoord op je datumvoorstel voor ${teamName} is binnen. Je kunt nu de datum kiezen.` : `Alle ${asked} antwoorden op je datumvoorstel voor ${teamName} zijn binnen. Je kunt nu de datum kiezen.`,
  completeButton: "Kies de datum",
  completeWhy: (teamName: string) => `Je krijgt deze mail omdat jij het datumvoorstel voor ${teamName} hebt verstuurd.`,
} as const;

/** Sentences about one afspraak. They name the school, and never what was agreed. */
export const agreementMailTexts = {
  passedSubject: (teamName: string) => `Aan jou doorgezet: een afspraak van ${teamName}`,
  passedIntro: (passer: string, teamName: string) => `${passer} heeft een afspraak van het kernteam van ${teamName} aan jou doorgezet. Jij bent nu aan zet.`,
  whatItSays: "Wat er is afgesproken en wanneer het klaar moet zijn, lees je in Kernteam. Past het niet? Dan kun je de afspraak daar ook weer doorzetten.",
  closedSubject: (teamName: string) => `Afgesloten: een afspraak van ${teamName} die je volgt`,
  closedIntro: (teamName: string) => `Een afspraak van het kernteam van ${teamName} die bij jou begon en bij een ander lag, is afgesloten.`,
  nothingToDo: "Je hoeft niets te doen. Hoe het is gegaan, lees je in Kernteam.",
  button: "Bekijk de afspraak",
  why: (teamName: string) => `Je krijgt deze mail omdat je hoort bij het kernteam van ${teamName}.`,
  whyFollower: (teamName: string) => `Je krijgt deze mail omdat deze afspraak van het kernteam van ${teamName} bij jou begon.`,
} as const;

/** A question for a perspective. It names the school and the day, and nothing of the casus. */
export const perspectiveMailTexts = {
  subject: (teamName: string) => `Jouw perspectief gevraagd: kernteam ${teamName}`,
  intro: (asker: string, teamName: string, day: string) => `${asker} vraagt jouw perspectief op een casus van het kernteam van ${teamName}, voor de bijeenkomst op ${day}.`,
  how: "Schrijf kort wat jij ziet vanuit je eigen functie. Alleen jij leest het, tot de perspectieven samen worden onthuld.",
  button: "Schrijf je perspectief",
  why: (teamName: string) => `Je krijgt deze mail omdat je hoort bij het kernteam van ${teamName}. Waar de casus over gaat, staat alleen in Kernteam.`,
} as const;

/** To the procesbegeleider: that a casus was stopped. It names the casus and its team; not what it says, nor who stopped it. */
export const caseStoppedMailTexts = {
  subject: (teamName: string) => `Een casus is stopgezet: kernteam ${teamName}`,
  intro: (alias: string, teamName: string) => `${alias} van het kernteam van ${teamName} is stopgezet, omdat iemand de leerling herkende. Niemand kan de tekst nu nog lezen.`,
  ask: "Neem contact op met het kernteam en kies daarna samen: de casus wissen, of hem teruggeven aan wie hem schreef. Je hoeft de tekst daar niet voor te lezen, en dat kan ook niet.",
  button: "Handel de casus af",
  why: "Je krijgt deze mail omdat je procesbegeleider bent van dit kernteam. Wie de casus stopzette, vertelt Kernteam niet.",
} as const;

/** To who wrote a casus: that it was stopped, and what became of it. It names the casus and its team; not what it says, nor who stopped it. */
export const ownCaseMailTexts = {
  subject: {
    STOPPED: (teamName: string) => `Jouw casus is stopgezet: kernteam ${teamName}`,
    RELEASED: (teamName: string) => `Jouw casus is teruggegeven: kernteam ${teamName}`,
    ERASED: (teamName: string) => `Jouw casus is gewist: kernteam ${teamName}`,
  },
  intro: {
    STOPPED: (alias: string, teamName: string) => `${alias} van het kernteam van ${teamName} is stopgezet, omdat iemand de leerling herkende. Niemand kan de tekst nu nog lezen, jij ook niet.`,
    RELEASED: (alias: string, teamName: string) => `De procesbegeleider heeft ${alias} van het kernteam van ${teamName} aan jou teruggegeven. Niemand anders ziet hem nu.`,
    ERASED: (alias: string, teamName: string) => `De procesbegeleider heeft ${alias} van het kernteam van ${teamName} gewist. Niemand kan de tekst terughalen.`,
  },
  next: {
    STOPPED: "De procesbegeleider neemt contact op met het kernteam. Wordt daarna besloten de casus te wissen of aan jou terug te geven, dan krijg je weer bericht.",
    RELEASED: "Haal weg waaraan iemand de leerling kan herkennen, en laat dan het team weer meelezen. Gebeurt dat niet binnen dertig dagen, dan wordt de tekst gewist.",
    ERASED: "Je hoeft niets te doen. Jullie kunnen bij een bijeenkomst altijd een nieuwe casus beginnen.",
  },
  button: { STOPPED: "Bekijk hoe het verder gaat", RELEASED: "Open de casus", ERASED: "Bekijk de bijeenkomst" },
  why: (teamName: string) => `Je krijgt deze mail omdat jij deze casus van het kernteam van ${teamName} schreef. Wie hem stopzette, vertelt Kernteam niet.`,
} as const;

/** The overview of a week. It names moments, schools and numbers, and never what a meeting or an agreement is about. */
export const weeklyDigestMailTexts = {
  subject: (week: number) => `Wat er op je wacht in week ${week}`,
  intro: "Dit wacht er op je in Kernteam. De bijeenkomsten zijn die van vandaag en de twee weken erna.",
  meetings: (count: number) => (count === 1 ? "Je hebt 1 bijeenkomst:" : `Je hebt ${count} bijeenkomsten:`),
  meeting: (period: string, teamName: string, onCall: boolean) => (onCall ? `${period}, ${teamName}, op afroep` : `${period}, ${teamName}`),
  proposals: (count: number) => (count === 1 ? "Op 1 datumvoorstel heb je nog niet geantwoord:" : `Op ${count} datumvoorstellen heb je nog niet geantwoord:`),
  invitations: (count: number) => (count === 1 ? "Op 1 uitnodiging heb je nog niet geantwoord:" : `Op ${count} uitnodigingen heb je nog niet geantwoord:`),
  school: (teamName: string, count: number) => `${teamName}: ${count}`,
  agreements: (count: number) => (count === 1 ? "Bij 1 afspraak ben jij nu aan zet:" : `Bij ${count} afspraken ben jij nu aan zet:`),
  due: (teamName: string, overdue: number, due: number, until: string) => {
    const parts = [overdue > 0 ? `${overdue} over de datum` : "", due > 0 ? `${due} voor of op ${until}` : ""];
    return `${teamName}: ${parts.filter((part) => part !== "").join(" en ")}`;
  },
  casesToRefresh: (count: number) => (count === 1 ? "Bij 1 casus ben jij aan zet. Zeg met één tik hoe het ermee gaat:" : `Bij ${count} casussen ben jij aan zet. Zeg met één tik hoe het ermee gaat:`),
  more: (count: number) => `en nog ${count}`,
  button: "Bekijk wat er op je wacht",
  preferences: "Kies welke mail je krijgt",
  why: "Je krijgt deze mail omdat je hoort bij een kernteam en het weekoverzicht aan staat. Hij komt hooguit één keer per week, en niet als er niets op je wacht.",
} as const;

/** The reminder of a meeting that is over. It names the school and the moment. */
export const recordReminderMailTexts = {
  subject: (teamName: string) => `Nog vast te leggen: bijeenkomst ${teamName}`,
  intro: (period: string, teamName: string) => `De bijeenkomst van het kernteam van ${teamName} is voorbij: ${period}. Er is nog niets vastgelegd.`,
  task: "Leg vast wie er was. Dat is één tik per persoon. Ging de bijeenkomst niet door? Dat kun je op dezelfde pagina zeggen.",
  button: "Leg de bijeenkomst vast",
  once: "Aan deze bijeenkomst herinneren we je niet nog een keer.",
  why: {
    ORGANISER: (teamName: string) => `Je krijgt deze mail omdat jij deze bijeenkomst van ${teamName} hebt gepland.`,
    COORDINATOR: (teamName: string) => `Je krijgt deze mail omdat jij de bijeenkomsten van ${teamName} plant en vastlegt.`,
  },
} as const;

type Subject = { teamName: string; moment: string };

/** Sentences about one bijeenkomst. They name the school, and never a theme, an agenda, a casus or other invitees. */
export const meetingMailTexts = {
  /** A moment in a subject: "di 24 november 14.15 uur". */
  moment: (day: string, time: string) => `${day} ${time} uur`,
  subject: {
    INVITED: ({ teamName, moment }: Subject) => `Uitnodiging: bijeenkomst ${teamName}, ${moment}`,
    MOVED: ({ teamName, moment }: Subject) => `Verplaatst: bijeenkomst ${teamName}, nu ${moment}`,
    CHANGED: ({ teamName, moment }: Subject) => `Gewijzigd: bijeenkomst ${teamName}, ${moment}`,
    CALLED: ({ teamName, moment }: Subject) => `Het team vraagt je erbij: bijeenkomst ${teamName}, ${moment}`,
    CALL_TAKEN_BACK: ({ teamName, moment }: Subject) => `Je bent weer op afroep: bijeenkomst ${teamName}, ${moment}`,
    WITHDRAWN: ({ teamName, moment }: Subject) => `Je hoeft er niet bij te zijn: bijeenkomst ${teamName}, ${moment}`,
    CANCELLED: ({ teamName, moment }: Subject) => `Gaat niet door: bijeenkomst ${teamName}, ${moment}`,
  },
  intro: {
    INVITED: (organiser: string, teamName: string) =>
      `${organiser} nodigt je uit voor een bijeenkomst van het kernteam van ${teamName}.`,
    MOVED: (organiser: string, teamName: string) =>
      `${organiser} heeft de bijeenkomst van het kernteam van ${teamName} verplaatst.`,
    CHANGED: (organiser: string, teamName: string) =>
      `Er is iets veranderd aan de bijeenkomst van het kernteam van ${teamName}. Zo is het nu:`,
    CALLED: (_organiser: string, teamName: string) =>
      `Het kernteam van ${teamName} vraagt je erbij. Je was op afroep voor deze bijeenkomst; nu is er een punt waarbij het team je nodig heeft. Welk punt dat is, zie je achter de knop.`,
    CALL_TAKEN_BACK: (_organiser: string, teamName: string) =>
      `Bij de bijeenkomst van het kernteam van ${teamName} ben je toch niet nodig. Je bent weer op afroep: je komt alleen als het team erom vraagt.`,
    WITHDRAWN: (organiser: string, teamName: string) =>
      `Je uitnodiging voor de bijeenkomst van het kernteam van ${teamName} vervalt. De bijeenkomst zelf gaat door.`,
    CANCELLED: (organiser: string, teamName: string) =>
      `De bijeenkomst van het kernteam van ${teamName} gaat niet door.`,
  },
  introGuest: (organiser: string, teamName: string) =>
    `${organiser} nodigt je als gast uit voor een bijeenkomst van het kernteam van ${teamName}.`,
  when: "Wanneer",
  was: "Was",
  becomes: "Wordt",
  where: "Waar",
  online: (link: string) => `online, via ${link}`,
  onlineWithoutLink: "online",
  orOnline: (place: string, link: string) => `${place}, of online via ${link}`,
  calendar: {
    INVITED: "De afspraak voor je agenda zit bij deze mail.",
    MOVED: "De afspraak in je agenda verschuift mee.",
    CHANGED: "De afspraak in je agenda verandert mee.",
    CALLED: "De afspraak voor je agenda zit bij deze mail.",
    CALL_TAKEN_BACK: "Je hoeft niets te doen.",
    WITHDRAWN: "Je hoeft niets te doen: de afspraak verdwijnt uit je agenda.",
    CANCELLED: "Je hoeft niets te doen: de afspraak verdwijnt uit je agenda.",
  },
  button: {
    INVITED: "Laat weten of je komt",
    MOVED: "Laat weten of je dan kunt",
    CHANGED: "Bekijk de bijeenkomst",
    CALLED: "Laat weten of je komt",
    CALL_TAKEN_BACK: "Bekijk de bijeenkomst",
  },
  buttonGuest: "Bekijk je punten en laat weten of je komt",
  onCall: "Je bent op afroep: je komt als er iets is waarbij je nodig bent. Laat weten of je dan kunt.",
  ownLink: "Antwoorden kan zonder in te loggen. De knop is alleen voor jou, dus stuur deze mail niet door.",
  guestLink: "Je leest daar bij welke punten je bent. Een account is niet nodig. De knop is alleen voor jou, dus stuur deze mail niet door. Hij werkt tot 24 uur na de bijeenkomst.",
  phone: (name: string, phone: string) => `Je kunt ${name} ook bellen: ${phone}.`,
  whyGuest: (organiser: string, teamName: string) => `Je krijgt deze mail omdat ${organiser} je als gast heeft uitgenodigd bij het kernteam van ${teamName}.`,
  why: (functionName: string | null, teamName: string) =>
    functionName
      ? `Je krijgt deze mail omdat je als ${functionName} hoort bij het kernteam van ${teamName}.`
      : `Je krijgt deze mail omdat je bent uitgenodigd door het kernteam van ${teamName}.`,
} as const;

/** What somebody with a role in a samenwerkingsverband is called. */
export const roleNames = {
  PROCESS_COACH: "procesbegeleider",
  ORGANISER: "organisator",
  BOARD: "bestuurder",
  ADMINISTRATOR: "beheerder",
} as const;

/** Kinds of bijeenkomst that a core team plans, as the field names them. */
export const plannedKindNames = {
  ACQUAINTANCE: "Kennismaken",
  AVAILABILITY: "Nabijheid en beschikbaarheid",
  SMALL_TEAM: "Klein overleg IB, CJG en SWV",
  PROFESSIONALISING: "Samen verder professionaliseren",
  IN_DEPTH: "Verdieping met casuïstiek",
  OTHER: "Anders",
} as const;

/** All kinds: a network meeting is of many schools together. */
export const meetingKindNames = { ...plannedKindNames, NETWORK: "Netwerkbijeenkomst" } as const;

export const meetingFormNames = {
  LIVE: "Live",
  DIGITAL: "Digitaal",
  HYBRID: "Hybride",
} as const;

/** How much a meeting needs somebody. */
export const attendanceNames = {
  REQUIRED: "Nodig",
  PREFERRED: "Gewenst",
  ON_CALL: "Op afroep",
} as const;

/** What somebody answered, as a word behind a name. */
export const answerNames = {
  NONE: "Nog geen antwoord",
  ACCEPTED: "Komt",
  DECLINED: "Kan niet",
} as const;

/** What somebody had answered, once the meeting is over. */
export const earlierAnswerNames = {
  NONE: "Gaf geen antwoord",
  ACCEPTED: "Zou komen",
  DECLINED: "Kon niet",
} as const;

/** A list as people say it: "Noor, Samira en Peter". */
export function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join(", ")} en ${names.at(-1)}`;
}

/** Of meetings in general: titles, breadcrumbs and the words on the pages. */
export const meetingTexts = {
  all: "Bijeenkomsten",
  backToMeeting: "Terug naar de bijeenkomst",
  on: (day: string) => `Bijeenkomst op ${day}`,
  titleOf: (day: string, team: string) => `Bijeenkomst op ${day} · ${team}`,
  listTitle: (team: string) => `Bijeenkomsten · ${team}`,
  about: (kind: string, theme: string | null) => (theme === null ? kind : `${kind}: ${theme}`),
  organisedBy: (name: string) => `Georganiseerd door ${name}`,
  comma: ", ",
  online: "Digitaal.",
  orOnline: "Of digitaal:",
  linkMissing: "De link volgt nog.",
  states: {
    COMING: "Komt nog",
    UNDER_WAY: "Is bezig",
    NOT_RECORDED: "Voorbij, nog niets vastgelegd",
    RECORDED: "Vastgelegd",
    CANCELLED: "Gaat niet door",
  },
} as const;

export const meetingListTexts = {
  plan: "Plan een bijeenkomst",
  views: "Kies welke bijeenkomsten je ziet",
  coming: "Komende",
  caption: (view: string) => `Bijeenkomsten, ${view}`,
  yearTab: (year: string, unrecorded: number) => (unrecorded === 0 ? year : `${year} (${unrecorded} open)`),
  answered: (coming: number, invited: number) => `${coming} van ${invited} komen`,
  expected: (coming: number, invited: number) => `${coming} van ${invited} zouden komen`,
  present: (present: number, invited: number) => `${present} van ${invited} waren er`,
  emptyComingTitle: "Er staat nog geen bijeenkomst gepland",
  emptyComing:
    "Hier komen de bijeenkomsten van dit kernteam. Plan er een: het team krijgt meteen een uitnodiging voor de agenda, en jij ziet hier wie er komen.",
  emptyComingPartner: "Hier komen de bijeenkomsten van dit kernteam, zodra de school er een plant. Je krijgt dan een uitnodiging per mail.",
  emptyYearTitle: (year: string) => `In ${year} waren er geen bijeenkomsten`,
  emptyYear: "Kies een ander schooljaar om terug te kijken.",
} as const;

export const scheduleTexts = {
  title: (team: string) => `Bijeenkomst plannen · ${team}`,
  lead: "Iedereen die je uitnodigt, krijgt een mail met de afspraak voor in de agenda.",
  kind: "Wat voor bijeenkomst wordt het?",
  kindMissing: "Kies wat voor bijeenkomst het wordt.",
  smallTeamLink: "Klein overleg? Begin met alleen IB, CJG en SWV.",
  theme: "Thema",
  themeHint: "Alleen het team ziet dit; het staat niet in de mail. Noem geen leerlingen.",
  date: "Datum",
  dateMissing: "Vul de datum in, bijvoorbeeld 24 11 2026.",
  start: "Begintijd",
  startMissing: "Vul in hoe laat de bijeenkomst begint, bijvoorbeeld 14.15.",
  minutes: "Duur in minuten",
  minutesHint: "Meestal 75",
  minutesMissing: "Vul in hoeveel minuten de bijeenkomst duurt, bijvoorbeeld 75.",
  form: "Hoe zien jullie elkaar?",
  formMissing: "Kies hoe jullie elkaar zien: live, digitaal of hybride.",
  place: "Plaats",
  placeHint: "De naam of het adres, en zo nodig het lokaal",
  placeMissing: "Vul in waar de bijeenkomst is, of kies voor digitaal.",
  link: "Link naar de digitale bijeenkomst",
  linkHint: "Begint met https://. Heb je de link nog niet, laat dit dan leeg en vul het later aan.",
  holidays: (regions: string) => `Vakanties in regio ${regions}`,
  holiday: (name: string, first: string, last: string) => (first === last ? `${name}: ${first}` : `${name}: ${first} tot en met ${last}`),
  holidaysSource: "Bron: Rijksoverheid en OpenHolidays (ODbL). De herfst- en voorjaarsvakantie zijn adviesdata.",
  submit: "Verstuur de uitnodigingen",
  submitCount: (count: number) => (count === 1 ? "Verstuur 1 uitnodiging" : `Verstuur ${count} uitnodigingen`),
  submitting: "De uitnodigingen gaan weg…",
  noTeamTitle: "Er is nog niemand om uit te nodigen",
  noTeam: "Een bijeenkomst plan je met het kernteam. Zet eerst de mensen in het team; daarna kun je ze hier uitnodigen.",
  toTeam: "Naar het team",
} as const;

export const inviteeTexts = {
  legend: "Wie nodig je uit?",
  hint: "Dit is het team. Haal het vinkje weg bij wie er deze keer niet bij hoeft te zijn. Wie op afroep is, kan op hetzelfde moment ook ergens anders zijn.",
  attendanceOf: (name: string) => `Hoe nodig is ${name}?`,
  attendanceHint: "Wie op afroep is, kan op hetzelfde moment ook een andere bijeenkomst hebben.",
  from: (day: string) => `lid vanaf ${day}`,
  until: (day: string) => `lid tot en met ${day}`,
  fromUntil: (first: string, last: string) => `lid van ${first} tot en met ${last}`,
  nobody: "Kies minstens één persoon die op die dag lid van het team is.",
  nobodyLeft: "Er blijft niemand over. Wil je dat de bijeenkomst niet doorgaat, zeg hem dan af.",
  tooMany: (most: number) => `Nodig hoogstens ${most} mensen uit.`,
  lapsing: (names: readonly string[], day: string) =>
    names.length === 1
      ? `${names[0]} is op ${day} geen lid van het team. Als je dit bewaart, vervalt die uitnodiging.`
      : `${listed(names)} zijn op ${day} geen lid van het team. Als je dit bewaart, vervallen die uitnodigingen.`,
  title: (day: string, team: string) => `Genodigden voor ${day} · ${team}`,
  lead: "Wie je toevoegt, krijgt een uitnodiging. Wie je weghaalt, krijgt bericht dat de afspraak uit de agenda kan. De anderen merken niets.",
  submit: "Bewaar de genodigden",
  clashAdvice: "Haal het vinkje weg, of kies ‘op afroep’ als dat genoeg is.",
} as const;

type ClashWords = { names: readonly string[]; day: string; time: string; teamName: string | null };

/** What stands in the way of a moment, and what may be done about it. Days and times come in as words. */
export const momentTexts = {
  noSuchTime: (day: string, time: string) => `Op ${day} bestaat ${time} uur niet: dan gaat de klok een uur vooruit. Kies een andere tijd.`,
  past: "Dit moment is al voorbij. Kies een moment dat nog komt.",
  clash: ({ names, day, time, teamName }: ClashWords) => {
    const one = names.length === 1;
    if (teamName === null) return `${listed(names)} ${one ? "heeft" : "hebben"} ${day} om ${time} uur al een andere bijeenkomst.`;
    return `${listed(names)} ${one ? "is" : "zijn"} ${day} om ${time} uur al bij ${teamName}.`;
  },
  ownClash: ({ day, time, teamName }: Omit<ClashWords, "names">) =>
    teamName === null
      ? `Je hebt ${day} om ${time} uur al een andere bijeenkomst. Zeg die eerst af als je toch hier wilt zijn.`
      : `Je bent ${day} om ${time} uur al bij ${teamName}. Laat daar eerst weten dat je niet komt, als je toch hier wilt zijn.`,
  someoneBusy: "Iemand van het team heeft dan al een andere bijeenkomst.",
  moreClashes: "Er zijn er meer die dan niet kunnen.",
  otherMoment: "Kies een ander moment.",
  chooseOne: "Kies een ander moment, of neem een van de momenten onderaan.",
  alternatives: "Dan kan het team wel",
  alternativesHint: "Eén druk op de knop en de uitnodigingen gaan weg voor dat moment.",
  alternativesHintMove: "Eén druk op de knop en de bijeenkomst gaat naar dat moment.",
  moment: (day: string, time: string) => `${day}, ${time} uur`,
  confirmTitle: "Weet je het zeker?",
  confirmFirst: "Zet een vinkje als je het toch zo wilt, of kies een ander moment.",
  warning: {
    SCHOOL_HOLIDAY: (day: string, name: string) => `${sentenceCase(day)} valt in de ${name.toLowerCase()}.`,
    PUBLIC_HOLIDAY: (day: string, name: string) => `${sentenceCase(day)} is het ${name}.`,
    STUDY_DAY: (day: string, name: string) => `${sentenceCase(day)} is de school dicht: ${name}.`,
    UNAVAILABLE: (name: string, why: string) => `${name} ${why}.`,
    WEEKEND: (day: string) => `${sentenceCase(day)} is in het weekend.`,
    OUTSIDE_SCHOOL_HOURS: (day: string, times: string) => `${sentenceCase(day)}, ${times} uur is buiten schooltijd.`,
    FAR_AWAY: (day: string) => `${sentenceCase(day)} is over meer dan anderhalf jaar.`,
    NOT_MEMBERS: (day: string, names: readonly string[]) =>
      names.length === 1
        ? `${names[0]} is op ${day} geen lid van het team. Deze uitnodiging vervalt dan.`
        : `${listed(names)} zijn op ${day} geen lid van het team. Hun uitnodigingen vervallen dan.`,
  },
  confirm: {
    SCHOOL_HOLIDAY: (name: string) => `Toch plannen in de ${name.toLowerCase()}`,
    PUBLIC_HOLIDAY: (name: string) => `Toch plannen op ${name}`,
    STUDY_DAY: "Toch plannen terwijl de school dicht is",
    UNAVAILABLE: (name: string) => `Toch plannen, ook al kan ${name} dan niet`,
    WEEKEND: "Toch plannen in het weekend",
    OUTSIDE_SCHOOL_HOURS: "Toch plannen buiten schooltijd",
    FAR_AWAY: "De datum klopt",
    NOT_MEMBERS: (names: readonly string[]) => `Toch verplaatsen, zonder ${listed(names)}`,
  },
} as const;

export const rescheduleTexts = {
  title: (day: string, team: string) => `Bijeenkomst op ${day} wijzigen · ${team}`,
  action: "Verplaats of wijzig",
  lead: "Verandert het moment of de plek, dan krijgt iedereen een mail en verschuift de afspraak in de agenda mee. Bij een ander moment vragen we opnieuw wie er kan.",
  submit: "Bewaar de wijziging",
  nobodyThen: "Niemand van de genodigden is op die dag lid van het team. Kies een andere dag.",
  now: (period: string) => `Nu staat de bijeenkomst op ${period}.`,
  changedMeanwhile: (is: string) =>
    `Iemand heeft deze bijeenkomst intussen gewijzigd. Nu is het: ${is}. Wat jij invulde, staat er nog. Verstuur het opnieuw als het zo moet worden.`,
  notPossible: {
    CANCELLED: "Deze bijeenkomst gaat niet door, dus je kunt hem niet meer wijzigen.",
    RECORDED: "Deze bijeenkomst is al vastgelegd, dus je kunt hem niet meer wijzigen.",
    OVER: "Deze bijeenkomst is al begonnen of voorbij, dus je kunt hem niet meer wijzigen.",
    NOT_YET: "Deze bijeenkomst moet nog beginnen. Leg daarna vast wie er was.",
  },
} as const;

/** What the free texts about a moment are called. */
export const momentLabels = { theme: scheduleTexts.theme, place: scheduleTexts.place } as const;

export const cancelTexts = {
  action: "Laat niet doorgaan",
  title: (day: string, team: string) => `Bijeenkomst op ${day} afzeggen · ${team}`,
  lead: (period: string) => `Je staat op het punt de bijeenkomst van ${period} af te zeggen.`,
  mails: (count: number) => (count === 1 ? "persoon krijgt een afzegging; de afspraak verdwijnt uit de agenda" : "mensen krijgen een afzegging; de afspraak verdwijnt uit hun agenda"),
  accepted: (count: number) => (count === 1 ? "van hen had laten weten te komen" : "van hen hadden laten weten te komen"),
  noMails: "De bijeenkomst is al geweest, dus niemand krijgt een mail.",
  keepsPage: "De bijeenkomst blijft in de lijst staan, met ‘gaat niet door’ erbij.",
  keepsAgreements: (count: number) => (count === 1 ? "De afspraak die erbij hoort, blijft staan." : `De ${count} afspraken die erbij horen, blijven staan.`),
  notBack: "Afzeggen kun je niet terugdraaien. Je kunt wel een nieuwe bijeenkomst plannen.",
  reason: "Waarom gaat het niet door?",
  reasonHint: "Alleen het team leest dit, op de pagina van de bijeenkomst. Het staat niet in de mail. Noem geen leerlingen.",
  submit: "Zeg de bijeenkomst af",
  submitting: "De afzeggingen gaan weg…",
  back: "Toch niet afzeggen",
  reasonIs: (reason: string) => `Reden: ${reason}`,
  cancelledOn: (day: string) => `Afgezegd op ${day}.`,
} as const;

export const recordTexts = {
  action: "Leg vast wie er was",
  correct: "Verbeter wie er was",
  title: (day: string, team: string) => `Bijeenkomst op ${day} vastleggen · ${team}`,
  lead: "Zet een vinkje bij iedereen die er was. Afspraken en casussen leg je vast op de pagina van de bijeenkomst.",
  legend: "Wie was er?",
  legendHint: "Wie tijdens de bijeenkomst is aangetikt, is alvast aangevinkt. Is niemand aangetikt, dan wie had laten weten te komen.",
  submit: "Leg vast",
  notHeld: "Is de bijeenkomst niet doorgegaan?",
  notHeldLink: "Zeg hem dan af",
} as const;

export const meetingPageTexts = {
  you: "Kom je?",
  youAccepted: "Je hebt laten weten dat je komt.",
  youDeclined: "Je hebt laten weten dat je niet kunt.",
  accept: "Ik kom",
  decline: "Ik kan niet",
  acceptAfterAll: "Ik kom toch",
  declineAfterAll: "Ik kan toch niet",
  nextInvitation: "Er wacht nog een uitnodiging op je antwoord:",
  invitationFrom: (team: string, period: string) => `${team}, ${period}`,
  forEverybody: "Voor iedereen:",
  onCall: {
    you: "Kun je komen als het nodig is?",
    youAccepted: "Je hebt laten weten dat je kunt komen als het nodig is.",
    accept: "Ik kan komen",
    acceptAfterAll: "Ik kan toch komen",
  },
  people: "Wie er komen",
  peopleExpected: "Wie er zouden komen",
  peopleInvited: "Wie er waren uitgenodigd",
  peopleThen: "Wie er waren",
  answered: (answered: number, invited: number) =>
    answered === invited ? "Iedereen heeft geantwoord" : `${answered} van ${invited} ${invited === 1 ? "heeft" : "hebben"} geantwoord`,
  accepted: (count: number) => (count === 1 ? "1 persoon komt" : `${count} mensen komen`),
  expected: (expected: number, invited: number) => `${expected} van ${invited} zouden komen`,
  present: (present: number, invited: number) => `${present} van ${invited} waren er`,
  was: "Was er",
  wasNot: "Was er niet",
  needed: { REQUIRED: "nodig", PREFERRED: "gewenst", ON_CALL: "op afroep" },
  functionAndNeed: (functionName: string, needed: string) => `${functionName} (${needed})`,
  noLongerMember: (day: string) => `Op ${day} geen lid meer van het team`,
  changeInvitees: "Wijzig de genodigden",
  notInvited: (names: readonly string[]) =>
    names.length === 1 ? `${names[0]} is lid van het team en is niet uitgenodigd.` : `${listed(names)} zijn lid van het team en zijn niet uitgenodigd.`,
  mailsQueued: (count: number) => (count === 1 ? "1 mail is onderweg." : `${count} mails zijn onderweg.`),
  bouncedTitle: (count: number) => (count === 1 ? "Eén mail kwam niet aan" : `${count} mails kwamen niet aan`),
  bounced: (name: string, address: string | null) =>
    address === null ? `De mail aan ${name} kwam niet aan.` : `De mail aan ${name} kwam niet aan op ${address}.`,
  bouncedWhat: {
    ADDRESS: "Het adres klopt waarschijnlijk niet. Verbeter het en verstuur de mail dan opnieuw.",
    ASK: "Het adres klopt waarschijnlijk niet. De procesbegeleider kan het verbeteren. Verstuur de mail daarna opnieuw.",
    WAIT: "De mail is een dag lang geprobeerd. Misschien was er een storing; probeer het opnieuw.",
  },
  correctAddress: (name: string) => `Verbeter het adres van ${name}`,
  resend: "Verstuur opnieuw",
  resendTo: (name: string) => `Verstuur de mail aan ${name} opnieuw`,
  resendNotNeeded: "Deze mail is intussen al opnieuw verstuurd.",
  cases: "Casussen",
  casesEmpty: "Bij deze bijeenkomst is er nog geen casus.",
  logCase: "Nieuwe casus",
  agreements: "Afspraken",
  agreementsEmpty: "Bij deze bijeenkomst zijn nog geen afspraken vastgelegd.",
  makeAgreement: "Maak een afspraak",
  recordNow: "Deze bijeenkomst is geweest. Leg vast wie er was, dan klopt het overzicht van het jaar.",
  recordedOn: (day: string) => `Vastgelegd op ${day}.`,
} as const;

/** What somebody answered for the own person, or the question. */
export function ownAnswerText(answer: "NONE" | "ACCEPTED" | "DECLINED", onCall: boolean): string {
  const { you, youAccepted } = onCall ? meetingPageTexts.onCall : meetingPageTexts;
  return { NONE: you, ACCEPTED: youAccepted, DECLINED: meetingPageTexts.youDeclined }[answer];
}

/** After a form was sent: what happened, and what happens next. */
export const meetingNotices = {
  "meeting-scheduled": "De uitnodigingen gaan nu weg. Wie er komen, zie je op deze pagina.",
  "meeting-scheduled-without-some":
    "De uitnodigingen gaan nu weg. Wie op die dag geen lid van het team is, is niet uitgenodigd. Wie er komen, zie je op deze pagina.",
  "meeting-moved": "De bijeenkomst is verplaatst. Iedereen krijgt een mail met het nieuwe moment, en de afspraak in de agenda verschuift mee.",
  "meeting-changed": "De wijziging is bewaard. Wie is uitgenodigd, krijgt een mail en ziet het in de agenda.",
  "meeting-described": "De wijziging is bewaard.",
  "meeting-unchanged": "Er is niets veranderd.",
  "meeting-cancelled": "De bijeenkomst is afgezegd. De afzeggingen gaan nu weg.",
  "meeting-cancelled-afterwards": "De bijeenkomst staat nu als niet doorgegaan.",
  "meeting-recorded": "Vastgelegd wie er was. Leg ook de afspraken vast die jullie maakten.",
  "invitees-changed": "De genodigden zijn bewaard. De mails gaan nu weg.",
  "answer-accepted": "Fijn. Het team ziet je antwoord meteen.",
  "answer-declined": "Jammer. Het team ziet je antwoord meteen.",
  "mail-resent": "De mail gaat nu opnieuw weg.",
} as const;

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

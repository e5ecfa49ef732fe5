import { listed } from "#lib/texts/meetings";

/** Guests as the team sees them: at a meeting, on its agenda, in the minutes. */
export const guestTexts = {
  heading: "Gasten",
  invite: "Nodig een gast uit",
  /** Behind the name of a guest, where members have their function. */
  asGuest: (organisation: string) => `gast · ${organisation}`,
  nameAndOrganisation: (name: string, organisation: string) => `${organisation} · ${name}`,
  /** For a guest whose name was erased. */
  nameless: "Naam gewist",
  atItems: (numbers: readonly number[]) => {
    if (numbers.length === 0) return "Nog bij geen enkel punt";
    return numbers.length === 1 ? `Bij punt ${numbers[0]}` : `Bij de punten ${listed(numbers.map(String))}`;
  },
  noItemsLeft: "De gekozen punten staan niet meer op de agenda. Kies andere punten.",
  /** With an item of an agenda. */
  atThisItem: (guests: readonly Named[]) => `Te gast: ${namesOf(guests)}`,
  change: "Kies andere punten",
  resend: "Stuur de mail nog eens",
  withdraw: "Trek in",
  /** Behind a link, for who listens: whom it is about. */
  about: (name: string) => `: ${name}`,
  bounced: (address: string) => `De mail aan ${address} kwam niet aan. Trek de uitnodiging in en nodig deze gast opnieuw uit op het juiste adres.`,
  mailQueued: "De mail is onderweg.",
  none: "Iemand van buiten het team, zoals Veilig Thuis, ziet met een eigen link alleen de punten die jij kiest.",
} as const;

type Named = { name: string; organisation: string };

function namesOf(guests: readonly Named[]): string {
  return listed(guests.map(({ name, organisation }) => `${organisation} (${name})`));
}

/** Inviting a guest, choosing other items and taking the invitation back. */
export const guestFormTexts = {
  newTitle: (day: string, team: string) => `Gast uitnodigen voor ${day} · ${team}`,
  newLead: "Voor iemand van buiten het team die bij één of meer punten meedenkt, zoals Veilig Thuis of de Beschermtafel. De gast krijgt een mail met een eigen link, zonder account.",
  name: "Hoe heet de gast?",
  nameMissing: "Vul in hoe de gast heet.",
  organisation: "Namens wie komt de gast?",
  organisationHint: "De organisatie of de rol, bijvoorbeeld: Veilig Thuis",
  organisationMissing: "Vul in namens wie de gast komt, bijvoorbeeld: Veilig Thuis.",
  email: "E-mailadres van de gast",
  emailHint: "Dertig dagen na de bijeenkomst wissen we dit adres.",
  emailMissing: "Vul het e-mailadres van de gast in.",
  items: "Bij welke punten is de gast?",
  itemsHint: "De gast ziet alleen hoe deze punten heten en hoe laat ze beginnen.",
  itemsMissing: "Kies minstens één punt voor de gast.",
  itemsGone: "Een punt dat je koos, staat niet meer op de agenda. Kijk of je keuze nog klopt.",
  itemLabel: (number: number, title: string) => `Punt ${number}: ${title}`,
  itemHint: (time: string, minutes: number) => `${time} uur, ${minutes} min`,
  casesHint: (hint: string) => `${hint}. De gast ziet hier alleen ‘Casusbespreking’, geen casus.`,
  request: "Wat vraag je van de gast?",
  requestHint: "De gast leest dit. Noem geen leerlingen of ouders, en niets waaraan je hen herkent.",
  submit: "Verstuur de uitnodiging",
  submitting: "De uitnodiging gaat weg…",
  back: "Terug naar de bijeenkomst",
  noAgendaTitle: "Er staat nog niets op de agenda",
  noAgenda: "Een gast nodig je uit voor punten van de agenda. Kies eerst een standaardagenda of zet er zelf iets op.",
  toAgenda: "Naar de agenda",

  alreadyInvited: "Op dit adres is al een gast uitgenodigd voor deze bijeenkomst.",
  isMember: "Dit is het adres van iemand van het team. Nodig die uit via ‘Wijzig de genodigden’.",
  full: (most: number) => `Voor deze bijeenkomst zijn al ${most} gasten uitgenodigd.`,
  tooOften: "Vandaag zijn er al veel mails aan gasten verstuurd. Probeer het morgen weer.",
  onItsWay: "Er is al een mail naar deze gast onderweg.",

  changeTitle: (name: string, day: string) => `Andere punten voor ${name} op ${day}`,
  changeLead: "De gast krijgt hier geen mail over. Achter de eigen link staat altijd wat nu gekozen is.",
  save: "Bewaar de keuze",
  saving: "De keuze wordt bewaard…",
  changedMeanwhile: (now: string) => `Iemand anders heeft deze gast intussen gewijzigd. Nu is gekozen: ${now.toLowerCase()}. Wat jij koos, staat er nog: verstuur het opnieuw als het zo moet worden.`,

  withdrawTitle: (name: string, day: string) => `Uitnodiging intrekken: ${name}, ${day}`,
  withdrawLead: (name: string, organisation: string) => `Je staat op het punt de uitnodiging van ${name} (${organisation}) in te trekken.`,
  withdrawMail: "gast krijgt bericht: de afspraak verdwijnt uit de agenda",
  withdrawLink: "link werkt meteen niet meer",
  withdrawKeeps: "De bijeenkomst en de agenda blijven zoals ze zijn.",
  withdrawSubmit: "Trek de uitnodiging in",
  withdrawing: "De uitnodiging wordt ingetrokken…",
  withdrawBack: "Toch niet intrekken",
} as const;

/** The page behind the link of a guest. */
export const keyholeTexts = {
  isFor: (name: string, organisation: string) => `Deze uitnodiging is voor ${name}, ${organisation}.`,
  over: "Deze bijeenkomst is geweest. Antwoorden hoeft niet meer.",
  whatNext: {
    ACCEPTED: (organiser: string) => `${organiser} en het team zien dat je komt. De afspraak voor je agenda zat bij de mail.`,
    DECLINED: (organiser: string) => `${organiser} en het team zien dat je niet kunt. Wil je er iets bij zeggen? Beantwoord dan de mail.`,
  },
  items: "Hier ben je bij",
  itemsNote: "Deze tijden kunnen nog schuiven. Hier staat altijd hoe het nu is.",
  itemNumber: (number: number) => `Punt ${number} van de agenda`,
  /** Instead of the title of the item for casussen. */
  cases: "Casusbespreking",
  noItems: (organiser: string) => `De punten waarvoor je kwam, staan niet meer op de agenda. Vraag ${organiser} wat er verandert.`,
  request: "Wat we je vragen",
  route: "Zo gaat het gesprek",
  routeSteps: [
    { title: "Je komt bij jouw punt.", text: "De tijd staat erbij. Daarna kun je weer gaan." },
    { title: "We praten anoniem.", text: "We noemen geen namen, en niets waaraan een leerling of een gezin te herkennen is. Jij ook niet, zelfs als je denkt te weten over wie het gaat." },
    { title: "Ieder kijkt vanuit de eigen functie.", text: "Vertel wat jij ziet, wat jullie wel en niet kunnen doen en wat de school mag verwachten." },
    { title: "We spreken af wie aan zet is.", text: "En wat de school terughoort." },
    { title: "Acute zorgen over veiligheid wachten niet.", text: "Dan volgt ieder de meldcode van de eigen organisatie. Dat gaat niet via deze app." },
  ],
  reach: "Zo vind je de school",
  onlyYou: (until: string) => `Deze link is alleen voor jou, dus stuur hem niet door. Hij werkt tot ${until}. Wordt de bijeenkomst verplaatst, dan verschuift dat mee.`,
} as const;

/** After something was done with a guest. */
export const guestNotices = {
  "guest-invited": "De uitnodiging voor de gast gaat nu weg.",
  "guest-changed": "De keuze is bewaard. Achter de eigen link ziet de gast meteen de nieuwe punten.",
  "guest-mailed": "De mail gaat nu nog eens naar de gast.",
  "guest-withdrawn": "De uitnodiging is ingetrokken. De gast krijgt bericht.",
} as const;

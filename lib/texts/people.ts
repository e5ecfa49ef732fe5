import { roleNames } from "#lib/texts/mail";

type Role = keyof typeof roleNames;

/** What somebody with a role does, for who has to choose one. */
const roleMeanings: Record<Role, string> = {
  PROCESS_COACH: "Begeleidt de kernteams van alle scholen. Ziet van casussen alleen hoeveel het er zijn.",
  ORGANISER: "Plant bijeenkomsten en houdt bij wie er in de kernteams zit. Ziet geen casussen.",
  BOARD: "Ziet cijfers over alle scholen samen, en verder niets.",
  ADMINISTRATOR: "Geeft rollen, leest scholen in en regelt de instellingen. Ziet geen casussen.",
};

/** The list of people, and the page of one. */
export const peopleTexts = {
  title: "Mensen",
  titleIn: (consortium: string) => `Mensen · ${consortium}`,
  lead: "Iedereen die meedoet in een kernteam of in het samenwerkingsverband.",
  invite: "Nodig iemand uit",
  organisations: "Organisaties",
  importMembers: "Zet mensen in teams met een lijst",
  switchLabel: "Samenwerkingsverband",
  filterLabel: "Mensen zoeken",
  q: "Naam, functie of organisatie",
  state: "Wie",
  states: { NOW: "Doet nu mee", FORMER: "Deed eerder mee", OFF: "Account uit" },
  columns: { name: "Naam", jobs: "Functie", organisation: "Organisatie", reach: "Bereiken" },
  off: "account uit",
  caption: (total: number) => (total === 1 ? "1 persoon" : `${total.toLocaleString("nl-NL")} mensen`),
  /** "CJG-coach, 9 kernteams" */
  job: (title: string, teams: number, team: string | null) => {
    if (teams === 0) return capitalised(title);
    return team === null ? `${title}, ${teams} kernteams` : `${title}, ${team}`;
  },
  nothingFoundTitle: "Niemand gevonden",
  nothingFound: "Typ een deel van de naam, of wis de filters.",
  emptyTitle: "Hier komen de mensen van je samenwerkingsverband",
  empty: "Nodig eerst een procesbegeleider of organisator uit. Die vult daarna de kernteams.",
  emptyGuide: "Zet mensen in een kernteam; dan staan ze ook hier.",

  // The page of one person.
  accountOff: (day: string) => `Dit account staat uit sinds ${day}. Inloggen kan niet.`,
  email: "E-mailadres",
  details: "Gegevens",
  detailsNote: "Deze gegevens houdt iedereen zelf bij, op de eigen profielpagina.",
  memberships: "Kernteams",
  membershipsCaption: "Kernteams van deze persoon",
  noJobNow: "Doet nu niet mee",
  noMemberships: "Zit in geen kernteam.",
  roles: "Rollen in het samenwerkingsverband",
  rolesCaption: "Rollen van deze persoon",
  noRoles: "Heeft geen rol in het samenwerkingsverband.",
  grant: "Geef een rol",
  grantIn: (consortium: string) => `Geef een rol in ${consortium}`,
  team: "Kernteam",
  function: "Functie",
  role: "Rol",
  consortium: "Samenwerkingsverband",
  organisation: "Organisatie",
  period: "Wanneer",
  from: (day: string) => `vanaf ${day}`,
  until: (first: string, last: string) => `${first} t/m ${last}`,
  tense: { COMING: "begint nog", OVER: "voorbij" },
  end: "Beëindig",
  withdraw: "Trek in",
  endLabel: (role: string) => `de rol ${role}`,
  temporarily: (reason: string) => `tijdelijk: ${reason}`,
  ownPage: "Dit ben jij. Een andere beheerder kan je rollen en je account wijzigen.",
  toProfile: "Naar mijn profiel",
  access: "Toegang",
  accessNote: "Werkt iemand niet meer mee? Beëindig dan de rollen en de plekken in kernteams. Zet het account uit als iemand helemaal niet meer mag inloggen.",
  signedInIn: (count: number) => (count === 1 ? "Nu ingelogd in 1 browser." : `Nu ingelogd in ${count} browsers.`),
  notSignedIn: "Nu nergens ingelogd.",
  signOut: "Log overal uit",
  deactivate: "Zet het account uit",
  reactivate: "Zet het account aan",
  elsewhere: "Werkt ook voor een ander samenwerkingsverband. Het account uitzetten kan daarom niet; de rollen hier kun je wel beëindigen. Bij een verloren telefoon logt deze persoon zelf de andere browsers uit, onder Mijn profiel.",

  // A role.
  roleNames: mapped((role) => capitalised(roleNames[role])),
  roleMeanings,
  inviteTitle: "Nodig iemand uit",
  inviteLead: (consortium: string) => `Deze persoon krijgt een rol in ${consortium} en een mail om in te loggen.`,
  inviteTeamHint: "Is het iemand voor één school? Zet die dan in het kernteam van die school, op de pagina van dat kernteam.",
  name: "Naam",
  nameHint: "Voornaam en achternaam, zoals collega's deze persoon kennen.",
  emailHint: "Hiermee logt deze persoon in. Kennen we het adres al, dan blijft de naam die we hebben.",
  roleQuestion: "Welke rol?",
  employer: "Bij welke organisatie werkt deze persoon?",
  employerNone: "Bij het samenwerkingsverband zelf",
  firstDay: "Eerste dag",
  sendInvitation: "Verstuur de uitnodiging",
  sending: "De uitnodiging gaat weg…",
  grantTitle: (name: string) => `Rol voor ${name}`,
  grantLead: (consortium: string) => `In ${consortium}. Op de eerste dag krijgt deze persoon de rechten die bij de rol horen.`,
  grantSubmit: "Geef deze rol",
  granting: "De rol wordt gegeven…",
  back: (name: string) => `Terug naar ${name}`,
  backToList: "Terug naar de lijst",

  endTitle: (role: string, name: string) => `Rol van ${role} beëindigen · ${name}`,
  endIntro: (name: string, role: string, consortium: string) => `${name} is ${role} van ${consortium}.`,
  willEnd: (name: string, role: string, consortium: string, last: string) => `${name} is ${role} van ${consortium}, tot en met ${last}.`,
  others: (role: Role, count: number) => (count === 1 ? `andere ${roleNames[role]} blijft over` : `andere ${plurals[role]} blijven over`),
  rightsEnd: "rol met alle rechten eindigt, om middernacht na de laatste dag",
  endKeepsHistory: "Wat deze persoon heeft vastgelegd, blijft staan.",
  endKeepsOther: "Andere rollen en plekken in kernteams blijven.",
  lastDay: "Laatste dag",
  endSubmit: "Beëindig deze rol",
  ending: "De rol wordt beëindigd…",
  withdrawTitle: (role: string, name: string) => `Rol van ${role} intrekken · ${name}`,
  withdrawIntro: (name: string, role: string, consortium: string, first: string) => `${name} zou op ${first} beginnen als ${role} van ${consortium}.`,
  neverBegins: "rol begint niet",
  withdrawKeeps: "Het account blijft, zonder deze rol.",
  withdrawSubmit: "Trek deze rol in",
  alreadyOver: (last: string) => `Deze rol is al voorbij, sinds ${last}.`,

  offTitle: (name: string) => `Account uitzetten · ${name}`,
  offIntro: (name: string) => `${name} kan dan niet meer inloggen, ook niet met een code per mail. Je kunt het account later weer aanzetten.`,
  offSessions: (count: number) => (count === 1 ? "browser wordt meteen uitgelogd" : "browsers worden meteen uitgelogd"),
  offMeetings: (count: number) => (count === 1 ? "bijeenkomst waarvoor deze persoon uitgenodigd blijft" : "bijeenkomsten waarvoor deze persoon uitgenodigd blijft"),
  offTeams: (count: number) => (count === 1 ? "kernteam waar deze persoon niet meer bij kan" : "kernteams waar deze persoon niet meer bij kan"),
  offRoles: (count: number) => (count === 1 ? "rol geeft geen rechten meer" : "rollen geven geen rechten meer"),
  offKeepsTeams: "De plekken in kernteams blijven staan. Gaat iemand echt weg? Vraag een organisator om ze te beëindigen, dan ziet de school dat de functie vrijkomt.",
  offKeepsHistory: "Wat deze persoon heeft vastgelegd, blijft staan.",
  offSubmit: "Zet het account uit",
  offPending: "Het account wordt uitgezet…",
  offAlready: "Dit account staat al uit.",
  onTitle: (name: string) => `Account aanzetten · ${name}`,
  onIntro: (name: string) => `${name} kan dan weer inloggen, met een code per mail.`,
  onTeams: (count: number) => (count === 1 ? "kernteam waar deze persoon weer bij kan" : "kernteams waar deze persoon weer bij kan"),
  onRoles: (count: number) => (count === 1 ? "rol geeft weer rechten" : "rollen geven weer rechten"),
  onSubmit: "Zet het account aan",
  onPending: "Het account wordt aangezet…",
  onAlready: "Dit account staat al aan.",

  fields: {
    nameMissing: "Vul de naam in.",
    roleMissing: "Kies een rol.",
    organisationUnknown: "Kies een organisatie uit de lijst.",
    firstDayMissing: "Vul de eerste dag in.",
    lastDayMissing: "Vul de laatste dag in.",
  },
  refused: {
    YOURSELF: "Dit ben jij zelf. Een andere beheerder kan jou een rol geven.",
    ALREADY_HAS_ROLE: "Deze persoon heeft deze rol al op of na die dag. Kies een andere rol of een andere dag.",
    DEACTIVATED: "Dit account staat uit. Zet het eerst aan, dan kun je er een rol aan geven.",
    ORGANISATION_NOT_HERE: "Deze organisatie staat niet meer in de lijst. Kies een andere.",
    OWN_ROLE: "Je eigen rol kun je niet beëindigen. Een andere beheerder kan dat wel.",
    ALREADY_OVER: "Deze rol is al voorbij.",
    OVERLAPS: "Deze persoon krijgt deze rol later opnieuw. Kies een laatste dag van vóór die tijd.",
    HAS_BEGUN: "Deze rol is intussen begonnen. Beëindig hem met een laatste dag.",
    LAST_ADMINISTRATOR: "Dan is er geen beheerder meer. Geef eerst iemand anders de rol van beheerder, zonder laatste dag.",
    WORKS_ELSEWHERE: "Dit account is ook van iemand in een ander samenwerkingsverband. Beëindig hier de rollen; het account blijft aan.",
    FIRST_ELSEWHERE: "Deze persoon werkt al langer voor een ander samenwerkingsverband. Bij een verloren telefoon logt deze persoon zelf de andere browsers uit, onder Mijn profiel.",
    OWN_ACCOUNT: "Je eigen account kun je niet uitzetten. Een andere beheerder kan dat wel.",
    beforeFirstDay: (first: string) => `De laatste dag kan niet vóór de eerste liggen: ${first}.`,
  },
} as const;

/** What has just happened to somebody's account or role. */
export const peopleNotices = {
  "person-invited": "De uitnodiging gaat nu weg. In de mail staat hoe deze persoon inlogt.",
  "role-granted": "De rol is gegeven. Deze persoon krijgt een mail.",
  "role-ended": "De rol heeft nu een laatste dag. Daarna geeft hij geen rechten meer.",
  "role-withdrawn": "De rol is ingetrokken.",
  "person-deactivated": "Het account staat uit. Deze persoon is overal uitgelogd.",
  "person-reactivated": "Het account staat weer aan.",
  "person-signed-out": "Deze persoon is in alle browsers uitgelogd.",
} as const;

const plurals = { PROCESS_COACH: "procesbegeleiders", ORGANISER: "organisatoren", BOARD: "bestuurders", ADMINISTRATOR: "beheerders" } as const satisfies Record<Role, string>;

function capitalised(word: string): string {
  return word.charAt(0).toLocaleUpperCase("nl") + word.slice(1);
}

function mapped(name: (role: Role) => string): Record<Role, string> {
  return { PROCESS_COACH: name("PROCESS_COACH"), ORGANISER: name("ORGANISER"), BOARD: name("BOARD"), ADMINISTRATOR: name("ADMINISTRATOR") };
}

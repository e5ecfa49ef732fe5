import { createHash } from "node:crypto";

// The small world of the demo and of the browser tests. Everybody and everything in it is invented: no such
// samenwerkingsverband, municipality, school or person exists.

/** Somebody of the demo world. E-mail domains end in .example, telephone numbers begin with digits nobody has. */
export type WorldPerson = {
  key: string;
  name: string;
  email: string;
  phone: string | null;
  callMeFor: string | null;
  /** ISO weekdays: 1 is Monday. Whole days, but for `halfDays`. */
  workingDays: number[];
};

/** Of whom one of the working days is only a morning or an afternoon. */
export const halfDays: Readonly<Record<string, { weekday: number; works: "MORNING" | "AFTERNOON" }>> = {
  margriet: { weekday: 3, works: "MORNING" },
  marieke: { weekday: 4, works: "AFTERNOON" },
  tjeerd: { weekday: 3, works: "MORNING" },
};

/** The id of a thing of the demo world: the same in every database, so that a test may link to it. */
export function demoId(name: string): string {
  const hash = createHash("sha1").update(`kernteam demo world ${name}`).digest("hex");
  // In the form of a version 5 UUID (RFC 9562).
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-5${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

export const consortia = [
  { code: "PO9901", sector: "PO", name: "Samenwerkingsverband Duinstreek" },
  { code: "VO9901", sector: "VO", name: "Samenwerkingsverband VO Duinstreek" },
] as const;

export type ConsortiumCode = (typeof consortia)[number]["code"];

/** The organisations that both samenwerkingsverbanden work with. */
export const organisations = [
  { key: "cjg", name: "CJG Duinstreek", kind: "YOUTH_CARE", phone: "0999 200 100" },
  { key: "ggd", name: "GGD Duinstreek, Jeugdgezondheidszorg", kind: "YOUTH_HEALTH", phone: "0999 200 200" },
  { key: "duinstede", name: "Gemeente Duinstede", kind: "MUNICIPALITY", phone: "0999 200 300" },
  { key: "zeehoven", name: "Gemeente Zeehoven", kind: "MUNICIPALITY", phone: "0999 200 400" },
  { key: "polderveen", name: "Gemeente Polderveen", kind: "MUNICIPALITY", phone: "0999 200 500" },
  { key: "wijkteam", name: "Wijkteam Duinstreek", kind: "OTHER", phone: "0999 200 550" },
] as const;

/** The organisations of one samenwerkingsverband: itself and its school boards. */
export const ownOrganisations = {
  PO9901: [
    { key: "swv", name: "Samenwerkingsverband Duinstreek", kind: "CONSORTIUM", phone: "0999 200 600" },
    { key: "board-public", name: "Stichting Openbaar Onderwijs Duinstreek", kind: "SCHOOL_BOARD", phone: "0999 200 700" },
    { key: "board-faith", name: "Stichting De Lichtkring", kind: "SCHOOL_BOARD", phone: "0999 200 710" },
    { key: "board-free", name: "Vereniging Vrije Kust", kind: "SCHOOL_BOARD", phone: null },
  ],
  VO9901: [
    { key: "swv", name: "Samenwerkingsverband VO Duinstreek", kind: "CONSORTIUM", phone: "0999 200 610" },
    { key: "board-secondary", name: "Stichting Voortgezet Onderwijs Duinstreek", kind: "SCHOOL_BOARD", phone: "0999 200 720" },
  ],
} as const;

export type OrganisationKey =
  | (typeof organisations)[number]["key"]
  | (typeof ownOrganisations)["PO9901"][number]["key"]
  | (typeof ownOrganisations)["VO9901"][number]["key"];

function person(key: string, name: string, email: string, extension: number | null, workingDays: number[], callMeFor: string | null = null): WorldPerson {
  return { key, name, email, phone: extension === null ? null : `06 0000 ${String(extension).padStart(4, "0")}`, callMeFor, workingDays };
}

/** Everybody with a part of their own; the other people of the schools are in `demo/school-people`. */
export const namedPeople: readonly WorldPerson[] = [
  // De Wilgen and its IB'er.
  person("noor", "Noor de Wit", "noor.dewit@dewilgen.example", 101, [1, 2, 4], "Vragen over leerlingen in de midden- en bovenbouw, en over een afspraak inplannen."),
  person("margriet", "Margriet Hoogland", "margriet.hoogland@dewilgen.example", 102, [1, 2, 3, 4], "Alles wat de hele school raakt, en als je Noor niet kunt bereiken."),
  person("els", "Els van Rooij", "els.vanrooij@dewilgen.example", 103, [1, 3, 5]),

  // CJG-coaches.
  person("samira", "Samira Haddou", "samira.haddou@cjgduinstreek.example", 201, [1, 2, 4], "Zorgen over hoe het thuis gaat, een startgesprek op school en hulp zonder lange wachttijd."),
  person("yusuf", "Yusuf Demir", "yusuf.demir@cjgduinstreek.example", 202, [1, 2, 3, 5], "Opvoedvragen, gedrag in de klas en scheiding."),
  person("marieke", "Marieke van der Laan", "marieke.vanderlaan@cjgduinstreek.example", 203, [2, 3, 4], "Een kind dat vastloopt, en ouders die meer willen weten."),
  person("gijs", "Gijs Terpstra", "gijs.terpstra@cjgduinstreek.example", 204, [1, 2, 3, 4]),

  // Youth health care: doctors and nurses.
  person("amira", "Dr. Amira El Idrissi", "amira.elidrissi@ggdduinstreek.example", 301, [4], "Langdurig of vaak ziek gemeld, groei, en slapen of eten dat niet goed gaat."),
  person("tjeerd", "Tjeerd Wiersma", "tjeerd.wiersma@ggdduinstreek.example", 302, [1, 3], "Ziekteverzuim, medicatie op school en ontwikkeling."),
  person("joke", "Joke Brouwer", "joke.brouwer@ggdduinstreek.example", 303, [1, 2, 4, 5], "Kleine opvoedvragen, zindelijkheid, gewicht, horen en zien."),
  person("fatma", "Fatma Kaya", "fatma.kaya@ggdduinstreek.example", 304, [1, 2, 3, 4], "Gezondheid, leefstijl en hoe iemand in zijn vel zit."),
  person("coen", "Coen Hartman", "coen.hartman@ggdduinstreek.example", 305, [2, 3]),

  // Leerplicht.
  person("peter", "Peter Kuiper", "peter.kuiper@duinstede.example", 401, [1, 2, 3, 4, 5], "Vaak te laat, vaak afwezig, verlof buiten de vakanties en dreigend thuiszitten."),
  person("anouk", "Anouk Schipper", "anouk.schipper@zeehoven.example", 402, [1, 2, 4], "Verzuim en verlof. Bel liever te vroeg dan te laat."),
  person("bas", "Bas Molenaar", "bas.molenaar@polderveen.example", 403, [2, 3, 4, 5], "Verzuim, verlof en kinderen die nergens staan ingeschreven."),
  person("hans", "Hans Meinders", "hans.meinders@zeehoven.example", 404, [1, 2, 3, 4]),

  // Onderwijsconsulenten.
  person("lot", "Lot Zijlstra", "lot.zijlstra@swvduinstreek.example", 501, [1, 2, 3, 4], "Wat een leerling op school nodig heeft, arrangementen en een TLV."),
  person("sjoerd", "Sjoerd de Ruiter", "sjoerd.deruiter@swvduinstreek.example", 502, [1, 2, 4, 5], "Extra ondersteuning in de klas en overstappen naar een andere school."),
  person("hanneke", "Hanneke Blom", "hanneke.blom@swvvoduinstreek.example", 503, [1, 2, 3, 4], "Passend onderwijs in het voortgezet onderwijs en de overstap uit groep 8."),

  // The samenwerkingsverbanden.
  person("karin", "Karin Bos", "karin.bos@cjgduinstreek.example", 601, [1, 2, 3, 4], "Hoe een kernteam op gang komt, of weer op gang komt."),
  person("daan", "Daan Vermeulen", "daan.vermeulen@swvduinstreek.example", 602, [1, 2, 3, 4, 5], "Data, locaties, uitnodigingen en wisselingen in de teams."),
  person("ingrid", "Ingrid Postma", "ingrid.postma@swvduinstreek.example", 603, [1, 2, 4], "Inloggen en accounts."),
  person("ruud", "Ruud Aalbers", "ruud.aalbers@swvduinstreek.example", 604, [1, 2, 3, 4, 5]),
  person("corrie", "Corrie van Dam", "corrie.vandam@swvduinstreek.example", 605, [1, 2]),

  // Two jobs: IB'er of two schools, and organiser in secondary education.
  person("femke", "Femke Hoekstra", "femke.hoekstra@dezandloper.example", 701, [1, 2, 3, 4], "Leerlingen van De Zandloper en De Schelp, en de planning van de VO-teams."),
];

type DemoPerson = { name: string; email: string; job: string };

/** Who the login page of the demo offers, in this order, and what they do. */
export const demoPeople: readonly DemoPerson[] = [
  demoPerson("noor", "IB'er van OBS De Wilgen"),
  demoPerson("samira", "CJG-coach bij 9 scholen"),
  demoPerson("karin", "Procesbegeleider van alle kernteams in het basisonderwijs"),
  demoPerson("daan", "Organisator bij het samenwerkingsverband"),
  demoPerson("peter", "Leerplichtambtenaar, 14 scholen in PO en VO"),
  demoPerson("amira", "Schoolarts bij 12 scholen"),
  demoPerson("femke", "IB'er van twee scholen en organisator in het VO"),
  demoPerson("ingrid", "Beheerder"),
  demoPerson("ruud", "Bestuurder van het samenwerkingsverband"),
];

function demoPerson(key: string, job: string): DemoPerson {
  const found = namedPeople.find((candidate) => candidate.key === key);
  if (!found) throw new Error(`Nobody in the demo world is called ${key}.`);
  return { name: found.name, email: found.email, job };
}

/** The key of the app with which all of them open casussen. Everybody knows it, so it protects nothing. */
export const DEMO_KEY = "KERNTEAMDEMOKERNTEAMDEMOKERNTEAM";

/** Who holds a role in which samenwerkingsverband; `endedYearsAgo`: until the last day of the school year that began so many years before the present one. */
export const consortiumRoles: readonly { person: string; consortium: ConsortiumCode; role: "PROCESS_COACH" | "ORGANISER" | "BOARD" | "ADMINISTRATOR"; employer: OrganisationKey; endedYearsAgo?: number }[] = [
  { person: "karin", consortium: "PO9901", role: "PROCESS_COACH", employer: "cjg" },
  { person: "daan", consortium: "PO9901", role: "ORGANISER", employer: "swv" },
  { person: "corrie", consortium: "PO9901", role: "ORGANISER", employer: "swv", endedYearsAgo: 1 },
  { person: "ingrid", consortium: "PO9901", role: "ADMINISTRATOR", employer: "swv" },
  { person: "ingrid", consortium: "VO9901", role: "ADMINISTRATOR", employer: "swv" },
  { person: "ruud", consortium: "PO9901", role: "BOARD", employer: "swv" },
  { person: "sjoerd", consortium: "VO9901", role: "PROCESS_COACH", employer: "swv" },
  { person: "femke", consortium: "VO9901", role: "ORGANISER", employer: "swv" },
];

import type { ConsortiumCode, OrganisationKey } from "#prisma/world";

/** Which town a school of the demo world lies in. */
export type Town = "Duinstede" | "Zeehoven" | "Polderveen" | "Kreekdam";

/** A school of the demo world, with what DUO would know of it. */
export type WorldSchool = {
  key: string;
  name: string;
  town: Town;
  sector: "PO" | "VO" | "SO";
  board: OrganisationKey;
  denomination: string;
  educationTypes?: string;
  /** Closed on the last day of this many school years before the present one. */
  closedYearsAgo?: number;
};

/** Who works with a core team, by key of `namedPeople`; null is a vacancy. */
export type WorldTeam = {
  key: string;
  name: string;
  consortium: ConsortiumCode;
  sector: "PO" | "VO" | "SO";
  schools: string[];
  /** How many school years ago it started; 0 is this year. */
  startedYearsAgo: number;
  coach: string | null;
  nurse: string | null;
  doctor: string | null;
  attendance: string | null;
  consultant: string | null;
  /** People of the school who are named; the others are drawn from `school-people`. */
  internalCoach?: string;
  director?: string | null;
  /** Has a next meeting planned. */
  planned?: false;
  /** The latest meeting was held but nobody recorded it. */
  unrecorded?: true;
  endedYearsAgo?: number;
};

/** The municipality of a town; two towns may lie in one. */
export const municipalityOf: Record<Town, { name: string; code: string; postcode: string }> = {
  Duinstede: { name: "Duinstede", code: "9901", postcode: "1995" },
  Zeehoven: { name: "Zeehoven", code: "9902", postcode: "1996" },
  Polderveen: { name: "Polderveen", code: "9903", postcode: "1997" },
  Kreekdam: { name: "Polderveen", code: "9903", postcode: "1998" },
};

const openbaar = { board: "board-public", denomination: "Openbaar" } as const;
const christelijk = { board: "board-faith", denomination: "Protestants-Christelijk" } as const;
const katholiek = { board: "board-faith", denomination: "Rooms-Katholiek" } as const;
const bijzonder = { board: "board-free", denomination: "Algemeen bijzonder" } as const;
const voortgezet = { board: "board-secondary", denomination: "Openbaar" } as const;

/** Thirty-three schools. The order decides their codes: new ones go at the end. */
export const worldSchools: readonly WorldSchool[] = [
  { key: "de-wilgen", name: "OBS De Wilgen", town: "Zeehoven", sector: "PO", ...openbaar },
  { key: "de-meerpaal", name: "De Meerpaal", town: "Duinstede", sector: "PO", ...bijzonder },
  { key: "de-brug", name: "De Brug", town: "Duinstede", sector: "PO", ...openbaar },
  { key: "de-horizon", name: "De Horizon", town: "Duinstede", sector: "PO", ...openbaar },
  { key: "de-zandloper", name: "De Zandloper", town: "Duinstede", sector: "PO", ...openbaar },
  { key: "het-kompas", name: "Het Kompas", town: "Duinstede", sector: "PO", ...christelijk },
  { key: "de-vuurtoren", name: "De Vuurtoren", town: "Duinstede", sector: "PO", ...openbaar },
  { key: "sint-jozef", name: "Basisschool Sint Jozef", town: "Duinstede", sector: "PO", ...katholiek },
  { key: "montessori", name: "Montessorischool Duinstede", town: "Duinstede", sector: "PO", ...bijzonder },
  { key: "de-strandloper", name: "De Strandloper", town: "Duinstede", sector: "PO", ...openbaar },
  { key: "de-ark", name: "CBS De Ark", town: "Duinstede", sector: "PO", ...christelijk },
  { key: "de-branding", name: "De Branding", town: "Zeehoven", sector: "PO", ...openbaar },
  { key: "de-schelp", name: "De Schelp", town: "Zeehoven", sector: "PO", ...openbaar },
  { key: "t-schuitje", name: "'t Schuitje", town: "Zeehoven", sector: "PO", ...christelijk },
  { key: "het-anker", name: "Het Anker", town: "Zeehoven", sector: "PO", ...christelijk },
  { key: "de-zilvermeeuw", name: "De Zilvermeeuw", town: "Zeehoven", sector: "PO", ...openbaar },
  { key: "dalton", name: "Daltonschool Zeehoven", town: "Zeehoven", sector: "PO", ...bijzonder },
  { key: "stella-maris", name: "Stella Maris", town: "Zeehoven", sector: "PO", ...katholiek },
  { key: "noorderduin", name: "Protestants-Christelijke Basisschool De Vuurtorenwachters van het Noorderduin", town: "Zeehoven", sector: "PO", ...christelijk },
  { key: "de-grutto", name: "De Grutto", town: "Polderveen", sector: "PO", ...openbaar },
  { key: "de-kreek", name: "De Kreek", town: "Kreekdam", sector: "PO", ...openbaar },
  { key: "de-wetering", name: "De Wetering", town: "Polderveen", sector: "PO", ...openbaar },
  { key: "de-hooiberg", name: "De Hooiberg", town: "Polderveen", sector: "PO", ...christelijk },
  { key: "de-eenhoorn", name: "De Eenhoorn", town: "Polderveen", sector: "PO", ...bijzonder },
  { key: "nieuwe-wereld", name: "Kindcentrum De Nieuwe Wereld", town: "Duinstede", sector: "PO", ...openbaar },
  { key: "oude-toren", name: "De Oude Toren", town: "Kreekdam", sector: "PO", ...christelijk, closedYearsAgo: 1 },
  { key: "de-klimop", name: "SO De Klimop", town: "Duinstede", sector: "SO", ...bijzonder },
  { key: "de-zeewaard", name: "De Zeewaard", town: "Zeehoven", sector: "PO", ...openbaar },
  { key: "duinstreek-college", name: "Duinstreek College", town: "Duinstede", sector: "VO", ...voortgezet, educationTypes: "VMBO-TL/HAVO/VWO" },
  { key: "lyceum", name: "Lyceum De Vloedlijn", town: "Duinstede", sector: "VO", ...voortgezet, educationTypes: "HAVO/VWO" },
  { key: "de-werf", name: "Vmbo De Werf", town: "Duinstede", sector: "VO", ...voortgezet, educationTypes: "VMBO" },
  { key: "de-kade", name: "Praktijkschool De Kade", town: "Duinstede", sector: "VO", ...voortgezet, educationTypes: "PRO" },
  { key: "zeehoven-college", name: "Zeehoven College", town: "Zeehoven", sector: "VO", ...voortgezet, educationTypes: "VMBO/HAVO" },
];

type Partners = Pick<WorldTeam, "coach" | "nurse" | "doctor" | "attendance" | "consultant">;

const nobody: Partners = { coach: null, nurse: null, doctor: null, attendance: null, consultant: null };

function primary(key: string, startedYearsAgo: number, partners: string, more: Partial<WorldTeam> = {}): WorldTeam {
  const [coach, nurse, doctor, attendance, consultant] = partners.split(" ").map((name) => (name === "-" ? null : name)) as (string | null)[];
  const school = worldSchools.find((candidate) => candidate.key === key);
  const name = school?.name ?? key;
  const people = { coach: coach ?? null, nurse: nurse ?? null, doctor: doctor ?? null, attendance: attendance ?? null, consultant: consultant ?? null };
  return { key, name, consortium: "PO9901", sector: school?.sector ?? "PO", schools: [key], startedYearsAgo, ...nobody, ...people, ...more };
}

function secondary(key: string, startedYearsAgo: number, partners: string, more: Partial<WorldTeam> = {}): WorldTeam {
  return primary(key, startedYearsAgo, partners, { consortium: "VO9901", ...more });
}

/** The core teams. Per team: CJG-coach, nurse, doctor, leerplicht and consultant, with "-" for a vacancy. */
export const worldTeams: readonly WorldTeam[] = [
  primary("de-wilgen", 2, "samira joke amira - lot", { internalCoach: "noor", director: "margriet" }),
  primary("de-meerpaal", 2, "samira joke amira peter lot"),
  primary("de-brug", 2, "samira fatma amira peter lot", { unrecorded: true }),
  primary("de-horizon", 2, "samira joke amira peter lot", { planned: false }),
  primary("de-zandloper", 2, "samira joke amira peter lot", { internalCoach: "femke" }),
  primary("het-kompas", 2, "yusuf joke amira peter lot"),
  primary("de-vuurtoren", 2, "yusuf joke amira peter sjoerd"),
  primary("sint-jozef", 1, "yusuf joke amira peter sjoerd"),
  primary("montessori", 1, "yusuf joke tjeerd peter sjoerd"),
  primary("de-strandloper", 1, "yusuf fatma tjeerd peter sjoerd"),
  primary("de-ark", 0, "marieke fatma tjeerd peter sjoerd"),
  primary("de-branding", 2, "samira joke amira anouk lot"),
  primary("de-schelp", 2, "samira joke amira anouk lot", { internalCoach: "femke" }),
  primary("t-schuitje", 1, "marieke joke tjeerd anouk lot", { planned: false }),
  primary("het-anker", 1, "samira joke amira anouk -"),
  primary("de-zilvermeeuw", 1, "samira fatma tjeerd anouk lot"),
  primary("dalton", 1, "marieke fatma - anouk lot"),
  primary("stella-maris", 0, "marieke fatma amira anouk sjoerd"),
  primary("noorderduin", 0, "marieke fatma tjeerd anouk sjoerd"),
  primary("grutto-kreek", 1, "yusuf fatma tjeerd bas lot", { name: "De Grutto en De Kreek", schools: ["de-grutto", "de-kreek"] }),
  primary("de-wetering", 1, "yusuf fatma tjeerd bas sjoerd"),
  primary("de-hooiberg", 0, "- fatma tjeerd bas sjoerd", { planned: false }),
  primary("de-eenhoorn", 0, "- - - - -", { director: null, planned: false }),
  primary("de-klimop", 1, "marieke fatma tjeerd - sjoerd"),
  primary("de-zeewaard", 0, "marieke joke tjeerd anouk lot"),
  primary("oude-toren", 2, "marieke fatma tjeerd bas sjoerd", { endedYearsAgo: 1, planned: false }),
  secondary("duinstreek-college", 2, "yusuf fatma tjeerd peter hanneke"),
  secondary("lyceum", 1, "yusuf fatma tjeerd peter hanneke"),
  secondary("de-werf", 1, "marieke - - peter hanneke", { unrecorded: true }),
  secondary("de-kade", 0, "marieke fatma - peter hanneke"),
  secondary("zeehoven-college", 0, "gijs joke tjeerd anouk hanneke", { planned: false }),
];

import { teamFunctionTexts } from "#lib/texts/team-functions";

type Sector = "PO" | "VO" | "SO" | "MBO";

/** A function that core teams of a sector usually have. A samenwerkingsverband starts with these and changes its own copy. */
export type DefaultFunction = {
  sector: Sector;
  code: string;
  name: string;
  /** A complete team has this function. */
  expected: boolean;
  attendance: "REQUIRED" | "PREFERRED" | "ON_CALL";
  /** Functions of one group replace each other: one of them is enough. */
  alternatives: string | null;
  /** Held by people of the school itself, who plan and record for their core team. */
  coordinates: boolean;
  position: number;
};

/**
 * The functions a new samenwerkingsverband begins with: one for primary education also serves special education, one
 * for secondary education also works with the mbo. The nurse and the doctor of youth health care (JGZ) replace each
 * other. The leerplichtambtenaar comes to a primary school when asked, and to every meeting of a secondary school.
 */
export function defaultFunctions(sector: Sector): DefaultFunction[] {
  const sectors: readonly Sector[] = SERVED[sector];
  return sectors.flatMap((served) => TEAMS[served].map((fields, index) => ({ sector: served, ...fields, position: index + 1 })));
}

type Fields = Omit<DefaultFunction, "sector" | "position">;

const SERVED = { PO: ["PO", "SO"], SO: ["SO"], VO: ["VO", "SO", "MBO"], MBO: ["MBO"] } as const;

const youthHealth: readonly Fields[] = [
  team("YOUTH_NURSE", "REQUIRED", { alternatives: "JGZ" }),
  team("YOUTH_DOCTOR", "PREFERRED", { alternatives: "JGZ" }),
];

const TEAMS: Record<Sector, readonly Fields[]> = {
  PO: [
    team("INTERNAL_COACH", "REQUIRED", { coordinates: true }),
    team("DIRECTOR", "PREFERRED", { coordinates: true }),
    team("YOUTH_COACH", "REQUIRED"),
    ...youthHealth,
    team("ATTENDANCE_OFFICER", "ON_CALL"),
    team("EDUCATION_CONSULTANT", "REQUIRED"),
  ],
  SO: [
    team("INTERNAL_COACH", "REQUIRED", { coordinates: true }),
    team("DIRECTOR", "PREFERRED", { coordinates: true }),
    team("YOUTH_COACH", "REQUIRED"),
    ...youthHealth,
    team("ATTENDANCE_OFFICER", "ON_CALL"),
    team("EDUCATION_CONSULTANT", "PREFERRED"),
  ],
  VO: [
    team("CARE_COORDINATOR", "REQUIRED", { coordinates: true }),
    team("TEAM_LEADER", "PREFERRED", { coordinates: true }),
    team("YOUTH_COACH", "REQUIRED"),
    ...youthHealth,
    team("ATTENDANCE_OFFICER", "REQUIRED"),
    team("EDUCATION_GUIDE", "REQUIRED"),
  ],
  MBO: [
    team("CARE_COORDINATOR", "REQUIRED", { coordinates: true }),
    team("TEAM_LEADER", "PREFERRED", { coordinates: true }),
    team("YOUTH_COACH", "PREFERRED"),
    ...youthHealth,
    { ...team("ATTENDANCE_OFFICER", "REQUIRED"), name: teamFunctionTexts.ATTENDANCE_OFFICER_18 },
  ],
};

function team(code: Exclude<keyof typeof teamFunctionTexts, "ATTENDANCE_OFFICER_18">, attendance: Fields["attendance"], more: Partial<Fields> = {}): Fields {
  return { code, name: teamFunctionTexts[code], expected: true, attendance, alternatives: null, coordinates: false, ...more };
}

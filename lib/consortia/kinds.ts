// Apart from the schemas, because forms show these choices and a browser needs no schemas.

export const sectors = ["PO", "VO", "SO", "MBO"] as const;
export type Sector = (typeof sectors)[number];

export const organisationKinds = ["SCHOOL_BOARD", "YOUTH_CARE", "YOUTH_HEALTH", "MUNICIPALITY", "CONSORTIUM", "OTHER"] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** How much a meeting needs a function. */
export const attendances = ["REQUIRED", "PREFERRED", "ON_CALL"] as const;
export type Attendance = (typeof attendances)[number];

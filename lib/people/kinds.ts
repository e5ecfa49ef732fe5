/** The roles in a samenwerkingsverband that an administrator grants. Apart from the schemas, which no browser needs. */
export const grantableRoles = ["PROCESS_COACH", "ORGANISER", "BOARD", "ADMINISTRATOR"] as const;
export type RoleName = (typeof grantableRoles)[number];

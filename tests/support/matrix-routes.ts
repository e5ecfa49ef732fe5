import type { AccessRole } from "#lib/access/permissions";

/** For whom a route handler does something. The handlers that are public show nothing of anyone. */
export type RouteRow = { allowed: readonly AccessRole[] | "everyone" | "public" };

/** A row for every route handler of the build; the test fails without one. */
export const routeRows: Record<string, RouteRow> = {
  "GET /health/live": { allowed: "public" },
  "GET /health/ready": { allowed: "public" },
  "GET /api/auth/[...nextauth]": { allowed: "public" },
  "POST /api/auth/start": { allowed: "public" },
  "POST /sign-out": { allowed: "public" },
  "POST /schools/import/upload": { allowed: ["organiser", "administrator"] },
  "POST /profile/photo/upload": { allowed: "everyone" },
  "GET /people/[personId]/photo/[hash]": { allowed: ["schoolCoordinator", "partner", "processCoach", "organiser", "administrator"] },
};

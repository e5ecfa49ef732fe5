import type { AccessRole } from "#lib/access/permissions";
import type { LinkedRow, PageRow } from "#tests/support/matrix-pages";
import type { Side } from "#tests/support/matrix-world";

/** For whom a route handler does something. The handlers that are public show nothing of anyone. */
export type RouteRow = {
  allowed: readonly AccessRole[] | "everyone" | "public" | "link";
  /** For a route behind a personal link: for what the link is, and which markers it may show. */
  link?: LinkedRow;
  /** Ids in its address, where they are not those of `usualIds`. */
  ids?: PageRow["ids"];
};

const past = (side: Side) => ({ meetingId: side.past.id });

/** A row for every route handler of the build; the test fails without one. */
export const routeRows: Record<string, RouteRow> = {
  "GET /health/live": { allowed: "public" },
  "GET /health/ready": { allowed: "public" },
  "GET /api/auth/[...nextauth]": { allowed: "public" },
  "POST /api/auth/start": { allowed: "public" },
  "POST /sign-out": { allowed: "public" },
  // For whom its form was drawn, also when the session is over (see drafts.test.ts).
  "POST /drafts": { allowed: "public" },
  "POST /discarded-drafts": { allowed: "everyone" },
  "GET /calendar/[token]/kernteam.ics": { allowed: "link", link: { purpose: "CALENDAR", shows: ({ team }) => [team.name] } },
  "GET /core-teams/[coreTeamId]/meetings/[meetingId]/minutes.docx": { allowed: ["schoolCoordinator", "partner"], ids: past },
  "GET /core-teams/[coreTeamId]/meetings/[meetingId]/minutes.pdf": { allowed: ["schoolCoordinator", "partner"], ids: past },
  "POST /schools/import/upload": { allowed: ["organiser", "administrator"] },
  "POST /profile/photo/upload": { allowed: "everyone" },
  "GET /people/[personId]/photo/[hash]": { allowed: ["schoolCoordinator", "partner", "processCoach", "organiser", "administrator"] },
};

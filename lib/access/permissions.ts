/** What somebody is, for a core team or a samenwerkingsverband. It follows from memberships and roles of today. */
export type AccessRole =
  | "schoolCoordinator"
  | "partner"
  | "processCoach"
  | "organiser"
  | "board"
  | "administrator"
  /** Whoever runs commands on the server itself; nobody in the web app. */
  | "operator";

/** What is asked about: one core team with its samenwerkingsverband, or the samenwerkingsverband as a whole. */
export type Scope = { consortiumId: string; coreTeamId?: string };

const school: AccessRole[] = ["schoolCoordinator"];
const members: AccessRole[] = ["schoolCoordinator", "partner"];
const guides: AccessRole[] = ["processCoach", "organiser"];

/**
 * Who may do what: each action with every access role that has it. What is not listed is for nobody.
 * Row-level security in the database is the floor under this table; it knows rows, not pages.
 */
export const permissions = {
  "core-team:read": [...members, ...guides, "administrator"],
  "core-team:start": guides,
  "core-team:change": guides,
  "colleague:add": [...school, ...guides],
  "colleague:end": [...school, ...guides],
  "member:manage": guides,
  "members:import": guides,
  "change:report": members,
  "change:handle": guides,

  "meeting:read": [...members, ...guides],
  "meeting:schedule": [...school, ...guides],
  "meeting:reschedule": [...school, ...guides],
  "meeting:cancel": [...school, ...guides],
  "meeting:record": [...school, ...guides],
  "meetings:switch": guides,
  "invitees:change": [...school, ...guides],
  "invitation:answer": members,
  "invitation:resend": [...school, ...guides],

  "date-proposal:make": [...school, ...guides],
  "date-proposal:answer": members,

  "agenda:read": [...members, ...guides],
  "agenda:add-item": [...members, ...guides],
  "agenda:arrange": [...school, ...guides],
  "guest:invite": [...school, ...guides],

  "availability:change": guides,
  "study-day:read": [...members, ...guides],
  "study-day:manage": [...school, ...guides],
  "holiday:manage": ["organiser", "administrator"],
  "planning-rules:change": ["organiser", "administrator"],

  "case-discussion:log": members,
  "case-discussion:read": members,
  "case-discussion:edit": members,
  "case-discussion:share": members,
  "case-discussion:discard": members,
  "case-discussion:close": members,
  "case-discussion:stop": members,
  "case-stop:settle": ["processCoach"],
  "case-discussion:count": [...members, "processCoach"],
  "opportunity-circle:count": ["processCoach"],
  "perspective:read": members,
  "perspective:write": members,
  "perspective:ask": members,
  "perspective:reveal": members,
  "follow-up:change": members,
  "follow-up:refresh": members,
  "lesson:write": members,
  "success:read": members,
  "success:write": members,
  "offer:read": members,
  "offer:write": school,
  "agreement:read": members,
  "agreement:make": members,
  "agreement:change": members,
  "agreement:set-state": members,
  "agreement:pass-on": members,
  "agreement:count": [...members, ...guides],
  "minutes:download": members,

  "school:list": [...guides, "administrator"],
  "school:import": ["organiser", "administrator"],
  "school:import-all": ["operator"],
  "postcodes:import": ["operator"],
  "rollout:read": guides,
  "figures:read": ["processCoach", "board", "administrator"],

  "person:list": [...guides, "administrator"],
  "person:invite": ["administrator"],
  "person:deactivate": ["administrator"],
  "second-factor:reset": ["administrator"],
  "photo:remove": ["administrator"],
  "role:grant": ["administrator"],
  "role:end": ["administrator"],
  "organisation:manage": [...guides, "administrator"],
  "team-function:manage": ["organiser", "administrator"],
  "agenda-template:manage": guides,
  "opportunity-circle:manage": guides,
  "case-retention:change": ["administrator"],
  "consortium:change": ["administrator"],
  "audit:read": ["administrator"],
  "administrator:appoint": ["operator"],
} as const satisfies Record<string, readonly AccessRole[]>;

export type Action = keyof typeof permissions;

/** What everybody who is signed in may do, with what is their own and nothing else. */
export type OwnAction =
  | "profile:change"
  | "photo:change"
  | "email:change"
  | "session:end"
  | "session:prove"
  | "second-factor:enter"
  | "second-factor:change"
  | "identity:link"
  | "draft:read"
  | "draft:discard"
  | "availability:change-own"
  | "calendar:share"
  | "mail:choose";

/** Whether one of these access roles has the action. */
export function mayDo(action: Action, roles: readonly AccessRole[]): boolean {
  const allowed: readonly AccessRole[] = permissions[action];
  return roles.some((role) => allowed.includes(role));
}

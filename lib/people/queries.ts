import type { Viewer } from "#lib/access/viewer";
import { datedPatterns, patternOn, type Pattern } from "#lib/availability/rules";
import { type Day, dayForDatabase, dayFromDatabase } from "#lib/dates";
import { byTense, searchPatterns, tenseOn, type Tense } from "#lib/people/rules";
import { grantableRoles, type RoleName } from "#lib/people/kinds";
import type { PeopleFilter } from "#lib/people/schema";
import { photoPath, photoSelect } from "#lib/photos/schema";
import { roleNames } from "#lib/texts/mail";
import type { Prisma } from "#prisma/generated/client";

/** How many people stand on a page of the list. */
export const pageSize = 25;

/** What somebody does in a samenwerkingsverband: a function in one core team or in several, or a role. */
export type ListedJob = {
  title: string;
  organisation: string | null;
  /** In how many core teams; 0 for a role in the samenwerkingsverband. */
  teams: number;
  /** The core team when there is one. */
  team: string | null;
};

/** Somebody in the list, with the jobs the list is about: present ones, or former ones. */
export type ListedPerson = { id: string; name: string; photoUrl: string | null; email: string; phone: string | null; off: boolean; jobs: ListedJob[] };

export type PeopleList = { people: ListedPerson[]; total: number; page: number };

/**
 * The people of a samenwerkingsverband by name: who works there today or later, who did, or whose account is off. Searching
 * finds every word in the name, the address, a function, an organisation or a core team. One statement; a page that is not
 * there gives the first one. Telephone numbers only of who shares them.
 */
export async function listPeople(viewer: Viewer, filter: PeopleFilter): Promise<PeopleList> {
  viewer.mustBeAbleTo("person:list", { consortiumId: filter.consortiumId });
  const rows = await peopleOnPage(viewer, filter, filter.page);
  const isBeyond = rows.length === 0 && filter.page > 1;
  const found = isBeyond ? await peopleOnPage(viewer, filter, 1) : rows;
  return { people: found.map(({ total: _total, photoHash, ...person }) => ({ ...person, photoUrl: photoPath(person.id, photoHash) })), total: found[0]?.total ?? 0, page: isBeyond ? 1 : filter.page };
}

type PersonRow = Omit<ListedPerson, "photoUrl"> & { photoHash: string | null; total: number };

async function peopleOnPage(viewer: Viewer, { consortiumId, q, state }: PeopleFilter, page: number): Promise<PersonRow[]> {
  const roles = [...grantableRoles];
  const titles = roles.map((role) => roleNames[role]);
  return viewer.db.$queryRaw`
    WITH held AS (
      SELECT m.person_id, f.name AS title, f.position AS place, m.organisation_id, t.name AS team,
        m.last_day IS NULL OR m.last_day >= ${viewer.today}::date AS running
      FROM membership m JOIN team_function f ON f.id = m.function_id JOIN core_team t ON t.id = m.core_team_id
      WHERE m.consortium_id = ${consortiumId}::uuid
      UNION ALL
      SELECT r.person_id, n.title, 0, r.organisation_id, NULL, r.last_day IS NULL OR r.last_day >= ${viewer.today}::date
      FROM consortium_role r JOIN unnest(${roles}::text[], ${titles}::text[]) AS n(role, title) ON n.role = r.role::text
      WHERE r.consortium_id = ${consortiumId}::uuid
    ),
    spell AS (
      SELECT h.*, o.name AS organisation, bool_or(h.running) OVER (PARTITION BY h.person_id) AS runs
      FROM held h LEFT JOIN organisation o ON o.id = h.organisation_id
    ),
    job AS (
      SELECT person_id, runs, title, organisation, min(place) AS place, count(DISTINCT team)::int AS teams, min(team) AS team,
        string_agg(DISTINCT lower(concat_ws(' ', title, organisation, team)), ' ') AS words
      FROM spell WHERE running OR NOT runs GROUP BY person_id, runs, title, organisation
    ),
    -- Looked up all at once: joined one by one, for each of them it would be decided anew who may see that person.
    known AS MATERIALIZED (
      SELECT id, name, email, CASE WHEN shares_phone THEN phone END AS phone, deactivated_at IS NOT NULL AS off
      FROM person WHERE id = ANY (ARRAY(SELECT DISTINCT person_id FROM held))
    ),
    -- Put together by grouping, which stays fast however wrong the planner guesses how many people there are.
    somebody AS (
      SELECT person_id, bool_or(runs) AS runs, max(name) AS name, max(email) AS email, max(phone) AS phone, bool_or(off) AS off,
        string_agg(words, ' ') AS words,
        jsonb_agg(jsonb_build_object('title', title, 'organisation', organisation, 'teams', teams, 'team', CASE WHEN teams = 1 THEN team END)
          ORDER BY place, title, organisation) FILTER (WHERE title IS NOT NULL) AS jobs
      FROM (
        SELECT person_id, runs, title, organisation, place, teams, team, words, NULL AS name, NULL AS email, NULL AS phone, NULL::boolean AS off FROM job
        UNION ALL SELECT id, NULL, NULL, NULL, NULL, NULL, NULL, NULL, name, email, phone, off FROM known) part
      GROUP BY person_id
    )
    SELECT p.person_id::text AS id, p.name, p.email, p.phone, p.off, p.jobs, count(*) OVER ()::int AS total,
      (SELECT h.hash FROM person_photo h WHERE h.person_id = p.person_id) AS "photoHash"
    FROM somebody p
    WHERE p.name IS NOT NULL
      AND CASE ${state}::text WHEN 'OFF' THEN p.off WHEN 'FORMER' THEN NOT p.runs ELSE p.runs END
      AND NOT EXISTS (SELECT FROM unnest(${searchPatterns(q)}::text[]) AS word
        WHERE lower(p.name) NOT LIKE word AND p.email NOT LIKE word AND p.words NOT LIKE word)
    ORDER BY lower(p.name), p.person_id
    LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`;
}

/** A place of somebody in a core team, with where it stands today. */
export type PersonMembership = {
  id: string;
  coreTeamId: string;
  teamName: string;
  functionName: string;
  organisation: string | null;
  firstDay: Day;
  lastDay: Day | null;
  temporaryReason: string | null;
  tense: Tense;
};

/** A role of somebody in a samenwerkingsverband, with where it stands today. */
export type PersonRole = {
  id: string;
  consortiumId: string;
  consortiumName: string;
  role: RoleName;
  organisation: string | null;
  firstDay: Day;
  lastDay: Day | null;
  tense: Tense;
};

/** Somebody as the samenwerkingsverband knows this person. */
export type Person = {
  id: string;
  name: string;
  photoUrl: string | null;
  email: string;
  /** Only when it is shared with colleagues. */
  phone: string | null;
  /** When this person works now; null when that is not known. */
  pattern: Pattern | null;
  callMeFor: string | null;
  deactivatedAt: Date | null;
  isSelf: boolean;
  /** The samenwerkingsverbanden of the viewer in which this person has or had a job. */
  consortiumIds: string[];
  memberships: PersonMembership[];
  roles: PersonRole[];
};

const daysSelect = { id: true, firstDay: true, lastDay: true, consortiumId: true, organisation: { select: { name: true } } } as const;

/**
 * Somebody with all jobs, present, past and to come, in the samenwerkingsverbanden whose people this viewer may list; null
 * for who has none there. What somebody does elsewhere is not told. One statement.
 */
export async function findPerson(viewer: Viewer, personId: string): Promise<Person | null> {
  const here = { consortiumId: { in: viewer.consortiaFor("person:list") } };
  const found = await viewer.db.person.findFirst({
    where: { id: personId, OR: [{ memberships: { some: here } }, { roles: { some: here } }] },
    select: {
      id: true,
      name: true,
      email: true,
      phone: true,
      sharesPhone: true,
      workingPatterns: { where: { validFrom: { lte: dayForDatabase(viewer.today) } }, select: { validFrom: true, mornings: true, afternoons: true } },
      callMeFor: true,
      deactivatedAt: true,
      photo: photoSelect,
      memberships: { where: here, select: { ...daysSelect, temporaryReason: true, function: { select: { name: true } }, coreTeam: { select: { id: true, name: true } } } },
      roles: { where: here, select: { ...daysSelect, role: true, consortium: { select: { name: true } } } },
    },
  });
  if (!found) return null;
  const { id, name, email, callMeFor, deactivatedAt } = found;
  const memberships = found.memberships.map((each) => ({
    ...daysOf(viewer.today, each),
    coreTeamId: each.coreTeam.id,
    teamName: each.coreTeam.name,
    functionName: each.function.name,
    temporaryReason: each.temporaryReason,
  }));
  const roles = found.roles.map((each) => ({ ...daysOf(viewer.today, each), consortiumId: each.consortiumId, consortiumName: each.consortium.name, role: each.role }));
  return {
    id, name, email, callMeFor, deactivatedAt,
    pattern: patternOn(datedPatterns(found.workingPatterns), viewer.today),
    photoUrl: photoPath(id, found.photo?.hash),
    phone: found.sharesPhone ? found.phone : null,
    isSelf: id === viewer.person.id,
    consortiumIds: [...new Set([...found.memberships, ...found.roles].map(({ consortiumId }) => consortiumId))],
    memberships: byTense(viewer.today, memberships.toSorted((a, b) => a.teamName.localeCompare(b.teamName, "nl"))),
    roles: byTense(viewer.today, roles),
  };
}

/** What switching an account off or on touches, in numbers. */
export type AccountFigures = {
  /** Somebody else's samenwerkingsverband works with this account too; then it is not ours to switch. */
  worksElsewhere: boolean;
  /** Browsers that are signed in; null when another samenwerkingsverband was first, and they are not ours to sign out. */
  sessions: number | null;
  /** Meetings to come with an invitation that was not declined. */
  meetings: number;
  /** Whether there is a second factor to take away; null when it is not ours. */
  hasSecondFactor: boolean | null;
};

/** The figures of an account, for an administrator who knows its person; null for anybody else. */
export async function findAccountFigures(viewer: Viewer, personId: string): Promise<AccountFigures | null> {
  if (viewer.consortiaFor("person:deactivate").length === 0) return null;
  const [figures] = await viewer.db.$queryRaw<AccountFigures[]>`
    SELECT works_elsewhere AS "worksElsewhere", sessions, meetings, has_second_factor(${personId}::uuid) AS "hasSecondFactor"
    FROM account_figures(${personId}::uuid, ${viewer.now}::timestamptz)`;
  return figures ?? null;
}

/** What a form that grants a role offers to choose from. */
export type RoleFormChoices = { consortiumId: string; consortiumName: string; organisations: { id: string; name: string }[] };

/** The organisations that may employ somebody with a role; null for who grants no roles in this samenwerkingsverband. */
export async function findRoleFormChoices(viewer: Viewer, consortiumId: string): Promise<RoleFormChoices | null> {
  if (!viewer.can("role:grant", { consortiumId })) return null;
  const consortium = await viewer.db.consortium.findFirst({
    where: { id: consortiumId },
    select: { name: true, organisations: { select: { id: true, name: true }, orderBy: { name: "asc" } } },
  });
  return consortium && { consortiumId, consortiumName: consortium.name, organisations: consortium.organisations };
}

/** A role that is about to end, with who is left in it. */
export type RoleToEnd = PersonRole & {
  personId: string;
  personName: string;
  isSelf: boolean;
  /** How many others hold this role today, with an account that works. */
  others: number;
};

/** A role of a person, for who ends roles in its samenwerkingsverband. */
export async function findRoleToEnd(viewer: Viewer, personId: string, roleId: string): Promise<RoleToEnd | null> {
  const day = dayForDatabase(viewer.today);
  const held = { firstDay: { lte: day }, OR: [{ lastDay: null }, { lastDay: { gte: day } }] } satisfies Prisma.ConsortiumRoleWhereInput;
  const found = await viewer.db.consortiumRole.findFirst({
    where: { id: roleId, personId, consortiumId: { in: viewer.consortiaFor("role:end") } },
    select: {
      ...daysSelect,
      role: true,
      person: { select: { name: true } },
      consortium: {
        select: { name: true, roles: { where: { ...held, personId: { not: personId }, person: { is: { deactivatedAt: null } } }, select: { role: true, personId: true } } },
      },
    },
  });
  if (!found) return null;
  const others = found.consortium.roles.filter(({ role }) => role === found.role).map((each) => each.personId);
  return {
    ...daysOf(viewer.today, found),
    consortiumId: found.consortiumId,
    consortiumName: found.consortium.name,
    role: found.role,
    personId,
    personName: found.person.name,
    isSelf: personId === viewer.person.id,
    others: new Set(others).size,
  };
}

type DaysRow = { id: string; firstDay: Date; lastDay: Date | null; organisation: { name: string } | null };

function daysOf(today: Day, row: DaysRow) {
  const days = { firstDay: dayFromDatabase(row.firstDay), lastDay: row.lastDay && dayFromDatabase(row.lastDay) };
  return { id: row.id, organisation: row.organisation?.name ?? null, ...days, tense: tenseOn(today, days) };
}

/** Somebody to ask, and how as far as it is shared with colleagues. */
export type Helper = { id: string; name: string; phone: string | null; email: string | null; consortium: string };

const MOST_HELPERS = 3;

/**
 * Whom the viewer asks when telephone and recovery codes are gone: the administrators of today, at most three, of the
 * samenwerkingsverband that the viewer has worked for longest, because no other may take a second factor away.
 */
export async function listFactorHelpers(viewer: Viewer): Promise<Helper[]> {
  return viewer.db.$queryRaw`
    WITH own AS (
      SELECT consortium_id, created_at, first_day, last_day FROM membership WHERE person_id = ${viewer.person.id}::uuid
      UNION ALL SELECT consortium_id, created_at, first_day, last_day FROM consortium_role WHERE person_id = ${viewer.person.id}::uuid
    )
    SELECT p.id::text AS id, p.name, CASE WHEN p.shares_phone THEN p.phone END AS phone, CASE WHEN p.shares_email THEN p.email END AS email, c.name AS consortium
    FROM consortium_role r JOIN person p ON p.id = r.person_id JOIN consortium c ON c.id = r.consortium_id
    WHERE r.role = 'ADMINISTRATOR' AND r.first_day <= ${viewer.today}::date AND (r.last_day IS NULL OR r.last_day >= ${viewer.today}::date)
      AND p.deactivated_at IS NULL AND p.id <> ${viewer.person.id}::uuid
      AND r.consortium_id = (SELECT o.consortium_id FROM own o WHERE o.first_day <= ${viewer.today}::date AND (o.last_day IS NULL OR o.last_day >= ${viewer.today}::date)
        ORDER BY o.created_at, o.consortium_id LIMIT 1)
    ORDER BY p.name, p.id LIMIT ${MOST_HELPERS}`;
}

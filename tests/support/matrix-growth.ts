import type pg from "pg";
import type { Side } from "#tests/support/matrix-world";

/**
 * Makes a samenwerkingsverband grow by so many of everything: schools with a core team, people, meetings, agreements and
 * casussen; and all of those in the core team of the matrix, too. The partner of the matrix works with each new team.
 */
export async function grow(owner: pg.Client, side: Side, count: number): Promise<void> {
  await owner.query(`CREATE TEMP TABLE growth (tag text, consortium uuid, own_team uuid, past uuid, organisation uuid, coordinates uuid, partner_function uuid,
    coordinator uuid, partner uuid, import uuid, n integer, school uuid DEFAULT gen_random_uuid(), team uuid DEFAULT gen_random_uuid(), person uuid DEFAULT gen_random_uuid(),
    meeting uuid DEFAULT gen_random_uuid(), own_meeting uuid DEFAULT gen_random_uuid(), discussion uuid DEFAULT gen_random_uuid())`);
  const { letter, consortium, team, past, organisation, functions, actors, schoolImport } = side;
  const constants = [`${letter}${count}-`, consortium, team, past, organisation, functions.coordinates, functions.partner, actors.coordinator, actors.partner, schoolImport];
  await owner.query(
    `INSERT INTO growth (tag, consortium, own_team, past, organisation, coordinates, partner_function, coordinator, partner, import, n)
     SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, n FROM generate_series(1, ${count}) n`,
    constants.map((each) => (typeof each === "string" ? each : each.id)),
  );
  for (const statement of [...schools, ...people, ...days, ...meetings, ...contents]) await owner.query(statement);
  await owner.query("DROP TABLE growth");
}

const schools = [
  `INSERT INTO school (id, consortium_id, sector, location_code, institution_code, name, municipality, place, holiday_region)
   SELECT school, consortium, 'PO', tag || n, 'QX', 'School ' || tag || n, 'Gemeente ' || n % 9, 'Plaats', 'Noord' FROM growth`,
  "INSERT INTO core_team (id, consortium_id, sector, name, started_on) SELECT team, consortium, 'PO', 'Kernteam ' || tag || n, '2024-08-01' FROM growth",
  "INSERT INTO core_team_school (core_team_id, school_id, consortium_id, first_day) SELECT team, school, consortium, '2024-08-01' FROM growth",
  "INSERT INTO organisation (consortium_id, name, kind) SELECT consortium, 'Organisatie ' || tag || n, 'OTHER' FROM growth",
  `INSERT INTO team_function (consortium_id, sector, code, name, attendance, alternatives, position)
   SELECT consortium, 'PO', tag || n, 'Functie ' || tag || n, 'ON_CALL', 'GROEP', 100 + n FROM growth WHERE n <= 40`,
  `INSERT INTO school_import (consortium_id, file_name, sector, options, summary, created_by_id)
   SELECT i.consortium_id, i.file_name, i.sector, i.options, i.summary, i.created_by_id FROM growth JOIN school_import i ON i.id = growth.import`,
  `INSERT INTO school_import_change (import_id, consortium_id, location_code, change, name, after, differences)
   SELECT c.import_id, c.consortium_id, tag || n, c.change, c.name || n, c.after, c.differences FROM growth
   JOIN LATERAL (SELECT * FROM school_import_change WHERE import_id = growth.import ORDER BY location_code LIMIT 1) c ON true`,
];

const people = [
  "INSERT INTO person (id, email, name) SELECT person, tag || n || '@groei.voorbeeld.nl', 'Persoon ' || tag || n FROM growth",
  "INSERT INTO working_pattern (person_id, valid_from, mornings, afternoons) SELECT person, '2020-01-01', '{1}', '{1,2}' FROM growth",
  "INSERT INTO absence (person_id, first_day, last_day, replacement_id) SELECT person, current_day() + 1, current_day() + n::integer, partner FROM growth",
  `INSERT INTO person_photo (person_id, hash, bytes)
   SELECT person, encode(sha256(bytes), 'hex'), bytes FROM (SELECT person, '\\xffd8ff'::bytea || convert_to(tag || n, 'UTF8') AS bytes FROM growth) photo`,
  "INSERT INTO consortium_role (consortium_id, person_id, role, first_day) SELECT consortium, person, 'BOARD', '2024-08-01' FROM growth",
  "INSERT INTO membership (consortium_id, core_team_id, person_id, function_id, first_day) SELECT consortium, team, person, coordinates, '2024-09-01' FROM growth",
  `INSERT INTO membership (consortium_id, core_team_id, person_id, function_id, organisation_id, first_day)
   SELECT consortium, places.team, places.person, partner_function, organisation, '2024-09-01' FROM growth, LATERAL (VALUES (team, partner), (own_team, person)) AS places (team, person)`,
  "INSERT INTO session (token_hash, person_id, device, expires_at) SELECT tag || n, coordinator, 'Firefox', now() + interval '1 hour' FROM growth",
];

const days = [
  `INSERT INTO study_day (consortium_id, school_id, name, first_day, last_day)
   SELECT consortium, s.school_id, 'Studiedag ' || n, current_day() + 30 + n::integer, current_day() + 30 + n::integer
   FROM growth JOIN core_team_school s ON s.core_team_id = own_team ON CONFLICT DO NOTHING`,
  "INSERT INTO consortium_holiday (consortium_id, name, first_day, last_day) SELECT consortium, 'Vrij ' || n, current_day() + n::integer, current_day() + n::integer FROM growth",
];

const meetings = [
  `INSERT INTO meeting (id, consortium_id, core_team_id, kind, starts_at, ends_at, form, place, organiser_id)
   SELECT held.meeting, consortium, held.team, 'IN_DEPTH', held.at, held.at + interval '1 hour', 'LIVE', 'Op school', coordinator
   FROM growth, LATERAL (VALUES (meeting, team, now() + n * interval '1 day'), (own_meeting, own_team, now() + (n - 15) * interval '1 day')) AS held (meeting, team, at)`,
  `INSERT INTO participation (consortium_id, core_team_id, meeting_id, person_id, function_id, attendance, starts_at, ends_at)
   SELECT m.consortium_id, m.core_team_id, m.id, person, partner_function, 'ON_CALL', m.starts_at, m.ends_at
   FROM growth JOIN meeting m ON m.id IN (meeting, own_meeting, past)`,
];

const contents = [
  `INSERT INTO agenda_item (consortium_id, core_team_id, meeting_id, position, title, questions, minutes, origin, added_by_id)
   SELECT i.consortium_id, i.core_team_id, i.meeting_id, (SELECT max(position) FROM agenda_item) + n, 'Punt ' || n, '{"Wat is er?"}', 5, 'EDUCATION', person
   FROM growth JOIN agenda_item i ON i.added_by_id = partner AND i.position IS NOT NULL AND i.core_team_id = own_team`,
  `INSERT INTO meeting_guest (consortium_id, core_team_id, meeting_id, starts_at, ends_at, name, organisation, email, invited_by_id)
   SELECT g.consortium_id, g.core_team_id, g.meeting_id, g.starts_at, g.ends_at, 'Gast ' || tag || n, 'Organisatie', tag || n || '@gast.voorbeeld.nl', coordinator
   FROM growth JOIN meeting_guest g ON g.core_team_id = own_team AND g.withdrawn_at IS NULL AND g.name NOT LIKE 'Gast %'`,
  `INSERT INTO meeting_guest_item (guest_id, item_id, meeting_id, core_team_id, consortium_id)
   SELECT g.id, i.id, g.meeting_id, g.core_team_id, g.consortium_id
   FROM growth JOIN meeting_guest g ON g.name = 'Gast ' || tag || n JOIN agenda_item i ON i.meeting_id = g.meeting_id AND i.added_by_id = partner AND i.position IS NOT NULL`,
  `INSERT INTO agenda_template_item (consortium_id, template_id, position, title, questions, minutes)
   SELECT consortium, t.id, (SELECT max(position) FROM agenda_template_item) + n, 'Punt ' || n, '{}', 5 FROM growth JOIN agenda_template t ON t.consortium_id = consortium`,
  `INSERT INTO case_discussion (id, consortium_id, core_team_id, meeting_id, school_year, number, stage, created_by_id, shared_at)
   SELECT discussion, consortium, own_team, past, 25, (SELECT count(*) FROM case_discussion) + n, 'MIDDLE', person, now() FROM growth`,
  `INSERT INTO case_text (case_discussion_id, part, consortium_id, core_team_id, sealed)
   SELECT discussion, part::"CasePart", consortium, own_team, 'v1.' || gen_random_uuid() || '.x' FROM growth, unnest(ARRAY['GOES_WELL', 'QUESTION', 'SITUATION']) part`,
  `INSERT INTO case_circle_mark (case_discussion_id, consortium_id, core_team_id, element, mark)
   SELECT discussion, consortium, own_team, element, 'ATTENTION' FROM growth, unnest(enum_range(NULL::"CircleElement")) element`,
  // Casussen of this school year, in each of the new core teams.
  `INSERT INTO case_discussion (consortium_id, core_team_id, meeting_id, school_year, number, stage, created_by_id, shared_at)
   SELECT consortium, team, meeting, 26, number, 'MIDDLE', person, now() FROM growth, generate_series(1, 6) number`,
  // Some of them stopped, and waiting for the procesbegeleider.
  "UPDATE case_discussion SET stopped_at = now() FROM growth WHERE id = discussion AND n % 10 = 0",
  // On others perspectives are asked.
  "UPDATE case_discussion SET perspectives_asked_at = now(), perspectives_asked_by_id = coordinator FROM growth WHERE id = discussion AND n % 10 = 1",
  `INSERT INTO perspective (case_discussion_id, person_id, consortium_id, core_team_id, function_id, sealed, is_written)
   SELECT c.id, person, consortium, own_team, partner_function, 'v1.' || gen_random_uuid() || '.x', true
   FROM growth JOIN case_discussion c ON c.core_team_id = own_team AND c.school_year = 26 AND c.shared_at IS NOT NULL`,
  `INSERT INTO case_lesson (case_discussion_id, consortium_id, core_team_id, success, lesson) SELECT discussion, consortium, own_team, 'Succes ' || n, 'Les ' || n FROM growth`,
  "INSERT INTO team_success (consortium_id, core_team_id, text, written_by_id, written_at) SELECT consortium, own_team, 'Succes ' || n, person, now() FROM growth",
  `INSERT INTO case_follow_up (case_discussion_id, consortium_id, core_team_id, at_play_function_id, at_play_since)
   SELECT discussion, consortium, own_team, partner_function, current_day() - 40 FROM growth`,
  // All of them have read the casus that the pages show.
  `INSERT INTO audit_line (person_id, role, action, object_type, object_id, consortium_id, core_team_id, request_id)
   SELECT person, 'partner', 'case-discussion:read', 'case_discussion', c.id::text, consortium, own_team, 'growth' FROM growth JOIN case_discussion c ON c.core_team_id = own_team AND c.school_year = 26`,
  `INSERT INTO agreement (consortium_id, core_team_id, meeting_id, case_discussion_id, text, owner_id, due_on, state, passed_to_organisation_id, passed_at)
   SELECT consortium, own_team, past, made.discussion, 'Afspraak ' || n, made.owner, current_day() + n - 5, made.state::"AgreementState", made.passed_to, CASE WHEN made.passed_to IS NOT NULL THEN now() END
   FROM growth, LATERAL (VALUES (NULL::uuid, partner, 'OPEN', NULL::uuid), (NULL, coordinator, 'UNDER_WAY', NULL), (NULL, partner, 'DONE', NULL), (discussion, partner, 'OPEN', NULL), (NULL, coordinator, 'OPEN', organisation))
     AS made (discussion, owner, state, passed_to)`,
  `INSERT INTO agreement_event (consortium_id, core_team_id, agreement_id, person_id, at, kind)
   SELECT a.consortium_id, a.core_team_id, a.id, a.owner_id, now(), 'TEXT' FROM growth JOIN agreement a ON a.core_team_id = own_team AND a.text NOT LIKE 'Afspraak %'`,
  // All of one casus as well.
  `INSERT INTO agreement (consortium_id, core_team_id, meeting_id, case_discussion_id, kind, text, owner_id, due_on)
   SELECT consortium, own_team, past, c.id, 'START_TALK', 'Afspraak ' || n, partner, current_day() FROM growth JOIN case_discussion c ON c.core_team_id = own_team AND c.school_year = 26`,
  "INSERT INTO change_report (consortium_id, core_team_id, reported_by_id, message) SELECT consortium, own_team, coordinator, 'Melding ' || n FROM growth",
];

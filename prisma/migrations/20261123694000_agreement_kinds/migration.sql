-- An agreement about a casus has a kind: a plain one, a talk of CJG-coach and parents at school, an advice that is known at
-- school too, or something made to measure. Of an advice that was shared it may be told whether it was applied.

CREATE TYPE "AgreementKind" AS ENUM ('PLAIN', 'START_TALK', 'SHARED_ADVICE', 'TAILORED');
CREATE TYPE "AdviceApplied" AS ENUM ('YES', 'NOT_YET', 'NO');

ALTER TABLE "agreement"
  ADD COLUMN "kind" "AgreementKind" NOT NULL DEFAULT 'PLAIN',
  ADD COLUMN "applied" "AdviceApplied",
  ADD CONSTRAINT "agreement_kind_is_of_a_case" CHECK ("kind" = 'PLAIN' OR "case_discussion_id" IS NOT NULL),
  ADD CONSTRAINT "agreement_applied_once_shared" CHECK ("applied" IS NULL OR ("kind" = 'SHARED_ADVICE' AND "state" = 'DONE'));
CREATE INDEX "agreement_case_discussion_id_idx" ON "agreement"("case_discussion_id");

ALTER TABLE "agreement_event"
  ADD COLUMN "agreement_kind" "AgreementKind",
  ADD COLUMN "applied" "AdviceApplied",
  DROP CONSTRAINT "agreement_event_says_what",
  ADD CONSTRAINT "agreement_event_says_what" CHECK (CASE "kind"
    WHEN 'MADE' THEN "owner_id" IS NOT NULL AND "due_on" IS NOT NULL
    WHEN 'STATE' THEN "state" IS NOT NULL AND ("state" = 'DROPPED') = ("reason" IS NOT NULL)
    WHEN 'PASSED' THEN num_nonnulls("owner_id", "function_id", "organisation_id") = 1
    WHEN 'DUE' THEN "due_on" IS NOT NULL
    WHEN 'KIND' THEN "agreement_kind" IS NOT NULL
    WHEN 'APPLIED' THEN "applied" IS NOT NULL
    ELSE true END);

GRANT UPDATE (kind, applied) ON agreement TO kt_app;

-- What circle_figures gives, and for each of its rows that is SHOWN how many agreements of each kind were made about those
-- casussen and are still meant, and how many of these were done (three numbers each, in the order of the kinds without the plain
-- one), and how many advices were applied. They belong to the school year of their casus, so they hide behind the same casussen.
CREATE FUNCTION agreement_figures(consortium uuid, year integer, page integer, page_size integer)
  RETURNS TABLE (core_team_id uuid, name text, state text, cases integer, goes_well integer[], attention integer[], unknown integer[], since integer[], teams integer, agreed integer[], done integer[], applied integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    WITH figures AS MATERIALIZED (SELECT f.* FROM circle_figures(consortium, year, page, page_size) WITH ORDINALITY f),
    made AS MATERIALIZED (
      SELECT c.core_team_id AS team, a.kind, count(*) AS agreed, count(*) FILTER (WHERE a.state = 'DONE') AS done, count(*) FILTER (WHERE a.applied = 'YES') AS applied
      FROM case_discussion c JOIN agreement a ON a.case_discussion_id = c.id
      WHERE c.consortium_id = consortium AND c.school_year = year AND c.shared_at IS NOT NULL AND a.kind <> 'PLAIN' AND a.state <> 'DROPPED'
        AND EXISTS (SELECT 1 FROM figures)
      GROUP BY c.core_team_id, a.kind
    ),
    counted AS (
      SELECT f.ordinality, array_agg(k.agreed ORDER BY k.kind) AS agreed, array_agg(k.done ORDER BY k.kind) AS done, sum(k.applied)::integer AS applied
      FROM figures f CROSS JOIN LATERAL (
        SELECT e.kind, coalesce(sum(m.agreed), 0)::integer AS agreed, coalesce(sum(m.done), 0)::integer AS done, coalesce(sum(m.applied), 0) AS applied
        FROM unnest(enum_range('START_TALK'::"AgreementKind", NULL)) AS e (kind)
        LEFT JOIN made m ON m.kind = e.kind AND (f.core_team_id IS NULL OR m.team = f.core_team_id)
        GROUP BY e.kind
      ) k
      WHERE f.state = 'SHOWN' GROUP BY f.ordinality
    )
    SELECT f.core_team_id, f.name, f.state, f.cases, f.goes_well, f.attention, f.unknown, f.since, f.teams, c.agreed, c.done, c.applied
    FROM figures f LEFT JOIN counted c ON c.ordinality = f.ordinality ORDER BY f.ordinality
  $$;
GRANT EXECUTE ON FUNCTION agreement_figures(uuid, integer, integer, integer) TO kt_app;

-- The casussen in figures are counted once, and stay as they were counted: month by month over all core teams together, and
-- after the school year by core team. Whoever looks before and after something happened to one casus sees no difference.

DROP FUNCTION agreement_figures(uuid, integer, integer, integer);
DROP FUNCTION circle_figures(uuid, integer, integer, integer);

-- On which day a casus was counted: from then on it is never counted again, whatever becomes of it. The app has no right to set it.
ALTER TABLE "case_discussion" ADD COLUMN "counted_on" DATE;
CREATE INDEX "case_discussion_waits_to_be_counted" ON "case_discussion"("consortium_id", "school_year") WHERE "counted_on" IS NULL AND "shared_at" IS NOT NULL;

-- The casussen of a core team that were counted on a day, as they stood then: eight numbers for each mark, in the order of the
-- elements, and how early they came, in the order of "CaseSince", with at the end those that did not tell.
CREATE TABLE "circle_count" (
    "core_team_id" UUID NOT NULL,
    "school_year" INTEGER NOT NULL,
    "counted_on" DATE NOT NULL,
    "consortium_id" UUID NOT NULL,
    "cases" INTEGER NOT NULL,
    "goes_well" INTEGER[] NOT NULL,
    "attention" INTEGER[] NOT NULL,
    "unknown" INTEGER[] NOT NULL,
    "since" INTEGER[] NOT NULL,
    CONSTRAINT "circle_count_pkey" PRIMARY KEY ("core_team_id", "school_year", "counted_on"),
    CONSTRAINT "circle_count_core_team_id_consortium_id_fkey" FOREIGN KEY ("core_team_id", "consortium_id") REFERENCES "core_team"("id", "consortium_id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "circle_count_consortium_id_school_year_idx" ON "circle_count"("consortium_id", "school_year");

-- A core team in a school year that is closed: whether its figures are shown, and what was agreed about the casussen that were
-- counted, in the order of "AgreementKind" without the plain one.
CREATE TABLE "circle_year" (
    "core_team_id" UUID NOT NULL,
    "school_year" INTEGER NOT NULL,
    "consortium_id" UUID NOT NULL,
    "shown" BOOLEAN NOT NULL,
    "agreed" INTEGER[] NOT NULL,
    "done" INTEGER[] NOT NULL,
    "applied" INTEGER NOT NULL,
    CONSTRAINT "circle_year_pkey" PRIMARY KEY ("core_team_id", "school_year"),
    CONSTRAINT "circle_year_core_team_id_consortium_id_fkey" FOREIGN KEY ("core_team_id", "consortium_id") REFERENCES "core_team"("id", "consortium_id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "circle_year_consortium_id_school_year_idx" ON "circle_year"("consortium_id", "school_year");

-- Only the functions below read and write them.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['circle_count', 'circle_year'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner ON %I TO kt_owner USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;

-- Numbers side by side, added up place by place.
CREATE FUNCTION add_each(these integer[], those integer[]) RETURNS integer[]
  LANGUAGE sql IMMUTABLE STRICT SET search_path = pg_catalog, pg_temp
  AS $$ SELECT array_agg(one + other ORDER BY place) FROM unnest(these, those) WITH ORDINALITY AS both_of (one, other, place) $$;
CREATE AGGREGATE sum_each(integer[]) (SFUNC = add_each, STYPE = integer[]);

-- Counting -----------------------------------------------------------------------------------------------------------------------

-- Counts what waits in a school year: casussen that were shared before a day, and whose meeting was before it and was not cancelled. They
-- are counted together or not at all: there have to be at least five besides the most of one core team, because its members know those.
CREATE FUNCTION count_waiting_cases(consortium uuid, year integer, day date) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
  DECLARE
    midnight timestamptz := day::timestamp AT TIME ZONE 'Europe/Amsterdam';
    waiting uuid[] := ARRAY(
      SELECT c.id FROM case_discussion c JOIN meeting g ON g.id = c.meeting_id
      WHERE c.consortium_id = consortium AND c.school_year = year AND c.counted_on IS NULL AND c.shared_at < midnight AND g.starts_at < midnight
        AND NOT g.cancelled
      FOR UPDATE OF c);
    is_enough boolean;
  BEGIN
    SELECT sum(of_team.cases) - max(of_team.cases) >= 5 INTO is_enough
    FROM (SELECT count(*) AS cases FROM case_discussion WHERE id = ANY (waiting) GROUP BY core_team_id) of_team;
    IF is_enough IS NOT TRUE THEN RETURN 0; END IF;
    INSERT INTO circle_count (core_team_id, school_year, counted_on, consortium_id, cases, goes_well, attention, unknown, since)
    SELECT c.core_team_id, year, day, consortium, count(*), sum_each(circle.goes_well), sum_each(circle.attention), sum_each(circle.unknown),
      sum_each(ARRAY(SELECT (c.since IS NOT DISTINCT FROM told)::integer FROM unnest(array_append(enum_range(NULL::"CaseSince"), NULL)) told))
    FROM case_discussion c CROSS JOIN LATERAL (
      SELECT array_agg((coalesce(m.mark, 'UNKNOWN') = 'GOES_WELL')::integer ORDER BY e.element) AS goes_well,
        array_agg((coalesce(m.mark, 'UNKNOWN') = 'ATTENTION')::integer ORDER BY e.element) AS attention,
        array_agg((coalesce(m.mark, 'UNKNOWN') = 'UNKNOWN')::integer ORDER BY e.element) AS unknown
      FROM unnest(enum_range(NULL::"CircleElement")) AS e (element)
      LEFT JOIN case_circle_mark m ON m.case_discussion_id = c.id AND m.element = e.element
    ) circle
    WHERE c.id = ANY (waiting) GROUP BY c.core_team_id;
    UPDATE case_discussion SET counted_on = day WHERE id = ANY (waiting);
    RETURN cardinality(waiting);
  END $$;

-- Closes a school year: what was agreed is counted, and it is settled for good which core teams are shown. From the largest on, each
-- with at least five casussen, as long as on every day on which casussen of those that are shown were counted, there were at least five
-- of those that are not, besides the most of one of them. So no few casussen can be taken from the sum of a year, nor from what the sum
-- grew by on a day, also not by who knows those of one core team.
CREATE FUNCTION close_circle_year(consortium uuid, year integer) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
  DECLARE next uuid; shown uuid[] := '{}';
  BEGIN
    FOR next IN SELECT core_team_id FROM circle_count WHERE consortium_id = consortium AND school_year = year
      GROUP BY core_team_id HAVING sum(cases) >= 5 ORDER BY sum(cases) DESC, core_team_id
    LOOP
      IF NOT EXISTS (
        SELECT FROM (SELECT counted_on, cases, core_team_id = next OR core_team_id = ANY (shown) AS is_shown FROM circle_count WHERE consortium_id = consortium AND school_year = year) c
        GROUP BY counted_on HAVING bool_or(is_shown) AND coalesce(sum(cases) FILTER (WHERE NOT is_shown) - max(cases) FILTER (WHERE NOT is_shown), 0) < 5)
      THEN shown := shown || next; END IF;
    END LOOP;
    INSERT INTO circle_year (core_team_id, school_year, consortium_id, shown, agreed, done, applied)
    SELECT t.id, year, consortium, t.id = ANY (shown), array_agg(k.agreed ORDER BY e.kind), array_agg(k.done ORDER BY e.kind), sum(k.applied)
    FROM (SELECT DISTINCT core_team_id AS id FROM circle_count WHERE consortium_id = consortium AND school_year = year) t
    CROSS JOIN unnest(enum_range('START_TALK'::"AgreementKind", NULL)) AS e (kind) CROSS JOIN LATERAL (
      SELECT count(*) AS agreed, count(*) FILTER (WHERE a.state = 'DONE') AS done, count(*) FILTER (WHERE a.applied = 'YES') AS applied
      FROM case_discussion c JOIN agreement a ON a.case_discussion_id = c.id
      WHERE c.core_team_id = t.id AND c.school_year = year AND c.counted_on IS NOT NULL AND a.kind = e.kind AND a.state <> 'DROPPED'
    ) k
    GROUP BY t.id;
  END $$;

-- Goes through all school years: counts once for each day, and closes the years up to one. A year that is closed is never counted
-- again; one of which nothing was counted stays open. Gives how many casussen were counted. For the worker, on the first of a month.
CREATE FUNCTION count_circle(day date, closed_up_to integer) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
  DECLARE y record; counted integer := 0;
  BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('count_circle'));
    FOR y IN
      SELECT DISTINCT w.consortium_id AS consortium, w.school_year AS year FROM case_discussion w
      WHERE w.counted_on IS NULL AND w.shared_at IS NOT NULL
        AND NOT EXISTS (SELECT FROM circle_count c WHERE c.consortium_id = w.consortium_id AND c.school_year = w.school_year AND c.counted_on >= day)
        AND NOT EXISTS (SELECT FROM circle_year c WHERE c.consortium_id = w.consortium_id AND c.school_year = w.school_year)
    LOOP
      counted := counted + count_waiting_cases(y.consortium, y.year, day);
    END LOOP;
    FOR y IN
      SELECT DISTINCT w.consortium_id AS consortium, w.school_year AS year FROM circle_count w
      WHERE w.school_year <= closed_up_to AND NOT EXISTS (SELECT FROM circle_year c WHERE c.consortium_id = w.consortium_id AND c.school_year = w.school_year)
    LOOP
      PERFORM close_circle_year(y.consortium, y.year);
    END LOOP;
    RETURN counted;
  END $$;
GRANT EXECUTE ON FUNCTION count_circle(date, integer) TO kt_worker;

-- Showing ------------------------------------------------------------------------------------------------------------------------

-- Numbers to the nearest five.
CREATE FUNCTION in_fives(numbers integer[]) RETURNS integer[]
  LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp
  AS $$ SELECT array_agg((number + 2) / 5 * 5 ORDER BY place) FROM unnest(numbers) WITH ORDINALITY AS each (number, place) $$;

-- The parts of a whole that is known, each to the nearest five and to no more than there can be: so nobody sees that something holds for all
-- casussen, or for none. Three, three and none of six would be told exactly, because the least that three fives can mean makes six; so would
-- two, two and two, by the most. There the largest is told one step lower or higher, as another six is told too.
CREATE FUNCTION parts_in_fives(parts integer[]) RETURNS integer[]
  LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp
  AS $$
    WITH told AS (SELECT place, part, (part + 2) / 5 * 5 AS fives FROM unnest(parts) WITH ORDINALITY AS each (part, place)),
    bounds AS (SELECT sum(part) AS whole, sum(greatest(fives - 2, 0)) AS least, sum(fives + 2) AS most, (array_agg(place ORDER BY part DESC, place))[1] AS largest FROM told)
    SELECT array_agg(greatest(least(
        fives + CASE WHEN place <> largest THEN 0 WHEN least = whole THEN -5 WHEN most = whole THEN 5 ELSE 0 END, whole / 5 * 5), 0)::integer ORDER BY place)
    FROM told, bounds
  $$;

-- For the procesbegeleider: first a row without a core team, for all of them together, with the day on which it was counted last and
-- whether the year is closed; then, once it is, a page of core teams. The numbers are in fives, but for how many casussen there
-- are, and null where `state` is not SHOWN:
--   FEW       fewer than five casussen, or for all of them together too few to be counted;
--   WITHHELD  enough of them, but they hide others.
CREATE FUNCTION circle_figures(consortium uuid, year integer, page integer, page_size integer)
  RETURNS TABLE (core_team_id uuid, name text, state text, cases integer, goes_well integer[], attention integer[], unknown integer[], since integer[],
    agreed integer[], done integer[], applied integer, counted_on date, closed boolean, teams integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    WITH allowed AS (SELECT consortium AS id WHERE consortium IN (SELECT my_consortia('PROCESS_COACH'))),
    counted AS MATERIALIZED (
      SELECT c.core_team_id AS team, sum(c.cases)::integer AS cases, sum_each(c.goes_well) AS goes_well, sum_each(c.attention) AS attention,
        sum_each(c.unknown) AS unknown, sum_each(c.since) AS since, max(c.counted_on) AS counted_on
      FROM circle_count c JOIN allowed ON allowed.id = c.consortium_id WHERE c.school_year = year GROUP BY GROUPING SETS ((c.core_team_id), ())
    ),
    closed AS MATERIALIZED (
      SELECT y.core_team_id AS team, bool_and(y.shown) AS shown, sum_each(y.agreed) AS agreed, sum_each(y.done) AS done, sum(y.applied)::integer AS applied
      FROM circle_year y JOIN allowed ON allowed.id = y.consortium_id WHERE y.school_year = year GROUP BY GROUPING SETS ((y.core_team_id), ())
    ),
    asked AS (
      SELECT NULL::uuid AS team, NULL AS name, CASE WHEN (SELECT cases FROM counted WHERE team IS NULL) > 0 THEN 'SHOWN' ELSE 'FEW' END AS state, NULL::integer AS teams FROM allowed
      UNION ALL (
        SELECT t.id, t.name, CASE WHEN y.shown THEN 'SHOWN' WHEN c.cases >= 5 THEN 'WITHHELD' ELSE 'FEW' END AS state, count(*) OVER ()::integer
        FROM core_team t JOIN allowed ON allowed.id = t.consortium_id LEFT JOIN closed y ON y.team = t.id LEFT JOIN counted c ON c.team = t.id
        WHERE EXISTS (SELECT FROM closed WHERE team IS NOT NULL)
          AND t.started_on < make_date(2001 + year, 8, 1) AND (t.ended_on IS NULL OR t.ended_on >= make_date(2000 + year, 8, 1))
        ORDER BY y.shown IS NOT TRUE, t.name, t.id LIMIT page_size OFFSET (page - 1) * page_size
      )
    )
    SELECT a.team, a.name, a.state, c.cases, told.goes_well, told.attention, told.unknown, parts_in_fives(c.since),
      in_fives(y.agreed), in_fives(y.done), (in_fives(ARRAY[y.applied]))[1], c.counted_on, y.agreed IS NOT NULL, a.teams
    FROM asked a LEFT JOIN counted c ON c.team IS NOT DISTINCT FROM a.team AND a.state = 'SHOWN' LEFT JOIN closed y ON y.team IS NOT DISTINCT FROM a.team AND a.state = 'SHOWN'
    CROSS JOIN LATERAL (
      SELECT array_agg(marks[1] ORDER BY place) AS goes_well, array_agg(marks[2] ORDER BY place) AS attention, array_agg(marks[3] ORDER BY place) AS unknown
      FROM unnest(c.goes_well, c.attention, c.unknown) WITH ORDINALITY AS of_element (good, worrying, unanswered, place), parts_in_fives(ARRAY[good, worrying, unanswered]) AS marks
    ) told
    ORDER BY a.team IS NOT NULL, a.state <> 'SHOWN', a.name, a.team
  $$;
GRANT EXECUTE ON FUNCTION circle_figures(uuid, integer, integer, integer) TO kt_app;

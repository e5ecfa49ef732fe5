-- The kansencirkel: eight elements of a child's life, and for each of them in a casus whether it goes well, asks for
-- attention, or is unknown. A mark is chosen, not typed, so it is counted as it is; the line beside it is sealed with the casus.

CREATE TYPE "CircleElement" AS ENUM ('ACTIVE', 'RESPECTED', 'RESPONSIBLE', 'INCLUDED', 'SAFE', 'HEALTHY', 'ACHIEVING', 'NURTURED');
CREATE TYPE "CircleMark" AS ENUM ('GOES_WELL', 'ATTENTION', 'UNKNOWN');

CREATE TABLE "case_circle_mark" (
    "case_discussion_id" UUID NOT NULL,
    "element" "CircleElement" NOT NULL,
    "consortium_id" UUID NOT NULL,
    "core_team_id" UUID NOT NULL,
    "mark" "CircleMark" NOT NULL,
    CONSTRAINT "case_circle_mark_pkey" PRIMARY KEY ("case_discussion_id", "element"),
    CONSTRAINT "case_circle_mark_case_discussion_id_core_team_id_fkey" FOREIGN KEY ("case_discussion_id", "core_team_id") REFERENCES "case_discussion"("id", "core_team_id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "case_circle_mark_core_team_id_consortium_id_fkey" FOREIGN KEY ("core_team_id", "consortium_id") REFERENCES "core_team"("id", "consortium_id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- What a samenwerkingsverband calls an element, once it has chosen words of its own.
CREATE TABLE "circle_name" (
    "consortium_id" UUID NOT NULL,
    "element" "CircleElement" NOT NULL,
    "name" TEXT NOT NULL,
    "meaning" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "circle_name_pkey" PRIMARY KEY ("consortium_id", "element"),
    CONSTRAINT "circle_name_consortium_id_fkey" FOREIGN KEY ("consortium_id") REFERENCES "consortium"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "circle_name_is_unique" ON "circle_name"("consortium_id", lower("name"));

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['case_circle_mark', 'circle_name'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner ON %I TO kt_owner USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;

-- Who sees a casus sees its marks, and changes them while it is open.
GRANT SELECT, INSERT ON case_circle_mark TO kt_app;
GRANT UPDATE (mark) ON case_circle_mark TO kt_app;
CREATE POLICY members_read ON case_circle_mark FOR SELECT TO kt_app
  USING (EXISTS (SELECT 1 FROM case_discussion c WHERE c.id = case_discussion_id));
CREATE POLICY members_write ON case_circle_mark FOR INSERT TO kt_app
  WITH CHECK (EXISTS (SELECT 1 FROM case_discussion c WHERE c.id = case_discussion_id AND c.closed_at IS NULL));
CREATE POLICY members_change ON case_circle_mark FOR UPDATE TO kt_app
  USING (EXISTS (SELECT 1 FROM case_discussion c WHERE c.id = case_discussion_id AND c.closed_at IS NULL));

GRANT SELECT, INSERT ON circle_name TO kt_app;
GRANT UPDATE (name, meaning, version) ON circle_name TO kt_app;
CREATE POLICY related_reads ON circle_name FOR SELECT TO kt_app USING (consortium_id = ANY (ARRAY(SELECT my_working_consortia())));
CREATE POLICY guides_add ON circle_name FOR INSERT TO kt_app
  WITH CHECK (consortium_id = ANY (ARRAY(SELECT my_consortia('PROCESS_COACH', 'ORGANISER'))));
CREATE POLICY guides_change ON circle_name FOR UPDATE TO kt_app
  USING (consortium_id = ANY (ARRAY(SELECT my_consortia('PROCESS_COACH', 'ORGANISER'))));

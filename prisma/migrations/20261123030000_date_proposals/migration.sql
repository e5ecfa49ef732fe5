-- Moments that a team is asked to choose from, before a bijeenkomst is scheduled: who is asked, by a personal link each, and
-- who can come when.

-- CreateEnum
CREATE TYPE "ProposalState" AS ENUM ('OPEN', 'CONFIRMED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "DateAnswer" AS ENUM ('YES', 'IF_NEEDED', 'NO');

-- AlterTable
ALTER TABLE "personal_link" ADD COLUMN     "proposal_invitee_id" UUID;

-- CreateTable
CREATE TABLE "date_proposal" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "consortium_id" UUID NOT NULL,
    "core_team_id" UUID NOT NULL,
    "kind" "MeetingKind" NOT NULL,
    "theme" TEXT,
    "minutes" INTEGER NOT NULL,
    "form" "MeetingForm" NOT NULL,
    "place" TEXT,
    "link" TEXT,
    "organiser_id" UUID NOT NULL,
    "deadline" TIMESTAMPTZ(3) NOT NULL,
    "remind_at" TIMESTAMPTZ(3),
    "state" "ProposalState" NOT NULL DEFAULT 'OPEN',
    "complete_at" TIMESTAMPTZ(3),
    "meeting_id" UUID,
    "closed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "date_proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proposed_moment" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "date_proposal_id" UUID NOT NULL,
    "core_team_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "proposed_moment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proposal_invitee" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "consortium_id" UUID NOT NULL,
    "core_team_id" UUID NOT NULL,
    "date_proposal_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "function_id" UUID NOT NULL,
    "attendance" "Attendance" NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "counter_starts_at" TIMESTAMPTZ(3),
    "reminded_at" TIMESTAMPTZ(3),
    "bounced_code" TEXT,

    CONSTRAINT "proposal_invitee_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "moment_answer" (
    "invitee_id" UUID NOT NULL,
    "moment_id" UUID NOT NULL,
    "date_proposal_id" UUID NOT NULL,
    "core_team_id" UUID NOT NULL,
    "answer" "DateAnswer" NOT NULL,

    CONSTRAINT "moment_answer_pkey" PRIMARY KEY ("invitee_id","moment_id")
);

-- CreateIndex
CREATE INDEX "date_proposal_core_team_id_state_idx" ON "date_proposal"("core_team_id", "state");

-- CreateIndex
CREATE INDEX "date_proposal_remind_at_idx" ON "date_proposal"("remind_at");

-- CreateIndex
CREATE UNIQUE INDEX "date_proposal_id_core_team_id_key" ON "date_proposal"("id", "core_team_id");

-- CreateIndex
CREATE UNIQUE INDEX "proposed_moment_once" ON "proposed_moment"("date_proposal_id", "starts_at");

-- CreateIndex
CREATE UNIQUE INDEX "proposed_moment_id_date_proposal_id_key" ON "proposed_moment"("id", "date_proposal_id");

-- CreateIndex
CREATE INDEX "proposal_invitee_person_id_idx" ON "proposal_invitee"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "proposal_invitee_once" ON "proposal_invitee"("date_proposal_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "proposal_invitee_id_date_proposal_id_key" ON "proposal_invitee"("id", "date_proposal_id");

-- CreateIndex
CREATE UNIQUE INDEX "proposal_invitee_id_core_team_id_key" ON "proposal_invitee"("id", "core_team_id");

-- CreateIndex
CREATE INDEX "personal_link_proposal_invitee_id_idx" ON "personal_link"("proposal_invitee_id");

-- AddForeignKey
ALTER TABLE "date_proposal" ADD CONSTRAINT "date_proposal_core_team_id_consortium_id_fkey" FOREIGN KEY ("core_team_id", "consortium_id") REFERENCES "core_team"("id", "consortium_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "date_proposal" ADD CONSTRAINT "date_proposal_organiser_id_fkey" FOREIGN KEY ("organiser_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "date_proposal" ADD CONSTRAINT "date_proposal_meeting_id_core_team_id_fkey" FOREIGN KEY ("meeting_id", "core_team_id") REFERENCES "meeting"("id", "core_team_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "proposed_moment" ADD CONSTRAINT "proposed_moment_date_proposal_id_core_team_id_fkey" FOREIGN KEY ("date_proposal_id", "core_team_id") REFERENCES "date_proposal"("id", "core_team_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal_invitee" ADD CONSTRAINT "proposal_invitee_core_team_id_consortium_id_fkey" FOREIGN KEY ("core_team_id", "consortium_id") REFERENCES "core_team"("id", "consortium_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal_invitee" ADD CONSTRAINT "proposal_invitee_date_proposal_id_core_team_id_fkey" FOREIGN KEY ("date_proposal_id", "core_team_id") REFERENCES "date_proposal"("id", "core_team_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "proposal_invitee" ADD CONSTRAINT "proposal_invitee_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal_invitee" ADD CONSTRAINT "proposal_invitee_function_id_consortium_id_fkey" FOREIGN KEY ("function_id", "consortium_id") REFERENCES "team_function"("id", "consortium_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "moment_answer" ADD CONSTRAINT "moment_answer_invitee_id_date_proposal_id_fkey" FOREIGN KEY ("invitee_id", "date_proposal_id") REFERENCES "proposal_invitee"("id", "date_proposal_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "moment_answer" ADD CONSTRAINT "moment_answer_moment_id_date_proposal_id_fkey" FOREIGN KEY ("moment_id", "date_proposal_id") REFERENCES "proposed_moment"("id", "date_proposal_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "personal_link" ADD CONSTRAINT "personal_link_proposal_invitee_id_core_team_id_fkey" FOREIGN KEY ("proposal_invitee_id", "core_team_id") REFERENCES "proposal_invitee"("id", "core_team_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "moment_answer" ADD CONSTRAINT "moment_answer_date_proposal_id_core_team_id_fkey" FOREIGN KEY ("date_proposal_id", "core_team_id") REFERENCES "date_proposal"("id", "core_team_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- What Prisma's schema language cannot say ------------------------------------------------------------------------------

ALTER TABLE date_proposal ADD CONSTRAINT date_proposal_lasts_a_while CHECK (minutes BETWEEN 15 AND 480);
ALTER TABLE date_proposal ADD CONSTRAINT date_proposal_says_where CHECK ((form = 'DIGITAL' OR place IS NOT NULL) AND (form <> 'LIVE' OR link IS NULL));
ALTER TABLE date_proposal ADD CONSTRAINT date_proposal_is_closed_or_open CHECK ((state = 'OPEN') = (closed_at IS NULL) AND (state = 'CONFIRMED') = (meeting_id IS NOT NULL));
ALTER TABLE date_proposal ADD CONSTRAINT date_proposal_reminds_in_time CHECK (remind_at < deadline);

ALTER TABLE personal_link DROP CONSTRAINT personal_link_is_for_one_thing;
ALTER TABLE personal_link ADD CONSTRAINT personal_link_is_for_one_thing CHECK (
  (purpose = 'GUEST') = (person_id IS NULL)
  AND (purpose = 'CALENDAR') = (core_team_id IS NULL)
  AND (core_team_id IS NULL) = (consortium_id IS NULL)
  AND (purpose = 'INVITATION') = (participation_id IS NOT NULL)
  AND (purpose = 'DATE_PROPOSAL') = (proposal_invitee_id IS NOT NULL)
  AND (purpose = 'CALENDAR') = (expires_at IS NULL));
-- Each invitee has one link that works.
CREATE UNIQUE INDEX personal_link_one_per_proposal_invitee ON personal_link (proposal_invitee_id) WHERE proposal_invitee_id IS NOT NULL AND revoked_at IS NULL;

-- Who may see and change what -------------------------------------------------------------------------------------------

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['date_proposal', 'proposed_moment', 'proposal_invitee', 'moment_answer'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner ON %I TO kt_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY worker ON %I TO kt_worker USING (true) WITH CHECK (true)', t);
    EXECUTE format('REVOKE ALL ON %I FROM PUBLIC', t);
    EXECUTE format('GRANT SELECT ON %I TO kt_app, kt_worker', t);
  END LOOP;
END $$;
GRANT UPDATE (reminded_at, bounced_code) ON proposal_invitee TO kt_worker;
GRANT SELECT (proposal_invitee_id) ON personal_link TO kt_app, kt_worker;

-- The teams for which this person plans.
CREATE FUNCTION my_planned_core_teams() RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT my_coordinated_core_teams()
    UNION SELECT t.id FROM core_team t WHERE t.consortium_id IN (SELECT my_consortia('PROCESS_COACH', 'ORGANISER'))
  $$;
-- The proposals that this person is asked about, as a member of their teams.
CREATE FUNCTION my_asked_proposals() RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$ SELECT i.date_proposal_id FROM proposal_invitee i WHERE i.person_id = current_person() AND i.core_team_id IN (SELECT my_core_teams()) $$;
GRANT EXECUTE ON FUNCTION my_planned_core_teams(), my_asked_proposals() TO kt_app;

GRANT INSERT ON date_proposal, proposed_moment, proposal_invitee TO kt_app;
GRANT UPDATE (state, meeting_id, closed_at, deadline, remind_at, version) ON date_proposal TO kt_app;
GRANT UPDATE (reminded_at, bounced_code) ON proposal_invitee TO kt_app;
-- Whoever proposes can come at all of the moments; everybody else answers by the own link.
GRANT INSERT ON moment_answer TO kt_app;

CREATE POLICY planners_and_asked_read ON date_proposal FOR SELECT TO kt_app USING (
  core_team_id = ANY (ARRAY(SELECT my_planned_core_teams())) OR id = ANY (ARRAY(SELECT my_asked_proposals())));
CREATE POLICY planners_propose ON date_proposal FOR INSERT TO kt_app
  WITH CHECK (organiser_id = current_person() AND core_team_id = ANY (ARRAY(SELECT my_planned_core_teams())));
CREATE POLICY planners_close ON date_proposal FOR UPDATE TO kt_app USING (core_team_id = ANY (ARRAY(SELECT my_planned_core_teams())));

CREATE POLICY planners_and_asked_read ON proposed_moment FOR SELECT TO kt_app USING (
  core_team_id = ANY (ARRAY(SELECT my_planned_core_teams())) OR date_proposal_id = ANY (ARRAY(SELECT my_asked_proposals())));
CREATE POLICY planners_propose ON proposed_moment FOR INSERT TO kt_app WITH CHECK (core_team_id = ANY (ARRAY(SELECT my_planned_core_teams())));

-- What others answered is for who plans; everybody sees the own answer.
CREATE POLICY planners_and_self_read ON proposal_invitee FOR SELECT TO kt_app USING (
  core_team_id = ANY (ARRAY(SELECT my_planned_core_teams())) OR (person_id = current_person() AND core_team_id = ANY (ARRAY(SELECT my_core_teams()))));
CREATE POLICY planners_ask ON proposal_invitee FOR INSERT TO kt_app WITH CHECK (core_team_id = ANY (ARRAY(SELECT my_planned_core_teams())));
CREATE POLICY planners_remind ON proposal_invitee FOR UPDATE TO kt_app USING (core_team_id = ANY (ARRAY(SELECT my_planned_core_teams())));
CREATE POLICY planners_and_self_read ON moment_answer FOR SELECT TO kt_app USING (EXISTS (SELECT 1 FROM proposal_invitee i WHERE i.id = invitee_id));

CREATE POLICY proposer_answers_own ON moment_answer FOR INSERT TO kt_app WITH CHECK (
  core_team_id = ANY (ARRAY(SELECT my_planned_core_teams()))
  AND EXISTS (SELECT 1 FROM proposal_invitee i WHERE i.id = invitee_id AND i.person_id = current_person()));

-- Whoever is signed in finds the own question also without the mail.
ALTER POLICY own_and_planners_read ON personal_link USING (
  (purpose IN ('CALENDAR', 'DATE_PROPOSAL') AND person_id = current_person())
  OR core_team_id = ANY (ARRAY(SELECT my_planned_core_teams())));

-- Answering, by the own link and no other way ---------------------------------------------------------------------------

-- The invitee of the link, as long as it works.
CREATE FUNCTION linked_invitee() RETURNS SETOF proposal_invitee
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT i.* FROM current_link() l JOIN proposal_invitee i ON i.id = l.proposal_invitee_id AND i.core_team_id = l.core_team_id AND i.person_id = l.person_id
    WHERE l.purpose = 'DATE_PROPOSAL'
  $$;

-- What is asked: for which team, what, where, by whom, until when; and what has become of it. No theme, and nobody's answers but the own.
CREATE FUNCTION linked_proposal() RETURNS TABLE (
    team_name text, kind "MeetingKind", minutes integer, form "MeetingForm", place text, deadline timestamptz, state "ProposalState",
    function_name text, answered_at timestamptz, counter_starts_at timestamptz, organiser_name text, organiser_phone text,
    meeting_starts_at timestamptz, meeting_ends_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT t.name, p.kind, p.minutes, p.form, p.place, p.deadline, p.state, f.name, i.answered_at, i.counter_starts_at,
      o.name, CASE WHEN o.shares_phone THEN o.phone END, m.starts_at, m.ends_at
    FROM linked_invitee() i
    JOIN date_proposal p ON p.id = i.date_proposal_id
    JOIN core_team t ON t.id = p.core_team_id
    JOIN team_function f ON f.id = i.function_id
    JOIN person o ON o.id = p.organiser_id
    LEFT JOIN meeting m ON m.id = p.meeting_id AND NOT m.cancelled
  $$;

-- The moments, with the own answers.
CREATE FUNCTION linked_moments() RETURNS TABLE (moment_id uuid, starts_at timestamptz, answer "DateAnswer")
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT m.id, m.starts_at, a.answer FROM linked_invitee() i
    JOIN proposed_moment m ON m.date_proposal_id = i.date_proposal_id
    LEFT JOIN moment_answer a ON a.moment_id = m.id AND a.invitee_id = i.id
    ORDER BY m.starts_at
  $$;

-- The own other meetings on the days of the moments, to lay beside them, as long as the question is open. Of other teams it
-- tells when, not where: the link may have been passed on.
CREATE FUNCTION linked_other_meetings() RETURNS TABLE (starts_at timestamptz, ends_at timestamptz, team_name text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT DISTINCT p.starts_at, p.ends_at, CASE WHEN p.core_team_id = i.core_team_id THEN t.name END FROM linked_invitee() i
    JOIN date_proposal d ON d.id = i.date_proposal_id AND d.state = 'OPEN'
    JOIN proposed_moment m ON m.date_proposal_id = i.date_proposal_id
    JOIN participation p ON p.person_id = i.person_id
    JOIN core_team t ON t.id = p.core_team_id
    WHERE NOT p.cancelled AND p.withdrawn_at IS NULL AND p.answer <> 'DECLINED' AND p.attendance <> 'ON_CALL'
      AND (p.starts_at AT TIME ZONE 'Europe/Amsterdam')::date = (m.starts_at AT TIME ZONE 'Europe/Amsterdam')::date
    ORDER BY 1
  $$;

-- Writes the own answers: one for every moment, and another moment if there is one. CLOSED when the question is no longer
-- open, CHANGED when these are not its moments. COMPLETE once, for the answer with which everybody has answered.
CREATE FUNCTION answer_linked_proposal(moments uuid[], answers "DateAnswer"[], counter timestamptz) RETURNS TABLE (outcome text, proposal_id uuid)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
  DECLARE own proposal_invitee%ROWTYPE; asked date_proposal%ROWTYPE;
  BEGIN
    SELECT * INTO own FROM linked_invitee();
    IF NOT FOUND THEN RETURN; END IF;
    -- Two last answers at once wait for each other, so that one of them finds everybody's.
    SELECT * INTO asked FROM date_proposal p WHERE p.id = own.date_proposal_id FOR UPDATE;
    IF asked.state <> 'OPEN' OR asked.deadline <= current_moment() THEN RETURN QUERY SELECT 'CLOSED', asked.id; RETURN; END IF;
    IF cardinality(moments) <> cardinality(answers)
      OR ARRAY(SELECT DISTINCT unnest(moments) ORDER BY 1) IS DISTINCT FROM ARRAY(SELECT m.id FROM proposed_moment m WHERE m.date_proposal_id = asked.id ORDER BY 1)
      OR cardinality(moments) <> (SELECT count(*) FROM proposed_moment m WHERE m.date_proposal_id = asked.id) THEN
      RETURN QUERY SELECT 'CHANGED', asked.id; RETURN;
    END IF;
    INSERT INTO moment_answer (invitee_id, moment_id, date_proposal_id, core_team_id, answer)
      SELECT own.id, given.moment, asked.id, asked.core_team_id, given.answer FROM unnest(moments, answers) AS given(moment, answer)
      ON CONFLICT (invitee_id, moment_id) DO UPDATE SET answer = excluded.answer;
    UPDATE proposal_invitee i SET answered_at = current_moment(), counter_starts_at = counter WHERE i.id = own.id;
    UPDATE date_proposal p SET complete_at = current_moment()
      WHERE p.id = asked.id AND p.complete_at IS NULL AND NOT EXISTS (SELECT 1 FROM proposal_invitee i WHERE i.date_proposal_id = asked.id AND i.attendance <> 'ON_CALL' AND i.answered_at IS NULL);
    RETURN QUERY SELECT CASE WHEN FOUND THEN 'COMPLETE' ELSE 'ANSWERED' END, asked.id;
  END $$;

GRANT EXECUTE ON FUNCTION linked_proposal(), linked_moments(), linked_other_meetings(), answer_linked_proposal(uuid[], "DateAnswer"[], timestamptz) TO kt_link;

-- Whether this is a moment to mail about something that can wait: a working day between eight and six in Amsterdam, with no
-- public holiday and no school holiday of a school of the team.
CREATE FUNCTION is_working_hour(team uuid, moment timestamptz) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT extract(isodow FROM local.at) < 6 AND extract(hour FROM local.at) BETWEEN 8 AND 17
      AND NOT is_holiday(team, local.at::date)
    FROM (SELECT moment AT TIME ZONE 'Europe/Amsterdam' AS at) local
  $$;
GRANT EXECUTE ON FUNCTION is_working_hour(uuid, timestamptz) TO kt_app, kt_worker;

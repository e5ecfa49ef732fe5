-- Somebody from outside who is invited to one meeting, for agenda items that were chosen: no account and no person, a name
-- and an address that go again. A guest looks through a keyhole, a personal link: when and where, those items, and nothing else.

CREATE TABLE "meeting_guest" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "consortium_id" UUID NOT NULL,
    "core_team_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "cancelled" BOOLEAN NOT NULL DEFAULT false,
    "name" TEXT,
    "organisation" TEXT NOT NULL,
    "email" TEXT,
    "request" TEXT,
    "answer" "InvitationAnswer" NOT NULL DEFAULT 'NONE',
    "present" BOOLEAN,
    "withdrawn_at" TIMESTAMPTZ(3),
    "invited_by_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "meeting_guest_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "meeting_guest_item" (
    "guest_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "core_team_id" UUID NOT NULL,
    "consortium_id" UUID NOT NULL,

    CONSTRAINT "meeting_guest_item_pkey" PRIMARY KEY ("guest_id","item_id")
);

-- A calendar mail is to an invitee or to a guest; a link of a guest is for that guest.
ALTER TABLE "meeting_mail" ADD COLUMN "guest_id" UUID, ALTER COLUMN "participation_id" DROP NOT NULL;
ALTER TABLE "personal_link" ADD COLUMN "guest_id" UUID;

CREATE INDEX "meeting_guest_meeting_id_idx" ON "meeting_guest"("meeting_id");
CREATE INDEX "meeting_guest_invited_by_id_idx" ON "meeting_guest"("invited_by_id");
CREATE UNIQUE INDEX "meeting_guest_id_core_team_id_key" ON "meeting_guest"("id", "core_team_id");
CREATE UNIQUE INDEX "meeting_guest_id_meeting_id_core_team_id_key" ON "meeting_guest"("id", "meeting_id", "core_team_id");
CREATE INDEX "meeting_guest_item_item_id_idx" ON "meeting_guest_item"("item_id");
CREATE INDEX "meeting_mail_guest_id_created_at_idx" ON "meeting_mail"("guest_id", "created_at");
CREATE INDEX "personal_link_guest_id_idx" ON "personal_link"("guest_id");

ALTER TABLE "meeting_guest" ADD CONSTRAINT "meeting_guest_meeting_id_core_team_id_starts_at_ends_at_ca_fkey" FOREIGN KEY ("meeting_id", "core_team_id", "starts_at", "ends_at", "cancelled") REFERENCES "meeting"("id", "core_team_id", "starts_at", "ends_at", "cancelled") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "meeting_guest" ADD CONSTRAINT "meeting_guest_core_team_id_consortium_id_fkey" FOREIGN KEY ("core_team_id", "consortium_id") REFERENCES "core_team"("id", "consortium_id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "meeting_guest" ADD CONSTRAINT "meeting_guest_invited_by_id_fkey" FOREIGN KEY ("invited_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "meeting_guest_item" ADD CONSTRAINT "meeting_guest_item_guest_id_meeting_id_core_team_id_fkey" FOREIGN KEY ("guest_id", "meeting_id", "core_team_id") REFERENCES "meeting_guest"("id", "meeting_id", "core_team_id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "meeting_guest_item" ADD CONSTRAINT "meeting_guest_item_item_id_meeting_id_fkey" FOREIGN KEY ("item_id", "meeting_id") REFERENCES "agenda_item"("id", "meeting_id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "meeting_guest_item" ADD CONSTRAINT "meeting_guest_item_core_team_id_consortium_id_fkey" FOREIGN KEY ("core_team_id", "consortium_id") REFERENCES "core_team"("id", "consortium_id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "meeting_mail" ADD CONSTRAINT "meeting_mail_guest_id_core_team_id_fkey" FOREIGN KEY ("guest_id", "core_team_id") REFERENCES "meeting_guest"("id", "core_team_id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "personal_link" ADD CONSTRAINT "personal_link_guest_id_core_team_id_fkey" FOREIGN KEY ("guest_id", "core_team_id") REFERENCES "meeting_guest"("id", "core_team_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- What Prisma's schema language cannot say ------------------------------------------------------------------------------

-- At one meeting an address is of one guest; whose invitation was taken back can be invited anew.
CREATE UNIQUE INDEX meeting_guest_once_per_address ON meeting_guest (meeting_id, lower(email)) WHERE withdrawn_at IS NULL;
ALTER TABLE meeting_guest ADD CONSTRAINT meeting_guest_is_somebody CHECK (btrim(name) <> '' AND btrim(organisation) <> '' AND email LIKE '%_@_%');
-- The name stays no longer than the address, unless this guest was there.
ALTER TABLE meeting_guest ADD CONSTRAINT meeting_guest_is_erased_in_order CHECK (name IS NOT NULL OR email IS NULL);
ALTER TABLE meeting_mail ADD CONSTRAINT meeting_mail_is_to_one CHECK (num_nonnulls(participation_id, guest_id) = 1);

ALTER TABLE personal_link DROP CONSTRAINT personal_link_is_for_one_thing;
ALTER TABLE personal_link ADD CONSTRAINT personal_link_is_for_one_thing CHECK (
  (purpose = 'GUEST') = (person_id IS NULL)
  AND (purpose = 'GUEST') = (guest_id IS NOT NULL)
  AND (purpose = 'CALENDAR') = (core_team_id IS NULL)
  AND (core_team_id IS NULL) = (consortium_id IS NULL)
  AND (purpose = 'INVITATION') = (participation_id IS NOT NULL)
  AND (purpose = 'DATE_PROPOSAL') = (proposal_invitee_id IS NOT NULL)
  AND (purpose = 'CALENDAR') = (expires_at IS NULL));
-- Each guest has one link that works.
CREATE UNIQUE INDEX personal_link_one_per_guest ON personal_link (guest_id) WHERE guest_id IS NOT NULL AND revoked_at IS NULL;

-- Who may see and change what -------------------------------------------------------------------------------------------

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['meeting_guest', 'meeting_guest_item'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner ON %I TO kt_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('REVOKE ALL ON %I FROM PUBLIC', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO kt_app', t);
    EXECUTE format('CREATE POLICY members_and_staff_read ON %I FOR SELECT TO kt_app USING (
      core_team_id = ANY (ARRAY(SELECT my_core_teams())) OR consortium_id = ANY (ARRAY(SELECT my_consortia(''PROCESS_COACH'', ''ORGANISER''))))', t);
  END LOOP;
END $$;

GRANT UPDATE (request, answer, present, withdrawn_at, version) ON meeting_guest TO kt_app;
GRANT DELETE ON meeting_guest_item TO kt_app;
GRANT SELECT (guest_id) ON personal_link TO kt_app, kt_worker;

-- Not to a meeting that is off, nor to one of an earlier day. Its times and state are the meeting's own, by the foreign key.
CREATE POLICY planners_invite ON meeting_guest FOR INSERT TO kt_app WITH CHECK (
  core_team_id = ANY (ARRAY(SELECT my_planned_core_teams())) AND invited_by_id = current_person()
  AND NOT cancelled AND withdrawn_at IS NULL AND answer = 'NONE' AND present IS NULL
  AND (ends_at AT TIME ZONE 'Europe/Amsterdam')::date >= current_day());
-- An invitation that was taken back stays so.
CREATE POLICY planners_change ON meeting_guest FOR UPDATE TO kt_app
  USING (withdrawn_at IS NULL AND core_team_id = ANY (ARRAY(SELECT my_planned_core_teams())))
  WITH CHECK (core_team_id = ANY (ARRAY(SELECT my_planned_core_teams())));
CREATE POLICY planners_choose ON meeting_guest_item FOR INSERT TO kt_app WITH CHECK (core_team_id = ANY (ARRAY(SELECT my_planned_core_teams())));
CREATE POLICY planners_choose_otherwise ON meeting_guest_item FOR DELETE TO kt_app USING (core_team_id = ANY (ARRAY(SELECT my_planned_core_teams())));

-- The worker mails guests and erases them; which items are theirs it does not know.
GRANT SELECT ON meeting_guest TO kt_worker;
GRANT UPDATE (name, email, request) ON meeting_guest TO kt_worker;
CREATE POLICY worker ON meeting_guest TO kt_worker USING (true) WITH CHECK (true);

-- The keyhole -----------------------------------------------------------------------------------------------------------

-- The guest whose link this is: from the invitation until 24 hours after the meeting, wherever that moves. Whatever the link
-- itself says, not once it was taken back or the meeting is off. Whom to call only as far as the organiser shares that.
CREATE FUNCTION linked_guest() RETURNS TABLE (
    guest_id uuid, team_name text, starts_at timestamptz, ends_at timestamptz, form "MeetingForm", place text, link text, recorded boolean,
    name text, organisation text, request text, answer "InvitationAnswer", organiser_name text, organiser_phone text, schools jsonb)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT g.id, t.name, m.starts_at, m.ends_at, m.form, m.place, m.link, m.recorded_at IS NOT NULL,
      g.name, g.organisation, g.request, g.answer, o.name, CASE WHEN o.shares_phone THEN o.phone END,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('name', s.name, 'street', s.street, 'houseNumber', s.house_number, 'postcode', s.postcode, 'place', s.place, 'phone', s.phone) ORDER BY s.name), '[]')
        FROM core_team_school x JOIN school s ON s.id = x.school_id
        WHERE x.core_team_id = t.id AND x.first_day <= (m.starts_at AT TIME ZONE 'Europe/Amsterdam')::date
          AND (x.last_day IS NULL OR x.last_day >= (m.starts_at AT TIME ZONE 'Europe/Amsterdam')::date))
    FROM current_link() l
    JOIN meeting_guest g ON g.id = l.guest_id AND g.core_team_id = l.core_team_id
    JOIN meeting m ON m.id = g.meeting_id
    JOIN core_team t ON t.id = m.core_team_id
    JOIN person o ON o.id = m.organiser_id
    WHERE l.purpose = 'GUEST' AND g.withdrawn_at IS NULL AND NOT m.cancelled AND m.ends_at + interval '24 hours' > current_moment()
  $$;

-- The items chosen for that guest, as far as they are on the agenda: what it is called and when. Not who brought it in, nor the
-- explanation and the questions, which are between colleagues. Of the item for casussen not even its title, in which somebody
-- may have named one; and nothing of the other items but the time they take.
CREATE FUNCTION linked_guest_items() RETURNS TABLE (number int, title text, minutes int, starts_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    WITH agenda AS (
      SELECT i.*, m.starts_at AS meeting_starts_at, (row_number() OVER (ORDER BY i.position))::int AS number, sum(i.minutes) OVER (ORDER BY i.position) - i.minutes AS before
      FROM linked_guest() l JOIN meeting_guest g ON g.id = l.guest_id JOIN meeting m ON m.id = g.meeting_id JOIN agenda_item i ON i.meeting_id = m.id
      WHERE i.position IS NOT NULL)
    SELECT a.number, CASE WHEN a.standing <> 'CASES' THEN a.title END, a.minutes, a.meeting_starts_at + make_interval(mins => a.before::int)
    FROM agenda a JOIN meeting_guest_item c ON c.item_id = a.id JOIN linked_guest() l ON l.guest_id = c.guest_id
    ORDER BY a.number
  $$;

-- Answers for the moment that was shown, until the meeting ends or was recorded. Somebody may be moving, cancelling or taking
-- it back just now: then nothing is answered.
CREATE FUNCTION answer_linked_guest(given "InvitationAnswer", seen_starts_at timestamptz, seen_ends_at timestamptz)
  RETURNS TABLE (answered boolean, guest_id uuid, was "InvitationAnswer")
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
  #variable_conflict use_column
  DECLARE own meeting_guest%ROWTYPE;
  BEGIN
    -- Of two answers at once the second waits for the first.
    SELECT g.* INTO own FROM current_link() l JOIN meeting_guest g ON g.id = l.guest_id AND g.core_team_id = l.core_team_id
      WHERE l.purpose = 'GUEST' AND given <> 'NONE' FOR UPDATE OF g;
    IF NOT FOUND THEN RETURN; END IF;
    UPDATE meeting_guest g SET answer = given
      WHERE g.id = own.id AND g.withdrawn_at IS NULL AND NOT g.cancelled
        AND g.starts_at = seen_starts_at AND g.ends_at = seen_ends_at AND g.ends_at > current_moment()
        AND NOT EXISTS (SELECT 1 FROM meeting m WHERE m.id = g.meeting_id AND m.recorded_at IS NOT NULL);
    RETURN QUERY SELECT FOUND, own.id, own.answer;
  END $$;

GRANT EXECUTE ON FUNCTION linked_guest(), linked_guest_items(), answer_linked_guest("InvitationAnswer", timestamptz, timestamptz) TO kt_link;

-- Whoever is invited on call can be asked to come for an item of the agenda. From then on this person is expected like others:
-- no longer on call, so that nobody is asked to be in two places. An item is never deleted, so the call outlives its taking off.
ALTER TABLE "participation" ADD COLUMN "called_at" TIMESTAMPTZ(3), ADD COLUMN "called_for_item_id" UUID;
CREATE INDEX "participation_called_for_item_id_idx" ON "participation"("called_for_item_id");
ALTER TABLE "participation" ADD CONSTRAINT "participation_called_for_item_id_meeting_id_fkey"
  FOREIGN KEY ("called_for_item_id", "meeting_id") REFERENCES "agenda_item"("id", "meeting_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

ALTER TABLE participation ADD CONSTRAINT participation_is_called_for_something CHECK ((called_at IS NULL) = (called_for_item_id IS NULL));
ALTER TABLE participation ADD CONSTRAINT participation_called_is_not_on_call CHECK (called_at IS NULL OR attendance <> 'ON_CALL');

-- Answering is an update of the own row; calling is not for whoever answers. The hour is the database's own, as that of mails is,
-- so that it can be told whether a mail since then reached this person.
GRANT UPDATE (called_at, called_for_item_id) ON participation TO kt_app;
CREATE FUNCTION only_planners_call() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
  AS $$
  BEGIN
    IF current_user = 'kt_app' AND NEW.core_team_id <> ALL (ARRAY(SELECT my_planned_core_teams())) THEN
      RAISE insufficient_privilege USING MESSAGE = 'only who plans the meetings of a core team calls somebody who is on call';
    END IF;
    IF NEW.called_at IS NOT NULL THEN NEW.called_at := now(); END IF;
    RETURN NEW;
  END $$;
CREATE TRIGGER only_planners_call BEFORE UPDATE OF called_at, called_for_item_id ON participation
  FOR EACH ROW WHEN (NEW.called_at IS DISTINCT FROM OLD.called_at OR NEW.called_for_item_id IS DISTINCT FROM OLD.called_for_item_id)
  EXECUTE FUNCTION only_planners_call();

-- The own invitation says that one was called, and for which item: by its number and when it begins, while it is on the agenda.
-- Not what it is called: the link may have been passed on.
DROP FUNCTION linked_invitation();
CREATE FUNCTION linked_invitation() RETURNS TABLE (
    meeting_id uuid, core_team_id uuid, team_name text, starts_at timestamptz, ends_at timestamptz, form "MeetingForm", place text, link text,
    recorded boolean, attendance "Attendance", answer "InvitationAnswer", organiser_name text, organiser_phone text,
    called boolean, called_number int, called_starts_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT m.id, m.core_team_id, t.name, m.starts_at, m.ends_at, m.form, m.place, m.link,
      m.recorded_at IS NOT NULL, p.attendance, p.answer, o.name, CASE WHEN o.shares_phone THEN o.phone END,
      p.called_at IS NOT NULL, a.number, m.starts_at + make_interval(mins => a.before)
    FROM current_link() l
    JOIN participation p ON p.id = l.participation_id AND p.core_team_id = l.core_team_id AND p.person_id = l.person_id
    JOIN meeting m ON m.id = p.meeting_id
    JOIN core_team t ON t.id = m.core_team_id
    JOIN person o ON o.id = m.organiser_id
    LEFT JOIN LATERAL (
      SELECT i.id, (row_number() OVER (ORDER BY i.position))::int AS number, (sum(i.minutes) OVER (ORDER BY i.position) - i.minutes)::int AS before
      FROM agenda_item i WHERE i.meeting_id = m.id AND i.position IS NOT NULL) a ON a.id = p.called_for_item_id
    WHERE l.purpose = 'INVITATION' AND p.withdrawn_at IS NULL AND NOT p.cancelled AND p.ends_at > current_moment()
  $$;
GRANT EXECUTE ON FUNCTION linked_invitation() TO kt_link;

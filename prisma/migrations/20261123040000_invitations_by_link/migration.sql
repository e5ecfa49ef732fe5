-- What two kinds of personal link are for: answering one's own invitation, and one's own calendar. Whoever holds such a
-- link reaches no table; these functions give and change exactly what the link is for.

-- One calendar address of a person works at a time: making another one stops the first.
CREATE UNIQUE INDEX personal_link_one_calendar ON personal_link (person_id) WHERE purpose = 'CALENDAR' AND revoked_at IS NULL;

-- The own invitation: when, where, whom to call, and the own answer. No theme, agenda or casus, and nobody else's answer.
CREATE FUNCTION linked_invitation() RETURNS TABLE (
    meeting_id uuid, core_team_id uuid, team_name text, starts_at timestamptz, ends_at timestamptz, form "MeetingForm", place text, link text,
    recorded boolean, attendance "Attendance", answer "InvitationAnswer", organiser_name text, organiser_phone text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT m.id, m.core_team_id, t.name, m.starts_at, m.ends_at, m.form, m.place, m.link,
      m.recorded_at IS NOT NULL, p.attendance, p.answer, o.name, CASE WHEN o.shares_phone THEN o.phone END
    FROM current_link() l
    JOIN participation p ON p.id = l.participation_id AND p.core_team_id = l.core_team_id AND p.person_id = l.person_id
    JOIN meeting m ON m.id = p.meeting_id
    JOIN core_team t ON t.id = m.core_team_id
    JOIN person o ON o.id = m.organiser_id
    WHERE l.purpose = 'INVITATION' AND p.withdrawn_at IS NULL AND NOT p.cancelled AND p.ends_at > current_moment()
  $$;

-- Answers the own invitation for the moment that was shown. Somebody may be cancelling, moving or withdrawing it just now:
-- then nothing is answered (CHANGED). Who is elsewhere by now is refused by the same constraint as everybody (BUSY), and is
-- told when, not where: the link may have been passed on. Like every booking it waits for other bookings of this person.
CREATE FUNCTION answer_linked_invitation(given "InvitationAnswer", seen_starts_at timestamptz, seen_ends_at timestamptz)
  RETURNS TABLE (outcome text, meeting_id uuid, clash_starts_at timestamptz, participation_id uuid, was "InvitationAnswer", organiser_id uuid)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
  #variable_conflict use_column
  DECLARE own participation%ROWTYPE;
  BEGIN
    SELECT p.* INTO own FROM current_link() l
      JOIN participation p ON p.id = l.participation_id AND p.core_team_id = l.core_team_id AND p.person_id = l.person_id
      WHERE l.purpose = 'INVITATION' AND given <> 'NONE';
    IF NOT FOUND THEN RETURN; END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended('booking:' || own.person_id, 0));
    -- Read again: of two answers at once the second has waited for the first.
    SELECT p.* INTO own FROM participation p WHERE p.id = own.id FOR UPDATE;
    BEGIN
      UPDATE participation p SET answer = given
        WHERE p.id = own.id AND p.withdrawn_at IS NULL AND NOT p.cancelled
          AND p.starts_at = seen_starts_at AND p.ends_at = seen_ends_at AND p.ends_at > current_moment()
          AND NOT EXISTS (SELECT 1 FROM meeting m WHERE m.id = p.meeting_id AND m.recorded_at IS NOT NULL);
    EXCEPTION WHEN exclusion_violation THEN
      RETURN QUERY SELECT 'BUSY', own.meeting_id, min(b.starts_at), own.id, own.answer, NULL::uuid FROM participation b
        WHERE b.person_id = own.person_id AND b.id <> own.id
          AND NOT b.cancelled AND b.withdrawn_at IS NULL AND b.answer <> 'DECLINED' AND b.attendance <> 'ON_CALL'
          AND tstzrange(b.starts_at, b.ends_at, '[)') && tstzrange(seen_starts_at, seen_ends_at, '[)');
      RETURN;
    END;
    RETURN QUERY SELECT CASE WHEN FOUND THEN 'ANSWERED' ELSE 'CHANGED' END, own.meeting_id, NULL::timestamptz, own.id, own.answer,
      (SELECT m.organiser_id FROM meeting m WHERE m.id = own.meeting_id);
  END $$;

-- All meetings of one person, of the past three months and to come: those this person is invited to and has not declined, of
-- core teams this person is in or will join. Called off and withdrawn ones are no longer in it.
CREATE FUNCTION linked_calendar() RETURNS TABLE (
    meeting_id uuid, core_team_id uuid, team_name text, starts_at timestamptz, ends_at timestamptz, form "MeetingForm", place text, link text,
    sequence int, attendance "Attendance", answer "InvitationAnswer", changed_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT m.id, m.core_team_id, t.name, m.starts_at, m.ends_at, m.form, m.place, m.link, m.sequence, p.attendance, p.answer,
      coalesce((SELECT max(x.created_at) FROM meeting_mail x WHERE x.participation_id = p.id), m.created_at)
    FROM current_link() l
    JOIN participation p ON p.person_id = l.person_id
    JOIN meeting m ON m.id = p.meeting_id
    JOIN core_team t ON t.id = m.core_team_id
    WHERE l.purpose = 'CALENDAR' AND p.withdrawn_at IS NULL AND NOT p.cancelled AND p.answer <> 'DECLINED'
      AND p.ends_at >= current_moment() - interval '3 months'
      AND p.core_team_id IN (
        SELECT s.core_team_id FROM membership s WHERE s.person_id = l.person_id AND (s.last_day IS NULL OR s.last_day >= current_day()))
    ORDER BY m.starts_at, m.id
  $$;

GRANT EXECUTE ON FUNCTION linked_invitation(), answer_linked_invitation("InvitationAnswer", timestamptz, timestamptz), linked_calendar() TO kt_link;

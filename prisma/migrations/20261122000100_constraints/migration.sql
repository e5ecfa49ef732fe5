-- What Prisma's schema language cannot say. A test shows that a later diff never drops any of it.

CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Nobody is booked twice. On call and declined do not block, and neither does a cancelled meeting.
ALTER TABLE participation ADD CONSTRAINT participation_person_is_free
  EXCLUDE USING gist (person_id WITH =, tstzrange(starts_at, ends_at, '[)') WITH &&)
  WHERE (NOT cancelled AND answer <> 'DECLINED' AND attendance <> 'ON_CALL');

-- Nobody holds the same function twice at once, in a core team or in a samenwerkingsverband.
ALTER TABLE membership ADD CONSTRAINT membership_does_not_overlap
  EXCLUDE USING gist (core_team_id WITH =, person_id WITH =, function_id WITH =, daterange(first_day, last_day, '[]') WITH &&);
ALTER TABLE consortium_role ADD CONSTRAINT consortium_role_does_not_overlap
  EXCLUDE USING gist (consortium_id WITH =, person_id WITH =, role WITH =, daterange(first_day, last_day, '[]') WITH &&);

ALTER TABLE membership ADD CONSTRAINT membership_days_in_order CHECK (last_day IS NULL OR last_day >= first_day);
ALTER TABLE consortium_role ADD CONSTRAINT consortium_role_days_in_order CHECK (last_day IS NULL OR last_day >= first_day);
ALTER TABLE core_team ADD CONSTRAINT core_team_days_in_order CHECK (ended_on IS NULL OR ended_on >= started_on);
ALTER TABLE core_team_school ADD CONSTRAINT core_team_school_days_in_order CHECK (last_day IS NULL OR last_day >= first_day);
ALTER TABLE holiday ADD CONSTRAINT holiday_days_in_order CHECK (last_day >= first_day);

ALTER TABLE meeting ADD CONSTRAINT meeting_lasts_a_while CHECK (ends_at > starts_at AND ends_at <= starts_at + interval '12 hours');
ALTER TABLE meeting ADD CONSTRAINT meeting_cancelled_has_moment CHECK (cancelled = (cancelled_at IS NOT NULL));
ALTER TABLE meeting ADD CONSTRAINT meeting_says_where CHECK (
  (form = 'DIGITAL' OR place IS NOT NULL) AND (form <> 'LIVE' OR link IS NULL)
);

-- The address is compared as it is stored; two people never differ by capitals alone.
ALTER TABLE person ADD CONSTRAINT person_email_is_lower_case CHECK (email = lower(email));
ALTER TABLE person ADD CONSTRAINT person_working_days_exist CHECK (working_days <@ ARRAY[1, 2, 3, 4, 5, 6, 7]);

-- What parents and the pupil say is filled in, or it is said why they were not asked.
ALTER TABLE case_discussion_text ADD CONSTRAINT case_discussion_text_hears_parents CHECK ((parents_say IS NULL) <> (parents_not_asked IS NULL));
ALTER TABLE case_discussion_text ADD CONSTRAINT case_discussion_text_hears_pupil CHECK ((pupil_says IS NULL) <> (pupil_not_asked IS NULL));

-- Searching schools by a part of their name or place.
CREATE INDEX school_name_search ON school USING gin (lower(name) gin_trgm_ops);
CREATE INDEX school_place_search ON school USING gin (lower(coalesce(place, '')) gin_trgm_ops);

-- A mail that still waits, or that came back, is looked for often among many that have gone.
CREATE INDEX meeting_mail_needs_attention ON meeting_mail (core_team_id) WHERE state IN ('QUEUED', 'BOUNCED');

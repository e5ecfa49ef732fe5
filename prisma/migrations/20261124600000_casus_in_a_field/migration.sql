-- An agreement on the shared screen says in a field which casus it is about, so a draft of that page, wherever it lies, can be about any
-- casus of the meeting.
CREATE OR REPLACE FUNCTION erase_case_drafts(c case_discussion) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    DELETE FROM form_draft d
    WHERE lower(d.path) ~ ('^/core-teams/' || c.core_team_id || '/meetings/' || c.meeting_id
        || '/(case-discussions/(' || c.id || '|new)([/#]|$)|agreements/new(/|#' || c.id || '|$)|presentation([/#]|$))')
      OR (lower(d.path) LIKE '/agreements/%' AND split_part(lower(d.path), '/', 3) IN (SELECT a.id::text FROM agreement a WHERE a.case_discussion_id = c.id))
  $$;

-- Whether a casus was counted in the figures is for the worker to say, and nobody asked for perspectives on one that is only begun.
CREATE POLICY begins_uncounted ON case_discussion AS RESTRICTIVE FOR INSERT TO kt_app WITH CHECK (counted_on IS NULL AND perspectives_asked_by_id IS NULL);

-- Drafts are kept by one function, which takes none of a form that was sent: what a page says as it is left can arrive after the
-- sending. It takes the key of the form as a sending does, so that it waits for one under way, and gives it back: a sending that
-- waited for it throws the draft away as it ends. Without `content` nothing is typed any more, and the draft goes. True when that
-- is done; false for a key that was used, and where nothing is kept about a casus that was stopped or erased: that of the place, which
-- a trigger reads, or the one that the form is `about` by a field.
CREATE FUNCTION keep_draft(person uuid, place text, content text, until timestamptz, form_key text, about uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
  DECLARE is_open boolean;
  BEGIN
    IF form_key IS NOT NULL THEN
      INSERT INTO form_submission (key_hash, person_id) VALUES (form_key, person) ON CONFLICT DO NOTHING;
      IF NOT FOUND THEN RETURN false; END IF;
      DELETE FROM form_submission WHERE key_hash = form_key;
    END IF;
    IF content IS NULL THEN
      DELETE FROM form_draft d WHERE d.person_id = person AND d.path = place;
      RETURN true;
    END IF;
    IF about IS NOT NULL THEN
      -- Locked, so that a stop under way comes first.
      SELECT stopped_at IS NULL AND erased_at IS NULL INTO is_open FROM case_discussion WHERE id = about FOR SHARE;
      IF is_open IS NOT TRUE THEN RETURN false; END IF;
    END IF;
    INSERT INTO form_draft (person_id, path, sealed, expires_at) VALUES (person, place, content, until)
    ON CONFLICT (person_id, path) DO UPDATE SET sealed = EXCLUDED.sealed, expires_at = EXCLUDED.expires_at;
    RETURN FOUND;
  END $$;
GRANT EXECUTE ON FUNCTION keep_draft(uuid, text, text, timestamptz, text, uuid) TO kt_auth;

-- There is no other way to keep one.
REVOKE ALL ON form_draft FROM kt_auth;
DROP POLICY sign_in ON form_draft;

-- Somebody who was invited as a member to be, and never became one, is still on the list of who was invited: whoever may
-- see that invitation sees the name that belongs to it. OFFSET 0 makes Postgres look the few up by the index on
-- person_id; else it reads all invitations as soon as one person is known by nothing else.
DROP POLICY colleagues_read ON person;
CREATE POLICY colleagues_read ON person FOR SELECT TO kt_app USING (
  id = current_person()
  OR EXISTS (SELECT 1 FROM membership m WHERE m.person_id = person.id)
  OR EXISTS (SELECT 1 FROM consortium_role r WHERE r.person_id = person.id)
  OR EXISTS (SELECT 1 FROM participation p WHERE p.person_id = person.id OFFSET 0));

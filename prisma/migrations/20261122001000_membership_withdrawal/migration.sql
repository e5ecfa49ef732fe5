-- Somebody who would join a core team and does not after all: a membership that has not begun leaves no history, so it
-- may go. One that has begun is ended, never removed.

GRANT DELETE ON membership TO kt_app;
CREATE POLICY staff_and_school_withdraw ON membership FOR DELETE TO kt_app USING (
  person_id <> current_person() AND first_day > current_day() AND (
    consortium_id = ANY (ARRAY(SELECT my_consortia('PROCESS_COACH', 'ORGANISER')))
    OR (core_team_id = ANY (ARRAY(SELECT my_coordinated_core_teams()))
        AND EXISTS (SELECT 1 FROM team_function f WHERE f.id = function_id AND f.coordinates))));

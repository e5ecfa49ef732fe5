-- An absence is of no use to anybody once it is long over. The worker sees only those, and can do nothing but delete them.
GRANT SELECT (last_day), DELETE ON absence TO kt_worker;
CREATE POLICY worker ON absence TO kt_worker USING (last_day < current_date - 365);

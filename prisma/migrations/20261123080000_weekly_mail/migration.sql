-- Mail that respects people: one overview a week, what somebody wants of it, and one reminder of a meeting not recorded.

CREATE TABLE "mail_preference" (
    "person_id" UUID NOT NULL,
    "weekly_digest" BOOLEAN NOT NULL DEFAULT true,
    "proposal_reminders" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "mail_preference_pkey" PRIMARY KEY ("person_id"),
    CONSTRAINT "mail_preference_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "mail_digest" (
    "person_id" UUID NOT NULL,
    "week" DATE NOT NULL,

    CONSTRAINT "mail_digest_pkey" PRIMARY KEY ("person_id"),
    CONSTRAINT "mail_digest_week_begins_on_monday" CHECK (extract(isodow FROM "week") = 1),
    CONSTRAINT "mail_digest_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

ALTER TABLE "meeting" ADD COLUMN "record_reminded_at" TIMESTAMPTZ(3);
-- Nobody is reminded of what was over long before there were reminders.
UPDATE "meeting" SET "record_reminded_at" = CURRENT_TIMESTAMP WHERE "ends_at" < CURRENT_TIMESTAMP - interval '14 days';

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['mail_preference', 'mail_digest'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner ON %I TO kt_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY worker ON %I TO kt_worker USING (true) WITH CHECK (true)', t);
    EXECUTE format('REVOKE ALL ON %I FROM PUBLIC', t);
  END LOOP;
END $$;

-- What mail somebody wants is for that person alone; the worker reads it and changes nothing.
GRANT SELECT, INSERT, UPDATE (weekly_digest, proposal_reminders) ON mail_preference TO kt_app;
GRANT SELECT ON mail_preference TO kt_worker;
CREATE POLICY own ON mail_preference TO kt_app USING (person_id = current_person()) WITH CHECK (person_id = current_person());

GRANT SELECT, INSERT, UPDATE (week) ON mail_digest TO kt_worker;
GRANT UPDATE (record_reminded_at) ON meeting TO kt_worker;

-- CreateTable
CREATE TABLE "person_photo" (
    "person_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_photo_pkey" PRIMARY KEY ("person_id")
);

-- AddForeignKey
ALTER TABLE "person_photo" ADD CONSTRAINT "person_photo_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Whatever the app may do wrong: a small JPEG, under the hash it has.
ALTER TABLE person_photo
  ADD CONSTRAINT person_photo_is_a_small_jpeg CHECK (octet_length(bytes) <= 60000 AND substring(bytes FROM 1 FOR 3) = '\xffd8ff'),
  ADD CONSTRAINT person_photo_hash_is_of_its_bytes CHECK (hash = encode(sha256(bytes), 'hex'));

ALTER TABLE person_photo ENABLE ROW LEVEL SECURITY;
ALTER TABLE person_photo FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON person_photo TO kt_owner USING (true) WITH CHECK (true);

-- A photo is seen by whoever sees its person, as long as the account is on. It is sent by its person alone, and taken away
-- by that person or by who administers a samenwerkingsverband in which this person has or had a job.
GRANT SELECT, DELETE ON person_photo TO kt_app;
GRANT INSERT (person_id, hash, bytes, updated_at), UPDATE (hash, bytes, updated_at) ON person_photo TO kt_app;
GRANT EXECUTE ON FUNCTION works_for_me(uuid, date) TO kt_app;
CREATE POLICY colleagues_read ON person_photo FOR SELECT TO kt_app
  USING (EXISTS (SELECT 1 FROM person p WHERE p.id = person_photo.person_id AND p.deactivated_at IS NULL));
CREATE POLICY self_adds ON person_photo FOR INSERT TO kt_app WITH CHECK (person_id = current_person());
CREATE POLICY self_changes ON person_photo FOR UPDATE TO kt_app USING (person_id = current_person());
CREATE POLICY self_and_administrator_remove ON person_photo FOR DELETE TO kt_app
  USING (person_id = current_person() OR works_for_me(person_id, '-infinity'));

-- The menu under the own name shows the own photo: with who is signed in comes which photo that is, not the photo.
GRANT SELECT (person_id, hash) ON person_photo TO kt_auth;
CREATE POLICY sign_in ON person_photo FOR SELECT TO kt_auth USING (true);

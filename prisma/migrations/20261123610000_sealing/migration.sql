-- Casus texts are sealed by the app. Here are only the keys they are sealed with, each wrapped under a master key that the
-- database never sees.

CREATE TABLE "data_key" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "consortium_id" UUID NOT NULL,
    "wrapped" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retired_at" TIMESTAMPTZ(3),
    CONSTRAINT "data_key_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "data_key_is_wrapped" CHECK (wrapped ~ '^v1\.[0-9a-f]{16}\.[A-Za-z0-9_-]+$')
);
CREATE UNIQUE INDEX "data_key_one_in_use" ON "data_key"("consortium_id") WHERE retired_at IS NULL;
ALTER TABLE "data_key" ADD CONSTRAINT "data_key_consortium_id_fkey" FOREIGN KEY ("consortium_id") REFERENCES "consortium"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE data_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE data_key FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON data_key TO kt_owner USING (true) WITH CHECK (true);

-- For members of a core team alone: nobody else reads or writes a casus. The web app makes the first key of a
-- samenwerkingsverband; retiring and removing one is for the owner, who rotates.
GRANT SELECT ON data_key TO kt_app;
GRANT INSERT (id, consortium_id, wrapped, made_at) ON data_key TO kt_app;
CREATE POLICY members_read ON data_key FOR SELECT TO kt_app
  USING (consortium_id IN (SELECT t.consortium_id FROM core_team t WHERE t.id = ANY (ARRAY(SELECT my_core_teams()))));
CREATE POLICY members_make ON data_key FOR INSERT TO kt_app
  WITH CHECK (consortium_id IN (SELECT t.consortium_id FROM core_team t WHERE t.id = ANY (ARRAY(SELECT my_core_teams()))));

-- The key to seal with, held until the end of the transaction: a rotation waits for it, and this waits for a rotation.
-- With the rights of who asks. Volatile, so that it sees the key that a rotation it waited for has made.
CREATE FUNCTION sealing_key(consortium uuid) RETURNS TABLE (id uuid, wrapped text)
  LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, public, pg_temp
  AS $$
  BEGIN
    PERFORM pg_advisory_xact_lock_shared(hashtextextended('data_key:' || consortium, 0));
    RETURN QUERY SELECT k.id, k.wrapped FROM data_key k WHERE k.consortium_id = consortium AND k.retired_at IS NULL;
  END $$;
GRANT EXECUTE ON FUNCTION sealing_key(uuid) TO kt_app;

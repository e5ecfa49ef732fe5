-- What could take an account over asks for a fresh proof of who is there, of this session: signing in counts, and so does a
-- code that was mailed to the present address.
ALTER TABLE "session" ADD COLUMN "proven_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
UPDATE session SET proven_at = created_at;
GRANT UPDATE (proven_at) ON session TO kt_auth;

-- A code for one session that is open already; it opens none.
ALTER TABLE "login_code" ADD COLUMN "session_id" UUID;
CREATE INDEX "login_code_session_id_idx" ON "login_code"("session_id");
ALTER TABLE "login_code" ADD CONSTRAINT "login_code_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

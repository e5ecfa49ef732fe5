-- What a school can do for a pupil and what it cannot, in the words of its IB'er or directeur, for the core team.

CREATE TABLE "team_offer" (
    "core_team_id" UUID NOT NULL,
    "consortium_id" UUID NOT NULL,
    "can" TEXT,
    "cannot" TEXT,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "team_offer_pkey" PRIMARY KEY ("core_team_id"),
    CONSTRAINT "team_offer_core_team_id_consortium_id_fkey" FOREIGN KEY ("core_team_id", "consortium_id") REFERENCES "core_team"("id", "consortium_id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "team_offer_core_team_id_consortium_id_key" ON "team_offer"("core_team_id", "consortium_id");

ALTER TABLE team_offer ENABLE ROW LEVEL SECURITY;
ALTER TABLE team_offer FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON team_offer TO kt_owner USING (true) WITH CHECK (true);

-- All members read it; the school itself writes it.
GRANT SELECT, INSERT ON team_offer TO kt_app;
GRANT UPDATE (can, cannot, changed_at, version) ON team_offer TO kt_app;
CREATE POLICY members_read ON team_offer FOR SELECT TO kt_app USING (core_team_id = ANY (ARRAY(SELECT my_core_teams())));
CREATE POLICY school_writes ON team_offer FOR INSERT TO kt_app WITH CHECK (core_team_id = ANY (ARRAY(SELECT my_coordinated_core_teams())));
CREATE POLICY school_changes ON team_offer FOR UPDATE TO kt_app USING (core_team_id = ANY (ARRAY(SELECT my_coordinated_core_teams())));

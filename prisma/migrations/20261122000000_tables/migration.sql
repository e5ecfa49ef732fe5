
-- CreateEnum
CREATE TYPE "SchoolStage" AS ENUM ('LOWER', 'MIDDLE', 'UPPER', 'LOWER_SECONDARY', 'UPPER_SECONDARY', 'VOCATIONAL');

-- CreateEnum
CREATE TYPE "Sector" AS ENUM ('PO', 'VO', 'SO', 'MBO');

-- CreateEnum
CREATE TYPE "OrganisationKind" AS ENUM ('SCHOOL_BOARD', 'YOUTH_CARE', 'YOUTH_HEALTH', 'MUNICIPALITY', 'CONSORTIUM', 'OTHER');

-- CreateEnum
CREATE TYPE "RoleName" AS ENUM ('PROCESS_COACH', 'ORGANISER', 'BOARD', 'ADMINISTRATOR');

-- CreateEnum
CREATE TYPE "Attendance" AS ENUM ('REQUIRED', 'PREFERRED', 'ON_CALL');

-- CreateEnum
CREATE TYPE "MeetingKind" AS ENUM ('ACQUAINTANCE', 'AVAILABILITY', 'SMALL_TEAM', 'PROFESSIONALISING', 'IN_DEPTH', 'OTHER');

-- CreateEnum
CREATE TYPE "MeetingForm" AS ENUM ('LIVE', 'DIGITAL', 'HYBRID');

-- CreateEnum
CREATE TYPE "InvitationAnswer" AS ENUM ('NONE', 'ACCEPTED', 'DECLINED');

-- CreateEnum
CREATE TYPE "CalendarMethod" AS ENUM ('REQUEST', 'CANCEL');

-- CreateEnum
CREATE TYPE "MailState" AS ENUM ('QUEUED', 'SENT', 'BOUNCED', 'SUPERSEDED');

-- CreateEnum
CREATE TYPE "SchoolChange" AS ENUM ('ADDED', 'CHANGED', 'CLOSED');

-- CreateEnum
CREATE TYPE "HolidayKind" AS ENUM ('SCHOOL', 'PUBLIC');

-- CreateEnum
CREATE TYPE "Assurance" AS ENUM ('LOW', 'HIGH');

-- CreateTable
CREATE TABLE "audit_line" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "person_id" UUID,
    "role" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "object_type" TEXT NOT NULL,
    "object_id" TEXT,
    "consortium_id" UUID,
    "core_team_id" UUID,
    "details" JSONB NOT NULL DEFAULT '{}',
    "result" TEXT NOT NULL DEFAULT 'DONE',
    "request_id" TEXT NOT NULL,

    CONSTRAINT "audit_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_discussion" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "consortium_id" UUID NOT NULL,
    "core_team_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "school_year" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "stage" "SchoolStage" NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "case_discussion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_discussion_text" (
    "case_discussion_id" UUID NOT NULL,
    "core_team_id" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "situation" TEXT NOT NULL,
    "goes_well" TEXT NOT NULL,
    "parents_say" TEXT,
    "parents_not_asked" TEXT,
    "pupil_says" TEXT,
    "pupil_not_asked" TEXT,

    CONSTRAINT "case_discussion_text_pkey" PRIMARY KEY ("case_discussion_id")
);

-- CreateTable
CREATE TABLE "agreement" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "consortium_id" UUID NOT NULL,
    "core_team_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "case_discussion_id" UUID,
    "text" TEXT NOT NULL,
    "owner_id" UUID NOT NULL,
    "due_on" DATE NOT NULL,
    "done_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "agreement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consortium" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "code" TEXT,
    "name" TEXT NOT NULL,
    "sector" "Sector" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "consortium_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "postcode_area" (
    "digits" CHAR(4) NOT NULL,
    "municipality" TEXT NOT NULL,
    "primary_code" TEXT,
    "secondary_code" TEXT,

    CONSTRAINT "postcode_area_pkey" PRIMARY KEY ("digits")
);

-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "consortium_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "OrganisationKind" NOT NULL,
    "phone" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consortium_role" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "consortium_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" "RoleName" NOT NULL,
    "organisation_id" UUID,
    "first_day" DATE NOT NULL,
    "last_day" DATE,

    CONSTRAINT "consortium_role_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "core_team" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "consortium_id" UUID NOT NULL,
    "sector" "Sector" NOT NULL,
    "name" TEXT NOT NULL,
    "started_on" DATE NOT NULL,
    "ended_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "core_team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "core_team_school" (
    "core_team_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "consortium_id" UUID NOT NULL,
    "first_day" DATE NOT NULL,
    "last_day" DATE,

    CONSTRAINT "core_team_school_pkey" PRIMARY KEY ("core_team_id","school_id")
);

-- CreateTable
CREATE TABLE "team_function" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "consortium_id" UUID NOT NULL,
    "sector" "Sector" NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "expected" BOOLEAN NOT NULL DEFAULT true,
    "attendance" "Attendance" NOT NULL,
    "alternatives" TEXT,
    "coordinates" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL,

    CONSTRAINT "team_function_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "consortium_id" UUID NOT NULL,
    "core_team_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "function_id" UUID NOT NULL,
    "organisation_id" UUID,
    "first_day" DATE NOT NULL,
    "last_day" DATE,
    "temporary_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "change_report" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "consortium_id" UUID NOT NULL,
    "core_team_id" UUID NOT NULL,
    "membership_id" UUID,
    "reported_by_id" UUID NOT NULL,
    "message" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "handled_at" TIMESTAMPTZ(3),

    CONSTRAINT "change_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "form_submission" (
    "key_hash" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "target" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "form_submission_pkey" PRIMARY KEY ("key_hash")
);

-- CreateTable
CREATE TABLE "form_draft" (
    "person_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "form_draft_pkey" PRIMARY KEY ("person_id","path")
);

-- CreateTable
CREATE TABLE "demo_mail" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "message_id" TEXT NOT NULL,
    "to_name" TEXT NOT NULL,
    "to_address" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "calendar" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "demo_mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "consortium_id" UUID NOT NULL,
    "core_team_id" UUID NOT NULL,
    "kind" "MeetingKind" NOT NULL,
    "theme" TEXT,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "form" "MeetingForm" NOT NULL,
    "place" TEXT,
    "link" TEXT,
    "organiser_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "cancelled" BOOLEAN NOT NULL DEFAULT false,
    "cancelled_at" TIMESTAMPTZ(3),
    "cancellation_reason" TEXT,
    "recorded_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "participation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "consortium_id" UUID NOT NULL,
    "core_team_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "function_id" UUID NOT NULL,
    "attendance" "Attendance" NOT NULL,
    "answer" "InvitationAnswer" NOT NULL DEFAULT 'NONE',
    "present" BOOLEAN,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "cancelled" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "participation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting_mail" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "consortium_id" UUID NOT NULL,
    "core_team_id" UUID NOT NULL,
    "participation_id" UUID NOT NULL,
    "method" "CalendarMethod" NOT NULL,
    "sequence" INTEGER NOT NULL,
    "message_id" TEXT NOT NULL,
    "state" "MailState" NOT NULL DEFAULT 'QUEUED',
    "error_code" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "meeting_mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "phone" TEXT,
    "call_me_for" TEXT,
    "working_days" INTEGER[],
    "shares_phone" BOOLEAN NOT NULL DEFAULT true,
    "shares_email" BOOLEAN NOT NULL DEFAULT true,
    "deactivated_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "school" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "consortium_id" UUID,
    "sector" "Sector" NOT NULL,
    "location_code" TEXT NOT NULL,
    "institution_code" TEXT NOT NULL,
    "board_code" TEXT,
    "name" TEXT NOT NULL,
    "street" TEXT,
    "house_number" TEXT,
    "postcode" TEXT,
    "place" TEXT,
    "municipality_code" TEXT,
    "municipality" TEXT,
    "province" TEXT,
    "denomination" TEXT,
    "phone" TEXT,
    "website" TEXT,
    "education_types" TEXT,
    "holiday_region" TEXT,
    "closed_on" DATE,
    "imported_at" TIMESTAMPTZ(3),

    CONSTRAINT "school_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "school_import" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "consortium_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "sector" "Sector" NOT NULL,
    "options" JSONB NOT NULL,
    "summary" JSONB NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "applied_at" TIMESTAMPTZ(3),

    CONSTRAINT "school_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "school_import_change" (
    "import_id" UUID NOT NULL,
    "consortium_id" UUID NOT NULL,
    "location_code" TEXT NOT NULL,
    "change" "SchoolChange" NOT NULL,
    "name" TEXT NOT NULL,
    "after" JSONB,
    "differences" JSONB NOT NULL,
    "fingerprint" TEXT,

    CONSTRAINT "school_import_change_pkey" PRIMARY KEY ("import_id","location_code")
);

-- CreateTable
CREATE TABLE "holiday" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kind" "HolidayKind" NOT NULL,
    "region" TEXT,
    "name" TEXT NOT NULL,
    "first_day" DATE NOT NULL,
    "last_day" DATE NOT NULL,

    CONSTRAINT "holiday_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "token_hash" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "assurance" "Assurance" NOT NULL DEFAULT 'LOW',
    "device" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "login_code" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "person_id" UUID,
    "code_hash" TEXT NOT NULL,
    "browser_hash" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "login_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "person_id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "identity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "email_change" (
    "person_id" UUID NOT NULL,
    "new_email" TEXT NOT NULL,
    "code_hash" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "email_change_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key_hash" TEXT NOT NULL,
    "window_start" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "tries" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key_hash")
);

-- CreateIndex
CREATE INDEX "audit_line_consortium_id_at_idx" ON "audit_line"("consortium_id", "at");

-- CreateIndex
CREATE INDEX "audit_line_person_id_at_idx" ON "audit_line"("person_id", "at");

-- CreateIndex
CREATE INDEX "audit_line_object_type_object_id_at_idx" ON "audit_line"("object_type", "object_id", "at");

-- CreateIndex
CREATE INDEX "case_discussion_meeting_id_idx" ON "case_discussion"("meeting_id");

-- CreateIndex
CREATE UNIQUE INDEX "case_discussion_alias_is_unique" ON "case_discussion"("core_team_id", "school_year", "number");

-- CreateIndex
CREATE UNIQUE INDEX "case_discussion_id_core_team_id_key" ON "case_discussion"("id", "core_team_id");

-- CreateIndex
CREATE UNIQUE INDEX "case_discussion_text_case_discussion_id_core_team_id_key" ON "case_discussion_text"("case_discussion_id", "core_team_id");

-- CreateIndex
CREATE INDEX "agreement_core_team_id_done_at_due_on_idx" ON "agreement"("core_team_id", "done_at", "due_on");

-- CreateIndex
CREATE INDEX "agreement_owner_id_done_at_idx" ON "agreement"("owner_id", "done_at");

-- CreateIndex
CREATE UNIQUE INDEX "consortium_code_is_unique" ON "consortium"("code");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_name_is_unique" ON "organisation"("consortium_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_id_consortium_id_key" ON "organisation"("id", "consortium_id");

-- CreateIndex
CREATE INDEX "consortium_role_person_id_idx" ON "consortium_role"("person_id");

-- CreateIndex
CREATE INDEX "consortium_role_consortium_id_role_idx" ON "consortium_role"("consortium_id", "role");

-- CreateIndex
CREATE INDEX "core_team_consortium_id_name_id_idx" ON "core_team"("consortium_id", "name", "id");

-- CreateIndex
CREATE UNIQUE INDEX "core_team_id_consortium_id_key" ON "core_team"("id", "consortium_id");

-- CreateIndex
CREATE INDEX "core_team_school_school_id_idx" ON "core_team_school"("school_id");

-- CreateIndex
CREATE UNIQUE INDEX "team_function_code_is_unique" ON "team_function"("consortium_id", "sector", "code");

-- CreateIndex
CREATE UNIQUE INDEX "team_function_id_consortium_id_key" ON "team_function"("id", "consortium_id");

-- CreateIndex
CREATE INDEX "membership_core_team_id_first_day_idx" ON "membership"("core_team_id", "first_day");

-- CreateIndex
CREATE INDEX "membership_person_id_idx" ON "membership"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "membership_id_core_team_id_key" ON "membership"("id", "core_team_id");

-- CreateIndex
CREATE INDEX "change_report_consortium_id_handled_at_idx" ON "change_report"("consortium_id", "handled_at");

-- CreateIndex
CREATE INDEX "form_submission_created_at_idx" ON "form_submission"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "demo_mail_message_id_key" ON "demo_mail"("message_id");

-- CreateIndex
CREATE INDEX "demo_mail_created_at_idx" ON "demo_mail"("created_at");

-- CreateIndex
CREATE INDEX "meeting_core_team_id_starts_at_idx" ON "meeting"("core_team_id", "starts_at");

-- CreateIndex
CREATE INDEX "meeting_consortium_id_starts_at_idx" ON "meeting"("consortium_id", "starts_at");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_id_core_team_id_key" ON "meeting"("id", "core_team_id");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_id_core_team_id_starts_at_ends_at_cancelled_key" ON "meeting"("id", "core_team_id", "starts_at", "ends_at", "cancelled");

-- CreateIndex
CREATE INDEX "participation_person_id_starts_at_idx" ON "participation"("person_id", "starts_at");

-- CreateIndex
CREATE UNIQUE INDEX "participation_once_per_person" ON "participation"("meeting_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "participation_id_core_team_id_key" ON "participation"("id", "core_team_id");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_mail_message_id_key" ON "meeting_mail"("message_id");

-- CreateIndex
CREATE INDEX "meeting_mail_participation_id_created_at_idx" ON "meeting_mail"("participation_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "person_email_is_unique" ON "person"("email");

-- CreateIndex
CREATE UNIQUE INDEX "school_location_code_is_unique" ON "school"("location_code");

-- CreateIndex
CREATE INDEX "school_consortium_id_name_id_idx" ON "school"("consortium_id", "name", "id");

-- CreateIndex
CREATE INDEX "school_consortium_id_municipality_idx" ON "school"("consortium_id", "municipality");

-- CreateIndex
CREATE UNIQUE INDEX "school_id_consortium_id_key" ON "school"("id", "consortium_id");

-- CreateIndex
CREATE INDEX "school_import_consortium_id_created_at_idx" ON "school_import"("consortium_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "school_import_id_consortium_id_key" ON "school_import"("id", "consortium_id");

-- CreateIndex
CREATE INDEX "school_import_change_import_id_change_name_idx" ON "school_import_change"("import_id", "change", "name");

-- CreateIndex
CREATE INDEX "holiday_first_day_last_day_idx" ON "holiday"("first_day", "last_day");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_person_id_idx" ON "session"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "login_code_browser_hash_key" ON "login_code"("browser_hash");

-- CreateIndex
CREATE INDEX "login_code_person_id_created_at_idx" ON "login_code"("person_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "identity_belongs_to_one_person" ON "identity"("issuer", "subject");

-- CreateIndex
CREATE UNIQUE INDEX "identity_once_per_provider" ON "identity"("person_id", "provider");

-- CreateIndex
CREATE INDEX "rate_limit_window_start_idx" ON "rate_limit"("window_start");

-- AddForeignKey
ALTER TABLE "case_discussion" ADD CONSTRAINT "case_discussion_core_team_id_consortium_id_fkey" FOREIGN KEY ("core_team_id", "consortium_id") REFERENCES "core_team"("id", "consortium_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_discussion" ADD CONSTRAINT "case_discussion_meeting_id_core_team_id_fkey" FOREIGN KEY ("meeting_id", "core_team_id") REFERENCES "meeting"("id", "core_team_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_discussion" ADD CONSTRAINT "case_discussion_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_discussion_text" ADD CONSTRAINT "case_discussion_text_case_discussion_id_core_team_id_fkey" FOREIGN KEY ("case_discussion_id", "core_team_id") REFERENCES "case_discussion"("id", "core_team_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_core_team_id_consortium_id_fkey" FOREIGN KEY ("core_team_id", "consortium_id") REFERENCES "core_team"("id", "consortium_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_meeting_id_core_team_id_fkey" FOREIGN KEY ("meeting_id", "core_team_id") REFERENCES "meeting"("id", "core_team_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_case_discussion_id_core_team_id_fkey" FOREIGN KEY ("case_discussion_id", "core_team_id") REFERENCES "case_discussion"("id", "core_team_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_consortium_id_fkey" FOREIGN KEY ("consortium_id") REFERENCES "consortium"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consortium_role" ADD CONSTRAINT "consortium_role_consortium_id_fkey" FOREIGN KEY ("consortium_id") REFERENCES "consortium"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consortium_role" ADD CONSTRAINT "consortium_role_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consortium_role" ADD CONSTRAINT "consortium_role_organisation_id_consortium_id_fkey" FOREIGN KEY ("organisation_id", "consortium_id") REFERENCES "organisation"("id", "consortium_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "core_team" ADD CONSTRAINT "core_team_consortium_id_fkey" FOREIGN KEY ("consortium_id") REFERENCES "consortium"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "core_team_school" ADD CONSTRAINT "core_team_school_core_team_id_consortium_id_fkey" FOREIGN KEY ("core_team_id", "consortium_id") REFERENCES "core_team"("id", "consortium_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "core_team_school" ADD CONSTRAINT "core_team_school_school_id_consortium_id_fkey" FOREIGN KEY ("school_id", "consortium_id") REFERENCES "school"("id", "consortium_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_function" ADD CONSTRAINT "team_function_consortium_id_fkey" FOREIGN KEY ("consortium_id") REFERENCES "consortium"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_core_team_id_consortium_id_fkey" FOREIGN KEY ("core_team_id", "consortium_id") REFERENCES "core_team"("id", "consortium_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_function_id_consortium_id_fkey" FOREIGN KEY ("function_id", "consortium_id") REFERENCES "team_function"("id", "consortium_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_organisation_id_consortium_id_fkey" FOREIGN KEY ("organisation_id", "consortium_id") REFERENCES "organisation"("id", "consortium_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "change_report" ADD CONSTRAINT "change_report_core_team_id_consortium_id_fkey" FOREIGN KEY ("core_team_id", "consortium_id") REFERENCES "core_team"("id", "consortium_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change_report" ADD CONSTRAINT "change_report_membership_id_core_team_id_fkey" FOREIGN KEY ("membership_id", "core_team_id") REFERENCES "membership"("id", "core_team_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "change_report" ADD CONSTRAINT "change_report_reported_by_id_fkey" FOREIGN KEY ("reported_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "form_submission" ADD CONSTRAINT "form_submission_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "form_draft" ADD CONSTRAINT "form_draft_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_core_team_id_consortium_id_fkey" FOREIGN KEY ("core_team_id", "consortium_id") REFERENCES "core_team"("id", "consortium_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_organiser_id_fkey" FOREIGN KEY ("organiser_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participation" ADD CONSTRAINT "participation_meeting_id_core_team_id_starts_at_ends_at_ca_fkey" FOREIGN KEY ("meeting_id", "core_team_id", "starts_at", "ends_at", "cancelled") REFERENCES "meeting"("id", "core_team_id", "starts_at", "ends_at", "cancelled") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participation" ADD CONSTRAINT "participation_core_team_id_consortium_id_fkey" FOREIGN KEY ("core_team_id", "consortium_id") REFERENCES "core_team"("id", "consortium_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participation" ADD CONSTRAINT "participation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participation" ADD CONSTRAINT "participation_function_id_consortium_id_fkey" FOREIGN KEY ("function_id", "consortium_id") REFERENCES "team_function"("id", "consortium_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_mail" ADD CONSTRAINT "meeting_mail_core_team_id_consortium_id_fkey" FOREIGN KEY ("core_team_id", "consortium_id") REFERENCES "core_team"("id", "consortium_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_mail" ADD CONSTRAINT "meeting_mail_participation_id_core_team_id_fkey" FOREIGN KEY ("participation_id", "core_team_id") REFERENCES "participation"("id", "core_team_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "school" ADD CONSTRAINT "school_consortium_id_fkey" FOREIGN KEY ("consortium_id") REFERENCES "consortium"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "school_import" ADD CONSTRAINT "school_import_consortium_id_fkey" FOREIGN KEY ("consortium_id") REFERENCES "consortium"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "school_import" ADD CONSTRAINT "school_import_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "school_import_change" ADD CONSTRAINT "school_import_change_import_id_consortium_id_fkey" FOREIGN KEY ("import_id", "consortium_id") REFERENCES "school_import"("id", "consortium_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "login_code" ADD CONSTRAINT "login_code_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity" ADD CONSTRAINT "identity_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "email_change" ADD CONSTRAINT "email_change_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

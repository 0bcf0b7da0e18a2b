-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "staff" (
    "id" UUID NOT NULL,
    "login" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "failed_logins" INTEGER NOT NULL DEFAULT 0,
    "locked_until" TIMESTAMPTZ(3),
    "id_index" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "staff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appointment" (
    "id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "division" TEXT NOT NULL,
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT,
    "granted_by" UUID,

    CONSTRAINT "appointment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "token_hash" BYTEA NOT NULL,
    "id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "appointment_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "id_number_enc" BYTEA,
    "id_index" BYTEA,
    "birth_date" TEXT NOT NULL,
    "sex" TEXT NOT NULL,
    "phone_enc" BYTEA,
    "died_on" TEXT,
    "declared_in" TEXT DEFAULT NULLIF(current_setting('app.division'::text, true), ''::text),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "household" (
    "id" UUID NOT NULL,
    "division" TEXT NOT NULL,
    "area" TEXT NOT NULL,
    "address_enc" BYTEA,
    "phone_enc" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "household_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "id" UUID NOT NULL,
    "household_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "relation" TEXT NOT NULL,
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "draft" (
    "id" UUID NOT NULL,
    "programme" TEXT NOT NULL,
    "division" TEXT NOT NULL,
    "created_by" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "content_enc" BYTEA NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reminded_at" TIMESTAMPTZ(3),
    "case_id" UUID,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "programme" TEXT NOT NULL,
    "division" TEXT NOT NULL,
    "area" TEXT NOT NULL,
    "household_id" UUID NOT NULL,
    "applicant_id" UUID NOT NULL,
    "applicant_name" TEXT NOT NULL,
    "member_count" INTEGER NOT NULL,
    "beneficiary_scope" TEXT NOT NULL DEFAULT 'wholeHousehold',
    "stage" TEXT NOT NULL,
    "stage_version" INTEGER NOT NULL DEFAULT 0,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "epoch" INTEGER NOT NULL DEFAULT 1,
    "authority" TEXT NOT NULL DEFAULT 'county',
    "clock" TEXT NOT NULL DEFAULT 'engine',
    "origin" TEXT NOT NULL DEFAULT 'application',
    "route" TEXT NOT NULL DEFAULT 'hukou',
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_by" UUID,
    "accepted_on" TEXT,
    "decided_on" TEXT,
    "closed_at" TIMESTAMPTZ(3),
    "stage_since" TIMESTAMPTZ(3) NOT NULL,
    "assignee_id" UUID,
    "next_due_at" TIMESTAMPTZ(3),
    "monthly_fen" BIGINT NOT NULL DEFAULT 0,
    "linked_case_id" UUID,
    "snapshot" JSONB NOT NULL,
    "engine_started_at" TIMESTAMPTZ(3),

    CONSTRAINT "case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_scope" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "division" TEXT NOT NULL,
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT,
    "guest" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "case_scope_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_member" (
    "case_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "relation" TEXT NOT NULL,
    "beneficiary" BOOLEAN NOT NULL DEFAULT true,
    "must_authorise" BOOLEAN NOT NULL DEFAULT false,
    "left_on" TEXT,
    "left_because" TEXT,

    CONSTRAINT "case_member_pkey" PRIMARY KEY ("case_id","person_id")
);

-- CreateTable
CREATE TABLE "fact" (
    "id" UUID NOT NULL,
    "household_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "person_id" UUID,
    "kind" TEXT NOT NULL,
    "content_enc" BYTEA NOT NULL,
    "evidence_id" UUID,
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by" UUID,
    "superseded_at" TIMESTAMPTZ(3),

    CONSTRAINT "fact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "relative_declaration" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "staff_id" UUID,
    "relative_name" TEXT NOT NULL,
    "post" TEXT NOT NULL,
    "relation" TEXT NOT NULL,
    "declared_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "relative_declaration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_input" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "content_enc" BYTEA NOT NULL,
    "hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "case_input_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_event" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "epoch" INTEGER NOT NULL,
    "command_id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "actor_id" UUID,
    "actor_role" TEXT NOT NULL,
    "actor_division" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "input_id" UUID,
    "input_hash" TEXT NOT NULL,
    "summary" JSONB NOT NULL,
    "patch" JSONB NOT NULL,
    "sentence" TEXT NOT NULL,

    CONSTRAINT "case_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assessment" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "on_date" TEXT NOT NULL,
    "eligibility" TEXT NOT NULL,
    "monthly_fen" BIGINT NOT NULL,
    "facts_hash" TEXT NOT NULL,
    "input_enc" BYTEA NOT NULL,
    "result_enc" BYTEA NOT NULL,
    "frozen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "assessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "matter_id" UUID,
    "kind" TEXT NOT NULL,
    "decided_on" TEXT NOT NULL,
    "authority" TEXT NOT NULL,
    "division" TEXT NOT NULL,
    "assessment_id" UUID,
    "reasons" TEXT NOT NULL,
    "decided_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "entitlement" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "programme" TEXT NOT NULL,
    "from_month" TEXT NOT NULL,
    "to_month" TEXT,
    "monthly_fen" BIGINT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'benefit',
    "decision_id" UUID NOT NULL,
    "superseded_by" UUID,

    CONSTRAINT "entitlement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "entitlement_component" (
    "entitlement_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "fen" BIGINT NOT NULL,

    CONSTRAINT "entitlement_component_pkey" PRIMARY KEY ("entitlement_id","person_id")
);

-- CreateTable
CREATE TABLE "deadline" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "owner" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "variant" TEXT,
    "from_date" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "promised_at" TIMESTAMPTZ(3),
    "length" INTEGER,
    "unit" TEXT NOT NULL,
    "clause" TEXT NOT NULL,
    "explanation" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'running',
    "ended_at" TIMESTAMPTZ(3),
    "level" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "deadline_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "matter" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "person_id" UUID,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_by" UUID,
    "closed_at" TIMESTAMPTZ(3),
    "outcome" TEXT,

    CONSTRAINT "matter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "work_item" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "owner" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "division" TEXT NOT NULL,
    "assignee_id" UUID,
    "level" INTEGER NOT NULL DEFAULT 0,
    "sentence" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "deadline_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "work_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "letter" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "matter_id" UUID,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "delivered_at" TIMESTAMPTZ(3),
    "receipt" JSONB,

    CONSTRAINT "letter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "person_id" UUID,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "storage_key" TEXT NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,
    "uploaded_by" UUID,

    CONSTRAINT "document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" BIGSERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "case_id" UUID,
    "payload" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "due_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "done_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "parameter_entry" (
    "id" UUID NOT NULL,
    "parameter" TEXT NOT NULL,
    "division" TEXT NOT NULL,
    "category" TEXT,
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT,
    "value" JSONB NOT NULL,
    "reference" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'proposed',
    "maker_id" UUID NOT NULL,
    "checker_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "checked_at" TIMESTAMPTZ(3),

    CONSTRAINT "parameter_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_entry" (
    "id" UUID NOT NULL,
    "division" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "source" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'proposed',
    "maker_id" UUID NOT NULL,
    "checker_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "checked_at" TIMESTAMPTZ(3),

    CONSTRAINT "calendar_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotent_answer" (
    "actor_id" UUID NOT NULL,
    "operation" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "input_hash" TEXT NOT NULL,
    "status" INTEGER,
    "answer" JSONB,
    "command_id" UUID,
    "case_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "idempotent_answer_pkey" PRIMARY KEY ("actor_id","operation","key")
);

-- CreateTable
CREATE TABLE "audit_row" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "request_id" TEXT NOT NULL,
    "actor_id" UUID,
    "role" TEXT,
    "division" TEXT,
    "operation" TEXT NOT NULL,
    "case_id" UUID,
    "persons" UUID[],
    "outcome" INTEGER NOT NULL,
    "details" JSONB NOT NULL,

    CONSTRAINT "audit_row_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_seal" (
    "day" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "audit_id" BIGINT NOT NULL,
    "previous" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_seal_pkey" PRIMARY KEY ("day","number")
);

-- CreateTable
CREATE TABLE "import_job" (
    "id" UUID NOT NULL,
    "file_hash" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "division" TEXT NOT NULL,
    "on_date" TEXT NOT NULL,
    "storage_key" TEXT,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "total" INTEGER NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "kept" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "import_job_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_error" (
    "job_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "field" TEXT NOT NULL,
    "level" TEXT NOT NULL DEFAULT 'error',
    "message" TEXT NOT NULL,

    CONSTRAINT "import_error_pkey" PRIMARY KEY ("job_id","line","field")
);

-- CreateIndex
CREATE UNIQUE INDEX "staff_login_key" ON "staff"("login");

-- CreateIndex
CREATE INDEX "appointment_staff_id_idx" ON "appointment"("staff_id");

-- CreateIndex
CREATE INDEX "appointment_role_division_idx" ON "appointment"("role", "division");

-- CreateIndex
CREATE UNIQUE INDEX "session_id_key" ON "session"("id");

-- CreateIndex
CREATE INDEX "session_staff_id_idx" ON "session"("staff_id");

-- CreateIndex
CREATE UNIQUE INDEX "person_id_index_key" ON "person"("id_index");

-- CreateIndex
CREATE INDEX "person_name_idx" ON "person"("name");

-- CreateIndex
CREATE INDEX "household_division_idx" ON "household"("division");

-- CreateIndex
CREATE INDEX "membership_household_id_idx" ON "membership"("household_id");

-- CreateIndex
CREATE INDEX "membership_person_id_idx" ON "membership"("person_id");

-- CreateIndex
CREATE INDEX "draft_division_idx" ON "draft"("division");

-- CreateIndex
CREATE UNIQUE INDEX "case_number_key" ON "case"("number");

-- CreateIndex
CREATE INDEX "case_division_stage_idx" ON "case"("division", "stage");

-- CreateIndex
CREATE INDEX "case_household_id_idx" ON "case"("household_id");

-- CreateIndex
CREATE INDEX "case_scope_case_id_idx" ON "case_scope"("case_id");

-- CreateIndex
CREATE INDEX "case_member_person_id_idx" ON "case_member"("person_id");

-- CreateIndex
CREATE INDEX "fact_case_id_idx" ON "fact"("case_id");

-- CreateIndex
CREATE INDEX "fact_household_id_idx" ON "fact"("household_id");

-- CreateIndex
CREATE INDEX "relative_declaration_case_id_idx" ON "relative_declaration"("case_id");

-- CreateIndex
CREATE INDEX "relative_declaration_staff_id_idx" ON "relative_declaration"("staff_id");

-- CreateIndex
CREATE INDEX "case_input_case_id_idx" ON "case_input"("case_id");

-- CreateIndex
CREATE UNIQUE INDEX "case_event_case_id_sequence_key" ON "case_event"("case_id", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "case_event_case_id_command_id_key" ON "case_event"("case_id", "command_id");

-- CreateIndex
CREATE INDEX "assessment_case_id_idx" ON "assessment"("case_id");

-- CreateIndex
CREATE INDEX "decision_case_id_idx" ON "decision"("case_id");

-- CreateIndex
CREATE INDEX "entitlement_case_id_idx" ON "entitlement"("case_id");

-- CreateIndex
CREATE INDEX "deadline_case_id_state_idx" ON "deadline"("case_id", "state");

-- CreateIndex
CREATE INDEX "deadline_state_due_at_idx" ON "deadline"("state", "due_at");

-- CreateIndex
CREATE INDEX "matter_case_id_idx" ON "matter"("case_id");

-- CreateIndex
CREATE INDEX "work_item_case_id_idx" ON "work_item"("case_id");

-- CreateIndex
CREATE INDEX "letter_case_id_idx" ON "letter"("case_id");

-- CreateIndex
CREATE INDEX "document_case_id_idx" ON "document"("case_id");

-- CreateIndex
CREATE INDEX "parameter_entry_parameter_state_idx" ON "parameter_entry"("parameter", "state");

-- CreateIndex
CREATE INDEX "idempotent_answer_created_at_idx" ON "idempotent_answer"("created_at");

-- CreateIndex
CREATE INDEX "audit_row_at_idx" ON "audit_row"("at");

-- CreateIndex
CREATE INDEX "audit_row_case_id_idx" ON "audit_row"("case_id");

-- CreateIndex
CREATE UNIQUE INDEX "audit_seal_audit_id_key" ON "audit_seal"("audit_id");

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_household_id_fkey" FOREIGN KEY ("household_id") REFERENCES "household"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case" ADD CONSTRAINT "case_household_id_fkey" FOREIGN KEY ("household_id") REFERENCES "household"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_member" ADD CONSTRAINT "case_member_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_event" ADD CONSTRAINT "case_event_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entitlement" ADD CONSTRAINT "entitlement_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entitlement_component" ADD CONSTRAINT "entitlement_component_entitlement_id_fkey" FOREIGN KEY ("entitlement_id") REFERENCES "entitlement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deadline" ADD CONSTRAINT "deadline_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "matter" ADD CONSTRAINT "matter_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_item" ADD CONSTRAINT "work_item_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "letter" ADD CONSTRAINT "letter_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_error" ADD CONSTRAINT "import_error_job_id_fkey" FOREIGN KEY ("job_id") REFERENCES "import_job"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


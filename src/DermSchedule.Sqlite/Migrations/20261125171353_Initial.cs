using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DermSchedule.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "audit_entries",
                columns: table => new
                {
                    practice_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    actor_kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    actor_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    session_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    action = table.Column<string>(type: "TEXT", nullable: false),
                    entity_type = table.Column<string>(type: "TEXT", nullable: false),
                    entity_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    patient_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    route = table.Column<string>(type: "TEXT", nullable: false),
                    address = table.Column<string>(type: "TEXT", nullable: true),
                    reason = table.Column<byte[]>(type: "BLOB", nullable: true),
                    change = table.Column<byte[]>(type: "BLOB", nullable: true),
                    content_hash = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_entries", x => new { x.practice_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "audit_heads",
                columns: table => new
                {
                    practice_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    seq = table.Column<long>(type: "INTEGER", nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    key_version = table.Column<int>(type: "INTEGER", nullable: false),
                    signature = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_heads", x => new { x.practice_id, x.seq });
                });

            migrationBuilder.CreateTable(
                name: "audit_sealer_turns",
                columns: table => new
                {
                    practice_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    turns = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_sealer_turns", x => x.practice_id);
                });

            migrationBuilder.CreateTable(
                name: "audit_seals",
                columns: table => new
                {
                    practice_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    seq = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    prev_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_seals", x => new { x.practice_id, x.seq });
                });

            migrationBuilder.CreateTable(
                name: "audit_subjects",
                columns: table => new
                {
                    practice_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    entity_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    patient_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_subjects", x => new { x.practice_id, x.entry_id, x.entity_id });
                });

            migrationBuilder.CreateTable(
                name: "audit_unsealed",
                columns: table => new
                {
                    practice_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_unsealed", x => new { x.practice_id, x.entry_id });
                });

            migrationBuilder.CreateTable(
                name: "consent_entries",
                columns: table => new
                {
                    practice_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    patient_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    visit = table.Column<Guid>(type: "TEXT", nullable: true),
                    phone = table.Column<byte[]>(type: "BLOB", nullable: false),
                    phone_index = table.Column<byte[]>(type: "BLOB", nullable: false),
                    channel = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    purpose = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    decision = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    words = table.Column<string>(type: "TEXT", nullable: true),
                    words_version = table.Column<int>(type: "INTEGER", nullable: true),
                    language = table.Column<string>(type: "TEXT", nullable: true),
                    shown_by_us = table.Column<bool>(type: "INTEGER", nullable: false),
                    address = table.Column<byte[]>(type: "BLOB", nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_consent_entries", x => new { x.practice_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "demo_clock",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    shown = table.Column<long>(type: "INTEGER", nullable: false),
                    since = table.Column<long>(type: "INTEGER", nullable: false),
                    stands_until = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    moved_by = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_demo_clock", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "directory",
                columns: table => new
                {
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    key_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    practice_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_directory", x => new { x.kind, x.key_hash });
                });

            migrationBuilder.CreateTable(
                name: "drafts_drafts",
                columns: table => new
                {
                    practice_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    answers = table.Column<byte[]>(type: "BLOB", nullable: false),
                    typed = table.Column<byte[]>(type: "BLOB", nullable: true),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_drafts_drafts", x => new { x.practice_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "due_rows",
                columns: table => new
                {
                    practice_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    subject_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    generation = table.Column<int>(type: "INTEGER", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: false),
                    payload = table.Column<byte[]>(type: "BLOB", nullable: true),
                    leased_until = table.Column<long>(type: "INTEGER", nullable: true),
                    leased_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    done_at = table.Column<long>(type: "INTEGER", nullable: true),
                    dead = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_due_rows", x => new { x.practice_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "files_files",
                columns: table => new
                {
                    practice_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    owner_kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    purpose = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    content_type = table.Column<string>(type: "TEXT", nullable: false),
                    width = table.Column<int>(type: "INTEGER", nullable: false),
                    height = table.Column<int>(type: "INTEGER", nullable: false),
                    uploaded_size = table.Column<int>(type: "INTEGER", nullable: false),
                    size = table.Column<int>(type: "INTEGER", nullable: false),
                    note = table.Column<byte[]>(type: "BLOB", nullable: true),
                    added_at = table.Column<long>(type: "INTEGER", nullable: false),
                    removed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_files_files", x => new { x.practice_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "files_shelves",
                columns: table => new
                {
                    practice_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    owner_kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_files_shelves", x => new { x.practice_id, x.owner_kind, x.owner_id });
                });

            migrationBuilder.CreateTable(
                name: "idempotent_answers",
                columns: table => new
                {
                    practice_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    fingerprint = table.Column<byte[]>(type: "BLOB", nullable: false),
                    body_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    answer = table.Column<byte[]>(type: "BLOB", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_idempotent_answers", x => new { x.practice_id, x.fingerprint });
                });

            migrationBuilder.CreateTable(
                name: "identity_accounts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    email = table.Column<string>(type: "TEXT", nullable: false),
                    normalized_email = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    password_hash = table.Column<string>(type: "TEXT", nullable: true),
                    security_stamp = table.Column<string>(type: "TEXT", nullable: false),
                    active = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_accounts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "identity_api_keys",
                columns: table => new
                {
                    practice_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    token_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    roles = table.Column<string>(type: "TEXT", nullable: false),
                    clinic_ids = table.Column<string>(type: "TEXT", nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    revoked_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_api_keys", x => new { x.practice_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "identity_invitations",
                columns: table => new
                {
                    token_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    practice_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    used_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_invitations", x => x.token_hash);
                });

            migrationBuilder.CreateTable(
                name: "identity_memberships",
                columns: table => new
                {
                    practice_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    roles = table.Column<string>(type: "TEXT", nullable: false),
                    privileges = table.Column<string>(type: "TEXT", nullable: false),
                    clinic_ids = table.Column<string>(type: "TEXT", nullable: true),
                    invited_at = table.Column<long>(type: "INTEGER", nullable: false),
                    joined_at = table.Column<long>(type: "INTEGER", nullable: true),
                    left_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_memberships", x => new { x.practice_id, x.account_id });
                });

            migrationBuilder.CreateTable(
                name: "identity_sessions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    practice_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    family_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    token_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_sessions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "identity_visit_links",
                columns: table => new
                {
                    practice_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    token_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    appointment_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_visit_links", x => new { x.practice_id, x.token_hash });
                });

            migrationBuilder.CreateTable(
                name: "identity_workplaces",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    practice_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_workplaces", x => new { x.account_id, x.practice_id });
                });

            migrationBuilder.CreateTable(
                name: "patients",
                columns: table => new
                {
                    practice_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    first_name = table.Column<byte[]>(type: "BLOB", nullable: false),
                    last_name = table.Column<byte[]>(type: "BLOB", nullable: false),
                    date_of_birth = table.Column<byte[]>(type: "BLOB", nullable: true),
                    phone = table.Column<byte[]>(type: "BLOB", nullable: true),
                    email = table.Column<byte[]>(type: "BLOB", nullable: true),
                    details = table.Column<byte[]>(type: "BLOB", nullable: true),
                    preferred_language = table.Column<string>(type: "TEXT", nullable: false),
                    time_zone = table.Column<string>(type: "TEXT", nullable: true),
                    identity_index = table.Column<byte[]>(type: "BLOB", nullable: false),
                    phone_index = table.Column<byte[]>(type: "BLOB", nullable: true),
                    email_index = table.Column<byte[]>(type: "BLOB", nullable: true),
                    birth_date_index = table.Column<byte[]>(type: "BLOB", nullable: true),
                    possible_duplicate = table.Column<bool>(type: "INTEGER", nullable: false),
                    guardian_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_patients", x => new { x.practice_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "patients_identities",
                columns: table => new
                {
                    practice_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    identity_index = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_patients_identities", x => new { x.practice_id, x.identity_index });
                });

            migrationBuilder.CreateTable(
                name: "patients_name_prefixes",
                columns: table => new
                {
                    practice_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    prefix = table.Column<byte[]>(type: "BLOB", nullable: false),
                    patient_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_patients_name_prefixes", x => new { x.practice_id, x.prefix, x.patient_id });
                });

            migrationBuilder.CreateTable(
                name: "practices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    language = table.Column<string>(type: "TEXT", nullable: false),
                    currency_code = table.Column<string>(type: "TEXT", nullable: false),
                    settings_version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_practices", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "practices_appointment_types",
                columns: table => new
                {
                    practice_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    category = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    description = table.Column<string>(type: "TEXT", nullable: false),
                    duration_minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    duration_minutes_new_patient = table.Column<int>(type: "INTEGER", nullable: true),
                    buffer_before_minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    buffer_after_minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    start_grid_minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    minimum_notice_minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    horizon_days = table.Column<int>(type: "INTEGER", nullable: false),
                    deposit_minor = table.Column<long>(type: "INTEGER", nullable: true),
                    provider_ids = table.Column<string>(type: "TEXT", nullable: false),
                    clinic_ids = table.Column<string>(type: "TEXT", nullable: false),
                    resource_kinds = table.Column<string>(type: "TEXT", nullable: false),
                    daily_cap = table.Column<int>(type: "INTEGER", nullable: true),
                    online_bookable = table.Column<bool>(type: "INTEGER", nullable: false),
                    auto_cancel = table.Column<bool>(type: "INTEGER", nullable: false),
                    urgent_only = table.Column<bool>(type: "INTEGER", nullable: false),
                    concerns = table.Column<string>(type: "TEXT", nullable: false),
                    preparation = table.Column<string>(type: "TEXT", nullable: false),
                    durations = table.Column<string>(type: "TEXT", nullable: false),
                    provider_part = table.Column<string>(type: "TEXT", nullable: true),
                    translations = table.Column<string>(type: "TEXT", nullable: false),
                    active = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_practices_appointment_types", x => new { x.practice_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "practices_clinics",
                columns: table => new
                {
                    practice_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    slug = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    message_name = table.Column<string>(type: "TEXT", nullable: true),
                    time_zone = table.Column<string>(type: "TEXT", nullable: false),
                    phone = table.Column<string>(type: "TEXT", nullable: false),
                    address = table.Column<string>(type: "TEXT", nullable: false),
                    hours = table.Column<string>(type: "TEXT", nullable: false),
                    holidays = table.Column<string>(type: "TEXT", nullable: false),
                    external_ids = table.Column<string>(type: "TEXT", nullable: false),
                    active = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_practices_clinics", x => new { x.practice_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "practices_date_overrides",
                columns: table => new
                {
                    practice_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    provider_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    date = table.Column<string>(type: "TEXT", nullable: false),
                    windows = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_practices_date_overrides", x => new { x.practice_id, x.provider_id, x.clinic_id, x.date });
                });

            migrationBuilder.CreateTable(
                name: "practices_exceptions",
                columns: table => new
                {
                    practice_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    provider_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    starts_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ends_at = table.Column<long>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_practices_exceptions", x => new { x.practice_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "practices_policies",
                columns: table => new
                {
                    practice_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    policies = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_practices_policies", x => new { x.practice_id, x.clinic_id });
                });

            migrationBuilder.CreateTable(
                name: "practices_providers",
                columns: table => new
                {
                    practice_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    bio = table.Column<string>(type: "TEXT", nullable: false),
                    clinic_ids = table.Column<string>(type: "TEXT", nullable: false),
                    lanes = table.Column<int>(type: "INTEGER", nullable: false),
                    accepts_new_patients = table.Column<bool>(type: "INTEGER", nullable: false),
                    travel_minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    translations = table.Column<string>(type: "TEXT", nullable: false),
                    external_ids = table.Column<string>(type: "TEXT", nullable: false),
                    active = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_practices_providers", x => new { x.practice_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "practices_resources",
                columns: table => new
                {
                    practice_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    active = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_practices_resources", x => new { x.practice_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "practices_schedules",
                columns: table => new
                {
                    practice_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    provider_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    effective_from = table.Column<string>(type: "TEXT", nullable: false),
                    effective_to = table.Column<string>(type: "TEXT", nullable: true),
                    weekly = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_practices_schedules", x => new { x.practice_id, x.provider_id, x.clinic_id, x.effective_from });
                });

            migrationBuilder.CreateTable(
                name: "reservations",
                columns: table => new
                {
                    practice_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    resource_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    starts_at = table.Column<long>(type: "INTEGER", nullable: false),
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    lane_from = table.Column<int>(type: "INTEGER", nullable: false),
                    lane_to = table.Column<int>(type: "INTEGER", nullable: false),
                    ends_at = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reservations", x => new { x.practice_id, x.resource_id, x.starts_at, x.id });
                });

            migrationBuilder.CreateTable(
                name: "scheduling_appointment_events",
                columns: table => new
                {
                    practice_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    appointment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    action = table.Column<string>(type: "TEXT", nullable: false),
                    actor_kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    actor_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    reason = table.Column<byte[]>(type: "BLOB", nullable: true),
                    before = table.Column<string>(type: "TEXT", nullable: true),
                    after = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_scheduling_appointment_events", x => new { x.practice_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "scheduling_appointments",
                columns: table => new
                {
                    practice_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    provider_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    appointment_type_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    patient_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    patient_kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    starts_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ends_at = table.Column<long>(type: "INTEGER", nullable: false),
                    promised_wall = table.Column<string>(type: "TEXT", nullable: false),
                    resource_ids = table.Column<string>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    cancel_reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    generation = table.Column<int>(type: "INTEGER", nullable: false),
                    booked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    external_ids = table.Column<byte[]>(type: "BLOB", nullable: true),
                    notes = table.Column<byte[]>(type: "BLOB", nullable: true),
                    typed = table.Column<byte[]>(type: "BLOB", nullable: true),
                    triage_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    is_protected = table.Column<bool>(type: "INTEGER", nullable: false),
                    sms_consent = table.Column<bool>(type: "INTEGER", nullable: false),
                    language = table.Column<string>(type: "TEXT", nullable: false),
                    flags = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_scheduling_appointments", x => new { x.practice_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "scheduling_blocks",
                columns: table => new
                {
                    practice_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    resource_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    starts_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ends_at = table.Column<long>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_scheduling_blocks", x => new { x.practice_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "scheduling_holds",
                columns: table => new
                {
                    practice_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    token_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    provider_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    appointment_type_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    patient_kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    starts_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ends_at = table.Column<long>(type: "INTEGER", nullable: false),
                    resource_ids = table.Column<string>(type: "TEXT", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    triage_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    extensions = table.Column<int>(type: "INTEGER", nullable: false),
                    visitor = table.Column<byte[]>(type: "BLOB", nullable: false),
                    became_appointment = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_scheduling_holds", x => new { x.practice_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "tasks_alerts",
                columns: table => new
                {
                    practice_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    subject_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    level = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    raised_at = table.Column<long>(type: "INTEGER", nullable: false),
                    words = table.Column<byte[]>(type: "BLOB", nullable: false),
                    contact = table.Column<byte[]>(type: "BLOB", nullable: true),
                    escalations = table.Column<int>(type: "INTEGER", nullable: false),
                    acknowledged_at = table.Column<long>(type: "INTEGER", nullable: true),
                    acknowledged_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tasks_alerts", x => new { x.practice_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "tasks_tasks",
                columns: table => new
                {
                    practice_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    subject_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    opened_at = table.Column<long>(type: "INTEGER", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: false),
                    contact = table.Column<byte[]>(type: "BLOB", nullable: true),
                    done_at = table.Column<long>(type: "INTEGER", nullable: true),
                    done_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tasks_tasks", x => new { x.practice_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "triage_records",
                columns: table => new
                {
                    practice_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    token_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    answered_at = table.Column<long>(type: "INTEGER", nullable: false),
                    intake = table.Column<byte[]>(type: "BLOB", nullable: false),
                    outcome = table.Column<byte[]>(type: "BLOB", nullable: false),
                    contact = table.Column<byte[]>(type: "BLOB", nullable: true),
                    follows = table.Column<Guid>(type: "TEXT", nullable: true),
                    replaced_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    patient = table.Column<Guid>(type: "TEXT", nullable: true),
                    visit = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_triage_records", x => new { x.practice_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "triage_rule_proposals",
                columns: table => new
                {
                    practice_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    based_on = table.Column<int>(type: "INTEGER", nullable: false),
                    tightenings = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    proposed_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    proposed_by_clinician = table.Column<bool>(type: "INTEGER", nullable: false),
                    proposed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    trial = table.Column<string>(type: "TEXT", nullable: false),
                    decision = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    decided_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    decided_at = table.Column<long>(type: "INTEGER", nullable: true),
                    decision_reason = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_triage_rule_proposals", x => new { x.practice_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "triage_rule_versions",
                columns: table => new
                {
                    practice_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    proposal_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    tightenings = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    standard_version = table.Column<string>(type: "TEXT", nullable: false),
                    proposed_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    approved_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    in_force_from = table.Column<long>(type: "INTEGER", nullable: false),
                    trial = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_triage_rule_versions", x => new { x.practice_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "vault_keys",
                columns: table => new
                {
                    practice_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    purpose = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    master_key_id = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    wrapped = table.Column<byte[]>(type: "BLOB", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_vault_keys", x => new { x.practice_id, x.purpose, x.version });
                });

            migrationBuilder.CreateIndex(
                name: "IX_audit_entries_practice_id_actor_id_id",
                table: "audit_entries",
                columns: new[] { "practice_id", "actor_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_audit_entries_practice_id_entity_id_id",
                table: "audit_entries",
                columns: new[] { "practice_id", "entity_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_audit_entries_practice_id_patient_id_id",
                table: "audit_entries",
                columns: new[] { "practice_id", "patient_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_audit_seals_practice_id_entry_id",
                table: "audit_seals",
                columns: new[] { "practice_id", "entry_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_audit_subjects_practice_id_patient_id_entry_id",
                table: "audit_subjects",
                columns: new[] { "practice_id", "patient_id", "entry_id" });

            migrationBuilder.CreateIndex(
                name: "IX_consent_entries_practice_id_patient_id_at",
                table: "consent_entries",
                columns: new[] { "practice_id", "patient_id", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_consent_entries_practice_id_phone_index_purpose",
                table: "consent_entries",
                columns: new[] { "practice_id", "phone_index", "purpose" });

            migrationBuilder.CreateIndex(
                name: "IX_drafts_drafts_practice_id_key_hash",
                table: "drafts_drafts",
                columns: new[] { "practice_id", "key_hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_due_rows_kind_due_at",
                table: "due_rows",
                columns: new[] { "kind", "due_at" },
                filter: "done_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_due_rows_practice_id_kind_key",
                table: "due_rows",
                columns: new[] { "practice_id", "kind", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_files_files_practice_id_owner_id_added_at",
                table: "files_files",
                columns: new[] { "practice_id", "owner_id", "added_at" });

            migrationBuilder.CreateIndex(
                name: "IX_idempotent_answers_expires_at",
                table: "idempotent_answers",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "IX_identity_accounts_normalized_email",
                table: "identity_accounts",
                column: "normalized_email",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_identity_api_keys_practice_id_token_hash",
                table: "identity_api_keys",
                columns: new[] { "practice_id", "token_hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_identity_invitations_practice_id_account_id",
                table: "identity_invitations",
                columns: new[] { "practice_id", "account_id" });

            migrationBuilder.CreateIndex(
                name: "IX_identity_memberships_account_id",
                table: "identity_memberships",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "IX_identity_sessions_account_id",
                table: "identity_sessions",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "IX_identity_sessions_family_hash",
                table: "identity_sessions",
                column: "family_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_identity_visit_links_practice_id_appointment_id",
                table: "identity_visit_links",
                columns: new[] { "practice_id", "appointment_id" });

            migrationBuilder.CreateIndex(
                name: "IX_patients_practice_id_birth_date_index",
                table: "patients",
                columns: new[] { "practice_id", "birth_date_index" });

            migrationBuilder.CreateIndex(
                name: "IX_patients_practice_id_email_index",
                table: "patients",
                columns: new[] { "practice_id", "email_index" });

            migrationBuilder.CreateIndex(
                name: "IX_patients_practice_id_identity_index",
                table: "patients",
                columns: new[] { "practice_id", "identity_index" });

            migrationBuilder.CreateIndex(
                name: "IX_patients_practice_id_phone_index",
                table: "patients",
                columns: new[] { "practice_id", "phone_index" });

            migrationBuilder.CreateIndex(
                name: "IX_patients_name_prefixes_practice_id_patient_id",
                table: "patients_name_prefixes",
                columns: new[] { "practice_id", "patient_id" });

            migrationBuilder.CreateIndex(
                name: "IX_practices_clinics_practice_id_slug",
                table: "practices_clinics",
                columns: new[] { "practice_id", "slug" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_practices_exceptions_practice_id_provider_id_ends_at",
                table: "practices_exceptions",
                columns: new[] { "practice_id", "provider_id", "ends_at" });

            migrationBuilder.CreateIndex(
                name: "IX_reservations_practice_id_owner_id",
                table: "reservations",
                columns: new[] { "practice_id", "owner_id" });

            migrationBuilder.CreateIndex(
                name: "IX_scheduling_appointment_events_practice_id_appointment_id_id",
                table: "scheduling_appointment_events",
                columns: new[] { "practice_id", "appointment_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_scheduling_appointments_practice_id_clinic_id_starts_at",
                table: "scheduling_appointments",
                columns: new[] { "practice_id", "clinic_id", "starts_at" });

            migrationBuilder.CreateIndex(
                name: "IX_scheduling_appointments_practice_id_patient_id_starts_at",
                table: "scheduling_appointments",
                columns: new[] { "practice_id", "patient_id", "starts_at" });

            migrationBuilder.CreateIndex(
                name: "IX_scheduling_appointments_practice_id_provider_id_starts_at",
                table: "scheduling_appointments",
                columns: new[] { "practice_id", "provider_id", "starts_at" });

            migrationBuilder.CreateIndex(
                name: "IX_scheduling_blocks_practice_id_resource_id_starts_at",
                table: "scheduling_blocks",
                columns: new[] { "practice_id", "resource_id", "starts_at" });

            migrationBuilder.CreateIndex(
                name: "IX_scheduling_holds_practice_id_expires_at",
                table: "scheduling_holds",
                columns: new[] { "practice_id", "expires_at" });

            migrationBuilder.CreateIndex(
                name: "IX_scheduling_holds_practice_id_token_hash",
                table: "scheduling_holds",
                columns: new[] { "practice_id", "token_hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_scheduling_holds_practice_id_visitor_expires_at",
                table: "scheduling_holds",
                columns: new[] { "practice_id", "visitor", "expires_at" });

            migrationBuilder.CreateIndex(
                name: "IX_tasks_alerts_practice_id_acknowledged_at_raised_at",
                table: "tasks_alerts",
                columns: new[] { "practice_id", "acknowledged_at", "raised_at" });

            migrationBuilder.CreateIndex(
                name: "IX_tasks_alerts_practice_id_subject_id",
                table: "tasks_alerts",
                columns: new[] { "practice_id", "subject_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_tasks_tasks_practice_id_done_at_due_at",
                table: "tasks_tasks",
                columns: new[] { "practice_id", "done_at", "due_at" });

            migrationBuilder.CreateIndex(
                name: "IX_tasks_tasks_practice_id_subject_id_kind",
                table: "tasks_tasks",
                columns: new[] { "practice_id", "subject_id", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_triage_records_practice_id_visit",
                table: "triage_records",
                columns: new[] { "practice_id", "visit" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit_entries");

            migrationBuilder.DropTable(
                name: "audit_heads");

            migrationBuilder.DropTable(
                name: "audit_sealer_turns");

            migrationBuilder.DropTable(
                name: "audit_seals");

            migrationBuilder.DropTable(
                name: "audit_subjects");

            migrationBuilder.DropTable(
                name: "audit_unsealed");

            migrationBuilder.DropTable(
                name: "consent_entries");

            migrationBuilder.DropTable(
                name: "demo_clock");

            migrationBuilder.DropTable(
                name: "directory");

            migrationBuilder.DropTable(
                name: "drafts_drafts");

            migrationBuilder.DropTable(
                name: "due_rows");

            migrationBuilder.DropTable(
                name: "files_files");

            migrationBuilder.DropTable(
                name: "files_shelves");

            migrationBuilder.DropTable(
                name: "idempotent_answers");

            migrationBuilder.DropTable(
                name: "identity_accounts");

            migrationBuilder.DropTable(
                name: "identity_api_keys");

            migrationBuilder.DropTable(
                name: "identity_invitations");

            migrationBuilder.DropTable(
                name: "identity_memberships");

            migrationBuilder.DropTable(
                name: "identity_sessions");

            migrationBuilder.DropTable(
                name: "identity_visit_links");

            migrationBuilder.DropTable(
                name: "identity_workplaces");

            migrationBuilder.DropTable(
                name: "patients");

            migrationBuilder.DropTable(
                name: "patients_identities");

            migrationBuilder.DropTable(
                name: "patients_name_prefixes");

            migrationBuilder.DropTable(
                name: "practices");

            migrationBuilder.DropTable(
                name: "practices_appointment_types");

            migrationBuilder.DropTable(
                name: "practices_clinics");

            migrationBuilder.DropTable(
                name: "practices_date_overrides");

            migrationBuilder.DropTable(
                name: "practices_exceptions");

            migrationBuilder.DropTable(
                name: "practices_policies");

            migrationBuilder.DropTable(
                name: "practices_providers");

            migrationBuilder.DropTable(
                name: "practices_resources");

            migrationBuilder.DropTable(
                name: "practices_schedules");

            migrationBuilder.DropTable(
                name: "reservations");

            migrationBuilder.DropTable(
                name: "scheduling_appointment_events");

            migrationBuilder.DropTable(
                name: "scheduling_appointments");

            migrationBuilder.DropTable(
                name: "scheduling_blocks");

            migrationBuilder.DropTable(
                name: "scheduling_holds");

            migrationBuilder.DropTable(
                name: "tasks_alerts");

            migrationBuilder.DropTable(
                name: "tasks_tasks");

            migrationBuilder.DropTable(
                name: "triage_records");

            migrationBuilder.DropTable(
                name: "triage_rule_proposals");

            migrationBuilder.DropTable(
                name: "triage_rule_versions");

            migrationBuilder.DropTable(
                name: "vault_keys");
        }
    }
}

-- What the application must never be able to do, refused by the database itself. Run after every migration; what stands already is left alone,
-- so a second server that starts takes no lock on a table in use.
DO $$
BEGIN
    -- No row is longer than a day: whoever looks for what overlaps need not look back further. An empty range would overlap nothing at all.
    IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = 'reservations'::regclass AND conname = 'reservations_well_formed') THEN
        ALTER TABLE reservations ADD CONSTRAINT reservations_well_formed
            CHECK (starts_at < ends_at AND lane_from < lane_to AND ends_at - starts_at <= interval '24 hours');
    END IF;

    -- Two reservations of one resource never overlap on the same lanes,
    IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = 'reservations'::regclass AND conname = 'reservations_no_overlap') THEN
        ALTER TABLE reservations ADD CONSTRAINT reservations_no_overlap EXCLUDE USING gist
            (practice_id WITH =, resource_id WITH =, int4range(lane_from, lane_to) WITH &&, tstzrange(starts_at, ends_at, '[)') WITH &&);
    END IF;

    -- nor at two clinics whatever the lane.
    IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = 'reservations'::regclass AND conname = 'reservations_one_clinic') THEN
        ALTER TABLE reservations ADD CONSTRAINT reservations_one_clinic EXCLUDE USING gist
            (practice_id WITH =, resource_id WITH =, clinic_id WITH <>, tstzrange(starts_at, ends_at, '[)') WITH &&);
    END IF;
END $$;

CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;

DO $$
DECLARE
    guarded text;
BEGIN
    FOREACH guarded IN ARRAY ARRAY['audit_entries', 'audit_subjects', 'audit_seals', 'audit_heads', 'consent_entries', 'scheduling_appointment_events', 'triage_rule_versions'] LOOP
        IF NOT EXISTS (SELECT 1 FROM pg_trigger WHERE tgrelid = guarded::regclass AND tgname = guarded || '_append_only') THEN
            EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
                guarded || '_append_only', guarded);
        END IF;
    END LOOP;

    -- The sealer takes lines away from here; nobody changes one.
    IF NOT EXISTS (SELECT 1 FROM pg_trigger WHERE tgrelid = 'audit_unsealed'::regclass AND tgname = 'audit_unsealed_delete_only') THEN
        CREATE TRIGGER audit_unsealed_delete_only BEFORE UPDATE OR TRUNCATE ON audit_unsealed FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    END IF;

    -- A proposal is decided once, and stays whatever became of it.
    IF NOT EXISTS (SELECT 1 FROM pg_trigger WHERE tgrelid = 'triage_rule_proposals'::regclass AND tgname = 'triage_rule_proposals_no_delete') THEN
        CREATE TRIGGER triage_rule_proposals_no_delete BEFORE DELETE OR TRUNCATE ON triage_rule_proposals FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    END IF;
END $$;

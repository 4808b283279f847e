-- What the application must never be able to do, refused by the file itself. Run after every migration, because a table
-- rebuild in a migration drops triggers without a word; running it again changes nothing.

-- Two reservations of one resource never overlap on the same lanes, nor at two clinics whatever the lane. No row is longer
-- than 24 hours, so the check reads one day of the index and not the history.
DROP TRIGGER IF EXISTS reservations_no_overlap_insert;
CREATE TRIGGER reservations_no_overlap_insert BEFORE INSERT ON reservations
BEGIN
    SELECT RAISE(ABORT, 'reservations_malformed')
    WHERE NEW.starts_at >= NEW.ends_at OR NEW.lane_from >= NEW.lane_to OR NEW.ends_at - NEW.starts_at > 86400000000;

    SELECT RAISE(ABORT, 'reservations_no_overlap')
    WHERE EXISTS (
        SELECT 1 FROM reservations AS other
        WHERE other.practice_id = NEW.practice_id AND other.resource_id = NEW.resource_id
            AND other.starts_at < NEW.ends_at AND other.starts_at > NEW.starts_at - 86400000000 AND other.ends_at > NEW.starts_at
            AND (other.clinic_id <> NEW.clinic_id OR (other.lane_from < NEW.lane_to AND other.lane_to > NEW.lane_from)));
END;

DROP TRIGGER IF EXISTS reservations_no_overlap_update;
CREATE TRIGGER reservations_no_overlap_update
BEFORE UPDATE OF practice_id, id, resource_id, clinic_id, lane_from, lane_to, starts_at, ends_at ON reservations
BEGIN
    SELECT RAISE(ABORT, 'reservations_malformed')
    WHERE NEW.starts_at >= NEW.ends_at OR NEW.lane_from >= NEW.lane_to OR NEW.ends_at - NEW.starts_at > 86400000000;

    SELECT RAISE(ABORT, 'reservations_no_overlap')
    WHERE EXISTS (
        SELECT 1 FROM reservations AS other
        WHERE other.id <> OLD.id
            AND other.practice_id = NEW.practice_id AND other.resource_id = NEW.resource_id
            AND other.starts_at < NEW.ends_at AND other.starts_at > NEW.starts_at - 86400000000 AND other.ends_at > NEW.starts_at
            AND (other.clinic_id <> NEW.clinic_id OR (other.lane_from < NEW.lane_to AND other.lane_to > NEW.lane_from)));
END;

-- The trail only grows. INSERT OR REPLACE removes the old row without firing its delete trigger, hence the insert triggers.
DROP TRIGGER IF EXISTS audit_entries_no_replace;
CREATE TRIGGER audit_entries_no_replace BEFORE INSERT ON audit_entries
WHEN EXISTS (SELECT 1 FROM audit_entries AS old WHERE old.practice_id = NEW.practice_id AND old.id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'audit_entries is append-only'); END;

DROP TRIGGER IF EXISTS audit_entries_no_update;
CREATE TRIGGER audit_entries_no_update BEFORE UPDATE ON audit_entries
BEGIN SELECT RAISE(ABORT, 'audit_entries is append-only'); END;

DROP TRIGGER IF EXISTS audit_entries_no_delete;
CREATE TRIGGER audit_entries_no_delete BEFORE DELETE ON audit_entries
BEGIN SELECT RAISE(ABORT, 'audit_entries is append-only'); END;

DROP TRIGGER IF EXISTS audit_subjects_no_replace;
CREATE TRIGGER audit_subjects_no_replace BEFORE INSERT ON audit_subjects
WHEN EXISTS (SELECT 1 FROM audit_subjects AS old
    WHERE old.practice_id = NEW.practice_id AND old.entry_id = NEW.entry_id AND old.entity_id = NEW.entity_id)
BEGIN SELECT RAISE(ABORT, 'audit_subjects is append-only'); END;

DROP TRIGGER IF EXISTS audit_subjects_no_update;
CREATE TRIGGER audit_subjects_no_update BEFORE UPDATE ON audit_subjects
BEGIN SELECT RAISE(ABORT, 'audit_subjects is append-only'); END;

DROP TRIGGER IF EXISTS audit_subjects_no_delete;
CREATE TRIGGER audit_subjects_no_delete BEFORE DELETE ON audit_subjects
BEGIN SELECT RAISE(ABORT, 'audit_subjects is append-only'); END;

DROP TRIGGER IF EXISTS audit_seals_no_replace;
CREATE TRIGGER audit_seals_no_replace BEFORE INSERT ON audit_seals
WHEN EXISTS (SELECT 1 FROM audit_seals AS old
    WHERE old.practice_id = NEW.practice_id AND (old.seq = NEW.seq OR old.entry_id = NEW.entry_id))
BEGIN SELECT RAISE(ABORT, 'audit_seals is append-only'); END;

DROP TRIGGER IF EXISTS audit_seals_no_update;
CREATE TRIGGER audit_seals_no_update BEFORE UPDATE ON audit_seals
BEGIN SELECT RAISE(ABORT, 'audit_seals is append-only'); END;

DROP TRIGGER IF EXISTS audit_seals_no_delete;
CREATE TRIGGER audit_seals_no_delete BEFORE DELETE ON audit_seals
BEGIN SELECT RAISE(ABORT, 'audit_seals is append-only'); END;

DROP TRIGGER IF EXISTS audit_heads_no_replace;
CREATE TRIGGER audit_heads_no_replace BEFORE INSERT ON audit_heads
WHEN EXISTS (SELECT 1 FROM audit_heads AS old WHERE old.practice_id = NEW.practice_id AND old.seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'audit_heads is append-only'); END;

DROP TRIGGER IF EXISTS audit_heads_no_update;
CREATE TRIGGER audit_heads_no_update BEFORE UPDATE ON audit_heads
BEGIN SELECT RAISE(ABORT, 'audit_heads is append-only'); END;

DROP TRIGGER IF EXISTS audit_heads_no_delete;
CREATE TRIGGER audit_heads_no_delete BEFORE DELETE ON audit_heads
BEGIN SELECT RAISE(ABORT, 'audit_heads is append-only'); END;

-- The sealer takes lines away from here; nobody changes one.
DROP TRIGGER IF EXISTS audit_unsealed_no_update;
CREATE TRIGGER audit_unsealed_no_update BEFORE UPDATE ON audit_unsealed
BEGIN SELECT RAISE(ABORT, 'audit_unsealed is never changed'); END;

-- The consent ledger: a change of mind is a line of its own.
DROP TRIGGER IF EXISTS consent_entries_no_replace;
CREATE TRIGGER consent_entries_no_replace BEFORE INSERT ON consent_entries
WHEN EXISTS (SELECT 1 FROM consent_entries AS old WHERE old.practice_id = NEW.practice_id AND old.id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'consent_entries is append-only'); END;

DROP TRIGGER IF EXISTS consent_entries_no_update;
CREATE TRIGGER consent_entries_no_update BEFORE UPDATE ON consent_entries
BEGIN SELECT RAISE(ABORT, 'consent_entries is append-only'); END;

DROP TRIGGER IF EXISTS consent_entries_no_delete;
CREATE TRIGGER consent_entries_no_delete BEFORE DELETE ON consent_entries
BEGIN SELECT RAISE(ABORT, 'consent_entries is append-only'); END;

-- The history of a visit: an undo is an event of its own.
DROP TRIGGER IF EXISTS scheduling_appointment_events_no_replace;
CREATE TRIGGER scheduling_appointment_events_no_replace BEFORE INSERT ON scheduling_appointment_events
WHEN EXISTS (SELECT 1 FROM scheduling_appointment_events AS old WHERE old.practice_id = NEW.practice_id AND old.id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'scheduling_appointment_events is append-only'); END;

DROP TRIGGER IF EXISTS scheduling_appointment_events_no_update;
CREATE TRIGGER scheduling_appointment_events_no_update BEFORE UPDATE ON scheduling_appointment_events
BEGIN SELECT RAISE(ABORT, 'scheduling_appointment_events is append-only'); END;

DROP TRIGGER IF EXISTS scheduling_appointment_events_no_delete;
CREATE TRIGGER scheduling_appointment_events_no_delete BEFORE DELETE ON scheduling_appointment_events
BEGIN SELECT RAISE(ABORT, 'scheduling_appointment_events is append-only'); END;

-- The rules a practice judged by: a triage of then names its version, for ever.
DROP TRIGGER IF EXISTS triage_rule_versions_no_replace;
CREATE TRIGGER triage_rule_versions_no_replace BEFORE INSERT ON triage_rule_versions
WHEN EXISTS (SELECT 1 FROM triage_rule_versions AS old WHERE old.practice_id = NEW.practice_id AND old.number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'triage_rule_versions is append-only'); END;

DROP TRIGGER IF EXISTS triage_rule_versions_no_update;
CREATE TRIGGER triage_rule_versions_no_update BEFORE UPDATE ON triage_rule_versions
BEGIN SELECT RAISE(ABORT, 'triage_rule_versions is append-only'); END;

DROP TRIGGER IF EXISTS triage_rule_versions_no_delete;
CREATE TRIGGER triage_rule_versions_no_delete BEFORE DELETE ON triage_rule_versions
BEGIN SELECT RAISE(ABORT, 'triage_rule_versions is append-only'); END;

-- A proposal is decided once, and stays whatever became of it.
DROP TRIGGER IF EXISTS triage_rule_proposals_no_replace;
CREATE TRIGGER triage_rule_proposals_no_replace BEFORE INSERT ON triage_rule_proposals
WHEN EXISTS (SELECT 1 FROM triage_rule_proposals AS old WHERE old.practice_id = NEW.practice_id AND old.id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'triage_rule_proposals is never deleted'); END;

DROP TRIGGER IF EXISTS triage_rule_proposals_no_delete;
CREATE TRIGGER triage_rule_proposals_no_delete BEFORE DELETE ON triage_rule_proposals
BEGIN SELECT RAISE(ABORT, 'triage_rule_proposals is never deleted'); END;

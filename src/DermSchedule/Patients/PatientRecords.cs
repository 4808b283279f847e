using DermSchedule.Audit;
using DermSchedule.Data;
using DermSchedule.Encryption;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DermSchedule.Patients;

/// <summary>
/// The door of this room: how other rooms find, add and read patients, inside their own unit of work. Who shows what it reads here audits the
/// read; what is added is audited here.
/// </summary>
public sealed partial class PatientRecords(ScheduleDb db, PracticeScope scope, Vault vault, AuditTrail audit, Ids ids, TimeProvider clock)
{
    /// <summary>
    /// The record of somebody who books online. An old one only when first and last name, birth date, and a phone or e-mail already on it agree;
    /// it is never changed (domain.md 1).
    /// </summary>
    public async Task<MatchedPatient> MatchOrAdd(PersonDetails person, Instant now, CancellationToken ct) =>
        await MatchOrAdd(PatientFacts.Of(person), null, now, ct);

    /// <summary>
    /// The record of a patient somebody else books for. The guardian's phone and e-mail count as the patient's own for the match; a new record of a
    /// patient under age is linked to the guardian's. An old record keeps the guardian it has: what is typed online changes nothing.
    /// </summary>
    /// <param name="person">Who is coming.</param>
    /// <param name="bookedBy">Who books.</param>
    /// <param name="adultAge">From this age on patients speak for themselves; a policy of the clinic.</param>
    /// <param name="now">Of the injected clock.</param>
    /// <param name="ct">Cancels the unit.</param>
    public async Task<MatchedPatient> MatchOrAddGuarded(PersonDetails person, GuardianDetails bookedBy, int adultAge, Instant now, CancellationToken ct)
    {
        var guardian = await MatchOrAdd(PatientFacts.Of(bookedBy), null, now, ct);
        return await MatchOrAdd(PatientFacts.Of(person), new Booker(guardian.PatientId, bookedBy, adultAge), now, ct);
    }

    /// <summary>A new record by staff, who saw the person or asked; flagged like any other when one with the same name and birth date exists.</summary>
    public async Task<MatchedPatient> Add(PersonDetails person, Instant now, CancellationToken ct)
    {
        var added = await Add(PatientFacts.Of(person), null, now, ct);
        return new MatchedPatient(added.Id, Joined: false, added.PossibleDuplicate);
    }

    internal async Task<Patient> Add(PatientFacts facts, PatientId? guardian, Instant now, CancellationToken ct)
    {
        var others = await SameIdentity(PatientIndexes.Identity(vault, facts.FirstName, facts.LastName, facts.DateOfBirth), ct);
        return Store(facts, guardian, others.Count > 0, now);
    }

    private async Task<MatchedPatient> MatchOrAdd(PatientFacts facts, Booker? booker, Instant now, CancellationToken ct)
    {
        var identity = PatientIndexes.Identity(vault, facts.FirstName, facts.LastName, facts.DateOfBirth);
        var same = await SameIdentity(identity, ct);

        // Two first bookings of one person at one instant: the second waits here for the first and then finds its record.
        if (same.Count == 0 && await IdentityClaim.WasThere(db, scope.Practice, identity, ct))
        {
            same = await SameIdentity(identity, ct);
        }

        byte[]?[] phones = [Phone(facts.Phone), Phone(booker?.Details.Phone.E164)];
        byte[]?[] emails = [Email(facts.Email), Email(booker?.Details.Email)];

        if (same.Find(row => Agrees(row.Phone, phones) || Agrees(row.Email, emails) || (booker is not null && row.Guardian == booker.Id)) is { } known)
        {
            return new MatchedPatient(known.Id, Joined: true, PossibleDuplicate: false);
        }

        var added = Store(facts, booker is not null && IsUnderAge(facts.DateOfBirth, booker.AdultAge) ? booker.Id : null, same.Count > 0, now);
        return new MatchedPatient(added.Id, Joined: false, added.PossibleDuplicate);
    }

    private Patient Store(PatientFacts facts, PatientId? guardian, bool possibleDuplicate, Instant now)
    {
        var id = ids.Next<Patient>();
        var patient = facts.Seal(scope.Practice, id, now, vault);
        patient.PossibleDuplicate = possibleDuplicate;
        patient.GuardianId = guardian;
        db.Add(patient);
        db.AddRange(facts.Prefixes(scope.Practice, id, vault));
        audit.Record("patient.added", new AuditRecord("patient", id.Value, id), after: facts);
        return patient;
    }

    /// <summary>Records of this name and birth date, the oldest first, those of this unit that are not stored yet included.</summary>
    private async Task<List<Candidate>> SameIdentity(byte[] identity, CancellationToken ct)
    {
        // Put in order here: SQLite would rather read all patients by their key than sort the one or two that the index finds.
        var stored = await db.Set<Patient>().AsNoTracking().Where(row => row.IdentityIndex == identity)
            .Select(row => new Candidate(row.Id, row.PhoneIndex, row.EmailIndex, row.GuardianId)).ToListAsync(ct);
        var added = Added.Where(row => row.IdentityIndex.AsSpan().SequenceEqual(identity))
            .Select(row => new Candidate(row.Id, row.PhoneIndex, row.EmailIndex, row.GuardianId));
        return [.. stored.OrderBy(row => row.Id), .. added];
    }

    private byte[]? Phone(string? e164) => e164 is null ? null : PatientIndexes.Phone(vault, e164);

    private byte[]? Email(string? email) => email is null ? null : PatientIndexes.Email(vault, email);

    private static bool Agrees(byte[]? stored, byte[]?[] given) => stored is not null && Array.Exists(given, index => index is not null && index.AsSpan().SequenceEqual(stored));

    private sealed record Candidate(PatientId Id, byte[]? Phone, byte[]? Email, PatientId? Guardian);

    private sealed record Booker(PatientId Id, GuardianDetails Details, int AdultAge);
}

using DermSchedule.Encryption;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DermSchedule.Patients;

/// <content>What other rooms show of a patient, and how they reach one.</content>
public sealed partial class PatientRecords
{
    /// <summary>Who may answer for somebody else. A record is no clinic's, so no clinic's policy says it.</summary>
    private const int OfAge = 18;

    public async Task<bool> Exists(PatientId patient, CancellationToken ct) =>
        Added.Any(row => row.Id == patient) || await db.Set<Patient>().AnyAsync(row => row.Id == patient, ct);

    /// <summary>Whether there is such a person, of age and not in this patient's own care: two who guard each other have no guardian (domain.md 1).</summary>
    public async Task<bool> MayGuard(PatientId guardian, PatientId? patient, CancellationToken ct) =>
        await db.Set<Patient>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == guardian, ct) is { } person
        && (patient is null || person.GuardianId != patient)
        && !IsUnderAge(PatientFacts.Open(person, vault).DateOfBirth, OfAge);

    /// <summary>
    /// The patients that fit what the desk typed, to be part of another room's query: the blind indexes answer it there. Null when nothing in it can
    /// be searched.
    /// </summary>
    public IQueryable<PatientId>? Matching(string typed) => PatientSearch.Read(typed)?.Among(db, vault).Select(patient => patient.Id);

    /// <summary>The names of these patients, in one query, with those this unit has just added; one that does not exist is missing.</summary>
    public async Task<IReadOnlyDictionary<PatientId, PatientName>> Names(IReadOnlyCollection<PatientId> patients, CancellationToken ct)
    {
        var rows = patients.Count == 0 ? [] : await db.Set<Patient>().AsNoTracking().Where(row => patients.Contains(row.Id))
            .Select(row => new { row.Id, row.FirstName, row.LastName }).ToListAsync(ct);
        rows.AddRange(Added.Where(row => patients.Contains(row.Id)).Select(row => new { row.Id, row.FirstName, row.LastName }));
        return rows.ToDictionary(row => row.Id, row => Name(row.Id, row.FirstName, row.LastName));
    }

    /// <summary>How to reach a patient: through the guardian while under age. Null when there is no such patient.</summary>
    /// <param name="patient">Whom.</param>
    /// <param name="adultAge">From this age on patients speak for themselves; a policy of the clinic.</param>
    /// <param name="ct">Cancels the read.</param>
    public async Task<PatientContact?> ContactOf(PatientId patient, int adultAge, CancellationToken ct)
    {
        var guardians = db.Set<Patient>().Where(row => row.Id == patient).Select(row => row.GuardianId);
        var rows = await db.Set<Patient>().AsNoTracking().Where(row => row.Id == patient || guardians.Contains(row.Id)).ToListAsync(ct);
        rows.AddRange(Added);

        if (rows.Find(row => row.Id == patient) is not { } own)
        {
            return null;
        }

        var facts = PatientFacts.Open(own, vault);
        var guardian = rows.Find(row => row.Id == own.GuardianId && IsUnderAge(facts.DateOfBirth, adultAge)) is { } other ? PatientFacts.Open(other, vault) : null;
        var reached = guardian ?? facts;
        return new PatientContact(
            new PatientName(facts.FirstName, facts.LastName),
            PhoneNumber.TryParse(reached.Phone, out var phone) ? phone : null,
            reached.Email,
            reached.PreferredLanguage,
            facts.TimeZone ?? reached.TimeZone,
            guardian is null ? facts.Details.ContactPreferences : Both(facts.Details.ContactPreferences, guardian.Details.ContactPreferences),
            guardian is not null,
            guardian is null && IsUnderAge(facts.DateOfBirth, adultAge));
    }

    /// <summary>A patient as somebody would say it in a booking, with the guardian who answers while under age. Null when there is no such patient.</summary>
    /// <param name="patient">Whom.</param>
    /// <param name="adultAge">From this age on patients speak for themselves; a policy of the clinic.</param>
    /// <param name="ct">Cancels the read.</param>
    public async Task<SaidAgain?> SayAgain(PatientId patient, int adultAge, CancellationToken ct)
    {
        var guardians = db.Set<Patient>().Where(row => row.Id == patient).Select(row => row.GuardianId);
        var rows = await db.Set<Patient>().AsNoTracking().Where(row => row.Id == patient || guardians.Contains(row.Id)).ToListAsync(ct);

        if (rows.Find(row => row.Id == patient) is not { } own)
        {
            return null;
        }

        var facts = PatientFacts.Open(own, vault);
        var underAge = IsUnderAge(facts.DateOfBirth, adultAge);
        var guardian = rows.Find(row => row.Id == own.GuardianId && underAge) is { } other ? PatientFacts.Open(other, vault) : null;
        return new SaidAgain(
            new TypedPerson(facts.FirstName, facts.LastName, facts.BornIso, facts.Phone, facts.Email, facts.PreferredLanguage, facts.TimeZone, facts.Details.Payer, facts.Details.Interpreter),
            guardian is null ? null : new TypedGuardian(guardian.FirstName, guardian.LastName, guardian.Phone, "guardian", guardian.Email),
            adultAge,
            underAge);
    }

    /// <summary>What this unit has added and the database has not seen yet.</summary>
    private IEnumerable<Patient> Added => db.ChangeTracker.Entries<Patient>().Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity);

    private PatientName Name(PatientId id, Sealed<string> first, Sealed<string> last) =>
        new(vault.Open(first, PatientsTables.FirstName, id.Value), vault.Open(last, PatientsTables.LastName, id.Value));

    // A birthday is a date without a place; nobody's messages turn on the hours by which it differs between zones.
    private bool IsUnderAge(LocalDate? born, int adultAge) => born?.PlusYears(adultAge) > clock.GetCurrentInstant().InUtc().Date;

    private static ContactPreferences Both(ContactPreferences one, ContactPreferences other) =>
        new(one.NoSms || other.NoSms, one.NoEmail || other.NoEmail, one.NoVoice || other.NoVoice, one.Confidential || other.Confidential);
}

using System.Text.Json;
using DermSchedule.Data;
using DermSchedule.Encryption;
using DermSchedule.Identity;
using DermSchedule.Patients;
using DermSchedule.Practices;
using Microsoft.EntityFrameworkCore;
using NodaTime.Text;

namespace DermSchedule.Scheduling;

/// <summary>
/// Who holds the link of a visit books again for the same patient, or for a member of the family, without typing what the clinic knows. It is filled in
/// here and never shown: a link is not a proof of who reads it.
/// </summary>
public sealed class KnownPeople(ScheduleDb db, PatientLinks links, PatientRecords patients, Catalogs catalogs, Vault vault, TimeProvider clock)
{
    private static readonly Refusal NoSuchVisit = Refusals.Field("sameAs", "There is no such visit.");
    private static readonly Refusal OtherCompany = Refusals.Field("bookedBy", "The same patient is booked as before. Leave this out, or say who comes.");
    private static readonly Refusal MoreIsNeeded = Refusals.Field("sameAs", "The other visit does not say enough: say who comes, and how to reach them.");

    /// <summary>What is wrong with a completed request. Fields that were left to the other visit are not named: that would tell what its record has and has not.</summary>
    public static Refusal Told(Refusal invalid, BookAppointment.Request request)
    {
        var sent = JsonSerializer.SerializeToNode(request, KernelJson.Options);
        var own = (IReadOnlyDictionary<string, string[]>)invalid.Members["errors"]!;
        var named = own.Where(error => IsOwn(error.Key) || error.Key.Split('.').Aggregate(sent, (node, name) => node?[name]) is not null).ToDictionary(StringComparer.Ordinal);
        return named.Count > 0 ? Refusals.ValidationFailed.With("errors", named) : MoreIsNeeded;

        bool IsOwn(string path) => path is "patient.firstName" or "patient.lastName" or "patient.dateOfBirth" ? request.Patient is not null
            : !path.StartsWith("patient", StringComparison.Ordinal) && !path.StartsWith("bookedBy", StringComparison.Ordinal);
    }

    /// <summary>The request with what it left to the other visit.</summary>
    public async Task<Result<BookAppointment.Request>> Complete(BookAppointment.Request request, CancellationToken ct)
    {
        if (request.SameAs is not { } token)
        {
            return request;
        }

        if (await Find(new Token(token), ct) is not var (known, booker))
        {
            return NoSuchVisit;
        }

        if (request.Patient is not null)
        {
            return Family(request, known, booker, IsChild(request.Patient, known));
        }

        // By other company the record would not be found again.
        return request.BookedBy is null ? request with { Patient = known.Patient, BookedBy = booker } : OtherCompany;
    }

    /// <summary>For whom the questions of a visit are answered (domain.md 6): it decides how cues are read.</summary>
    public async Task<Triage.VisitFor?> For(Token token, CancellationToken ct) => await Find(token, ct) is var (known, booker)
        ? known.IsUnderAge ? Triage.VisitFor.Child : booker is null ? Triage.VisitFor.Self : Triage.VisitFor.OtherAdult
        : null;

    private async Task<(SaidAgain Known, TypedGuardian? Booker)?> Find(Token token, CancellationToken ct)
    {
        if (await links.Open(token, ct) is not { } id || await db.Set<Appointment>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } visit
            || !VisitAccess.IsLinkGood(visit, clock.GetCurrentInstant()))
        {
            return null;
        }

        var adultAge = (await catalogs.Current(ct)).PoliciesAt(visit.ClinicId).AdultAge;
        var typed = visit.Typed is { } details ? vault.Open(details, SchedulingTables.Typed, visit.Id.Value).BookedBy : null;
        return await patients.SayAgain(visit.PatientId, adultAge, ct) is { } known
            ? (known, typed is null ? known.Guardian : new TypedGuardian(typed.FirstName, typed.LastName, typed.Phone, typed.Relationship, typed.Email))
            : null;
    }

    // By the practice's own age: whoever is under it does not book alone (domain.md 1).
    private bool IsChild(TypedPerson? patient, SaidAgain known) =>
        LocalDatePattern.Iso.Parse(patient?.DateOfBirth?.Trim() ?? "") is { Success: true, Value: var born } && born.PlusYears(known.AdultAge) > clock.GetCurrentInstant().InUtc().Date;

    // Whoever can be reached about the other visit is reached about this one.
    private static BookAppointment.Request Family(BookAppointment.Request request, SaidAgain known, TypedGuardian? booker, bool isChild)
    {
        var other = known.Patient;
        var (phone, email) = booker is null ? (other.Phone, other.Email) : (booker.Phone, booker.Email);
        var patient = request.Patient! with { PreferredLanguage = request.Patient.PreferredLanguage ?? other.PreferredLanguage, TimeZone = request.Patient.TimeZone ?? other.TimeZone };

        // Whoever answers for the one child answers for the other; an adult who was booked for answers for the family's.
        var by = request.BookedBy ?? (!isChild ? null : booker is null && known.IsUnderAge ? null : new TypedGuardian(null, null, null, null));

        if (by is null)
        {
            return request with { Patient = patient with { Phone = patient.Phone ?? phone, Email = patient.Email ?? email } };
        }

        return request with
        {
            Patient = patient,
            BookedBy = new TypedGuardian(
                by.FirstName ?? booker?.FirstName ?? other.FirstName,
                by.LastName ?? booker?.LastName ?? other.LastName,
                by.Phone ?? phone,
                by.Relationship ?? booker?.Relationship ?? (isChild ? "family" : null),
                by.Email ?? email),
        };
    }
}

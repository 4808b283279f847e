using DermSchedule.Data;
using DermSchedule.Encryption;
using DermSchedule.Identity;
using DermSchedule.Patients;
using DermSchedule.Practices;
using Microsoft.EntityFrameworkCore;

namespace DermSchedule.Scheduling;

/// <summary>
/// Who holds the link of a visit books again for the same patient, or for a member of the family, without typing what the clinic knows. It is filled in
/// here and never shown: a link is not a proof of who reads it.
/// </summary>
public sealed class KnownPeople(ScheduleDb db, PatientLinks links, PatientRecords patients, Catalogs catalogs, Vault vault, TimeProvider clock)
{
    private static readonly Refusal NoSuchVisit = Refusals.Field("sameAs", "There is no such visit.");

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

        return request.Patient is null ? request with { Patient = known.Patient, BookedBy = booker } : Family(request, known.Patient, booker);
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

    // Whoever can be reached about the other visit is reached about this one.
    private static BookAppointment.Request Family(BookAppointment.Request request, TypedPerson other, TypedGuardian? booker)
    {
        var (phone, email) = booker is null ? (other.Phone, other.Email) : (booker.Phone, booker.Email);
        var patient = request.Patient! with { PreferredLanguage = request.Patient.PreferredLanguage ?? other.PreferredLanguage, TimeZone = request.Patient.TimeZone ?? other.TimeZone };

        if (request.BookedBy is not { } by)
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
                by.Relationship ?? booker?.Relationship,
                by.Email ?? email),
        };
    }
}

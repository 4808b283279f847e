using DermSchedule.Consents;
using DermSchedule.Data;
using DermSchedule.Encryption;
using DermSchedule.Identity;
using DermSchedule.Patients;
using DermSchedule.Practices;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DermSchedule.Scheduling;

/// <summary>Writes a visit whose time has been taken: the person's record, the visit and the patient's link, inside the caller's unit.</summary>
public sealed class VisitWriter(ScheduleDb db, PatientRecords patients, PatientLinks links, Appointments appointments, VisitAnswers answers, VisitParts parts)
{
    public AppointmentId NewId() => parts.Ids.Next<Appointment>();

    public async Task<Result<BookAppointment.Booked>> WriteOnline(AppointmentId id, SlotWish wish, TakenSlot slot, OnlinePeople people, Instant now, CancellationToken ct)
    {
        if (await answers.Taken(wish.Triage, ct) is { } taken)
        {
            return taken;
        }

        var patient = people.BookedBy is { } booker
            ? await patients.MatchOrAddGuarded(people.Patient, booker, people.Policies.AdultAge, now, ct)
            : await patients.MatchOrAdd(people.Patient, now, ct);
        var visit = New(id, wish, slot, patient.PatientId, AppointmentSource.Online, people.Patient.PreferredLanguage, people.Texts is { Agreed: true }, now);
        visit.Typed = parts.Vault.Seal(people.Typed, SchedulingTables.Typed, id.Value);
        visit.Flags = [.. await Flags(wish, slot, patient, people.Policies, now, ct), .. VisitFlags.Of(wish), .. people.Patient.Interpreter is null ? [] : new[] { VisitFlags.InterpreterNeeded }];
        appointments.Add(visit, now);

        if (people is { Texts: { } said, Reached: { } phone })
        {
            parts.Consents.Record(said.About(wish.Clinic, visit, phone), now);
        }

        await answers.Booked(visit, wish, people, now, ct);
        var token = links.Give(id);
        var zone = ClinicClock.In(wish.Clinic.TimeZone);
        return new BookAppointment.Booked(
            id, visit.Status, zone.OnTheWire(visit.StartsAt), zone.OnTheWire(visit.EndsAt), visit.ProviderId,
            token.Value, parts.Address.OfVisit(token), BookAppointment.DepositAnswer.NotRequired);
    }

    /// <summary>A visit the desk makes; no link is given, the desk sends one when asked.</summary>
    public async Task<Appointment> WriteAtDesk(AppointmentId id, SlotWish wish, TakenSlot slot, PatientId patient, DeskTerms terms, Instant now, CancellationToken ct)
    {
        var contact = await patients.ContactOf(patient, terms.Policies.AdultAge, ct);
        var visit = New(id, wish, slot, patient, terms.Source, contact?.PreferredLanguage ?? "en", smsConsent: false, now);
        visit.Status = terms.WalkIn ? AppointmentStatus.CheckedIn : visit.Status;
        visit.Flags = [.. VisitFlags.Of(slot), .. contact is { LacksGuardian: true } ? [VisitFlags.NoGuardian] : Array.Empty<string>()];
        visit.Notes = parts.Vault.SealOptional(terms.Notes, SchedulingTables.Notes, id.Value);
        visit.ExternalIds = terms.ExternalIds is { } ids ? parts.Vault.Seal(ids, SchedulingTables.ExternalIds, id.Value) : null;
        appointments.Add(visit, now);
        return visit;
    }

    private static Appointment New(AppointmentId id, SlotWish wish, TakenSlot slot, PatientId patient, AppointmentSource source, string language, bool smsConsent, Instant now) => new()
    {
        PracticeId = wish.Clinic.PracticeId,
        Id = id,
        ClinicId = wish.Clinic.Id,
        ProviderId = slot.ProviderId,
        AppointmentTypeId = wish.Type.Id,
        PatientId = patient,
        PatientKind = wish.Kind,
        Status = Transitions.AtBooking(slot.StartsAt, now),
        StartsAt = slot.StartsAt,
        EndsAt = slot.EndsAt,
        PromisedWall = ClinicClock.In(wish.Clinic.TimeZone).WallOf(slot.StartsAt),
        ResourceIds = slot.ResourceIds,
        Source = source,
        BookedAt = now,
        ChangedAt = now,
        SmsConsent = smsConsent,
        Language = language,
    };

    // A wrong claim is flagged to the desk, never refused or revealed (domain.md 1).
    private async Task<IReadOnlyList<string>> Flags(SlotWish wish, TakenSlot slot, MatchedPatient patient, Policies policies, Instant now, CancellationToken ct)
    {
        var flags = new List<string>();
        var since = now.InUtc().LocalDateTime.Minus(Period.FromYears(policies.EstablishedYears)).InUtc().ToInstant();

        if (wish.Kind == PatientKind.Established
            && !(patient.Joined && await db.Set<Appointment>().AnyAsync(visit => visit.PatientId == patient.PatientId && visit.StartsAt >= since && visit.Status == AppointmentStatus.Completed, ct)))
        {
            flags.Add(VisitFlags.ClaimedEstablished);
        }

        if (patient.PossibleDuplicate)
        {
            flags.Add(VisitFlags.PossibleDuplicate);
        }

        if (slot.Overridden)
        {
            flags.Add(VisitFlags.Overridden);
        }

        return flags;
    }
}

/// <summary>What writers of visits and holds need besides the rooms.</summary>
public sealed record VisitParts(Ids Ids, Vault Vault, PublicAddress Address, HoldCap Cap, ConsentLedger Consents);

/// <summary>On what terms the desk books.</summary>
public sealed record DeskTerms(AppointmentSource Source, bool WalkIn, string? Notes, IReadOnlyList<ExternalIdWords>? ExternalIds, Policies Policies);

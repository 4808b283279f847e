using DermSchedule.Data;
using DermSchedule.Patients;
using DermSchedule.Practices;
using NodaTime;

namespace DermSchedule.Scheduling;

/// <summary>What the desk wants, checked: the time, and for whom.</summary>
/// <param name="Wish">The time.</param>
/// <param name="Policies">In force at the clinic.</param>
/// <param name="Known">A patient of the practice.</param>
/// <param name="Person">Or somebody new.</param>
public sealed record DeskWish(SlotWish Wish, Policies Policies, PatientId? Known, PersonDetails? Person);

/// <summary>Checks what the desk sent against the practice's own records.</summary>
public sealed class DeskWishes(Catalogs catalogs, PatientRecords patients, Caller caller)
{
    public async Task<Result<DeskWish>> Read(BookAtDesk.Request request, Instant now, CancellationToken ct)
    {
        var catalog = await catalogs.Current(ct);

        if (catalog.Clinics.GetValueOrDefault(request.ClinicId!.Value) is not { Active: true } clinic || !caller.MayAt(clinic.Id.Value))
        {
            return Refusals.NotFound;
        }

        if (catalog.AppointmentTypes.GetValueOrDefault(request.AppointmentTypeId!.Value) is not { } type || !Catalog.IsOffered(type, clinic.Id))
        {
            return Refusals.NotFound;
        }

        if (References.Twice(request.ExternalIds) is { } same)
        {
            return same;
        }

        var walkIn = request.WalkIn ?? false;

        if (request.Start is null && !walkIn)
        {
            return Refusals.Field("start", "Required.");
        }

        var wish = new SlotWish(clinic, type, request.ProviderId, walkIn ? ToMinute(now) : request.Start!.Value, request.PatientKind!.Value)
        {
            Staff = true,
            Override = walkIn || (request.Override ?? false),
            Overbook = request.Overbook ?? false,
        };

        var policies = catalog.PoliciesAt(clinic.Id);
        return (request.PatientId, request.Patient) switch
        {
            ({ } known, null) => await patients.Exists(known, ct) ? new DeskWish(wish, policies, known, null) : Refusals.NotFound,
            (null, { } person) => Newcomer(person, wish, policies, now),
            _ => Refusals.Field("patientId", "Give either patientId or patient."),
        };
    }

    private static Result<DeskWish> Newcomer(TypedPerson typed, SlotWish wish, Policies policies, Instant now)
    {
        var errors = new FieldErrors();
        var person = PersonInput.Read(typed, "patient", ClinicClock.In(wish.Clinic.TimeZone).DateOf(now), phoneNeeded: false, errors);
        return errors.Any ? errors.Refusal : new DeskWish(wish, policies, null, person);
    }

    private static Instant ToMinute(Instant now) => Instant.FromUnixTimeSeconds(now.ToUnixTimeSeconds() / 60 * 60);
}

/// <summary>Makes the visit the desk wants, inside the caller's unit.</summary>
public sealed class DeskVisits(ScheduleDb db, SlotTaker slots, PatientRecords patients, VisitWriter writer, VisitViews views)
{
    public async Task<Result<VisitView>> Book(BookAtDesk.Request request, DeskWish desk, Instant now, CancellationToken ct)
    {
        var id = writer.NewId();

        if ((await slots.Take(desk.Wish, id.Value, ReservationKind.Appointment, expires: null, replaces: null, now, ct)).IsRefused(out var refusal, out var slot))
        {
            return refusal;
        }

        var walkIn = request.WalkIn ?? false;
        var patient = desk.Known ?? (await patients.Add(desk.Person!, now, ct)).PatientId;
        var source = request.Source ?? (walkIn ? AppointmentSource.WalkIn : AppointmentSource.Phone);
        var visit = await writer.WriteAtDesk(id, desk.Wish, slot, patient, new DeskTerms(source, walkIn, request.Notes, request.ExternalIds, desk.Policies), now, ct);

        // The answer shows the new patient's name as it is stored, so it has to be stored first; it still commits with the rest.
        await db.SaveChangesAsync(ct);
        return await views.Of(visit, ct);
    }
}

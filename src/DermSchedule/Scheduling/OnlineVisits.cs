using DermSchedule.Data;
using DermSchedule.Practices;
using DermSchedule.Triage;
using NodaTime;

namespace DermSchedule.Scheduling;

/// <summary>Makes the visit of somebody who books online, inside the caller's unit: from a hold, or straight from a free time.</summary>
public sealed class OnlineVisits(ScheduleDb db, Holds holds, SlotTaker slots, IReservationWall wall, Catalogs catalogs, VisitWriter writer, Triages triages)
{
    /// <summary>The hold's rows become the visit's by one conditional update, so no time passes in which the slot is free.</summary>
    public async Task<Result<BookAppointment.Booked>> FromHold(string slug, string token, PatientKind? kind, OnlinePeople people, Instant now, CancellationToken ct)
    {
        var catalog = await catalogs.Current(ct);

        if (catalog.ClinicBySlug(slug) is not { } clinic)
        {
            return Refusals.NotFound;
        }

        if (people.By(catalog.PoliciesAt(clinic.Id), ClinicClock.In(clinic.TimeZone).DateOf(now)).IsRefused(out var tooYoung, out var checkedPeople))
        {
            return tooYoung;
        }

        if ((await holds.Live(token, now, ct)).IsRefused(out var refusal, out var hold))
        {
            return refusal;
        }

        if (clinic.Id != hold.ClinicId)
        {
            return Refusals.NotFound;
        }

        // Length and kept windows were chosen for the one; the other has to choose anew.
        if (kind is { } said && said != hold.PatientKind)
        {
            return Refusals.Field("patientKind", "This time is kept for another kind of patient. Choose a time again.");
        }

        // Hours may have changed while the form was filled in; the lock keeps them as they are now until we are done (domain.md 3).
        await wall.LockHours([hold.ProviderId], exclusive: false, ct);

        // The booking may name newer answers than the hold: what they forbid counts.
        var triage = people.Triage ?? await triages.NewestOf(hold.TriageId, ct);

        if (StillOffered(await catalogs.Current(ct), clinic, hold, triage, now) is { } withdrawn)
        {
            return withdrawn;
        }

        var id = writer.NewId();

        if (!await wall.Convert(hold.Id.Value, ReservationKind.Hold, id, now, ct))
        {
            // Used by a second tap of the same visitor meanwhile, or really over.
            await db.Entry(hold).ReloadAsync(ct);
            return hold.BecameAppointment is null ? SchedulingRefusals.HoldExpired : SchedulingRefusals.HoldUsed;
        }

        hold.BecameAppointment = id;
        var wish = new SlotWish(clinic, catalog.AppointmentTypes[hold.AppointmentTypeId], hold.ProviderId, hold.StartsAt, hold.PatientKind) { Triage = triage };
        var slot = new TakenSlot(hold.ProviderId, hold.StartsAt, hold.EndsAt, hold.ResourceIds);
        return await writer.WriteOnline(id, wish, slot, checkedPeople, now, ct);
    }

    /// <summary>What a hold was given for: who hears that it is not offered any more is shown the times around it. Null for a type or clinic that is gone.</summary>
    public async Task<SlotWish?> Kept(string token, CancellationToken ct)
    {
        var catalog = await catalogs.Current(ct);

        return await holds.Of(token, ct) is { } hold
            && catalog.Clinics.GetValueOrDefault(hold.ClinicId) is { } clinic
            && catalog.AppointmentTypes.GetValueOrDefault(hold.AppointmentTypeId) is { } type
                ? new SlotWish(clinic, type, hold.ProviderId, hold.StartsAt, hold.PatientKind)
                : null;
    }

    public async Task<Result<BookAppointment.Booked>> Direct(SlotWish wish, OnlinePeople people, Instant now, CancellationToken ct)
    {
        var id = writer.NewId();

        return (await slots.Take(wish, id.Value, ReservationKind.Appointment, expires: null, replaces: null, now, ct)).IsRefused(out var refusal, out var slot)
            ? refusal
            : await writer.WriteOnline(id, wish, slot, people, now, ct);
    }

    private static Refusal? StillOffered(Catalog catalog, Clinic clinic, Hold hold, TriageStanding? triage, Instant now)
    {
        var type = catalog.AppointmentTypes[hold.AppointmentTypeId];
        var plan = AvailabilityPlan.For(catalog, clinic, type, hold.PatientKind, urgent: true);

        if (UrgentRule.Refuse(catalog, clinic, type, hold.StartsAt, triage) is { } blocked)
        {
            return blocked;
        }

        if (!Catalog.IsOffered(type, clinic.Id) || !type.OnlineBookable || !hold.ResourceIds.All(catalog.IsInUse) || plan.Find(hold.ProviderId) is not { } provider)
        {
            return SchedulingRefusals.SlotUnavailable;
        }

        if (hold.StartsAt <= now)
        {
            return SchedulingRefusals.SlotUnavailable.With("reasons", new[] { Words.Of(SlotObstacle.InsideNotice) });
        }

        var minutes = (int)(hold.EndsAt - hold.StartsAt).TotalMinutes;
        var reasons = SlotHours.Obstacles(plan, provider, hold.StartsAt, minutes, now)
            .Where(obstacle => obstacle is SlotObstacle.TimeOff or SlotObstacle.OutsideHours).Select(Words.Of).ToList();
        return reasons.Count > 0 ? SchedulingRefusals.SlotUnavailable.With("reasons", reasons) : null;
    }
}

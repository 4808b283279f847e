using DermSchedule.Practices;
using DermSchedule.Triage;
using NodaTime;

namespace DermSchedule.Scheduling;

/// <summary>Moves a visit on the wall and writes what a move means for its confirmation (domain.md 5).</summary>
public sealed class VisitMoves(SlotTaker slots, Catalogs catalogs, Appointments appointments, Triages triages, VisitAnswers answers)
{
    /// <summary>On what terms a visit moves.</summary>
    /// <param name="Agreed">The patient agreed: confirmed. Otherwise the patient is asked again.</param>
    /// <param name="Notify">Whether the patient is told; null leaves it to the size of the move.</param>
    public sealed record Terms(bool Agreed, bool? Notify)
    {
        public static readonly Terms Asked = new(Agreed: false, Notify: null);
    }

    /// <summary>The wish that is the visit as it stands; a caller changes what should be different.</summary>
    public async Task<SlotWish> Wish(Appointment visit, CancellationToken ct)
    {
        var catalog = await catalogs.Current(ct);
        return new SlotWish(catalog.Clinics[visit.ClinicId], catalog.AppointmentTypes[visit.AppointmentTypeId], visit.ProviderId, visit.StartsAt, visit.PatientKind)
        {
            Standing = true,
            Preferred = visit.ResourceIds,
            Triage = await triages.Of(visit.TriageId, ct),
        };
    }

    /// <summary>Takes the new time and gives the old one up, or changes nothing. Runs inside the caller's unit.</summary>
    public async Task<Result<TakenSlot>> Move(Appointment visit, SlotWish wish, Terms terms, Instant now, CancellationToken ct)
    {
        // Somebody who did not name a provider keeps the one they know where that is possible.
        var wishes = wish.Provider is null ? new[] { wish with { Provider = visit.ProviderId }, wish } : [wish];
        Result<TakenSlot> taken = SchedulingRefusals.SlotUnavailable;

        foreach (var one in wishes)
        {
            taken = await slots.Take(one, visit.Id.Value, ReservationKind.Appointment, expires: null, replaces: visit.Id.Value, now, ct);

            if (taken.Refusal is null)
            {
                break;
            }
        }

        if (taken.IsRefused(out var refusal, out var slot))
        {
            return refusal;
        }

        Write(visit, wish, slot, terms, (await catalogs.Current(ct)).PoliciesAt(wish.Clinic.Id), now);
        await answers.InTime(visit, wish.Triage, now, ct);
        return slot;
    }

    private void Write(Appointment visit, SlotWish wish, TakenSlot slot, Terms terms, Policies policies, Instant now)
    {
        // A small move, or one to another room, is nobody's business (domain.md 5).
        var shift = Duration.Max(slot.StartsAt - visit.StartsAt, visit.StartsAt - slot.StartsAt);
        var noticed = (shift > Duration.Zero && shift >= Duration.FromMinutes(policies.UnnoticedMoveMinutes)) || slot.ProviderId != visit.ProviderId;
        var asksAgain = noticed && !terms.Agreed;

        appointments.Change(
            "rescheduled",
            visit,
            it =>
            {
                (it.StartsAt, it.EndsAt, it.ProviderId, it.ResourceIds) = (slot.StartsAt, slot.EndsAt, slot.ProviderId, slot.ResourceIds);
                it.AppointmentTypeId = wish.Type.Id;
                it.PromisedWall = ClinicClock.In(wish.Clinic.TimeZone).WallOf(slot.StartsAt);

                it.Flags = VisitFlags.After(it.Flags, slot);

                if (it.IsOpen && noticed)
                {
                    // Patients who move their own visit agree to it as they do at booking; whom the desk moves is asked, however near the time.
                    it.Status = !asksAgain ? AppointmentStatus.Confirmed : wish.Staff ? AppointmentStatus.Pending : Transitions.AtBooking(slot.StartsAt, now);
                    it.Generation++;
                }
            },
            now,
            notify: terms.Notify ?? noticed);
    }
}

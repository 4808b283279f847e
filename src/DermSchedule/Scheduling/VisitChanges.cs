using DermSchedule.Encryption;
using DermSchedule.Practices;
using NodaTime;

namespace DermSchedule.Scheduling;

/// <summary>Carries out what <see cref="ChangeAppointment"/> and <see cref="UndoStatus"/> ask, inside their unit.</summary>
public sealed class VisitChanges(Appointments appointments, VisitMoves moves, IReservationWall wall, Catalogs catalogs, Vault vault)
{
    /// <summary>Why not, and the time that was wanted when the change was a move (for its alternatives).</summary>
    public async Task<(Refusal? Refusal, SlotWish? Wish)> Apply(Appointment visit, ChangeAppointment.Request request, Instant now, CancellationToken ct)
    {
        if (request.Status is { } word)
        {
            return (await SetStatus(visit, Words.Read<AppointmentStatus>(word), request.Reason, now, ct), null);
        }

        if (request.Notes is { } notes)
        {
            appointments.Change("notes_changed", visit, it => it.Notes = vault.Seal(notes, SchedulingTables.Notes, it.Id.Value), now);
            return (null, null);
        }

        return await Move(visit, request, now, ct);
    }

    private async Task<Refusal?> SetStatus(Appointment visit, AppointmentStatus to, string? reason, Instant now, CancellationToken ct)
    {
        if (to == visit.Status)
        {
            return null;
        }

        var grace = Duration.FromMinutes((await catalogs.Current(ct)).PoliciesAt(visit.ClinicId).NoShow.GraceMinutes);

        // Nobody is a no-show before the grace time is over (domain.md 10).
        if (!Transitions.Allows(visit.Status, to) || (to == AppointmentStatus.NoShow && now < visit.StartsAt + grace))
        {
            return SchedulingRefusals.IllegalTransition;
        }

        var cancelled = to == AppointmentStatus.Cancelled;
        appointments.Change(
            Words.Of(to),
            visit,
            it => (it.Status, it.CancelReason) = (to, cancelled ? CancelReason.Clinic : it.CancelReason),
            now,
            reason,
            notify: cancelled);

        if (cancelled)
        {
            await wall.Free(visit.Id.Value, ct);
        }

        return null;
    }

    private async Task<(Refusal? Refusal, SlotWish? Wish)> Move(Appointment visit, ChangeAppointment.Request request, Instant now, CancellationToken ct)
    {
        if (!visit.IsOpen && !visit.IsUnderWay)
        {
            return (SchedulingRefusals.IllegalTransition, null);
        }

        var wish = await moves.Wish(visit, ct) with
        {
            Staff = true,
            Override = request.Override ?? false,
            Overbook = request.Overbook ?? false,
            StartsAt = request.Start ?? visit.StartsAt,
            Provider = request.ProviderId ?? visit.ProviderId,
            Resources = request.ResourceIds,
            Minutes = request.DurationMinutes ?? (request.AppointmentTypeId is null ? (int)(visit.EndsAt - visit.StartsAt).TotalMinutes : null),
        };

        if (request.AppointmentTypeId is { } typeId)
        {
            if ((await catalogs.Current(ct)).AppointmentTypes.GetValueOrDefault(typeId) is not { Active: true } type)
            {
                return (Refusals.Field("appointmentTypeId", "There is no such appointment type."), null);
            }

            wish = wish with { Type = type };
        }

        var terms = new VisitMoves.Terms(request.Agreed ?? false, request.Notify is null ? null : string.Equals(request.Notify, "patient", StringComparison.Ordinal));
        return ((await moves.Move(visit, wish, terms, now, ct)).Refusal, wish);
    }
}

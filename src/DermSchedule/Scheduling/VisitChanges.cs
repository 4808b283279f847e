using DermSchedule.Encryption;
using DermSchedule.Practices;
using NodaTime;

namespace DermSchedule.Scheduling;

/// <summary>Carries out what <see cref="ChangeAppointment"/> and <see cref="UndoStatus"/> ask, inside their unit.</summary>
public sealed class VisitChanges(Appointments appointments, VisitMoves moves, IReservationWall wall, VisitAnswers answers, Catalogs catalogs, Vault vault)
{
    /// <summary>Why not, and the time that was wanted when the change was a move (for its alternatives).</summary>
    public async Task<(Refusal? Refusal, SlotWish? Wish)> Apply(Appointment visit, ChangeAppointment.Request request, Instant now, CancellationToken ct)
    {
        if (request.Status is { } word)
        {
            return (await SetStatus(visit, Words.Read<AppointmentStatus>(word), request, now, ct), null);
        }

        if (request.Remarks)
        {
            appointments.Change(request.Notes is null ? "external_ids_changed" : "notes_changed", visit, it => Remark(it, request), now);
            return (null, null);
        }

        return await Move(visit, request, now, ct);
    }

    private void Remark(Appointment visit, ChangeAppointment.Request request)
    {
        visit.Notes = request.Notes is { } notes ? vault.Seal(notes, SchedulingTables.Notes, visit.Id.Value) : visit.Notes;
        visit.ExternalIds = request.ExternalIds is { } ids ? vault.Seal(ids, SchedulingTables.ExternalIds, visit.Id.Value) : visit.ExternalIds;
    }

    private async Task<Refusal?> SetStatus(Appointment visit, AppointmentStatus to, ChangeAppointment.Request request, Instant now, CancellationToken ct)
    {
        if (to == visit.Status)
        {
            return null;
        }

        var policy = (await catalogs.Current(ct)).PoliciesAt(visit.ClinicId).NoShow;

        // Nobody is a no-show before the grace time is over, and none comes back after the review window (domain.md 5, 10).
        if (!Transitions.Allows(visit.Status, to)
            || (to == AppointmentStatus.NoShow && now < visit.StartsAt + Duration.FromMinutes(policy.GraceMinutes))
            || (visit.Status == AppointmentStatus.NoShow && now - visit.ChangedAt > Duration.FromHours(policy.ReviewHours)))
        {
            return SchedulingRefusals.IllegalTransition;
        }

        var cancelled = to == AppointmentStatus.Cancelled;
        appointments.Change(
            Words.Of(to),
            visit,
            it => (it.Status, it.CancelReason) = (to, cancelled ? CancelReason.Clinic : it.CancelReason),
            now,
            request.Reason,
            notify: cancelled && !string.Equals(request.Notify, "none", StringComparison.Ordinal));

        if (cancelled)
        {
            await wall.Free(visit.Id.Value, ct);
        }

        if (!visit.IsOpen)
        {
            await answers.Ended(visit, now, ct);
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
            // Nobody is sent to another room who is in one already, but on purpose.
            Resources = request.ResourceIds ?? (visit.IsUnderWay && request.AppointmentTypeId is null ? visit.ResourceIds : null),
            Minutes = request.DurationMinutes ?? (request.AppointmentTypeId is null ? (int)(visit.EndsAt - visit.StartsAt).TotalMinutes : null),
        };

        if (request.AppointmentTypeId is { } typeId)
        {
            if ((await catalogs.Current(ct)).AppointmentTypes.GetValueOrDefault(typeId) is not { } type || !Catalog.IsOffered(type, visit.ClinicId))
            {
                return (Refusals.Field("appointmentTypeId", "There is no such appointment type."), null);
            }

            wish = wish with { Type = type, Preferred = [] };
        }

        if (await Misplaced(visit, wish, request.ResourceIds, ct) is { } misplaced)
        {
            return (misplaced, null);
        }

        var terms = new VisitMoves.Terms(request.Agreed ?? false, request.Notify is null ? null : string.Equals(request.Notify, "patient", StringComparison.Ordinal));
        return ((await moves.Move(visit, wish, terms, now, ct)).Refusal, wish);
    }

    /// <summary>What the desk asked for and no visit may have: somebody else's room, a needed device left out, another day once it has begun.</summary>
    private async Task<Refusal?> Misplaced(Appointment visit, SlotWish wish, IReadOnlyList<ResourceId>? chosen, CancellationToken ct)
    {
        var clock = ClinicClock.In(wish.Clinic.TimeZone);

        if (visit.IsUnderWay && clock.DateOf(wish.StartsAt) != clock.DateOf(visit.StartsAt))
        {
            return SchedulingRefusals.IllegalTransition;
        }

        if (chosen is null)
        {
            return null;
        }

        var resources = (await catalogs.Current(ct)).Resources;
        var kinds = new List<string>();

        foreach (var id in chosen.Distinct())
        {
            if (resources.GetValueOrDefault(id) is not { Active: true } resource || resource.ClinicId != visit.ClinicId)
            {
                return Refusals.Field("resourceIds", "There is no such room or device at this clinic.");
            }

            kinds.Add(resource.Kind);
        }

        // Every kind the type needs, as often as it needs it: all or none (domain.md 3).
        return kinds.Count != chosen.Count || wish.Type.ResourceKinds.Any(kind => !kinds.Remove(kind))
            ? Refusals.Field("resourceIds", "Name each once, and one of every kind the visit needs: " + string.Join(", ", wish.Type.ResourceKinds) + ".")
            : null;
    }
}

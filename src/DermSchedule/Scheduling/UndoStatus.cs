using DermSchedule.Data;
using DermSchedule.Practices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DermSchedule.Scheduling;

/// <summary>
/// The desk takes the last status change back, as an event of its own. A cancelled visit comes back only if its time can be taken again at the
/// same wall (domain.md 5).
/// </summary>
public static class UndoStatus
{
    internal static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/appointments/{id}/undo", async (AppointmentId id, [FromHeader(Name = "If-Match")] string? ifMatch, Handler undo, HttpContext http, CancellationToken ct) =>
            (await undo.Handle(id, ifMatch, ct)).ToHttp(view => Etag.Answer(http, view, view.Version)))
        .WithName(nameof(UndoStatus))
        .Produces<VisitView>()
        .ForStaff(Access.Desk)
        .Refuses(Refusals.NotFound, Refusals.PreconditionRequired, Refusals.StaleVersion, SchedulingRefusals.IllegalTransition, SchedulingRefusals.SlotTaken, SchedulingRefusals.SlotUnavailable);

    public sealed class Handler(ScheduleDb db, VisitAccess access, StatusUndo undo, VisitViews views, TimeProvider clock)
    {
        public Task<Result<VisitView>> Handle(AppointmentId id, string? ifMatch, CancellationToken ct) => db.Write<VisitView>(async () =>
        {
            var now = clock.GetCurrentInstant();

            if (await access.Find(id, now, ct) is not { } visit)
            {
                return Refusals.NotFound;
            }

            if (Etag.Check(ifMatch, visit.Version) is { } stale)
            {
                return stale;
            }

            return await undo.Of(visit, now, ct) is { } refusal ? refusal : await views.Of(visit, ct);
        }, ct);
    }
}

/// <summary>Finds what the last status change was and takes it back.</summary>
public sealed class StatusUndo(ScheduleDb db, Appointments appointments, VisitMoves moves, SlotTaker slots, VisitAnswers answers, Catalogs catalogs)
{
    public async Task<Refusal?> Of(Appointment visit, Instant now, CancellationToken ct)
    {
        var events = await db.Set<AppointmentEvent>().AsNoTracking().Where(row => row.AppointmentId == visit.Id).OrderByDescending(row => row.Id).ToListAsync(ct);
        var last = events.Find(row => row.Before is { } before && before.Status != row.After.Status);

        // The newest change of status must be the one that led here, and not itself an undo: there is one step back, no more.
        if (last?.Before is not { } earlier || last.After.Status != visit.Status || last.Action is "status_undone" or "rescheduled")
        {
            return SchedulingRefusals.IllegalTransition;
        }

        var catalog = await catalogs.Current(ct);
        var clock = ClinicClock.In(catalog.Clinics[visit.ClinicId].TimeZone);

        if (!Transitions.MayUndo(visit.Status, earlier.Status, last.At, now, clock, catalog.PoliciesAt(visit.ClinicId).NoShow.ReviewHours))
        {
            return SchedulingRefusals.IllegalTransition;
        }

        var (rooms, flags) = (visit.ResourceIds, visit.Flags);

        if (visit.Status == AppointmentStatus.Cancelled)
        {
            if ((await TakeAgain(visit, now, ct)).IsRefused(out var taken, out var slot))
            {
                // A visit that got too long for the settings meanwhile is no mistake of a call that says nothing of its length.
                return taken == Refusals.ValidationFailed ? SchedulingRefusals.SlotUnavailable : taken;
            }

            (rooms, flags) = (slot.ResourceIds, VisitFlags.After(visit.Flags, slot));
        }

        // Somebody who was given up and came needs no confirming any more.
        var back = visit.Status == AppointmentStatus.NoShow ? AppointmentStatus.Confirmed : earlier.Status;
        appointments.Change("status_undone", visit, it => (it.Status, it.CancelReason, it.ResourceIds, it.Flags) = (back, null, rooms, flags), now, notify: visit.Status == AppointmentStatus.Cancelled);
        await answers.Back(visit, now, ct);
        return null;
    }

    private async Task<Result<TakenSlot>> TakeAgain(Appointment visit, Instant now, CancellationToken ct)
    {
        // Whatever it was allowed then, it is allowed again: hours that were passed over, and the lane that was opened for it.
        var overbooked = visit.Flags.Contains(VisitFlags.Overbooked);
        var wish = await moves.Wish(visit, ct) with { Staff = true, Override = true, Overbook = overbooked, Minutes = (int)(visit.EndsAt - visit.StartsAt).TotalMinutes };

        return await slots.Take(wish, visit.Id.Value, ReservationKind.Appointment, expires: null, replaces: null, now, ct);
    }
}

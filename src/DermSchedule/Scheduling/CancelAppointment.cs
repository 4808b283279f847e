using System.ComponentModel.DataAnnotations;
using DermSchedule.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DermSchedule.Scheduling;

/// <summary>
/// Gives a visit up and frees its time at once, for everybody (domain.md 3, 5). By a patient's link it is always the patient's cancel.
/// Cancelling what is cancelled answers the same again and changes nothing.
/// </summary>
public static class CancelAppointment
{
    public sealed record Request(AppointmentId Id, CancelReason? Reason, string? Note);

    /// <param name="Reason"><c>patient</c>, <c>clinic</c> or <c>duplicate</c>; a patient's link need not send it.</param>
    /// <param name="Note">What the desk writes into the history.</param>
    public sealed record Body(string? Reason = null, [property: MaxLength(500)] string? Note = null);

    /// <param name="Status">Always <c>cancelled</c>.</param>
    /// <param name="Refund">What goes back to the patient; null without a deposit.</param>
    public sealed record Cancelled(AppointmentStatus Status, RefundAnswer? Refund);

    /// <param name="Amount">What goes back, captured or only authorized.</param>
    /// <param name="Percent">Of the deposit.</param>
    public sealed record RefundAnswer(Money Amount, int Percent);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/appointments/{id}/cancel", async (AppointmentId id, Body? body, Handler cancel, CancellationToken ct) =>
            Words.TryRead<CancelReason>(body?.Reason, out var reason) && reason != CancelReason.Unconfirmed
                ? (await cancel.Handle(new Request(id, reason, body?.Note), ct)).ToHttp(TypedResults.Ok)
                : body?.Reason is null
                    ? (await cancel.Handle(new Request(id, null, body?.Note), ct)).ToHttp(TypedResults.Ok)
                    : Refusals.Field("reason", "One of patient, clinic, duplicate.").ToProblem())
        .WithName(nameof(CancelAppointment))
        .Produces<Cancelled>()
        .ForPatientOrStaff(Access.Desk)
        .Refuses(Refusals.NotFound, Refusals.ValidationFailed, SchedulingRefusals.IllegalTransition);

    public sealed class Handler(ScheduleDb db, VisitAccess access, Appointments appointments, IReservationWall wall, VisitAnswers answers, Caller caller, TimeProvider clock)
    {
        public Task<Result<Cancelled>> Handle(Request request, CancellationToken ct) => db.Write<Cancelled>(async () =>
        {
            var now = clock.GetCurrentInstant();

            if (await access.Find(request.Id, now, ct) is not { } visit)
            {
                return Refusals.NotFound;
            }

            if (visit.Status == AppointmentStatus.Cancelled)
            {
                return new Cancelled(visit.Status, null);
            }

            // A patient cannot undo what has begun; the desk records a no-show or a completed visit instead.
            if (!Transitions.Allows(visit.Status, AppointmentStatus.Cancelled) || (!caller.IsStaff && visit.StartsAt <= now))
            {
                return SchedulingRefusals.IllegalTransition;
            }

            var reason = caller.IsStaff ? request.Reason ?? CancelReason.Clinic : CancelReason.Patient;
            appointments.Change("cancelled", visit, it => (it.Status, it.CancelReason) = (AppointmentStatus.Cancelled, reason), now, request.Note ?? Words.Of(reason), notify: true);
            await wall.Free(visit.Id.Value, ct);
            await answers.Ended(visit, now, ct);
            return new Cancelled(visit.Status, null);
        }, ct);
    }
}

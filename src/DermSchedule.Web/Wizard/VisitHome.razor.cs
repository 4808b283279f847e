using DermSchedule.Scheduling;
using Microsoft.AspNetCore.Components;

namespace DermSchedule.Web.Wizard;

/// <summary>The private page of a booked visit.</summary>
public sealed partial class VisitHome
{
    [Inject]
    public ConfirmAppointment.Handler Confirmation { get; set; } = null!;

    private (string Tone, string Icon, string Word) Status => Visit!.Status switch
    {
        AppointmentStatus.Cancelled => ("quiet", "x", T.StatusCancelled),
        AppointmentStatus.CheckedIn or AppointmentStatus.InRoom => ("ok", "walk", T.StatusArrived),
        AppointmentStatus.Completed or AppointmentStatus.NoShow or AppointmentStatus.Left => ("quiet", "check", T.StatusOver),
        _ when Now >= Visit.Start.ToInstant() => ("quiet", "check", T.StatusOver),
        AppointmentStatus.Confirmed => ("ok", "check-circle", T.StatusConfirmed),
        _ => ("info", "message", T.StatusPending),
    };

    private bool NeedsHelp => Visit!.NeedsHelp && Visit.CanChange(Now);

    // One filled button on a page: what is more pressing than the confirmation has it.
    private bool ConfirmsFirst => !NeedsHelp && !Visit!.IsTooLate && Visit.QuestionsOpen is not true;

    // What was done is told by the state, not by the address alone: a forged link says nothing that is not so.
    private (string Head, string Text)? News => (Http.Request.Query["done"].ToString(), Visit!.Status) switch
    {
        ("confirmed", AppointmentStatus.Confirmed) => (T.StatusConfirmed + ".", Visit.IsTooLate ? T.ConfirmedTooLate : NeedsHelp ? "" : T.ConfirmedThanks),
        ("answered", AppointmentStatus.Pending or AppointmentStatus.Confirmed) when Visit.QuestionsOpen is false => (T.AnswersArrived, ""),
        ("moved", AppointmentStatus.Pending or AppointmentStatus.Confirmed) => (T.MovedDone, ""),
        (_, AppointmentStatus.Cancelled) => (T.CancelledDone, T.CancelledText),
        _ => null,
    };

    private bool IsAnswered => HttpMethods.IsPost(Http.Request.Method) && (Visit!.IsConfirmed || !Visit.CanChange(Now));

    private async Task Confirm()
    {
        var visit = Visit!;

        if (!visit.CanChange(Now))
        {
            Go(visit.ManagePath);
            return;
        }

        if (IsOutdated())
        {
            return;
        }

        Follow((await Confirmation.Handle(new ConfirmAppointment.Request(visit.Id), Http.RequestAborted)).Refusal, visit.ManagePath + "?done=confirmed");
    }
}

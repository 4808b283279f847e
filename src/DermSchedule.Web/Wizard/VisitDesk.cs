using DermSchedule.Identity;
using DermSchedule.Kernel;
using DermSchedule.Scheduling;
using DermSchedule.Triage;
using DermSchedule.Web.Ui;

namespace DermSchedule.Web.Wizard;

/// <summary>Where the pages of a booked visit meet the use cases of Scheduling. Who calls holds the visit's link.</summary>
public sealed class VisitDesk(ClinicFront front, PatientLinks links, Caller caller, PublicAddress address, ShowAppointment.Handler show, VisitQuestions questions, KnownPeople people)
{
    /// <summary>The visit behind a link; null when the link opens nothing (any more).</summary>
    public async Task<VisitCard?> Show(Token token, CancellationToken ct)
    {
        // Pages under /m have come through the door already; the wizard's last page brings the link it was given.
        if (caller.Kind != CallerKind.PatientLink)
        {
            if (await links.Open(token, ct) is not { } visit)
            {
                return null;
            }

            caller.BecomePatient(visit.Value);
        }

        if ((await show.Handle(new ShowAppointment.Request(new AppointmentId(caller.Id!.Value)), ct)).IsRefused(out _, out var view) || !await front.Open(view.Clinic, ct))
        {
            return null;
        }

        // The name as the clinic says it in the reader's language; the practice's own where the type is offered no more.
        var type = (await front.Types(ct)).FirstOrDefault(candidate => candidate.Id == view.AppointmentTypeId);
        return new VisitCard(
            view.Id,
            view.Clinic,
            view.Status,
            view.Start.ToInstant().InZone(front.Clinic!.Zone),
            view.DurationMinutes,
            type,
            type?.Name ?? view.AppointmentTypeName,
            view.PatientKind,
            view.ProviderId,
            Wording.Together(view.ProviderName),
            token.Value,
            address.OfVisit(token))
        {
            LatestStart = view.LatestStart?.ToInstant(),
            QuestionsOpen = view.QuestionsOpen,
            Disposition = view.Disposition,
        };
    }

    /// <summary>Whether the patient answers for themselves, or who does.</summary>
    public async Task<VisitFor> Who(VisitCard visit, CancellationToken ct) => await people.For(new Token(visit.Token), ct) ?? VisitFor.Self;

    /// <summary>Hands in answers for a booked visit.</summary>
    public async Task<Result<TriageDesk.Made>> Answer(AnsweredVisit visit, TriageInput input, CancellationToken ct) =>
        await Show(new Token(visit.ManageToken), ct) is null ? Refusals.NotFound : await questions.Answer(visit.Id, input, ct);
}

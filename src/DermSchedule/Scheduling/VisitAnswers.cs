using DermSchedule.Practices;
using DermSchedule.Tasks;
using DermSchedule.Triage;
using NodaTime;

namespace DermSchedule.Scheduling;

/// <summary>What the answers of triage mean for a visit, in the unit that books or changes it: how it is protected and flagged, and what the desk has to do.</summary>
public sealed class VisitAnswers(Triages triages, StaffTasks tasks, TriageConsequences consequences, Catalogs catalogs, Appointments appointments)
{
    private static readonly Refusal AnswersTaken = Refusals.Field("triageId", "These answers belong to a visit that is booked. Answer the questions again for another one.");

    /// <summary>In opening hours: until then the patient answers by the link of the visit, or the desk calls (api.md).</summary>
    private static readonly Duration QuestionsDue = Duration.FromHours(4);

    /// <summary>Answers are for one visit: their photos and their alarms belong to it. A visit that was given up or missed gives them back.</summary>
    public async Task<Refusal?> Taken(TriageStanding? triage, CancellationToken ct) =>
        triage is { } given && await triages.VisitOf(given.Id, ct) is { } visit && await appointments.Stands(new AppointmentId(visit), ct) ? AnswersTaken : null;

    /// <summary>The visit has just been booked online.</summary>
    public async Task Booked(Appointment visit, SlotWish wish, OnlinePeople people, Instant now, CancellationToken ct)
    {
        if (wish.Triage is { } triage)
        {
            (visit.TriageId, visit.IsProtected) = (triage.Id, triage.Protects);
            await triages.Join(triage.Id, visit.Id.Value, visit.PatientId, ct);
            await InTime(visit, triage, now, ct);
        }

        await Ask(visit, Whom(people), now, ct);
    }

    /// <summary>The patient, or the desk for the patient, has answered for a visit that stands.</summary>
    public async Task Take(Appointment visit, TriageId id, Instant now, CancellationToken ct)
    {
        await triages.Join(id, visit.Id.Value, visit.PatientId, ct);
        var triage = triages.JustGiven(id);

        appointments.Change(
            "questions_answered",
            visit,
            it =>
            {
                (it.TriageId, it.IsProtected) = (id, it.IsProtected || triage.Protects);
                it.Flags = VisitFlags.After(it.Flags, triage);
            },
            now);

        if (visit.AsksQuestions)
        {
            await Ask(visit, await triages.Reach(id, ct), now, ct);
        }
        else
        {
            await tasks.Settle(StaffTaskKind.QuestionsUnanswered, visit.Id.Value, ct);
        }

        await InTime(visit, triage, now, ct);
    }

    /// <summary>
    /// An urgent patient has a time, and nobody has to find one any more; or the visit lies too late, and stands: until it is moved somebody looks for a time
    /// (R-TR-5).
    /// </summary>
    public async Task InTime(Appointment visit, TriageStanding? triage, Instant now, CancellationToken ct)
    {
        if (triage is not { IsUrgent: true })
        {
            return;
        }

        if (visit.StartsAt <= UrgentRule.Latest(triage))
        {
            await consequences.Found(await triages.Chain(triage.Id, ct), ct);
        }
        else
        {
            await FindTime(visit, triage, now, ct);
        }
    }

    /// <summary>The visit is over or cancelled: nothing is asked for it any more. Whom the clinic cancels and who should be seen soon gets another time.</summary>
    public async Task Ended(Appointment visit, Instant now, CancellationToken ct)
    {
        await tasks.Settle(StaffTaskKind.QuestionsUnanswered, visit.Id.Value, ct);

        if (visit is { Status: AppointmentStatus.Cancelled, CancelReason: not CancelReason.Patient } && await triages.Of(visit.TriageId, ct) is { IsUrgent: true } triage)
        {
            await FindTime(visit, triage, now, ct);
        }
    }

    /// <summary>The visit stands again, and what it asked for with it. Answers that serve another visit by now are not its own any more (decision 0022).</summary>
    public async Task Back(Appointment visit, Instant now, CancellationToken ct)
    {
        if (visit.TriageId is { } id && await triages.VisitOf(id, ct) is { } other && other != visit.Id.Value && await appointments.Stands(new AppointmentId(other), ct))
        {
            (visit.TriageId, visit.Flags) = (null, [.. visit.Flags, VisitFlags.NotTriaged]);
        }

        await Ask(visit, contact: null, now, ct);
        await InTime(visit, await triages.Of(visit.TriageId, ct), now, ct);
    }

    private async Task Ask(Appointment visit, Contact? contact, Instant now, CancellationToken ct)
    {
        if (visit.AsksQuestions)
        {
            var catalog = await catalogs.Current(ct);
            var due = OpeningTimes.Of(catalog, catalog.Clinics[visit.ClinicId]).After(now, QuestionsDue);
            await tasks.Open(visit.ClinicId, StaffTaskKind.QuestionsUnanswered, visit.Id.Value, contact, now, Instant.Min(due, visit.StartsAt), ct);
        }
    }

    private async Task FindTime(Appointment visit, TriageStanding triage, Instant now, CancellationToken ct) =>
        _ = await consequences.FindTime(await catalogs.Current(ct), visit.ClinicId, triage.Id.Value, await triages.Chain(triage.Id, ct), await triages.Reach(triage.Id, ct), now, ct);

    private static Contact? Whom(OnlinePeople people) =>
        (people.BookedBy?.Phone ?? people.Patient.Phone) is { } phone ? new Contact(people.BookedBy?.FirstName ?? people.Patient.FirstName, phone.E164) : null;
}

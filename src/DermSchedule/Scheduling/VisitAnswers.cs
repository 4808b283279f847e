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
            await InTime(visit, triage, ct);
        }

        if (visit.AsksQuestions)
        {
            var due = OpeningTimes.Of(await catalogs.Current(ct), wish.Clinic).After(now, QuestionsDue);
            await tasks.Open(wish.Clinic.Id, StaffTaskKind.QuestionsUnanswered, visit.Id.Value, Whom(people), now, Instant.Min(due, visit.StartsAt), ct);
        }
    }

    /// <summary>The patient, or the desk for the patient, has answered for a visit that stands.</summary>
    public async Task Take(Appointment visit, TriageId id, Contact? contact, Instant now, CancellationToken ct)
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

        if (!visit.AsksQuestions)
        {
            await tasks.Settle(StaffTaskKind.QuestionsUnanswered, visit.Id.Value, ct);
        }

        // The visit lies too late, and stands: the patient may move it, and until then somebody looks for a time (R-TR-5).
        if (triage.IsUrgent && visit.StartsAt > UrgentRule.Latest(triage))
        {
            _ = await consequences.FindTime(await catalogs.Current(ct), visit.ClinicId, id.Value, await triages.Chain(id, ct), contact, now, ct);
        }
    }

    /// <summary>An urgent patient has a time: nobody has to find one any more.</summary>
    public async Task InTime(Appointment visit, TriageStanding? triage, CancellationToken ct)
    {
        if (triage is { IsUrgent: true } && visit.StartsAt <= UrgentRule.Latest(triage))
        {
            await consequences.Found(await triages.Chain(triage.Id, ct), ct);
        }
    }

    /// <summary>The visit is cancelled: nothing is asked for it any more.</summary>
    public Task Ended(Appointment visit, CancellationToken ct) => tasks.Settle(StaffTaskKind.QuestionsUnanswered, visit.Id.Value, ct);

    private static Contact? Whom(OnlinePeople people) =>
        (people.BookedBy?.Phone ?? people.Patient.Phone) is { } phone ? new Contact(people.BookedBy?.FirstName ?? people.Patient.FirstName, phone.E164) : null;
}

using DermSchedule.Data;
using DermSchedule.Triage;

namespace DermSchedule.Scheduling;

/// <summary>Judges answers for a visit and ties them to it. The API and the pages come here.</summary>
public sealed class VisitQuestions(ScheduleDb db, VisitAccess access, TriageDesk desk, VisitAnswers answers, VisitPeople people, TimeProvider clock)
{
    public async Task<Result<TriageDesk.Made>> Answer(AppointmentId id, TriageInput input, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();

        if (await access.Find(id, now, ct) is not { } booked)
        {
            return Refusals.NotFound;
        }

        var (clinic, own) = await people.Ask(booked, input, ct);

        // Nobody who needs help is sent back for a wrong digit: the number of the booking is known (triage.md 1.4).
        if (own is { Contact: null, Known: null } && input.ContactRefusal is { } wrongPhone)
        {
            return wrongPhone;
        }

        var weighed = await desk.Weigh(clinic, own, ct);

        return await db.Write<TriageDesk.Made>(
            async () =>
            {
                if (await access.Find(id, now, ct) is not { } visit)
                {
                    return Refusals.NotFound;
                }

                if (!visit.IsOpen || visit.StartsAt <= now)
                {
                    // Whoever looks for help here finds at least a number.
                    return SchedulingRefusals.IllegalTransition.With("phone", clinic.Phone);
                }

                var inTime = visit.StartsAt <= now + Triages.GoodFor ? weighed with { Time = UrgentTime.Booked } : weighed;

                if ((await desk.Keep(inTime, own with { Replaces = visit.TriageId }, ct)).IsRefused(out var refusal, out var made))
                {
                    return refusal;
                }

                await answers.Take(visit, made.Id, now, ct);
                return made;
            },
            ct);
    }
}

using DermSchedule.Data;
using DermSchedule.Patients;
using DermSchedule.Practices;
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
        if (own.Contact is null && input.ContactRefusal is { } wrongPhone)
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
                    return SchedulingRefusals.IllegalTransition;
                }

                var inTime = visit.StartsAt <= now + Triages.GoodFor ? weighed with { Time = UrgentTime.Booked } : weighed;

                if ((await desk.Keep(inTime, own with { Replaces = visit.TriageId }, ct)).IsRefused(out var refusal, out var made))
                {
                    return refusal;
                }

                await answers.Take(visit, made.Id, own.Contact, now, ct);
                return made;
            },
            ct);
    }
}

/// <summary>What is known of a visit's patient before anything is asked.</summary>
public sealed class VisitPeople(Catalogs catalogs, PatientRecords patients)
{
    /// <summary>The clinic, and the answers completed by what the visit says: its kind of patient, its category, and whom to call.</summary>
    public async Task<(Clinic Clinic, TriageInput Input)> Ask(Appointment visit, TriageInput input, CancellationToken ct)
    {
        var catalog = await catalogs.Current(ct);
        var category = catalog.AppointmentTypes[visit.AppointmentTypeId].Category;
        var contact = input.Contact ?? await Known(visit, catalog.PoliciesAt(visit.ClinicId).AdultAge, ct);
        return (catalog.Clinics[visit.ClinicId], input with
        {
            PatientKind = visit.PatientKind,
            Category = category,
            Sheet = input.Sheet with { Cosmetic = category == Category.Cosmetic },
            Contact = contact,
        });
    }

    private async Task<Tasks.Contact?> Known(Appointment visit, int adultAge, CancellationToken ct) =>
        await patients.ContactOf(visit.PatientId, adultAge, ct) is { Phone: { } phone } known ? new Tasks.Contact(known.ThroughGuardian ? null : known.Name.First, phone.E164) : null;
}

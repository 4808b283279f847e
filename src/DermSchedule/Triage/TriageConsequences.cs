using DermSchedule.Practices;
using DermSchedule.Tasks;
using NodaTime;

namespace DermSchedule.Triage;

/// <summary>What happens with the staff when something must not wait, in the unit that keeps the answers (domain.md 6).</summary>
public sealed class TriageConsequences(StaffAlerts alerts, StaffTasks tasks)
{
    /// <summary>In opening hours, until somebody has found a time for an urgent patient (R-TR-5).</summary>
    private static readonly Duration UrgentTask = Duration.FromHours(1);

    /// <param name="Subject">The triage.</param>
    /// <param name="Assessment">What was made of it.</param>
    /// <param name="HasUrgentTime">False where an urgent patient finds none.</param>
    /// <param name="Contact">Whom to call.</param>
    /// <param name="Earlier">The answers that these ones replace, and those before: one patient with one worry is one alarm.</param>
    public sealed record Case(Guid Subject, Assessment Assessment, bool HasUrgentTime, Contact? Contact, IReadOnlyList<Guid> Earlier);

    public async Task Follow(Catalog catalog, Clinic clinic, Case one, Instant now, CancellationToken ct)
    {
        if (one.Assessment.Disposition >= Disposition.SameDay)
        {
            await Alert(catalog.PoliciesAt(clinic.Id), clinic, one, now, ct);
        }
        else if (one.Assessment.Disposition == Disposition.Urgent && !one.HasUrgentTime)
        {
            _ = await FindTime(catalog, clinic.Id, one.Subject, one.Earlier, one.Contact, now, ct);
        }
    }

    /// <summary>Asks somebody of the clinic to find a time for an urgent patient, unless somebody has been asked already.</summary>
    public async Task<bool> FindTime(Catalog catalog, ClinicId clinic, Guid subject, IReadOnlyList<Guid> earlier, Contact? contact, Instant now, CancellationToken ct)
    {
        if (await tasks.IsOpen(clinic, StaffTaskKind.UrgentWithoutTime, earlier, ct))
        {
            return true;
        }

        var due = OpeningTimes.Of(catalog, catalog.Clinics[clinic]).After(now, UrgentTask);
        await tasks.Open(clinic, StaffTaskKind.UrgentWithoutTime, subject, contact, now, due, ct);
        return true;
    }

    /// <summary>A number that was given with newer answers reaches the older alarms too.</summary>
    public async Task Reach(IReadOnlyList<Guid> subjects, Contact contact, CancellationToken ct)
    {
        await alerts.Reach(subjects, contact, ct);
        await tasks.Reach(subjects, contact, ct);
    }

    /// <summary>The patient has a time: nobody has to find one any more, whichever of the answers asked for it.</summary>
    public async Task Found(IReadOnlyList<Guid> subjects, CancellationToken ct)
    {
        foreach (var subject in subjects)
        {
            await tasks.Settle(StaffTaskKind.UrgentWithoutTime, subject, ct);
        }
    }

    // Whoever says the same again rings no second time while the first ringing stands; anything new does (decision 0022).
    private async Task Alert(Policies policies, Clinic clinic, Case one, Instant now, CancellationToken ct)
    {
        var first = Duration.FromMinutes(policies.AlertAcknowledgeMinutes);
        var second = Duration.FromMinutes(Math.Max(policies.AlertEscalateMinutes, policies.AlertAcknowledgeMinutes));
        var level = one.Assessment.Disposition == Disposition.Emergency ? AlertLevel.Emergency : AlertLevel.SameDay;
        var labels = one.Assessment.Flags.Select(flag => flag.LabelEnglish).ToList();

        if (!await alerts.IsRinging(clinic.Id, one.Earlier, level, labels, ct))
        {
            alerts.Raise(new StaffAlerts.New(clinic.Id, one.Subject, level, labels, one.Contact, [first, second]), now);
        }
    }
}

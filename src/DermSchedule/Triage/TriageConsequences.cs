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
    public sealed record Case(Guid Subject, Assessment Assessment, bool HasUrgentTime, Contact? Contact);

    public async Task Follow(Catalog catalog, Clinic clinic, Case one, Instant now, CancellationToken ct)
    {
        if (one.Assessment.Disposition >= Disposition.SameDay)
        {
            Alert(catalog.PoliciesAt(clinic.Id), clinic, one, now);
        }
        else if (one.Assessment.Disposition == Disposition.Urgent && !one.HasUrgentTime)
        {
            _ = await FindTime(catalog, clinic.Id, one.Subject, one.Contact, now, ct);
        }
    }

    /// <summary>Asks somebody of the clinic to find a time for an urgent patient.</summary>
    public async Task<bool> FindTime(Catalog catalog, ClinicId clinic, Guid subject, Contact? contact, Instant now, CancellationToken ct)
    {
        var due = OpeningTimes.Of(catalog, catalog.Clinics[clinic]).After(now, UrgentTask);
        await tasks.Open(clinic, StaffTaskKind.UrgentWithoutTime, subject, contact, now, due, ct);
        return true;
    }

    /// <summary>A number that was given with newer answers reaches the older alarm too.</summary>
    public async Task Reach(Guid subject, Contact contact, CancellationToken ct)
    {
        await alerts.Reach(subject, contact, ct);
        await tasks.Reach(subject, contact, ct);
    }

    private void Alert(Policies policies, Clinic clinic, Case one, Instant now)
    {
        var first = Duration.FromMinutes(policies.AlertAcknowledgeMinutes);
        var second = Duration.FromMinutes(Math.Max(policies.AlertEscalateMinutes, policies.AlertAcknowledgeMinutes));
        var level = one.Assessment.Disposition == Disposition.Emergency ? AlertLevel.Emergency : AlertLevel.SameDay;
        alerts.Raise(new StaffAlerts.New(clinic.Id, one.Subject, level, [.. one.Assessment.Flags.Select(flag => flag.LabelEnglish)], one.Contact, [first, second]), now);
    }
}

using DermSchedule.Audit;
using DermSchedule.Encryption;
using DermSchedule.Patients;
using DermSchedule.Practices;
using DermSchedule.Triage;
using NodaTime;

namespace DermSchedule.Scheduling;

/// <summary>Makes the view of a visit that fits the caller: the desk sees the patient, a patient's link does not.</summary>
public sealed class VisitViews(Catalogs catalogs, PatientRecords patients, Caller caller, Vault vault, AuditTrail audit, Triages triages)
{
    /// <summary>The view where nothing was changed: whoever sees it has read it, and the trail says so (domain.md 13).</summary>
    public async Task<VisitView> Shown(Appointment visit, CancellationToken ct)
    {
        await audit.Read("appointment.read", "appointment", [new AuditRecord("appointment", visit.Id.Value, visit.PatientId)], ct);
        return await Of(visit, ct);
    }

    /// <summary>The view where the change that made it is in the trail already.</summary>
    public async Task<VisitView> Of(Appointment visit, CancellationToken ct)
    {
        var catalog = await catalogs.Current(ct);
        var triage = await triages.Of(visit.TriageId, ct);
        var latest = triage is { IsUrgent: true } ? ClinicClock.In(catalog.Clinics[visit.ClinicId].TimeZone).OnTheWire(UrgentRule.Latest(triage)) : (OffsetDateTime?)null;
        var view = VisitView.Of(visit, catalog) with { LatestStart = latest };

        if (!caller.IsStaff)
        {
            return view with { Disposition = triage?.Disposition };
        }

        var names = await patients.Names([visit.PatientId], ct);
        var notes = vault.OpenOptional(visit.Notes, SchedulingTables.Notes, visit.Id.Value);
        var ids = visit.ExternalIds is { } known ? vault.Open(known, SchedulingTables.ExternalIds, visit.Id.Value) : [];
        var typed = visit.Typed is { } sealedDetails ? vault.Open(sealedDetails, SchedulingTables.Typed, visit.Id.Value) : null;
        return view.ForDesk(visit, names[visit.PatientId].Display, notes) with { Typed = typed, ExternalIds = ids, Triage = triage is null ? null : new VisitTriage(triage.Id, triage.Disposition, triage.Carried, triage.Flags) };
    }
}

using DermSchedule.Encryption;
using DermSchedule.Patients;
using DermSchedule.Practices;

namespace DermSchedule.Scheduling;

/// <summary>Makes the view of a visit that fits the caller: the desk sees the patient, a patient's link does not.</summary>
public sealed class VisitViews(Catalogs catalogs, PatientRecords patients, Caller caller, Vault vault)
{
    public async Task<VisitView> Of(Appointment visit, CancellationToken ct)
    {
        var view = VisitView.Of(visit, await catalogs.Current(ct));

        if (!caller.IsStaff)
        {
            return view;
        }

        var names = await patients.Names([visit.PatientId], ct);
        var notes = vault.OpenOptional(visit.Notes, SchedulingTables.Notes, visit.Id.Value);
        var typed = visit.Typed is { } sealedDetails ? vault.Open(sealedDetails, SchedulingTables.Typed, visit.Id.Value) : null;
        return view.ForDesk(visit, names[visit.PatientId].Display, notes) with { Typed = typed };
    }
}

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
        return view.ForDesk(visit, names[visit.PatientId].Display, vault.OpenOptional(visit.Notes, SchedulingTables.Notes, visit.Id.Value));
    }
}

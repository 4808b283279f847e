using DermSchedule.Data;
using DermSchedule.Identity;
using DermSchedule.Kernel;
using DermSchedule.Patients;

namespace DermSchedule.Web.Demo;

/// <summary>Brings in the staff and the patients.</summary>
internal sealed class DemoPeople(ScheduleDb db, Accounts accounts, DemoPasswords passwords, PatientRecords records, Caller caller, TimeProvider clock)
{
    /// <summary>From then on the front desk acts: patients and visits are its work, as everywhere else.</summary>
    public async Task Hire(DemoPractice practice, CancellationToken ct)
    {
        foreach (var member in practice.Staff)
        {
            var account = await accounts.Create(member.Email, member.Name, passwords.Of(member), ct);
            accounts.Join(account, [member.Role]);

            if (member.Role == Role.FrontDesk)
            {
                caller.BecomeStaff(CallerKind.User, account.Id.Value, session: null, [member.Role], clinics: null);
            }
        }

        await db.SaveChangesAsync(ct);
    }

    /// <summary>The patients' ids by key.</summary>
    public async Task<IReadOnlyDictionary<string, PatientId>> Register(DemoPractice practice, CancellationToken ct)
    {
        var ids = new Dictionary<string, PatientId>(StringComparer.Ordinal);
        var now = clock.GetCurrentInstant();

        foreach (var patient in practice.Patients)
        {
            var errors = new FieldErrors();
            var person = PersonInput.Read(patient.Person, patient.Key, now.InUtc().Date, phoneNeeded: true, errors) ?? throw DemoRefused.By(errors.Refusal!);
            ids[patient.Key] = (await records.Add(person, now, ct)).PatientId;
        }

        await db.SaveChangesAsync(ct);
        return ids;
    }
}

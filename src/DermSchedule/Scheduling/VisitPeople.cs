using DermSchedule.Encryption;
using DermSchedule.Patients;
using DermSchedule.Practices;
using DermSchedule.Tasks;
using DermSchedule.Triage;
using NodaTime;
using NodaTime.Text;

namespace DermSchedule.Scheduling;

/// <summary>What is known of a visit's patient before anything is asked.</summary>
public sealed class VisitPeople(Catalogs catalogs, PatientRecords patients, Vault vault, TimeProvider clock)
{
    /// <summary>From here on a child's age is told in years.</summary>
    private const int MonthsToldOf = 24;

    /// <summary>The clinic, and the answers completed by what the visit says: its kind of patient, its category, how old the patient is, and whom to call.</summary>
    public async Task<(Clinic Clinic, TriageInput Input)> Ask(Appointment visit, TriageInput input, CancellationToken ct)
    {
        var catalog = await catalogs.Current(ct);
        var clinic = catalog.Clinics[visit.ClinicId];
        var category = catalog.AppointmentTypes[visit.AppointmentTypeId].Category;
        var said = await patients.SayAgain(visit.PatientId, catalog.PoliciesAt(visit.ClinicId).AdultAge, ct);
        return (clinic, input with
        {
            PatientKind = visit.PatientKind,
            Category = category,
            Sheet = Aged(input.Sheet, said, ClinicClock.In(clinic.TimeZone).DateOf(clock.GetCurrentInstant())) with { Cosmetic = category == Category.Cosmetic },
            Known = Typed(visit) ?? Recorded(said),
        });
    }

    // Of what is typed and what the record says the younger counts: a baby is in danger where an adult is not (triage.md 1.7).
    private static TriageSheet Aged(TriageSheet sheet, SaidAgain? said, LocalDate today)
    {
        if (said?.Patient.DateOfBirth is not { } iso || LocalDatePattern.Iso.Parse(iso) is not { Success: true, Value: var born } || born > today)
        {
            return sheet;
        }

        var months = (int)Period.Between(born, today, PeriodUnits.Months).Months;
        return sheet with
        {
            VisitFor = said.IsUnderAge ? VisitFor.Child : sheet.VisitFor,
            AgeYears = Math.Min(months / 12, sheet.AgeYears ?? int.MaxValue),
            AgeMonths = months < MonthsToldOf || sheet.AgeMonths is not null ? Math.Min(months, sheet.AgeMonths ?? int.MaxValue) : null,
        };
    }

    private Contact? Typed(Appointment visit)
    {
        if (visit.Typed is not { } details)
        {
            return null;
        }

        var typed = vault.Open(details, SchedulingTables.Typed, visit.Id.Value);
        return typed.BookedBy is { Phone: { } phone } by ? new Contact(by.FirstName, phone) : typed.Phone is { } own ? new Contact(typed.FirstName, own) : null;
    }

    private static Contact? Recorded(SaidAgain? said) => said switch
    {
        { Guardian: { Phone: { } phone } guardian } => new Contact(guardian.FirstName, phone),
        { Patient: { Phone: { } own } patient } => new Contact(patient.FirstName, own),
        _ => null,
    };
}

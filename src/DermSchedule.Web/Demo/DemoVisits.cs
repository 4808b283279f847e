using DermSchedule.Practices;
using DermSchedule.Scheduling;

namespace DermSchedule.Web.Demo;

/// <summary>A fortnight at Demo Dermatology: what was done in the last days, and what is to come.</summary>
internal static class DemoVisits
{
    private static readonly IReadOnlyList<AppointmentStatus> Missed = [AppointmentStatus.NoShow];
    private static readonly IReadOnlyList<AppointmentStatus> Cancelled = [AppointmentStatus.Cancelled];

    public static IReadOnlyList<DemoVisit> All { get; } =
    [
        Johnson("noah", DemoMedicalTypes.SkinCheck, -6, "09:00", DemoVisit.Seen) with { Kind = PatientKind.New },
        Johnson("ana", DemoMedicalTypes.Acne, -5, "10:00", DemoVisit.Seen) with { Kind = PatientKind.New },
        Chen("grace", DemoCosmeticTypes.Consultation, -5, "14:00", DemoVisit.Seen) with { Kind = PatientKind.New },
        Johnson("noah", DemoMedicalTypes.Rash, -3, "15:00", Missed),
        Chen("ana", DemoMedicalTypes.Rash, -2, "11:00", Cancelled),
        Johnson("noah", DemoMedicalTypes.Rash, -1, "09:30", DemoVisit.Seen),

        Johnson("ana", DemoMedicalTypes.Acne, 1, "09:00", DemoVisit.Confirmed),
        Johnson("noah", DemoMedicalTypes.Mole, 1, "13:30", DemoVisit.Booked),
        Chen("grace", DemoCosmeticTypes.Laser, 2, "10:30", DemoVisit.Confirmed),
        Chen("ana", DemoMedicalTypes.Rash, 2, "15:00", DemoVisit.Booked),
        new("grace", DemoCosmeticTypes.Peel, DemoDermatology.Chen, DemoDermatology.Phoenix, 1, "10:00", DemoVisit.Booked),
        Johnson("noah", DemoMedicalTypes.Rash, 4, "11:00", DemoVisit.Booked),
        Johnson("ana", DemoMedicalTypes.SkinCheck, 5, "09:30", DemoVisit.Booked),
        Chen("grace", DemoCosmeticTypes.Filler, 5, "16:00", DemoVisit.Booked),
        Johnson("grace", DemoMedicalTypes.SkinCheck, 7, "14:30", DemoVisit.Confirmed),
        Chen("ana", DemoCosmeticTypes.Wrinkles, 7, "17:00", DemoVisit.Booked),
        Johnson("noah", DemoMedicalTypes.SkinCheck, 9, "10:00", DemoVisit.Booked),
    ];

    private static DemoVisit Johnson(string patient, string type, int day, string at, IReadOnlyList<AppointmentStatus> steps) =>
        new(patient, type, DemoDermatology.Johnson, DemoDermatology.NewYork, day, at, steps);

    private static DemoVisit Chen(string patient, string type, int day, string at, IReadOnlyList<AppointmentStatus> steps) =>
        new(patient, type, DemoDermatology.Chen, DemoDermatology.NewYork, day, at, steps);
}

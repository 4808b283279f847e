using DermSchedule.Kernel;
using DermSchedule.Patients;
using DermSchedule.Practices;
using NodaTime;

namespace DermSchedule.Web.Demo;

/// <summary>The practice of the screenshots: two clinics, of which one is in a zone without daylight saving (domain.md 15).</summary>
internal static class DemoDermatology
{
    public const string NewYork = "demo";
    public const string Phoenix = "demo-phoenix";
    public const string Johnson = "johnson";
    public const string Chen = "chen";

    private const string Mail = "@demo-dermatology.example";

    public static readonly DemoPractice Practice = new()
    {
        Name = "Demo Dermatology",
        Clinics =
        [
            new(NewYork, "Demo Dermatology", "Demo Clinic", "America/New_York", "+12125550140", "214 West 17th Street, 3rd floor, New York, NY 10011", "08:00", "18:00"),
            new(Phoenix, "Demo Dermatology Phoenix", "Demo Clinic Phoenix", "America/Phoenix", "+16025550190", "3300 North Central Avenue, Suite 410, Phoenix, AZ 85012", "08:00", "17:00"),
        ],
        Providers = [DrJohnson(), DrChen()],
        Resources =
        [
            new(NewYork, "Room 4", "room"),
            new(NewYork, "Room 5", "room"),
            new(NewYork, "Laser suite", "laser"),
            new(Phoenix, "Room 1", "room"),
            new(Phoenix, "Laser room", "laser"),
        ],
        Types = [.. DemoMedicalTypes.All, .. DemoCosmeticTypes.All],
        Patients =
        [
            new("ana", new TypedPerson("Ana", "Ruiz", "1988-04-12", "+16465550187", "ana.ruiz@patients.example", "es", "America/New_York", "commercial")),
            new("noah", new TypedPerson("Noah", "Adler", "1971-09-30", "+19175550126", "noah.adler@patients.example", "en", "America/New_York", "medicare")),
            new("grace", new TypedPerson("Grace", "Kim", "1994-02-07", "+12125550173", "grace.kim@patients.example", "en", "America/New_York", "self_pay")),
        ],
        Staff =
        [
            new("owner" + Mail, "Olivia Park", Role.Owner),
            new("manager" + Mail, "Marcus Webb", Role.Manager),
            new("dr.johnson" + Mail, "Dr. Amara Johnson", Role.Provider),
            new("dr.chen" + Mail, "Dr. Lin Chen", Role.Provider),
            new("frontdesk" + Mail, "Fiona Reyes", Role.FrontDesk),
            new("billing" + Mail, "Ben Osei", Role.Billing),
            new("auditor" + Mail, "Audrey Stone", Role.Auditor),
        ],
        Visits = DemoVisits.All,
    };

    private static DemoProvider DrJohnson() => new(
        Johnson,
        new AddProvider.Request
        {
            Name = "Dr. Amara Johnson",
            Title = "MD, FAAD, dermatologist",
            Bio = "Moles, rashes, acne, eczema, hair and nails. English.",
            Translations = new Dictionary<string, ProviderWords>
            {
                ["es"] = new("Médica dermatóloga, FAAD", "Lunares, sarpullidos, acné, eccema, cabello y uñas. Inglés."),
            },
        },
        [new DemoHours(NewYork, [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday], [("09:00", "12:00"), ("13:30", "17:00")]) { Access = [("12:00", "12:30")] }]);

    private static DemoProvider DrChen() => new(
        Chen,
        new AddProvider.Request
        {
            Name = "Dr. Lin Chen",
            Title = "MD, FAAD, dermatologist",
            Bio = "Eczema, psoriasis, acne and laser. English, Spanish, Mandarin.",
            TravelMinutes = 360,
            Translations = new Dictionary<string, ProviderWords>
            {
                ["es"] = new("Médica dermatóloga, FAAD", "Eccema, psoriasis, acné y láser. Inglés, español, mandarín."),
            },
        },
        [
            new DemoHours(NewYork, [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Friday], [("09:30", "12:30"), ("14:00", "18:00")]) { Access = [("12:30", "13:00")] },
            new DemoHours(Phoenix, [IsoDayOfWeek.Thursday], [("09:00", "12:00"), ("13:00", "16:30")]),
        ]);
}

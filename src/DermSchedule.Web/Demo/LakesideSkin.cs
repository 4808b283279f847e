using DermSchedule.Kernel;
using DermSchedule.Patients;
using DermSchedule.Practices;
using NodaTime;

namespace DermSchedule.Web.Demo;

/// <summary>A second, small practice with its own staff and patients, so that everybody can see that neither sees the other.</summary>
internal static class LakesideSkin
{
    public const string Slug = "lakeside";

    private const string Patel = "patel";
    private const string SkinCheck = "Skin check";
    private const string Mail = "@lakeside-skin.example";

    public static readonly DemoPractice Practice = new()
    {
        Name = "Lakeside Skin",
        Clinics = [new(Slug, "Lakeside Skin", "Lakeside", "America/Chicago", "+18475550122", "88 Lake Street, Suite 2, Evanston, IL 60201", "08:30", "16:30")],
        Providers =
        [
            new(
                Patel,
                new AddProvider.Request
                {
                    Name = "Dr. Maya Patel",
                    Title = "MD, dermatologist",
                    Bio = "General dermatology for the whole family.",
                    Translations = new Dictionary<string, ProviderWords> { ["es"] = new("Médica dermatóloga", "Dermatología general para toda la familia.") },
                },
                [new DemoHours(Slug, [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday], [("09:00", "12:00"), ("13:00", "16:00")])]),
        ],
        Resources = [new(Slug, "Room A", "room")],
        Types =
        [
            Medical(SkinCheck, 30, "A look at all of your skin.", "Revisión de la piel", "Una revisión de toda su piel."),
            Medical("Wart removal", 20, "Warts are frozen or burnt off.", "Eliminación de verrugas", "Las verrugas se congelan o se queman."),
        ],
        Patients =
        [
            new("priya", new TypedPerson("Priya", "Nair", "1983-11-21", "+18475550164", "priya.nair@patients.example", "en", "America/Chicago", "commercial")),
            new("rosa", new TypedPerson("Rosa", "Delgado", "1966-06-03", "+18475550118", "rosa.delgado@patients.example", "es", "America/Chicago", "medicare")),
        ],
        Staff =
        [
            new("owner" + Mail, "Maya Patel", Role.Owner),
            new("manager" + Mail, "Tom Lindqvist", Role.Manager),
            new("dr.patel" + Mail, "Dr. Maya Patel", Role.Provider),
            new("frontdesk" + Mail, "Hannah Cole", Role.FrontDesk),
            new("billing" + Mail, "Ivan Petrov", Role.Billing),
            new("auditor" + Mail, "Grace Holt", Role.Auditor),
        ],
        Visits =
        [
            new("priya", SkinCheck, Patel, Slug, -3, "10:00", DemoVisit.Seen),
            new("rosa", "Wart removal", Patel, Slug, 1, "09:30", DemoVisit.Confirmed),
            new("priya", "Wart removal", Patel, Slug, 4, "14:00", DemoVisit.Booked),
        ],
    };

    private static DemoType Medical(string name, int minutes, string description, string spanish, string spanishDescription) => new(
        new AddAppointmentType.Request
        {
            Name = name,
            Category = Category.Medical,
            DurationMinutes = minutes,
            Description = description,
            Preparation = "Please wear clothes that are easy to change.",
            Translations = DemoMedicalTypes.Spanish(spanish, spanishDescription, "Venga con ropa fácil de cambiar."),
        },
        [],
        []);
}

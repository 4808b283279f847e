using DermSchedule.Kernel;
using DermSchedule.Practices;

namespace DermSchedule.Web.Demo;

/// <summary>Five cosmetic kinds of visit, in both languages, each with a deposit of 50.00 USD.</summary>
internal static class DemoCosmeticTypes
{
    public const string Consultation = "Laser consultation";
    public const string Laser = "Laser treatment";
    public const string Peel = "Chemical peel";
    public const string Filler = "Filler consultation";
    public const string Wrinkles = "Wrinkle treatment";

    private static readonly Money Deposit = Money.Usd(50_00);

    public static IReadOnlyList<DemoType> All { get; } =
    [
        WithChen(new AddAppointmentType.Request
        {
            Name = Consultation,
            Concerns = ["cosmetic_laser"],
            DurationMinutes = 20,
            Description = "What a laser can do for your skin, what it costs and how many times it takes.",
            Preparation = "Please avoid tanning for two weeks before the visit.",
            Translations = DemoMedicalTypes.Spanish(
                "Consulta de láser",
                "Qué puede hacer un láser por su piel, cuánto cuesta y cuántas sesiones hacen falta.",
                "Evite broncearse durante las dos semanas anteriores."),
        }),
        WithChen(new AddAppointmentType.Request
        {
            Name = Laser,
            Concerns = ["cosmetic_laser"],
            DurationMinutes = 45,
            BufferAfterMinutes = 15,
            ResourceKinds = ["laser"],
            Description = "Laser for face, legs or back after a consultation.",
            Preparation = "Shave the area the day before. No sun, no self-tanner for two weeks.",
            Translations = DemoMedicalTypes.Spanish(
                "Tratamiento con láser",
                "Láser para cara, piernas o espalda después de una consulta.",
                "Afeite la zona el día anterior. Sin sol ni autobronceador durante dos semanas."),
        }),
        WithChen(new AddAppointmentType.Request
        {
            Name = Peel,
            Concerns = ["cosmetic_peel"],
            DurationMinutes = 30,
            BufferAfterMinutes = 10,
            ResourceKinds = ["room"],
            Description = "A light peel that evens out tone and texture.",
            Preparation = "Stop retinoids five days before.",
            Translations = DemoMedicalTypes.Spanish("Peeling químico", "Un peeling suave que unifica el tono y la textura.", "Suspenda los retinoides cinco días antes."),
        }),
        WithChen(new AddAppointmentType.Request
        {
            Name = Filler,
            Concerns = ["cosmetic_injectable"],
            DurationMinutes = 30,
            Description = "Whether and where a filler suits you. Nothing is injected at this visit.",
            Preparation = "Bring a photo of yourself from some years ago if you like.",
            Translations = DemoMedicalTypes.Spanish(
                "Consulta de rellenos",
                "Si un relleno le conviene y dónde. En esta consulta no se inyecta nada.",
                "Si quiere, traiga una foto suya de hace algunos años."),
        }),
        new DemoType(
            Cosmetic(new AddAppointmentType.Request
            {
                Name = Wrinkles,
                Concerns = ["cosmetic_injectable"],
                DurationMinutes = 30,
                Description = "Injections that relax lines of forehead and eyes.",
                Preparation = "No alcohol the day before. Tell us if you are pregnant or breastfeeding.",
                Translations = DemoMedicalTypes.Spanish(
                    "Tratamiento de arrugas",
                    "Inyecciones que relajan las líneas de la frente y los ojos.",
                    "Nada de alcohol el día anterior. Avísenos si está embarazada o amamantando."),
            }),
            [],
            [DemoDermatology.NewYork]),
    ];

    private static DemoType WithChen(AddAppointmentType.Request request) => new(Cosmetic(request), [DemoDermatology.Chen], []);

    private static AddAppointmentType.Request Cosmetic(AddAppointmentType.Request request) => request with { Category = Category.Cosmetic, Deposit = Deposit };
}

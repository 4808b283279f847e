using DermSchedule.Practices;

namespace DermSchedule.Web.Demo;

/// <summary>Five medical kinds of visit, in both languages.</summary>
internal static class DemoMedicalTypes
{
    public const string SkinCheck = "Full-body skin check";
    public const string Acne = "Acne visit";
    public const string Rash = "Rash visit";
    public const string Urgent = "Urgent skin lesion check";
    public const string Mole = "Mole removal";

    public static IReadOnlyList<DemoType> All { get; } =
    [
        Everywhere(new AddAppointmentType.Request
        {
            Name = SkinCheck,
            Category = Category.Medical,
            Concerns = ["skin_check", "lesion"],
            DurationMinutes = 30,
            DurationMinutesNewPatient = 45,
            Description = "The doctor looks at your skin from head to toe and at every mole that worries you.",
            Preparation = "Please come without make-up and nail polish. You will get a gown.",
            Translations = Spanish(
                "Revisión completa de la piel",
                "La doctora revisa su piel de la cabeza a los pies y cada lunar que le preocupe.",
                "Venga sin maquillaje ni esmalte de uñas. Le daremos una bata."),
        }),
        Everywhere(new AddAppointmentType.Request
        {
            Name = Acne,
            Category = Category.Medical,
            Concerns = ["acne"],
            DurationMinutes = 15,
            DurationMinutesNewPatient = 30,
            Description = "Acne and its scars: what helps, and what to use at home.",
            Preparation = "Bring the creams and medicines you use now, or a photo of them.",
            Translations = Spanish("Consulta por acné", "El acné y sus marcas: qué ayuda y qué usar en casa.", "Traiga las cremas y medicinas que usa ahora, o una foto de ellas."),
        }),
        Everywhere(new AddAppointmentType.Request
        {
            Name = Rash,
            Category = Category.Medical,
            Concerns = ["rash", "hair_nails", "other", "infection", "medication_follow_up", "procedure_follow_up"],
            DurationMinutes = 20,
            DurationMinutesNewPatient = 30,
            Description = "A rash, itching, eczema or psoriasis, and trouble with hair, scalp or nails.",
            Preparation = "Put nothing on the skin on the day of the visit, so that the doctor sees it as it is.",
            Translations = Spanish(
                "Consulta por sarpullido",
                "Un sarpullido, picazón, eccema o psoriasis, y molestias del cabello, el cuero cabelludo o las uñas.",
                "No se ponga nada en la piel el día de la consulta, para que la doctora la vea como está."),
        }),
        Everywhere(new AddAppointmentType.Request
        {
            Name = Urgent,
            Category = Category.Medical,
            DurationMinutes = 20,
            UrgentOnly = true,
            AutoCancel = false,
            Concerns = ["lesion_urgent", "lesion"],
            Description = "A mole, spot or lump that changes, bleeds or grows, looked at within 14 days.",
            Preparation = "Leave make-up, creams and nail polish off the spot.",
            Translations = Spanish(
                "Revisión urgente de una lesión",
                "Un lunar, mancha o bulto que cambia, sangra o crece, visto en un plazo de 14 días.",
                "No se ponga maquillaje, cremas ni esmalte sobre la lesión."),
        }),
        new DemoType(
            new AddAppointmentType.Request
            {
                Name = Mole,
                Category = Category.Medical,
                Concerns = ["procedure_follow_up"],
                DurationMinutes = 45,
                BufferAfterMinutes = 15,
                MinimumNoticeMinutes = 1_440,
                ResourceKinds = ["room"],
                Description = "A mole is numbed, taken out and sent to the laboratory.",
                Preparation = "Eat as usual. Tell us if you take blood thinners.",
                Translations = Spanish(
                    "Extirpación de un lunar",
                    "Se anestesia el lunar, se extirpa y se envía al laboratorio.",
                    "Coma como siempre. Avísenos si toma anticoagulantes."),
            },
            [DemoDermatology.Johnson],
            [DemoDermatology.NewYork]),
    ];

    public static IReadOnlyDictionary<string, AppointmentTypeWords> Spanish(string name, string description, string preparation) =>
        new Dictionary<string, AppointmentTypeWords> { ["es"] = new(name, description, preparation) };

    private static DemoType Everywhere(AddAppointmentType.Request request) => new(request, [], []);
}

namespace DermSchedule.Triage;

/// <summary>
/// What a patient is told, in English and Spanish, at a reading grade of six or less. It says what to do and never what it might be. A call is promised
/// only where a number is known and the clinic is open (domain.md 6). Waits for clinical and language review: docs/translations.md.
/// </summary>
public static class TriageWords
{
    public static string Told(Assessment assessment, bool hasContact, UrgentTime time, ClinicDoor door, string language)
    {
        var say = new Say(string.Equals(language, "es", StringComparison.Ordinal), assessment.VisitFor);
        string[] parts =
        [
            .. assessment.Disposition switch
            {
                Disposition.Emergency => Emergency(assessment, hasContact, door, say),
                Disposition.SameDay => SameDay(hasContact, door, say),
                Disposition.Urgent => Urgent(hasContact, time, door, say),
                Disposition.Routine => Routine(assessment, say),
            },
            NotAdvice(say),
        ];
        return string.Join(' ', parts);
    }

    private static IEnumerable<string> Emergency(Assessment assessment, bool hasContact, ClinicDoor door, Say say)
    {
        yield return assessment.VisitFor == VisitFor.Self
            ? say.In("Call 911 now, or have someone take you to the nearest emergency room. Do not drive yourself.", "Llame al 911 ahora o pida que alguien le lleve a la sala de emergencias más cercana. No maneje.")
            : say.In($"Call 911 now, or have someone take {say.Patient} to the nearest emergency room.", "Llame al 911 ahora o pida que alguien lleve al paciente a la sala de emergencias más cercana.");

        if (assessment.Flags.Any(flag => flag.Help == Help.Lifeline988))
        {
            yield return say.In("You can also call or text 988 at any hour to talk with someone.", "También puede llamar o enviar un texto al 988 a cualquier hora para hablar con alguien.");
        }

        if (assessment.Flags.Any(flag => flag.Help == Help.PoisonControl))
        {
            yield return say.In("Poison Control helps at any hour: 1-800-222-1222.", "El centro de intoxicaciones ayuda a cualquier hora: 1-800-222-1222.");
        }

        if (hasContact && door.IsOpen)
        {
            yield return say.In("We told our care team, and they will try to call you. Do not wait for that call.", "Avisamos a nuestro equipo y tratará de llamarle. No espere esa llamada.");
        }
    }

    private static IEnumerable<string> SameDay(bool hasContact, ClinicDoor door, Say say)
    {
        yield return door.IsOpen
            ? say.In($"Call the clinic now: {Display(door.Phone)}. Someone should hear about this today.", $"Llame a la clínica ahora: {Display(door.Phone)}. Alguien debe saber de esto hoy.")
            : say.In("The clinic is closed now. Go to an urgent care clinic or an emergency room today.", "La clínica está cerrada ahora. Vaya hoy a un centro de atención urgente o a una sala de emergencias.");

        if (!door.IsOpen && door.AfterHoursPhone is { } line)
        {
            yield return say.In($"You can also call our after-hours line: {Display(line)}.", $"También puede llamar a nuestra línea fuera de horario: {Display(line)}.");
        }

        if (hasContact && door.IsOpen)
        {
            yield return say.In("We told our care team, and they will also try to call you.", "Avisamos a nuestro equipo y también tratará de llamarle.");
        }

        yield return say.In("If it gets worse, call 911.", "Si empeora, llame al 911.");
    }

    private static IEnumerable<string> Urgent(bool hasContact, UrgentTime time, ClinicDoor door, Say say)
    {
        yield return say.In($"{say.They} should be seen within 14 days.", "Debe recibir atención en un plazo de 14 días.");

        if (time != UrgentTime.NoneFree)
        {
            yield return time == UrgentTime.Booked
                ? say.In("Your visit is soon enough: please keep it. If it gets worse before, call the clinic.", "Su visita es a tiempo: no falte. Si empeora antes, llame a la clínica.")
                : say.In("Choose one of the times we keep for this.", "Elija una de las horas que guardamos para esto.");
            yield break;
        }

        yield return say.In("No such time is free online right now. We told our team to find one for you.", "Ahora no hay una hora así libre en línea. Pedimos a nuestro equipo que le busque una.");

        if (door.IsOpen)
        {
            yield return hasContact
                ? say.In($"They will call you. You can also call us: {Display(door.Phone)}.", $"Le llamarán. También puede llamarnos: {Display(door.Phone)}.")
                : say.In($"Please call us: {Display(door.Phone)}.", $"Por favor, llámenos: {Display(door.Phone)}.");
        }
    }

    private static IEnumerable<string> Routine(Assessment assessment, Say say)
    {
        yield return assessment.Questions.Count > 0
            ? say.In($"Please answer one more thing, so that we know how soon {say.Patient} should be seen.", "Responda una cosa más, para saber qué tan pronto debe recibir atención.")
            : say.In("Choose a time that suits you. If it gets worse before the visit, call the clinic.", "Elija la hora que le convenga. Si empeora antes de la visita, llame a la clínica.");
    }

    private static string NotAdvice(Say say) => say.In(
        "This is not medical advice or a diagnosis. If you think this is an emergency, call 911 now.", "Esto no es un consejo médico ni un diagnóstico. Si cree que es una emergencia, llame al 911 ahora.");

    private static string Display(string e164) => PhoneNumber.TryParse(e164, out var phone) ? phone.Display() : e164;

    private readonly record struct Say(bool Spanish, VisitFor VisitFor)
    {
        /// <summary>Who is ill, in the middle of an English sentence.</summary>
        public string Patient => VisitFor switch { VisitFor.Child => "your child", VisitFor.OtherAdult => "the patient", _ => "you" };

        public string They => VisitFor switch { VisitFor.Child => "Your child", VisitFor.OtherAdult => "The patient", _ => "You" };

        public string In(string english, string spanish) => Spanish ? spanish : english;
    }
}

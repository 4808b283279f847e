namespace DermSchedule.Web.Ui;

/// <summary>What every page says.</summary>
public sealed partial class Texts
{
    public string Offline => Say("No connection.", "Sin conexión.");

    public string OfflineHelp => Say("Nothing was sent, and what you typed is still here. Try again when you are back online.", "No se envió nada y lo que escribió sigue aquí. Inténtelo cuando vuelva la conexión.");

    public string Wrong(string title) => Say($"Error: {title}", $"Hay un error: {title}");

    public string SkipToContent => Say("Skip to the content", "Ir al contenido");

    public string OtherLanguage => Say("Español", "English");

    public string OtherLanguageCode => Say("es", "en");

    public string Back => Say("Back", "Atrás");

    public string Continue => Say("Continue", "Continuar");

    public string Change => Say("Change", "Cambiar");

    public string Optional => Say("(optional)", "(opcional)");

    public string MainNavigation => Say("Main", "Principal");

    public string FooterNavigation => Say("Footer", "Pie de página");

    public string CheckAnswers(int count) => count == 1
        ? Say("Check 1 answer", "Revise 1 respuesta")
        : Say($"Check {count} answers", $"Revise {count} respuestas");

    public string CallTheClinic(string phone) => Say($"Call the clinic, {phone}", $"Llamar a la clínica, {phone}");

    public string CallPhone(string phone) => Say($"Call {phone}", $"Llamar al {phone}");

    public string Directions => Say("Get directions", "Cómo llegar");

    public string OpensMap => Say("(opens a map site)", "(abre un sitio de mapas)");

    public string BookingBy => Say(
        "This site does not give medical advice or a diagnosis. Booking by DermSchedule.",
        "Este sitio no da consejos médicos ni diagnósticos. Reservas con DermSchedule.");

    public string TimesInZone(string city, string abbreviation) => Say($"Times in {city} ({abbreviation})", $"Horas de {city} ({abbreviation})");

    public string Minutes(int minutes) => minutes == 1 ? Say("1\u00a0minute", "1\u00a0minuto") : Say($"{minutes}\u00a0minutes", $"{minutes}\u00a0minutos");

    public string LanguageName(Language language) => language == Language.Spanish ? "Español" : "English";
}

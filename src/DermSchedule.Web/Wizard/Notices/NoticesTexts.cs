namespace DermSchedule.Web.Ui;

/// <summary>What the pages about language help, equal treatment and accessibility say. The notices wait for legal and language review: docs/translations.md.</summary>
public sealed partial class Texts
{
    public string NoticesLink => Say("Language help and equal treatment", "Ayuda con el idioma y trato igual");

    public string NoticesLanguages => Say("Free language help", "Ayuda gratis con el idioma");

    public string NoticesLanguagesText => Say(
        "You can have an interpreter in your language or in sign language, and our papers in large print or another form you can use. It costs you nothing.",
        "Puede tener un intérprete en su idioma o en lengua de señas, y nuestros documentos en letra grande o en otro formato que le sirva. No le cuesta nada.");

    public string NoticesAsk(string phone) => Say($"Ask when you book, or call {phone}.", $"Pídalo al reservar o llame al {phone}.");

    public string NoticesInYourLanguage => Say("In other languages", "En otros idiomas");

    public string NoticesEqual => Say("Equal treatment", "Trato igual");

    public string NoticesEqualLaw => Say(
        "Federal civil rights laws ask this of us too. We do not turn anybody away or treat anybody worse for these reasons.",
        "También lo piden las leyes federales de derechos civiles. No rechazamos ni tratamos peor a nadie por estos motivos.");

    public string NoticesComplain => Say("If we did not treat you fairly", "Si no le tratamos de manera justa");

    public string NoticesComplainUs(string clinic, string phone) => Say(
        $"Tell us: call {clinic} at {phone}, or write to us. We help you to put it in writing.", $"Díganoslo: llame a {clinic} al {phone} o escríbanos. Le ayudamos a ponerlo por escrito.");

    public string NoticesComplainOffice => Say(
        "You can also complain to the Office for Civil Rights of the U.S. Department of Health and Human Services:",
        "También puede presentar una queja ante la Oficina de Derechos Civiles del Departamento de Salud y Servicios Humanos de EE. UU.:");

    public string NoticesOfficeSite => Say("Website of the Office for Civil Rights", "Sitio web de la Oficina de Derechos Civiles");

    public string NoticesOfficePhone => Say("Call 1-800-368-1019", "Llamar al 1-800-368-1019");

    public string NoticesOfficeTdd => Say("TDD: 1-800-537-7697", "Línea TDD: 1-800-537-7697");

    public string AccessibilityLink => Say("Accessibility", "Accesibilidad");

    public string AccessibilityHeading => Say("A site for everybody", "Un sitio para todas las personas");

    public string AccessibilityGoal => Say(
        "This site is made to meet the Web Content Accessibility Guidelines (WCAG) 2.2, level AA.", "Este sitio está hecho para cumplir las Pautas de Accesibilidad para el Contenido Web (WCAG) 2.2, nivel AA.");

    public string AccessibilityHow => Say("What you can count on", "Con qué puede contar");

    public string AccessibilityKeyboard => Say("You can use it with a keyboard alone, or with a screen reader.", "Puede usarlo solo con el teclado o con un lector de pantalla.");

    public string AccessibilityZoom => Say("Text can be made four times as large.", "El texto se puede agrandar cuatro veces.");

    public string AccessibilityTime => Say("Where a time is kept for you, you can ask for more of it.", "Cuando le guardamos una hora, puede pedir más tiempo.");

    public string AccessibilityScripts => Say("It works without scripts, on old phones and slow networks.", "Funciona sin scripts, en teléfonos viejos y redes lentas.");

    public string AccessibilityColor => Say("Light or dark, as your device is set. Color alone never tells you anything.", "Claro u oscuro, según su dispositivo. El color nunca es la única señal.");

    public string AccessibilityHelp => Say("If something does not work for you", "Si algo no le funciona");

    public string AccessibilityHelpText(string phone) => Say(
        $"Call us at {phone}. We book, change or cancel your visit with you, and we want to know what went wrong.", $"Llámenos al {phone}. Reservamos, cambiamos o cancelamos la visita con usted, y queremos saber qué falló.");
}

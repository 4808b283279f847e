namespace DermSchedule.Web.Ui;

/// <summary>What the landing page says.</summary>
public sealed partial class Texts
{
    public string LandingTitle(string clinic) => Say($"{clinic}: book a dermatology visit online", $"{clinic}: reserve su visita de dermatología en línea");

    public string LandingHeading => Say("Skin care that fits your week", "Cuidado de la piel a su ritmo");

    public string LandingLead => Say(
        "Pick a free time with a dermatology provider. Change or cancel it yourself, any time.",
        "Elija una hora libre con un especialista de la piel. Cámbiela o cancélela usted, cuando quiera.");

    public string LandingNote => Say("No account, no phone queue.", "Sin cuenta ni espera al teléfono.");

    /// <summary>Only where a time for a new patient is free.</summary>
    public string NewPatientsWelcome => Say("New patients welcome.", "Se aceptan pacientes nuevos.");

    public string FindATime => Say("Find a time", "Buscar una hora");

    public string NextAvailable => Say("Next available", "Próxima hora libre");

    public string OrLater => Say("Or a little later", "O un poco después");

    public string HalfDay(string day, bool morning) => morning ? Say($"{day} morning", $"{day} por la mañana") : Say($"{day} afternoon", $"{day} por la tarde");

    public string ClosedFor(string date, string holiday) => Say($"{date}: closed ({holiday})", $"{date}: cerrado ({holiday})");

    public string NothingFree => Say("No free time in the next weeks", "No hay horas libres en las próximas semanas");

    public string NothingFreeHelp => Say("Call us and we find one together.", "Llámenos y buscamos una juntos.");

    public string NavCare => Say("Care", "Atención");

    public string NavHow => Say("How it works", "Cómo funciona");

    public string NavTeam => Say("Providers", "Especialistas");

    public string NavVisit => Say("Hours and location", "Horario y lugar");

    public string ChooseCare => Say("Choose the kind of care", "Elija el tipo de atención");

    public string Medical => Say("Medical", "Médica");

    public string MedicalDoor => Say("Moles, rashes, acne, eczema, hair and nails.", "Lunares, sarpullido, acné, eccema, cabello y uñas.");

    public string MedicalGo => Say("See medical times", "Ver horas médicas");

    public string Cosmetic => Say("Cosmetic", "Estética");

    public string CosmeticDoor => Say("Laser, peels, injectables and other treatments.", "Láser, peeling, inyectables y otros tratamientos.");

    public string CosmeticGo => Say("See cosmetic times", "Ver horas de estética");

    public string SeeVisits => Say("See visits and how to book", "Ver las visitas y cómo reservar");

    public string EmergencyQuestion => Say("Is it an emergency?", "¿Es una emergencia?");

    public string EmergencySigns => Say(
        "Trouble breathing, swelling of the face or throat, or skin that blisters and peels:",
        "Dificultad para respirar, hinchazón de la cara o la garganta, o piel con ampollas que se desprende:");

    public string Call911 => Say("call 911", "llame al 911");

    public string EmergencyEnd => Say("now. Do not book online.", "ahora. No reserve en línea.");

    public string HowHeading => Say("Three steps, then you are done", "Tres pasos y listo");

    public string HowOne => Say("Say what the visit is for", "Diga para qué es la visita");

    public string HowOneText => Say("Answer a few short questions. You see which visit fits, how long it takes and how to prepare.", "Conteste unas preguntas cortas. Verá qué visita le conviene, cuánto dura y cómo prepararse.");

    public string HowTwo => Say("Choose a time that is really free", "Elija una hora que de verdad está libre");

    public string HowTwoText => Say("Every time on the screen is open right now.", "Cada hora en pantalla está libre ahora mismo.");

    public string HowThree => Say("Keep your private link", "Guarde su enlace privado");

    public string HowThreeText => Say("Use it to confirm the visit, change its time, cancel it, or put it in your calendar.", "Úselo para confirmar la visita, cambiar la hora, cancelarla o ponerla en su calendario.");

    public string WhyHeading => Say("Made for people who cannot wait on hold", "Para quien no puede esperar al teléfono");

    public string WhyLink => Say("Change it without calling", "Cambie la hora sin llamar");

    public string WhyLinkText => Say(
        "Every visit has its own private page. Move it to any free time, or give it up so that somebody else can come.",
        "Cada visita tiene su página privada. Cámbiela a cualquier hora libre, o déjela para que otra persona pueda venir.");

    public string WhyHold => Say("Your time is held", "Le guardamos su hora");

    public string WhyHoldText => Say("While you type, nobody else can take it.", "Mientras escribe, nadie más puede tomarla.");

    public string WhyEveryone => Say("Works for everybody", "Para todas las personas");

    public string WhyEveryoneText => Say(
        "English and Spanish. Any phone, slow network, keyboard or screen reader.",
        "En inglés y español. Con cualquier teléfono, red lenta, teclado o lector de pantalla.");

    public string Left => Say("left", "restantes");

    public string TeamHeading => Say("Who you will see", "Quién le atenderá");

    public string NextIs(string moment) => Say($"Next: {moment}", $"Próxima: {moment}");

    public string OpeningHours => Say("Opening hours", "Horario");

    public string OpenNow => Say("Open now", "Abierto ahora");

    public string Closed => Say("Closed", "Cerrado");

    public string FromTo(string from, string to) => Say($"{from} to {to}", $"{from} a {to}");

    public string HoursByVisit => Say("By appointment", "Con cita previa");

    public string OpenMap => Say("Open the map: ", "Abrir el mapa: ");

    public string LanguageHelp => Say(
        "Language help and sign language interpreters are free. Ask when you book or call us.",
        "La ayuda con el idioma y los intérpretes de lengua de señas son gratis. Pídalos al reservar o llámenos.");

    public string Nondiscrimination => Say(
        "We treat everybody alike, whatever their race, color, national origin, age, disability or sex.",
        "Tratamos a todas las personas por igual, sin importar raza, color, origen nacional, edad, discapacidad o sexo.");

    public string ChooserTitle => Say("Choose a clinic", "Elija una clínica");

    public string ChooserLead => Say("Which clinic would you like to visit?", "¿Qué clínica quiere visitar?");

    public string ChooserEmpty => Say("No clinic takes online booking yet.", "Todavía ninguna clínica acepta reservas en línea.");

    public string ChooserEmptyHelp => Say("When the practice is set up, its clinics appear here.", "Cuando el consultorio esté configurado, sus clínicas aparecerán aquí.");
}

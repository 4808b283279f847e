namespace DermSchedule.Web.Ui;

/// <summary>What the steps of the wizard say, but for the details.</summary>
public sealed partial class Texts
{
    public string StepVisit => Say("Visit", "Visita");

    public string StepTime => Say("Time", "Hora");

    public string StepDetails => Say("Details", "Datos");

    public string StepDone => Say("Done", "Listo");

    public string Progress => Say("Progress", "Progreso");

    public string StepOf(int step, int of, string name) => Say($"Step {step} of {of}: {name}", $"Paso {step} de {of}: {name}");

    public string PageTitle(string page, string clinic) => $"{page}: {clinic}";

    public string VisitHeading => Say("What kind of visit?", "¿Qué tipo de visita?");

    public string VisitLead => Say("You see free times next.", "Después verá las horas libres.");

    public string VisitLeadTime(bool chosen) => chosen
        ? Say("Check that it is the right visit, then we hold the time for you.", "Compruebe que es la visita correcta y le guardamos la hora.")
        : Say("Say what it is for, then we hold the time for you.", "Diga para qué es y le guardamos la hora.");

    public string TooLate => Say("That was not sent, and nothing has changed.", "No se envió y nada ha cambiado.");

    public string TooLateHelp => Say(
        "The page was open for too long, or your browser keeps no cookies. This is how things stand now; please try again.", "La página estuvo abierta demasiado tiempo o su navegador no guarda cookies. Así está todo ahora; inténtelo otra vez.");

    public string YouChose => Say("You chose", "Usted eligió");

    public string OtherTime => Say("Choose another", "Elegir otra");

    public string WishLost => Say("The time you chose is not free for this visit.", "La hora que eligió no está libre para esta visita.");

    public string WishLostHelp => Say("These times are.", "Estas sí lo están.");

    public string BeenBefore => Say("Have you been here before?", "¿Ya ha venido antes?");

    public string NewPatient => Say("I am new here", "Es mi primera vez");

    public string NewPatientHint => Say("Or it has been more than 3 years", "O han pasado más de 3 años");

    public string Established => Say("I have been here before", "Ya he venido antes");

    public string EstablishedHint(int years) => years == 1 ? Say("In the last year", "En el último año") : Say($"In the last {years} years", $"En los últimos {years} años");

    public string ChooseVisit => Say("Choose a visit", "Elija una visita");

    public string CareKind => Say("Kind of care", "Tipo de atención");

    public string Deposit(string amount) => Say($"{amount} deposit", $"depósito de {amount}");

    public string ByPhone => Say("Booked by phone", "Se reserva por teléfono");

    public string ByPhoneWhy => Say(
        "These need a deposit or a few questions first. Call us and we find a time together.",
        "Estas necesitan un depósito o algunas preguntas antes. Llámenos y buscamos una hora juntos.");

    public string NoVisits => Say("No visits of this kind can be booked online.", "Ninguna visita de este tipo se reserva en línea.");

    public string NeedKind => Say("Say whether you have been here before", "Diga si ya ha venido antes");

    public string NeedVisit => Say("Choose the kind of visit", "Elija el tipo de visita");

    public string SeeTimes => Say("See free times", "Ver horas libres");

    public string TimeHeading => Say("Choose a time", "Elija una hora");

    public string FirstAvailable => Say("First available", "Primera hora libre");

    public string With => Say("With", "Con");

    public string WithLower => Say("with", "con");

    public string NoneOn(string day) => Say($"No free time on {day}. This is the next day that has one.", $"No hay horas libres el {day}. Este es el día siguiente con horas.");

    public string NoneSince(string day) => Say($"No free time on {day} or later. This is the last day before it that has one.", $"No hay horas libres el {day} ni después. Este es el último día anterior con horas.");

    public string Today => Say("Today", "Hoy");

    public string Tomorrow => Say("Tomorrow", "Mañana");

    public string Anyone => Say("Anyone", "Cualquiera");

    public string Days => Say("Days", "Días");

    public string MonthView => Say("Month", "Mes");

    public string ViewAs => Say("View", "Vista");

    public string DaysWithTimes => Say("Days with free times", "Días con horas libres");

    public string FewTimes => Say("few", "pocas");

    public string ManyTimes => Say("many times", "muchas horas");

    public string DayFew => Say(", few times", ", pocas horas");

    public string DaySome => Say(", some times", ", algunas horas");

    public string DayMany => Say(", many times", ", muchas horas");

    public string DayNone => Say(", no times", ", sin horas");

    public string TimesCount(int count) => count == 1 ? Say("1 time", "1 hora") : Say($"{count} times", $"{count} horas");

    public string Morning => Say("Morning", "Mañana");

    public string Afternoon => Say("Afternoon", "Tarde");

    public string Evening => Say("Evening", "Última hora de la tarde");

    public string NoTimesInMonth => Say("No free times in this month", "No hay horas libres este mes");

    public string NoTimesHelp => Say("Look at another month, choose anyone, or call us.", "Mire otro mes, elija cualquier especialista o llámenos.");

    public string HeldForYou => Say("Held for you", "Reservada");

    public string YourHeldTime => Say("Your held time", "Su hora reservada");

    public string HoldLimit => Say(
        "You are keeping two times already. Finish booking one of them, or wait until it is let go.",
        "Ya tiene dos horas guardadas. Termine de reservar una o espere a que se libere.");
}

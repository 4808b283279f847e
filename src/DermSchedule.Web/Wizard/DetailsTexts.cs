namespace DermSchedule.Web.Ui;

/// <summary>What the step with the details says. Consent wording: see <c>docs/translations.md</c>.</summary>
public sealed partial class Texts
{
    public string DetailsHeading => Say("Who is coming?", "¿Quién viene?");

    public string DetailsLead => Say("We keep this private and use it for your visit only.", "Es privado y solo lo usamos para su visita.");

    public string VisitFor => Say("Who is the visit for?", "¿Para quién es la visita?");

    public string ForMe => Say("Me", "Para mí");

    public string ForChild => Say("My child", "Mi hijo o hija");

    public string ForOther => Say("Someone I care for", "Alguien a quien cuido");

    public string AboutYou => Say("About you", "Sobre usted");

    public string AboutPatient => Say("About the patient", "Sobre el paciente");

    public string HowToReach => Say("How we reach you", "Cómo le contactamos");

    public string FirstName => Say("First name", "Nombre");

    public string LastName => Say("Last name", "Apellido");

    public string YourFirstName => Say("Your first name", "Su nombre");

    public string YourLastName => Say("Your last name", "Su apellido");

    public string Relationship => Say("You are the patient's", "¿Qué es usted del paciente?");

    public string RelationshipOf(string relationship) => relationship switch
    {
        "parent" => Say("Parent", "Madre o padre"),
        "guardian" => Say("Legal guardian", "Tutora o tutor legal"),
        "family" => Say("Family member", "Familiar"),
        "carer" => Say("Caregiver", "Persona que le cuida"),
        _ => Say("Choose", "Elija"),
    };

    public string BirthDate => Say("Birth date", "Fecha de nacimiento");

    public string BirthHint => Say("Month, day and year in numbers, like 3, 14 and 1988", "Día, mes y año en números, como 14, 3 y 1988");

    public string BirthMonth => Say("Month", "Mes");

    public string BirthDay => Say("Day", "Día");

    public string BirthYear => Say("Year", "Año");

    public string Phone => Say("Phone", "Teléfono");

    public string PhoneHint => Say("A cell phone or a landline", "Celular o fijo");

    public string EmailHint => Say("So that the clinic can write to you", "Para que la clínica pueda escribirle");

    public string Email => Say("E-mail", "Correo electrónico");

    public string PreferredLanguage => Say("Language for messages", "Idioma de los mensajes");

    public string Payer => Say("Who pays for the visit?", "¿Quién paga la visita?");

    public string PayerOf(string payer) => payer switch
    {
        "commercial" => Say("Private insurance", "Seguro privado"),
        "medicare" => "Medicare",
        "medicaid" => "Medicaid",
        "self_pay" => Say("I pay myself", "Pago yo"),
        "other" => Say("Something else", "Otro"),
        _ => Say("I will say later", "Lo diré después"),
    };

    public string ChangeTime => Say("Change time", "Cambiar la hora");

    public string ChangeVisitType => Say("Change visit", "Cambiar la visita");

    public string StopAndDelete => Say("Stop and delete what I typed", "Salir y borrar lo que escribí");

    public string StopAndDeleteHint => Say("Until you book, your answers are kept for a day, encrypted, for this browser only.", "Hasta que reserve, sus respuestas se guardan un día, cifradas, solo para este navegador.");

    public string StopQuestion => Say("Stop and delete what you typed?", "¿Salir y borrar lo que escribió?");

    public string StopQuestionText(string time) => Say(
        $"Nothing is booked, and {time} goes to somebody else. This cannot be undone.", $"No se reserva nada y {time} queda libre para otra persona. No se puede deshacer.");

    public string StopYes => Say("Delete and leave", "Borrar y salir");

    public string StopNo => Say("Go on booking", "Seguir reservando");

    public string LeftHead => Say("You left the booking", "Salió de la reserva");

    public string LeftText => Say("What you typed is deleted. Nothing is booked.", "Lo que escribió se borró. No hay nada reservado.");

    public string LeftAgain => Say("Start again", "Empezar de nuevo");

    public string BookThis => Say("Book this visit", "Reservar esta visita");

    public string BookSmall => Say("No payment now. You can cancel or change it yourself.", "No se paga ahora. Usted mismo puede cancelarla o cambiarla.");

    public string NeedFirstName(bool others) => others ? Say("Enter the patient's first name", "Escriba el nombre del paciente") : Say("Enter the first name", "Escriba el nombre");

    public string NeedYourFirstName => Say("Enter your own first name", "Escriba su propio nombre");

    public string NeedYourLastName => Say("Enter your own last name", "Escriba su propio apellido");

    public string WrongLetters => Say("Use letters, spaces, hyphens and apostrophes only", "Use solo letras, espacios, guiones y apóstrofos");

    public string NeedLastName(bool others) => others ? Say("Enter the patient\'s last name", "Escriba el apellido del paciente") : Say("Enter the last name", "Escriba el apellido");

    public string NeedRelationship => Say("Say who you are to the patient", "Diga quién es usted para el paciente");

    public string NeedPhone => Say("Enter a phone number", "Escriba un teléfono");

    public string WrongPhone => Say("Enter 10 digits, like (212) 555-0140", "Escriba 10 dígitos, como (212) 555-0140");

    public string WrongEmail => Say("Enter an e-mail address like name@example.com", "Escriba un correo como nombre@ejemplo.com");
}

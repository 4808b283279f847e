namespace DermSchedule.Web.Ui;

/// <summary>What the pages say that let staff in.</summary>
public sealed partial class Texts
{
    public string InvitationTitle => Say("Set your password", "Elija su contraseña");

    public string InvitationLead => Say(
        "You were invited to a practice. Choose a password; if you have an account already, type the one you use.",
        "Le invitaron a una clínica. Elija una contraseña; si ya tiene cuenta, escriba la que usa.");

    public string Password => Say("Password", "Contraseña");

    public string PasswordHint => Say("At least 8 characters. A few words in a row are easier to keep than signs.", "Al menos 8 caracteres. Varias palabras seguidas se recuerdan mejor que los signos.");

    public string PasswordAgain => Say("The same password again", "La misma contraseña otra vez");

    public string PasswordsDiffer => Say("The two passwords are not the same.", "Las dos contraseñas no son iguales.");

    public string PasswordWeak => Say("This password is too short or too easy to guess. Choose another one.", "Esta contraseña es muy corta o muy fácil de adivinar. Elija otra.");

    public string PasswordWrong => Say("This account has a password already, and it is another one.", "Esta cuenta ya tiene una contraseña, y es otra.");

    public string PasswordTooOften => Say("Too many tries. Wait a minute, then try again.", "Demasiados intentos. Espere un minuto e inténtelo otra vez.");

    public string SetPassword => Say("Set password", "Guardar contraseña");

    public string InvitationTaken => Say("You are in", "Ya está dentro");

    public string InvitationTakenText => Say(
        "Your password is set and this link has ended. Programs sign in with your e-mail and password; the practice's data is reached through the API.",
        "Su contraseña está guardada y este enlace ya terminó. Los programas entran con su correo y contraseña; los datos de la clínica se consultan por la API.");

    public string ApiDescription => Say("Open the API description", "Abrir la descripción de la API");

    public string SignInClaim => Say("The day, at a glance. Every freed minute, put to use.", "El día, de un vistazo. Cada minuto libre, aprovechado.");
}

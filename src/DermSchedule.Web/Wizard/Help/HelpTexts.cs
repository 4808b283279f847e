using DermSchedule.Web.Wizard.Help;

namespace DermSchedule.Web.Ui;

/// <summary>
/// What the help page says: to somebody in fear, at a reading grade of six or less. It says what to do, never what it might be. Waits for clinical and
/// language review: docs/translations.md.
/// </summary>
public sealed partial class Texts
{
    public string HelpCall911Now => Say("Call 911 now", "Llame al 911 ahora");

    public string HelpCall911 => Say("Call 911", "Llamar al 911");

    public string HelpCallClinicNow => Say("Call the clinic now", "Llame a la clínica ahora");

    public string HelpCareToday => Say("Get care today", "Busque atención hoy");

    public string HelpSeenSoon => Say("You should be seen soon", "Debe recibir atención pronto");

    public string HelpToldUs(string signs) => Say($"You told us: {signs}.", $"Nos dijo: {signs}.");

    public string HelpRightNow => Say("This needs help right now.", "Esto necesita ayuda de inmediato.");

    public string HelpCannotCall => Say(
        "If you cannot call, ask someone near you to call. Or have someone take you to the nearest emergency room. Do not drive yourself.",
        "Si no puede llamar, pida a alguien cerca que llame. O pida que alguien le lleve a la sala de emergencias más cercana. No maneje.");

    public string HelpNotAlone => Say(
        "You do not have to be alone with this. You can also call or text 988, day and night.",
        "No tiene que estar a solas con esto. También puede llamar o mandar un texto al 988, de día y de noche.");

    public string HelpToday => Say("Someone should look at this today.", "Alguien debe ver esto hoy.");

    public string HelpNoAnswer => Say(
        "No answer? Go to an urgent care clinic or an emergency room today.", "¿No contestan? Vaya hoy a un centro de atención urgente o a una sala de emergencias.");

    public string HelpClosedToday => Say(
        "The clinic is closed now. Go to an urgent care clinic or an emergency room today. Do not wait until we open.",
        "La clínica está cerrada ahora. Vaya hoy a un centro de atención urgente o a una sala de emergencias. No espere a que abramos.");

    public string HelpIfWorse => Say("If it gets worse:", "Si empeora:");

    public string HelpIfWorseCall => Say("call 911", "llame al 911");

    public string HelpWithin14Days => Say("A provider should see this within 14 days.", "Un especialista debe ver esto en un plazo de 14 días.");

    public string HelpNoTime => Say("No time that soon is free online right now.", "Ahora no hay una hora tan pronto en línea.");

    public string HelpClosedNow => Say("The clinic is closed now.", "La clínica está cerrada ahora.");

    public string HelpPleaseCall => Say("Please call us. We look for a time with you.", "Por favor, llámenos. Buscamos una hora con usted.");

    public string HelpAlsoCall => Say("You can also call us now.", "También puede llamarnos ahora.");

    public string HelpWhileYouWait => Say("While you wait", "Mientras espera");

    public string HelpEpinephrine => Say("Have an epinephrine pen? Use it now.", "¿Tiene un autoinyector de epinefrina? Úselo ahora.");

    public string HelpAwayFromHarm => Say("Move away from anything you could use to hurt yourself.", "Aléjese de todo lo que podría usar para hacerse daño.");

    public string HelpStayWith => Say("Ask someone to stay with you.", "Pida a alguien que se quede con usted.");

    public string HelpKeepPhone => Say("Keep your phone close, and the door unlocked.", "Tenga el teléfono cerca y la puerta sin llave.");

    public string HelpMedicines => Say("Have your medicines, or a list of them, at hand.", "Tenga a mano sus medicinas o una lista de ellas.");

    public string HelpTheClinic => Say("What the clinic knows", "Lo que sabe la clínica");

    public string HelpAlerted(string clinic, string time) => Say($"We told the care team at {clinic} at {time}.", $"Avisamos al equipo de {clinic} ({time}).");

    public string HelpAsked(string clinic) => Say($"We asked the team at {clinic} to find a time for you.", $"Pedimos al equipo de {clinic} que le busque una hora.");

    public string HelpWillTryToCall(string phone) => Say($"They will try to call you at {phone}.", $"Tratarán de llamarle al {phone}.");

    public string HelpDoNotWait => Say("Do not wait for that call.", "No espere esa llamada.");

    public string HelpDoNotWaitForUs => Say("Do not wait for a call from us.", "No espere una llamada nuestra.");

    public string HelpCallWhenOpen(string phone) => Say($"We call you at {phone} when we open.", $"Le llamaremos al {phone} cuando abramos.");

    public string HelpYourPhone => Say("Your phone number", "Su número de teléfono");

    public string HelpYourName => Say("Your first name", "Su nombre");

    public string HelpPhoneFirst911 => Say("Call 911 first. Then leave a number here, so the clinic knows how to reach you.", "Primero llame al 911. Luego deje aquí un número, para que la clínica sepa cómo comunicarse con usted.");

    public string HelpPhoneWhy => Say("So the clinic knows how to reach you.", "Para que la clínica sepa cómo comunicarse con usted.");

    public string HelpPhoneClosed => Say("The clinic is closed now. It sees your number when it opens.", "La clínica está cerrada ahora. Verá su número cuando abra.");

    public string HelpSendPhone => Say("Send my number", "Enviar mi número");

    public string HelpOther => Say("Other help, day and night", "Otra ayuda, de día y de noche");

    public string HelpPoison => Say("Poison Control: 1\u2011800\u2011222\u20111222", "Control de envenenamiento: 1\u2011800\u2011222\u20111222");

    /// <summary>On a button of a narrow phone: in one piece.</summary>
    public string HelpCrisis => Say("Call\u00a0988", "Llamar al\u00a0988");

    public string HelpCrisisLine => Say("Crisis line: call or text\u00a0988", "Línea de crisis: llame o mande un texto al\u00a0988");

    public string HelpCrisisText => Say("Text 988", "Mandar un texto al 988");

    public string HelpAfterHours(string phone) => Say($"Call our after-hours line, {phone}", $"Llamar a nuestra línea fuera de horario, {phone}");

    public string HelpMistake => Say("Did you choose something by mistake?", "¿Eligió algo por error?");

    public string HelpMistakeGo => Say("That was a mistake, check my answers", "Fue un error, revisar mis respuestas");

    public string HelpNotAdvice => Say(
        "This is not medical advice or a diagnosis. If you think this is an emergency, call 911 now.",
        "Esto no es un consejo médico ni un diagnóstico. Si cree que es una emergencia, llame al 911 ahora.");

    internal string HelpHeading(HelpView view) => view switch
    {
        { IsEmergency: true } => HelpCall911Now,
        { IsSameDay: true, IsOpen: true } => HelpCallClinicNow,
        { IsSameDay: true } => HelpCareToday,
        _ => HelpSeenSoon,
    };
}

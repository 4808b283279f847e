namespace DermSchedule.Web.Ui;

/// <summary>What is said where questions are answered for a visit that stands.</summary>
public sealed partial class Texts
{
    public string AskedLaterHead => Say("A few questions before your visit", "Unas preguntas antes de su visita");

    public string AskedLaterLead => Say(
        "This visit was booked without them. Your answers tell us whether somebody should look at it sooner. Your time stays yours.",
        "Esta visita se reservó sin ellas. Sus respuestas nos dicen si alguien debe verlo antes. Su hora sigue siendo suya.");

    public string AskedLaterWhy => Say("They tell us whether somebody should look at it sooner. Your time stays yours.", "Nos dicen si alguien debe verlo antes. Su hora sigue siendo suya.");

    public string AnswerThem => Say("Answer the questions", "Responder las preguntas");

    public string AnswerAgain => Say("Answer again", "Responder otra vez");

    public string AnswerAgainLead => Say(
        "Did something change, or did you choose something by mistake? The clinic sees your new answers and the ones before.",
        "¿Cambió algo o eligió algo por error? La clínica ve sus respuestas nuevas y las de antes.");

    /// <summary>Over the numbers, where somebody comes back to the visit.</summary>
    public string StillNeedsHelp(bool emergency) => emergency
        ? Say("Your last answers mean that you need help right now.", "Según sus últimas respuestas, necesita ayuda de inmediato.")
        : Say("Your last answers mean that someone should look at this today.", "Según sus últimas respuestas, alguien debe ver esto hoy.");

    public string StillNeedsHelpWait => Say("Do not wait for your visit.", "No espere a su visita.");

    public string NothingAsked => Say("There is nothing to answer for this visit.", "No hay nada que responder para esta visita.");

    public string AnswersArrived => Say("Thank you. Your answers are with the clinic.", "Gracias. La clínica tiene sus respuestas.");

    public string SoonerNeeded(string date) => Say($"You should be seen by {date}.", $"Debe recibir atención a más tardar el {date}.");

    public string SoonerHelp => Say(
        "This visit is later than that. Change the time to an earlier one. We told our team too, and you can call us.",
        "Esta visita es más tarde. Cambie la hora por una anterior. También avisamos a nuestro equipo, y puede llamarnos.");

    /// <summary>Beside the button that confirms a visit which lies too late.</summary>
    public string ConfirmNotSooner => Say("You can say yes to this time and still change it. Saying yes does not make it soon enough.", "Puede decir que sí a esta hora y cambiarla después. Decir que sí no la hace más temprana.");

    public string ConfirmedTooLate => Say("But it is later than it should be. Please change the time.", "Pero es más tarde de lo que debe ser. Por favor, cambie la hora.");

    /// <summary>Where another time is chosen.</summary>
    public string OnlyUntil(string day) => Say($"You only see times until {day}.", $"Solo ve horas hasta el {day}.");
}

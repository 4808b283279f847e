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

    public string NothingAsked => Say("There is nothing to answer for this visit.", "No hay nada que responder para esta visita.");

    public string AnswersArrived => Say("Thank you. Your answers are with the clinic.", "Gracias. La clínica tiene sus respuestas.");

    public string SoonerNeeded(string date) => Say($"You should be seen by {date}.", $"Debe recibir atención a más tardar el {date}.");

    public string SoonerHelp => Say(
        "This visit is later than that. Change the time to an earlier one. We told our team too, and you can call us.",
        "Esta visita es más tarde. Cambie la hora por una anterior. También avisamos a nuestro equipo, y puede llamarnos.");
}

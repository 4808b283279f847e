using DermSchedule.Kernel;

namespace DermSchedule.Web.Ui;

/// <summary>A refusal in words for a patient in the middle of booking: what happened, and what to do.</summary>
public sealed partial class Texts
{
    public string RefusalHead(string code) => code switch
    {
        "slot_taken" => JustTaken,
        "slot_unavailable" => Say("This time is not offered.", "Esta hora no se ofrece."),
        "hold_expired" => HoldEnded,
        "hold_used" => Say("This time is booked already.", "Esta hora ya está reservada."),
        "hold_not_extendable" => Say("There is no more time to add.", "No se puede añadir más tiempo."),
        "illegal_transition" => Say("This visit cannot be changed any more.", "Esta visita ya no se puede cambiar."),
        "triage_blocked" => Say("This visit cannot be booked online.", "Esta visita no se puede reservar en línea."),
        "too_many_requests" => Say("You are keeping two times already.", "Ya tiene dos horas guardadas."),
        _ => RefusalTexts.Of(code, Code),
    };

    /// <param name="code">Of the refusal.</param>
    /// <param name="nearby">Whether other times stand below.</param>
    public string RefusalHelp(string code, bool nearby) => code switch
    {
        "slot_taken" => nearby ? Closest : NoneClose,
        "slot_unavailable" => nearby ? Closest : Say("Choose another time.", "Elija otra hora."),
        "hold_expired" => Say("Choose it again if it is still free.", "Elíjala otra vez si sigue libre."),
        "hold_used" => Say("Look for the link to your visit in this browser or in our message.", "Busque el enlace de su visita en este navegador o en nuestro mensaje."),
        "hold_not_extendable" => NoMoreTime,
        "illegal_transition" => Say("Call the clinic and we help you.", "Llame a la clínica y le ayudamos."),
        "triage_blocked" => Say("Call the clinic.", "Llame a la clínica."),
        "too_many_requests" => HoldLimit,
        _ => Say("Try again, or call the clinic.", "Inténtelo otra vez o llame a la clínica."),
    };

    public string ShortMinutes(int minutes) => $"{minutes}\u00a0min";

    public string ShortMinutesRange(int from, int to) => Say($"{from} to {to}\u00a0min", $"{from} a {to}\u00a0min");
}

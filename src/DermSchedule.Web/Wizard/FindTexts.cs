namespace DermSchedule.Web.Ui;

/// <summary>What is said to somebody who looks for a visit that is booked already.</summary>
public sealed partial class Texts
{
    public string FindVisit => Say("Find your visit", "Buscar su visita");

    public string FindVisitLead => Say("Every visit has a private page of its own. Its link was shown when you booked.", "Cada visita tiene su página privada. Su enlace apareció al reservar.");

    public string FindHere => Say("Booked in this browser", "Reservada en este navegador");

    public string FindWhere => Say("Where the link may be", "Dónde puede estar el enlace");

    public string FindInHistory => Say("In the history of the browser you booked with, if you opened its page: look for “Your visit”.", "En el historial del navegador con que reservó, si abrió su página: busque «Su visita».");

    public string FindSaved => Say("In your notes or pictures, if you saved it there.", "En sus notas o fotos, si lo guardó allí.");

    public string FindByPhone => Say("Or call us", "O llámenos");

    public string FindByPhoneText => Say("We find the visit by name and birth date, and change it with you.", "Buscamos la visita por nombre y fecha de nacimiento, y la cambiamos con usted.");

    public string FindClinic => Say("Call your clinic, or start at its page", "Llame a su clínica o empiece en su página");

    public string LostLink => Say("Looking for a visit you booked?", "¿Busca una visita que reservó?");
}

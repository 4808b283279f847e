namespace DermSchedule.Web.Ui;

/// <summary>What the manage page and everything about a booked visit say.</summary>
public sealed partial class Texts
{
    public string YourVisit => Say("Your visit", "Su visita");

    public string StatusConfirmed => Say("Confirmed", "Confirmada");

    public string MoveIt => Say("Move it", "Cambiar la hora");

    public string AddToCalendar => Say("Add to calendar", "Añadir al calendario");

    public string AnyOf(int choices) => Say($"{choices} providers", $"{choices} especialistas");
}

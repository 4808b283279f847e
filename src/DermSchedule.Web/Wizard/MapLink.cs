namespace DermSchedule.Web.Wizard;

/// <summary>A link to a map site. Nothing is asked of it before the patient follows the link.</summary>
internal static class MapLink
{
    public static string To(string address) => "https://www.google.com/maps/search/?api=1&query=" + Uri.EscapeDataString(address);
}

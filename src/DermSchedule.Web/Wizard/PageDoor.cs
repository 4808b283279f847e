namespace DermSchedule.Web.Wizard;

internal static class PageDoor
{
}

using DermSchedule.Jobs;

namespace DermSchedule.Web.Hosting.Settings;

internal static class DemoSettings
{
    public static DemoOptions Read(SettingsReader settings)
    {
        var enabled = settings.Flag("Demo:Enabled", otherwise: !settings.IsProduction);

        if (enabled && settings.IsProduction)
        {
            throw SettingsReader.Refuse("Demo:Enabled", "is true, which Production refuses: it would let anybody move the clock and read the log-in codes.");
        }

        var now = settings.Instant("Demo:Now");
        return now is null || enabled
            ? new DemoOptions(enabled, now)
            : throw SettingsReader.Refuse("Demo:Now", "is set, but Demo__Enabled is false: without demo mode the clock is the real one.");
    }
}

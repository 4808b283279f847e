using System.Globalization;

namespace DermSchedule.Web.Hosting.Settings;

/// <summary>Where clamd listens.</summary>
internal sealed record ClamAvAddress(string Host, int Port)
{
    private const string Key = "Files:ClamAv";

    public static ClamAvAddress? Read(SettingsReader settings)
    {
        if (settings.Text(Key) is not { } text)
        {
            return null;
        }

        return text.LastIndexOf(':') is > 0 and var colon
            && int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= ushort.MaxValue
            ? new ClamAvAddress(text[..colon].Trim('[', ']'), port)
            : throw SettingsReader.Refuse(Key, "must be host:port of clamd, e.g. 127.0.0.1:3310.");
    }
}

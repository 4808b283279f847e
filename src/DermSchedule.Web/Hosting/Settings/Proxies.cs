using System.Net;

namespace DermSchedule.Web.Hosting.Settings;

internal static class Proxies
{
    private const string Key = "Proxies:Known";

    public static IReadOnlyList<IPNetwork> Read(SettingsReader settings) =>
        [.. (settings.Text(Key) ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Network)];

    private static IPNetwork Network(string text)
    {
        if (IPAddress.TryParse(text, out var address))
        {
            return new IPNetwork(address, address.GetAddressBytes().Length * 8);
        }

        return IPNetwork.TryParse(text, out var network)
            ? network
            : throw SettingsReader.Refuse(Key, $"must list addresses or networks separated by commas, such as 10.0.0.0/8; \"{text}\" is neither.");
    }
}

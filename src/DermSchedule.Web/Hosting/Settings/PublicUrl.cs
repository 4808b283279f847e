using DermSchedule.Kernel;

namespace DermSchedule.Web.Hosting.Settings;

internal static class PublicUrl
{
    private const string Key = "App:PublicUrl";

    public static PublicAddress Read(SettingsReader settings, IConfiguration configuration)
    {
        if (settings.Text(Key) is not { } said)
        {
            return settings.IsProduction
                ? throw SettingsReader.Refuse(Key, "is not set: links in messages to patients start with it.")
                : new PublicAddress(ListensAt(configuration));
        }

        if (!Uri.TryCreate(said, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.PathAndQuery != "/" || url.Fragment.Length > 0 || url.UserInfo.Length > 0)
        {
            throw SettingsReader.Refuse(Key, "must be scheme and host alone, such as https://book.example.org.");
        }

        return url.Scheme == "https" || !settings.IsProduction
            ? new PublicAddress(url.GetLeftPart(UriPartial.Authority))
            : throw SettingsReader.Refuse(Key, "is not https: Production sends patients' links over encrypted connections only.");
    }

    /// <summary>In Development the first address the server listens at.</summary>
    private static string ListensAt(IConfiguration configuration)
    {
        var first = configuration[WebHostDefaults.ServerUrlsKey]?.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        return first is not null && BindingAddress.Parse(first) is var address
            ? $"{address.Scheme}://{(address.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "localhost" : address.Host)}:{address.Port}"
            : Address.Default;
    }
}

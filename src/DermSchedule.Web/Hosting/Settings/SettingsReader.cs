using DermSchedule.Kernel;
using NodaTime;
using NodaTime.Text;

namespace DermSchedule.Web.Hosting.Settings;

/// <summary>Reads settings one by one and refuses the start with a sentence that names the setting as the operator writes it.</summary>
internal sealed class SettingsReader(IConfiguration configuration, IHostEnvironment environment)
{
    private static readonly string[] Known =
    [
        "Database:Provider", "Database:ConnectionString", "Data:Directory", "Keys:MasterKeyFile", "Proxies:Known", "Demo:Enabled", "Demo:Now",
        "Files:Provider", "Files:ClamAv", "Sms:Provider", "Mail:Provider", "Payments:Provider", "App:PublicUrl", "RateLimits:Enabled",
    ];

    /// <summary>Everything that is not Development obeys the rules of Production.</summary>
    public bool IsProduction => !environment.IsDevelopment();

    public static StartRefusedException Refuse(string key, string why) => new($"{key.Replace(":", "__", StringComparison.Ordinal)} {why}");

    /// <summary>A misspelt setting would silently mean its default. A variable called DATA alone is somebody else's.</summary>
    public void RefuseUnknown()
    {
        var sections = Known.Select(key => key[..key.IndexOf(':', StringComparison.Ordinal)]).Distinct(StringComparer.Ordinal);

        foreach (var setting in sections.SelectMany(section => configuration.GetSection(section).AsEnumerable()).Where(setting => setting.Value is { Length: > 0 } && setting.Key.Contains(':', StringComparison.Ordinal)))
        {
            if (!Known.Contains(setting.Key, StringComparer.OrdinalIgnoreCase))
            {
                throw Refuse(setting.Key, "is no setting of this program: look for a typing error.");
            }
        }
    }

    public string? Text(string key) => configuration[key] is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    public string Required(string key, string why) => Text(key) ?? throw Refuse(key, why);

    public bool Flag(string key, bool otherwise) => Text(key)?.ToLowerInvariant() switch
    {
        null => otherwise,
        "true" or "1" => true,
        "false" or "0" => false,
        _ => throw Refuse(key, "must be true or false."),
    };

    public TChoice? Choice<TChoice>(string key)
        where TChoice : struct, Enum
    {
        if (Text(key) is not { } value)
        {
            return null;
        }

        var name = Array.Find(Enum.GetNames<TChoice>(), name => string.Equals(name, value, StringComparison.OrdinalIgnoreCase));
        return name is null ? throw Refuse(key, $"must be one of {string.Join(", ", Enum.GetNames<TChoice>())}.") : Enum.Parse<TChoice>(name);
    }

    public Instant? Instant(string key) => Text(key) switch
    {
        null => null,
        { } value when OffsetDateTimePattern.Rfc3339.Parse(value) is { Success: true } parsed => parsed.Value.ToInstant(),
        _ => throw Refuse(key, "must be an RFC 3339 instant such as 2026-12-01T09:00:00-05:00."),
    };
}

namespace DermSchedule.Web.Hosting.Settings;

internal enum FilesProvider
{
    Local,
}

/// <summary>Who carries texts. The simulator delivers to the phone page of demo mode, never to people.</summary>
internal enum SmsProvider
{
    Simulator,
    None,
}

internal enum MailProvider
{
    Simulator,
    None,
}

internal enum PaymentsProvider
{
    Simulator,
    None,
}

/// <summary>
/// <c>Files__Provider</c>, <c>Sms__Provider</c>, <c>Mail__Provider</c>, <c>Payments__Provider</c>. Development uses the simulators unless told;
/// Production is told, and refuses them.
/// </summary>
internal sealed record ProviderChoices(FilesProvider Files, SmsProvider Sms, MailProvider Mail, PaymentsProvider Payments)
{
    public static ProviderChoices Read(SettingsReader settings) => new(
        settings.Choice<FilesProvider>("Files:Provider") ?? FilesProvider.Local,
        Chosen(settings, "Sms:Provider", SmsProvider.Simulator),
        Chosen(settings, "Mail:Provider", MailProvider.Simulator),
        Chosen(settings, "Payments:Provider", PaymentsProvider.Simulator));

    private static TProvider Chosen<TProvider>(SettingsReader settings, string key, TProvider simulator)
        where TProvider : struct, Enum
    {
        var chosen = settings.Choice<TProvider>(key);

        if (!settings.IsProduction)
        {
            return chosen ?? simulator;
        }

        return chosen switch
        {
            null => throw SettingsReader.Refuse(key, $"is not set: Production must be told, one of {string.Join(", ", Enum.GetNames<TProvider>().Where(name => name != simulator.ToString()))}."),
            { } value when value.Equals(simulator) => throw SettingsReader.Refuse(key, "is Simulator, which Production refuses: nothing would reach anybody."),
            { } value => value,
        };
    }
}

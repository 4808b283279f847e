namespace DermSchedule.Web.Hosting.Settings;

/// <summary>Where the server listens when nobody says so.</summary>
internal static class Address
{
    public const string Default = "http://localhost:5080";

    private static readonly string[] Keys = [WebHostDefaults.ServerUrlsKey, WebHostDefaults.HttpPortsKey, WebHostDefaults.HttpsPortsKey];

    /// <summary>Not in launchSettings: an address there would beat the operator's <c>ASPNETCORE_URLS</c>.</summary>
    public static void ListenAtDefault(this WebApplicationBuilder builder)
    {
        if (Array.TrueForAll(Keys, key => string.IsNullOrEmpty(builder.Configuration[key])) && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            builder.WebHost.UseUrls(Default);
        }
    }
}

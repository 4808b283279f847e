using DermSchedule.Web.Hosting.Settings;
using Microsoft.AspNetCore.HttpOverrides;

namespace DermSchedule.Web.Hosting.Guards;

/// <summary>Believes forwarded headers of the known proxies only: anybody else could claim any address and dodge every limit.</summary>
internal static class Proxied
{
    public static void UseKnownProxies(this WebApplication app, HostSettings settings)
    {
        if (settings.KnownProxies.Count == 0)
        {
            return;
        }

        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,

            // Back through the whole chain, up to the first address that is no proxy of ours.
            ForwardLimit = null,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();

        foreach (var network in settings.KnownProxies)
        {
            options.KnownIPNetworks.Add(network);
        }

        app.UseForwardedHeaders(options);
    }
}

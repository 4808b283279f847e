using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using DermSchedule.Identity;
using DermSchedule.Kernel;
using DermSchedule.Scheduling;
using DermSchedule.Web.Hosting.Settings;
using DermSchedule.Web.Ui;
using Microsoft.AspNetCore.RateLimiting;

namespace DermSchedule.Web.Hosting.Guards;

/// <summary>
/// How often one address may call (reliability.md 5.3), by the real clock: each address has a bucket of tokens per kind of call. Buckets are deep,
/// because the front desk of a clinic shares one address; what they stop is a program.
/// </summary>
internal static class RateLimits
{
    private static readonly Dictionary<string, Bucket> Buckets = new(StringComparer.Ordinal)
    {
        ["availability"] = new(Burst: 240, Every: TimeSpan.FromSeconds(0.5)),
        ["booking"] = new(Burst: 120, Every: TimeSpan.FromSeconds(2)),
        ["find-visit"] = new(Burst: 10, Every: TimeSpan.FromMinutes(6)),
        ["auth"] = new(Burst: 60, Every: TimeSpan.FromSeconds(5)),
        ["other"] = new(Burst: 1200, Every: TimeSpan.FromSeconds(0.05)),
    };

    /// <param name="Burst">Calls in one go.</param>
    /// <param name="Every">One more call each such time.</param>
    private sealed record Bucket(int Burst, TimeSpan Every);

    private sealed record Peer(string Kind, string Address);

    /// <summary>After the rooms: their own limits follow the same setting.</summary>
    public static void AddLimits(this IServiceCollection services, HostSettings settings)
    {
        services.AddSingleton(new LoginDelays { Enabled = settings.RateLimits });
        services.AddSingleton(settings.RateLimits ? new HoldCap() : new HoldCap { PerVisitor = null });
        services.AddRateLimiter(Configure);
    }

    public static void UseRateLimits(this WebApplication app, HostSettings settings)
    {
        if (settings.RateLimits)
        {
            app.UseRateLimiter();
        }
    }

    private static void Configure(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, Peer>(context => Partition(new Peer(Kind(context), Network(context.Connection.RemoteIpAddress))));
        options.OnRejected = async (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
            rejected.HttpContext.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

            // A page gets its face further out, with the numbers to call; a program gets the problem document.
            if (FrameAttribute.Of(rejected.HttpContext) is null)
            {
                await Refusals.TooManyRequests.ToProblem().ExecuteAsync(rejected.HttpContext);
            }
        };
    }

    private static RateLimitPartition<Peer> Partition(Peer peer) => peer.Kind.Length == 0
        ? RateLimitPartition.GetNoLimiter(peer)
        : RateLimitPartition.GetTokenBucketLimiter(peer, key => new TokenBucketRateLimiterOptions
        {
            TokenLimit = Buckets[key.Kind].Burst,
            TokensPerPeriod = Math.Max(1, (int)Math.Round(TimeSpan.FromSeconds(1) / Buckets[key.Kind].Every)),
            ReplenishmentPeriod = Buckets[key.Kind].Every < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : Buckets[key.Kind].Every,
            QueueLimit = 0,
        });

    /// <summary>Which bucket a call draws from; empty for what needs no limit.</summary>
    private static string Kind(HttpContext context)
    {
        if (context.GetEndpoint() is not RouteEndpoint { RoutePattern.RawText: { } route } || context.Request.IsForHealth())
        {
            return context.Request.IsForRooms() ? "other" : "";
        }

        return route switch
        {
            _ when route.EndsWith("/clinics/{slug}/availability", StringComparison.Ordinal) => "availability",
            _ when route.EndsWith("/find-visit", StringComparison.Ordinal) => "find-visit",
            _ when route.Contains("/v1/auth/", StringComparison.Ordinal) => "auth",
            _ when HttpMethods.IsPost(context.Request.Method) && !route.Contains("/v1/", StringComparison.Ordinal) => "booking",
            _ when HttpMethods.IsPost(context.Request.Method) && route.Contains("/clinics/{slug}/", StringComparison.Ordinal) => "booking",
            _ => "other",
        };
    }

    /// <summary>An IPv6 user has a whole /64 and could change addresses at will, so the network counts.</summary>
    private static string Network(IPAddress? address)
    {
        if (address is null)
        {
            return "";
        }

        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(plain.GetAddressBytes().AsSpan(0, 8)) : plain.ToString();
    }
}

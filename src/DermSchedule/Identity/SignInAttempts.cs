using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace DermSchedule.Identity;

/// <summary>Whether wrong passwords slow down the next try. Default true; false for load tests (<c>RateLimits__Enabled</c>).</summary>
public sealed record LoginDelays
{
    public bool Enabled { get; init; } = true;
}

/// <summary>
/// The growing pause after wrong passwords, per account and network: whoever guesses waits longer and longer, while the account's owner, coming from
/// elsewhere, is never locked out by it (reliability.md 5.3). In memory: a restart forgives, and each node counts for itself.
/// </summary>
public sealed class SignInAttempts(LoginDelays delays, SignInClock clock)
{
    private const int Free = 3;
    private const int Capacity = 20_000;
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan FailureGrid = TimeSpan.FromMilliseconds(400);
    private readonly Lock gate = new();
    private readonly Dictionary<string, Count> counts = new(StringComparer.Ordinal);

    /// <summary>Counts a try before its outcome is known, so that many at once are not all the first. Answers the seconds to wait when it is too early.</summary>
    public int? Begin(string email, string? address)
    {
        if (!delays.Enabled)
        {
            return null;
        }

        var key = Key(email, address);
        var now = clock.Time.GetUtcNow();

        lock (gate)
        {
            var count = counts.GetValueOrDefault(key);

            if (now < count.NotBefore)
            {
                return (int)Math.Ceiling((count.NotBefore - now).TotalSeconds);
            }

            // Who stayed away as long as the longest pause starts afresh.
            var tries = now - count.NotBefore > LongestPause ? 1 : count.Tries + 1;
            Forget(now);
            counts[key] = new Count(tries, now + PauseAfter(tries));
            return null;
        }
    }

    /// <summary>The password was right: the slate is clean.</summary>
    public void Succeeded(string email, string? address)
    {
        lock (gate)
        {
            counts.Remove(Key(email, address));
        }
    }

    /// <summary>
    /// Lets a "no" leave on a coarse grid of time, so that whether a line was written for a known account cannot be measured (ASVS 6.3.8).
    /// </summary>
    /// <param name="started">Timestamp of the real clock when the request came in.</param>
    /// <param name="ct">Cancels the wait.</param>
    public Task SettleFailure(long started, CancellationToken ct)
    {
        var left = FailureGrid.Ticks - (TimeProvider.System.GetElapsedTime(started).Ticks % FailureGrid.Ticks);
        return delays.Enabled ? Task.Delay(TimeSpan.FromTicks(left), TimeProvider.System, ct) : Task.CompletedTask;
    }

    internal static TimeSpan PauseAfter(int tries) =>
        tries <= Free ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, Math.Pow(2, Math.Min(tries - Free - 1, 20))));

    private void Forget(DateTimeOffset now)
    {
        if (counts.Count < Capacity)
        {
            return;
        }

        foreach (var (key, _) in counts.Where(pair => now - pair.Value.NotBefore > LongestPause).ToList())
        {
            counts.Remove(key);
        }

        // A flood of made-up addresses: those with the fewest tries are worth least.
        foreach (var (key, _) in counts.OrderBy(pair => pair.Value.Tries).Take(counts.Count - (Capacity / 2)).ToList())
        {
            counts.Remove(key);
        }
    }

    private static string Key(string email, string? address) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(email + "\n" + Network(address))));

    // Whoever has one IPv6 address has 2^64 of them.
    private static string Network(string? address) =>
        IPAddress.TryParse(address, out var ip) && ip is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false }
            ? Convert.ToHexString(ip.GetAddressBytes().AsSpan(0, 8))
            : address ?? "";

    private readonly record struct Count(int Tries, DateTimeOffset NotBefore);
}

using System.Security.Cryptography;

namespace DermSchedule.Kernel;

/// <summary>
/// Makes identities: UUIDv7 whose time is the injected clock's, so that ids sort by when a thing came to be.
/// Never a secret: what a patient holds in a link comes from <see cref="Token"/>.
/// </summary>
public sealed class Ids(TimeProvider clock)
{
    private readonly Lock gate = new();
    private long lastStamp;

    /// <summary>A new id, later than every id this instance gave before, also within one millisecond.</summary>
    public Id<TOf> Next<TOf>() => new(NextGuid());

    private Guid NextGuid()
    {
        // 48 bits of milliseconds and 12 bits that count within one (RFC 9562, method 1), 62 random bits behind them.
        long stamp;
        lock (gate)
        {
            var wanted = clock.GetUtcNow().ToUnixTimeMilliseconds() << 12;
            stamp = lastStamp = Math.Max(wanted, lastStamp + 1);
        }

        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes[8..]);
        var milliseconds = stamp >> 12;
        var counter = (int)(stamp & 0xFFF);
        for (var i = 0; i < 6; i++)
        {
            bytes[i] = (byte)((milliseconds >> (40 - (8 * i))) & 0xFF);
        }

        bytes[6] = (byte)(0x70 | (counter >> 8));
        bytes[7] = (byte)(counter & 0xFF);
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new Guid(bytes, bigEndian: true);
    }
}

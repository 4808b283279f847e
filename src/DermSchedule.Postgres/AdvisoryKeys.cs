using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace DermSchedule.Postgres;

/// <summary>
/// The number of an advisory lock: eight bytes of a hash over what is locked. Two things that share a number would wait for each other without need,
/// and nothing worse.
/// </summary>
internal static class AdvisoryKeys
{
    public static long Of(string purpose, PracticeId practice, ProviderId provider, NodaTime.LocalDate? day = null) => BinaryPrimitives.ReadInt64BigEndian(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{purpose}|{practice}|{provider}|{day:R}"))));

    /// <param name="visitor">A keyed fingerprint, so its practice is in it already.</param>
    public static long Of(byte[] visitor) => BinaryPrimitives.ReadInt64BigEndian(visitor);
}

using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DermSchedule.Encryption;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DermSchedule.Data;

/// <summary>
/// The <c>Idempotency-Key</c> of the running request (api.md). Its answer is written in the transaction of the effect itself, under a unique key:
/// the effect and the memory of it commit together, so a repeat after any crash finds either both or neither, and of two concurrent repeats the
/// database lets one through.
/// </summary>
public sealed class IdempotentRequest(PracticeScope scope, Vault vault, TimeProvider clock)
{
    /// <summary>How long an answer is repeated.</summary>
    public static readonly Duration Memory = Duration.FromHours(24);

    public static readonly Refusal Mismatch = new(RefusalKind.Invalid, "idempotency_mismatch", "This Idempotency-Key was used with another request. Use a new key.");

    private byte[]? fingerprint;
    private byte[]? bodyHash;
    private Action<byte[]>? awaited;

    /// <summary>Arms the next unit of work. Scope of a key: practice, route and caller.</summary>
    public void Arm(string route, string caller, string key, byte[] body) =>
        (fingerprint, bodyHash) = (SHA256.HashData(Encoding.UTF8.GetBytes($"{route}\n{caller}\n{key}")), body);

    /// <summary>
    /// For routes whose body streams by: what was sent is known when it has been read, and <see cref="ArmAwaited"/> says so. Units before that are not armed.
    /// </summary>
    public void Await(string route, string caller, string key) => awaited = body => Arm(route, caller, key, body);

    /// <summary>Arms the next unit of work with the key that waits; without one, nothing happens.</summary>
    public void ArmAwaited(byte[] body) => awaited?.Invoke(body);

    /// <summary>For routes whose answer is a secret that must be new each time: signing in is never repeated from memory.</summary>
    public void Disarm() => (fingerprint, bodyHash) = (null, null);

    /// <summary>The earlier answer, a mismatch, or null when the unit has to be run. Makes room for the answer when the earlier one is too old.</summary>
    internal async Task<Result<T>?> Replay<T>(ScheduleDb db, CancellationToken ct)
    {
        if (await Find(db, ct) is not { } earlier)
        {
            return null;
        }

        if (earlier.ExpiresAt <= clock.GetCurrentInstant())
        {
            await db.Set<IdempotentAnswer>().Where(row => row.Fingerprint == fingerprint).ExecuteDeleteAsync(ct);
            return null;
        }

        return Answer<T>(earlier);
    }

    /// <summary>
    /// What a twin of this request was answered that committed while this one ran; null when there is none. For a unit that refused: on PostgreSQL
    /// two run at once, and the second may be refused for what the first has just done.
    /// </summary>
    internal async Task<Result<T>?> Recall<T>(ScheduleDb db, CancellationToken ct) =>
        await Find(db, ct) is { } twin && twin.ExpiresAt > clock.GetCurrentInstant() ? Answer<T>(twin) : default(Result<T>?);

    internal void Remember<T>(ScheduleDb db, T answer)
    {
        if (fingerprint is null || db.ChangeTracker.Entries<IdempotentAnswer>().Any())
        {
            return;
        }

        db.Add(new IdempotentAnswer
        {
            PracticeId = scope.Practice,
            Fingerprint = fingerprint,
            BodyHash = bodyHash!,
            Answer = vault.Seal(JsonSerializer.Serialize(answer, KernelJson.Options), IdempotencyTables.Answer, new Guid(fingerprint.AsSpan(0, 16))),
            ExpiresAt = clock.GetCurrentInstant() + Memory,
        });
    }

    private async Task<IdempotentAnswer?> Find(ScheduleDb db, CancellationToken ct) =>
        fingerprint is null ? null : await db.Set<IdempotentAnswer>().AsNoTracking().SingleOrDefaultAsync(row => row.Fingerprint == fingerprint, ct);

    private Result<T> Answer<T>(IdempotentAnswer earlier) => CryptographicOperations.FixedTimeEquals(earlier.BodyHash, bodyHash)
        ? JsonSerializer.Deserialize<T>(vault.Open(earlier.Answer, IdempotencyTables.Answer, new Guid(fingerprint.AsSpan(0, 16))), KernelJson.Options)!
        : Mismatch;
}

/// <summary>One remembered answer. Only answers to a "yes" are kept; a refusal may be tried again with the same key.</summary>
public sealed class IdempotentAnswer : IPracticeOwned, IAppendOnly
{
    public required PracticeId PracticeId { get; init; }

    public required byte[] Fingerprint { get; init; }

    public required byte[] BodyHash { get; init; }

    public required Sealed<string> Answer { get; init; }

    public required Instant ExpiresAt { get; init; }
}

internal static class IdempotencyTables
{
    public static readonly SealedField Answer = new("idempotent_answers", "answer");

    public static void Map(ModelBuilder model) => model.Entity<IdempotentAnswer>(table =>
    {
        table.ToTable("idempotent_answers");
        table.HasKey(row => new { row.PracticeId, row.Fingerprint });
        table.HasIndex(row => row.ExpiresAt);
    });
}

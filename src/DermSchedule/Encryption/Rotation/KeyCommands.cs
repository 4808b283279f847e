using System.Security.Cryptography;
using DermSchedule.Audit;
using DermSchedule.Data;
using DermSchedule.Practices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DermSchedule.Encryption.Rotation;

/// <summary>
/// What an operator does with keys from the command line: <c>keys create</c>, <c>keys rotate-master</c>, <c>keys rotate-data</c>. Each answers the
/// sentence to print; what cannot be done is a <see cref="StartRefusedException"/>.
/// </summary>
public sealed class KeyCommands(IServiceScopeFactory scopes, MasterKey master, KeyRing ring)
{
    /// <summary>Makes the file of a new master key. Never replaces one: what it sealed could not be opened any more.</summary>
    public static string Create(string path) => MasterKeyFile.Create(path)
        ? $"The master key is in {path}: keep a copy of it away from the backups of the data, which cannot be read without it."
        : throw new StartRefusedException($"The file {path} is there already: a key that is in use must not be replaced, so name another file.");

    /// <summary>
    /// Puts every key of the database under the master key in <paramref name="newFile"/>, which is made when missing: all or none. Repeating it after
    /// a crash goes on with the same file. Servers that run meanwhile keep what they have opened, and are started again with the new file.
    /// </summary>
    public async Task<string> RotateMaster(string newFile, CancellationToken ct)
    {
        _ = MasterKeyFile.Create(newFile);
        var next = MasterKeyFile.Open(newFile, create: false);
        await using var services = scopes.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<ScheduleDb>();
        var moved = await db.Write<int>(() => Rewrap(db, next, ct), ct);
        return moved.Value == 0
            ? $"All keys are under the master key in {newFile} already: point Keys__MasterKeyFile to it."
            : $"{moved.Value} keys are under the master key in {newFile} now: point Keys__MasterKeyFile to it, start every server again, then destroy the old file once no backup needs it.";
    }

    /// <summary>
    /// Gives every practice a new data key. What is written from now on is sealed with it; what stands in tables that may change is sealed again in
    /// the background by the running servers. Old keys stay: the audit trail and backups need them.
    /// </summary>
    public async Task<string> RotateData(CancellationToken ct)
    {
        var practices = await All(ct);

        foreach (var practice in practices)
        {
            await RotateData(practice, ct);
        }

        return $"{practices.Count} practices have a new data key: the running servers, or the next that starts, seal what is there again in the background.";
    }

    /// <summary>The same for one practice; answers the version that seals now. Key and work are planned together.</summary>
    public async Task<int> RotateData(PracticeId practice, CancellationToken ct)
    {
        await using var services = scopes.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<ScheduleDb>();
        var work = services.ServiceProvider.GetRequiredService<ResealWork>();
        var audit = services.ServiceProvider.GetRequiredService<AuditTrail>();
        services.ServiceProvider.GetRequiredService<Caller>().BecomeJob("keys rotate-data");
        await services.ServiceProvider.GetRequiredService<PracticeDirectory>().Enter(practice, ct);

        var rotated = await db.Write<int>(
            async () =>
            {
                var newest = await db.Set<WrappedKey>().Where(key => key.PracticeId == practice && key.Purpose == KeyPurpose.Data).MaxAsync(key => key.Version, ct);
                db.Add(ring.Wrap(practice, KeyPurpose.Data, newest + 1, RandomNumberGenerator.GetBytes(32)));
                work.Begin(practice, newest + 1);
                audit.Record("keys.data_rotated", new AuditRecord("practice", practice.Value));
                db.AfterCommit(() => ring.Forget(practice));
                return newest + 1;
            },
            ct,
            taken: table => string.Equals(table, "vault_keys", StringComparison.Ordinal) ? Refusals.StaleVersion : null);

        return rotated.IsRefused(out _) ? throw new StartRefusedException("Somebody else is giving this practice a new data key: nothing was done here.") : rotated.Value;
    }

    private async Task<List<PracticeId>> All(CancellationToken ct)
    {
        await using var services = scopes.CreateAsyncScope();
        return await services.ServiceProvider.GetRequiredService<PracticeDirectory>().All(ct);
    }

    private async Task<Result<int>> Rewrap(ScheduleDb db, MasterKey next, CancellationToken ct)
    {
        var keys = await db.Set<WrappedKey>().Where(key => key.MasterKeyId != next.Id).ToListAsync(ct);

        if (keys.Find(key => key.MasterKeyId != master.Id) is { } stranger)
        {
            throw new StartRefusedException($"Keys__MasterKeyFile holds the key {master.Id}, and a key of this database is under {stranger.MasterKeyId}: point the setting to that file first.");
        }

        keys.ForEach(key => ring.Rewrap(key, next));
        return keys.Count;
    }
}

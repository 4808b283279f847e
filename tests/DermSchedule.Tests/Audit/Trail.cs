using DermSchedule.Audit;
using Microsoft.EntityFrameworkCore;

namespace DermSchedule.Tests.Audit;

/// <summary>What tests of the trail do to a clinic.</summary>
internal static class Trail
{
    private static readonly Ids Ids = new(TimeProvider.System);

    public static Guid NewId() => Ids.Next<AuditEntry>().Value;

    public static Task Changes(this TestClinic clinic, string action, PatientId? patient = null, Guid? entity = null) => clinic.Write<Done>(scope =>
    {
        scope.Get<AuditTrail>().Record(action, new AuditRecord("thing", entity ?? NewId(), patient), null, new { size = 1 }, "because");
        return Task.FromResult<Result<Done>>(Done.Instance);
    });

    public static Task<int> Seals(this TestClinic clinic) => clinic.Ask((AuditChain chain) => chain.Seal(CancellationToken.None));

    public static async Task<VerifyAudit.Verified> Verifies(this TestClinic clinic) =>
        (await clinic.Ask((VerifyAudit.Handler verify) => verify.Handle(CancellationToken.None))).Value;

    public static async Task<List<T>> Rows<T>(this TestClinic clinic)
        where T : class
    {
        await using var scope = await clinic.Scope();
        return await scope.Db.Set<T>().AsNoTracking().ToListAsync();
    }

    /// <summary>Somebody with the database's own password, who takes the walls down first.</summary>
    public static async Task IsTamperedWith(this TestClinic clinic, Engine engine, string sql)
    {
        string[] tables = ["audit_entries", "audit_subjects", "audit_seals", "audit_heads"];
        await clinic.Write<int>(async scope =>
        {
            foreach (var table in tables)
            {
                foreach (var wall in engine == Engine.Sqlite ? new[] { "no_update", "no_delete" } : [])
                {
                    await scope.Db.Database.ExecuteSqlRawAsync($"DROP TRIGGER IF EXISTS {table}_{wall}");
                }

                if (engine == Engine.Postgres)
                {
                    await scope.Db.Database.ExecuteSqlRawAsync($"ALTER TABLE {table} DISABLE TRIGGER USER");
                }
            }

            return await scope.Db.Database.ExecuteSqlRawAsync(sql);
        });
    }
}

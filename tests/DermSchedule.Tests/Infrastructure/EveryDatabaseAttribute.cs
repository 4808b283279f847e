using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace DermSchedule.Tests.Infrastructure;

/// <summary>
/// One row of a theory per engine, or one per engine and value. Where no PostgreSQL can be found its rows are shown as skipped with the reason;
/// on CI they run and fail, so that nothing passes there untested.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public class EveryDatabaseAttribute(params object[] values) : DataAttribute
{
    public object[] Values { get; } = values;

    protected virtual Engine[] Engines => Enum.GetValues<Engine>();

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        var missing = string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase) ? null : PostgresInstallation.WhyMissing();
        var rows = new List<ITheoryDataRow>();

        foreach (var engine in Engines)
        {
            var skip = engine == Engine.Postgres ? missing : null;
            object[][] given = Values.Length == 0 ? [[engine]] : [.. Values.Select(value => new[] { engine, value })];
            rows.AddRange(given.Select(data => new TheoryDataRow(data) { Skip = skip }));
        }

        return ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>(rows);
    }

    public override bool SupportsDiscoveryEnumeration() => true;
}

/// <summary>For what can only happen on PostgreSQL: several servers, units that meet.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnPostgresAttribute(params object[] values) : EveryDatabaseAttribute(values)
{
    protected override Engine[] Engines => [Engine.Postgres];
}

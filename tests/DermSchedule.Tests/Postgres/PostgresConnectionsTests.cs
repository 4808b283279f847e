using DermSchedule.Postgres;
using Npgsql;

namespace DermSchedule.Tests.Postgres;

public sealed class PostgresConnectionsTests
{
    [Fact]
    public async Task Statements_are_planned_once_and_sessions_are_not_cleaned_up()
    {
        var used = await Used("Host=localhost");

        Assert.Equal((100, true), (used.MaxAutoPrepare, used.NoResetOnClose));
    }

    [Theory]
    [InlineData("Max Auto Prepare=0;No Reset On Close=false")]
    [InlineData("max auto prepare=0;no reset on close=false")]
    public async Task Who_has_a_pooler_between_says_so(string settings)
    {
        var used = await Used("Host=localhost;" + settings);

        Assert.Equal((0, false), (used.MaxAutoPrepare, used.NoResetOnClose));
    }

    private static async Task<NpgsqlConnectionStringBuilder> Used(string connectionString)
    {
        await using var connections = new PostgresConnections(connectionString);
        return new NpgsqlConnectionStringBuilder(connections.Source.ConnectionString);
    }
}

using System.Net;
using DermSchedule.Tests.Infrastructure;
using DermSchedule.Web.Tests.Infrastructure;
using Microsoft.Data.Sqlite;
using Npgsql;
using Xunit;

namespace DermSchedule.Web.Tests.Http;

/// <summary>A server says it is ready only while the database answers and stands guard.</summary>
public sealed class HealthTests
{
    [Theory, EveryDatabase]
    public async Task A_server_without_its_walls_is_not_ready(Engine engine)
    {
        await using var server = await ClinicServer.Start(engine);
        using var client = server.CreateClient();
        using var before = await client.GetAsync("/health/ready");

        await TearDown(server, engine);
        using var after = await client.GetAsync("/health/ready");

        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, after.StatusCode);
        Assert.Equal("busy", await ProblemAnswer.Code(after));
        using var live = await client.GetAsync("/health/live");
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
    }

    private static async Task TearDown(ClinicServer server, Engine engine)
    {
        if (engine == Engine.Sqlite)
        {
            await using var file = new SqliteConnection(server.Address);
            await file.OpenAsync();
            await using var drop = file.CreateCommand();
            drop.CommandText = "DROP TRIGGER reservations_no_overlap_insert";
            await drop.ExecuteNonQueryAsync();
        }
        else
        {
            await using var source = NpgsqlDataSource.Create(server.Address);
            await using var drop = source.CreateCommand("ALTER TABLE reservations DROP CONSTRAINT reservations_no_overlap");
            await drop.ExecuteNonQueryAsync();
        }
    }
}

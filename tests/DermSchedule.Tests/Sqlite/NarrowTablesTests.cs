using DermSchedule.Data;
using Microsoft.EntityFrameworkCore;

namespace DermSchedule.Tests.Sqlite;

public sealed class NarrowTablesTests : ClinicTests
{
    [Fact]
    public async Task Tables_of_short_rows_have_no_second_tree()
    {
        await using var clinic = await OpenClinic(Engine.Sqlite);

        var narrow = await clinic.Ask<ScheduleDb, List<string>>(db => db.Database
            .SqlQueryRaw<string>("SELECT name AS Value FROM sqlite_master WHERE type = 'table' AND sql LIKE '%) WITHOUT ROWID' ORDER BY name").ToListAsync());

        Assert.Equal(
            [
                "audit_seals", "audit_subjects", "audit_unsealed", "directory", "due_rows", "identity_visit_links", "patients_identities",
                "patients_name_prefixes", "reservations",
            ],
            narrow);
    }
}

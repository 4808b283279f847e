using DermSchedule.Audit;
using NodaTime;

namespace DermSchedule.Tests.Audit;

public sealed class ListAuditTests : ClinicTests
{
    private static readonly PatientId Patient = new(Trail.NewId());

    [Theory, EveryDatabase]
    public async Task A_patients_trail_has_changes_single_reads_and_lists_newest_first_over_pages(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);

        for (var day = 0; day < 5; day++)
        {
            await clinic.Changes("thing.done", Patient);
            await clinic.Changes("other.done");
            await clinic.Ask(async (AuditTrail trail) =>
            {
                await trail.Read("patients.listed", "patient", [new("patient", Trail.NewId()), new("patient", Patient.Value, Patient)], CancellationToken.None);
                return true;
            });
            clinic.TimePasses(Duration.FromDays(1));
        }

        var lines = await All(clinic, new ListAudit.Request(null, null, null, Patient, null, null, 3));

        Assert.Equal(Enumerable.Repeat(new[] { "patients.listed", "thing.done" }, 5).SelectMany(pair => pair), lines.Select(line => line.Action));
        Assert.All(lines.Where(line => line.Action == "thing.done"), line => Assert.Equal(1, line.Change!.Value.GetProperty("after").GetProperty("size").GetInt32()));
    }

    [Theory, EveryDatabase]
    public async Task A_period_and_a_record_narrow_the_trail(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        var record = Trail.NewId();

        for (var day = 1; day <= 4; day++)
        {
            await clinic.Changes("thing.done", entity: record);
            clinic.TimePasses(Duration.FromDays(1));
        }

        var lines = await All(clinic, new ListAudit.Request("2027-03-02", "2027-03-03", null, null, record, null, null));

        Assert.Equal([3, 2], lines.Select(line => line.At.InUtc().Day));
    }

    [Theory, EveryDatabase]
    public async Task A_damaged_change_hides_no_other_line(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        await clinic.Changes("thing.done");
        await clinic.IsTamperedWith(engine, engine == Engine.Sqlite ? "UPDATE audit_entries SET change = x'00'" : "UPDATE audit_entries SET change = '\\x00'");
        await clinic.Changes("thing.done");

        var lines = (await All(clinic, new ListAudit.Request(null, null, null, null, null, null, null))).Where(line => line.Action == "thing.done").ToList();

        Assert.Equal([false, true], lines.Select(line => line.ChangeUnreadable));
    }

    [Theory, EveryDatabase]
    public async Task The_export_gives_every_line_once_and_tells_of_itself(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        await Together(30, async _ =>
        {
            await clinic.Changes("thing.done");
            return true;
        });

        await using var scope = await clinic.Scope();
        var export = (await scope.Get<ExportAudit.Handler>().Handle(new ExportAudit.Request(null, null, null, null, null, "csv"), CancellationToken.None)).Value;
        var lines = new List<AuditView>();

        await foreach (var line in export.Lines)
        {
            lines.Add(line);
        }

        Assert.Equal("audit.exported", lines[0].Action);
        Assert.Equal(30, lines.Where(line => line.Action == "thing.done").DistinctBy(line => line.Id).Count());
        Assert.Equal(Refusals.ValidationFailed, (await scope.Get<ExportAudit.Handler>().Handle(new ExportAudit.Request("x", null, null, null, null, null), CancellationToken.None)).Refusal);
    }

    private static async Task<List<AuditView>> All(TestClinic clinic, ListAudit.Request request)
    {
        var all = new List<AuditView>();
        string? cursor = null;

        do
        {
            var asked = request with { Cursor = cursor };
            var page = (await clinic.Ask((ListAudit.Handler list) => list.Handle(asked, CancellationToken.None))).Value;
            all.AddRange(page.Items.Where(line => line.Action != "audit.listed"));
            cursor = page.NextCursor;
        }
        while (cursor is not null);

        return all;
    }
}

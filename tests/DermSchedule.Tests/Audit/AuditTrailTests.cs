using DermSchedule.Audit;
using Microsoft.EntityFrameworkCore;

namespace DermSchedule.Tests.Audit;

public sealed class AuditTrailTests : ClinicTests
{
    private static readonly Guid Session = Trail.NewId();
    private static readonly PatientId Patient = new(Trail.NewId());

    [Theory, EveryDatabase]
    public async Task A_read_is_stored_before_the_answer_leaves_and_many_share_a_commit(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);

        var stored = await Together(100, async _ =>
        {
            await using var scope = await clinic.Scope();
            var mine = new AuditRecord("patient", Trail.NewId(), Patient);
            await scope.Get<AuditTrail>().Read("patients.listed", "patient", [mine, new AuditRecord("patient", Trail.NewId())], CancellationToken.None);
            return await scope.Db.Set<AuditSubject>().CountAsync(subject => subject.EntityId == mine.Id);
        });

        Assert.All(stored, count => Assert.Equal(1, count));
        Assert.Equal(100, (await clinic.Rows<AuditEntry>()).Count(entry => entry.Action == "patients.listed"));
        Assert.True((await clinic.Verifies()).Valid);
    }

    [Theory, EveryDatabase]
    public async Task A_read_of_one_record_names_it_in_the_line_itself(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);

        await using var scope = await clinic.Scope();
        await scope.Get<AuditTrail>().Read("patient.read", "patient", [new AuditRecord("patient", Patient.Value, Patient)], CancellationToken.None);

        var line = Assert.Single(await clinic.Rows<AuditEntry>(), entry => entry.Action == "patient.read");
        Assert.Equal((Patient.Value, Patient), (line.EntityId, line.PatientId));
    }

    [Theory, EveryDatabase]
    public async Task A_read_inside_a_unit_of_work_stays_only_if_the_unit_does(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);

        await Reads(clinic, Refusals.NotFound);
        await Reads(clinic, Done.Instance);

        Assert.Single(await clinic.Rows<AuditEntry>(), entry => entry.Action == "patient.read");
    }

    [Theory, EveryDatabase]
    public async Task An_automatic_refresh_of_the_same_set_writes_one_line_that_points_to_the_first(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        AuditRecord[] shown = [new("patient", Trail.NewId(), Patient), new("patient", Trail.NewId())];

        await Opens(clinic, live: false, shown);
        await Opens(clinic, live: true, [shown[1], shown[0]]);
        await Opens(clinic, live: true, [.. shown, new AuditRecord("patient", Trail.NewId())]);

        var lines = (await clinic.Rows<AuditEntry>()).Where(entry => entry.SessionId == Session).OrderBy(entry => entry.Id).ToList();
        Assert.Equal(["patients.listed", "view.still_open", "patients.listed"], lines.Select(line => line.Action));
        Assert.Equal(lines[0].Id.Value, lines[1].EntityId);
        Assert.Equal(5, (await clinic.Rows<AuditSubject>()).Count);
    }

    private static async Task Opens(TestClinic clinic, bool live, IReadOnlyList<AuditRecord> shown)
    {
        await using var scope = await clinic.Scope();
        var caller = scope.Get<Caller>();
        caller.BecomeStaff(CallerKind.User, Patient.Value, Session, [Role.FrontDesk], null);
        (caller.Route, caller.IsLiveRefresh) = ("/today", live);
        await scope.Get<AuditTrail>().Read("patients.listed", "patient", shown, CancellationToken.None);
    }

    private static Task Reads(TestClinic clinic, Result<Done> outcome) => clinic.Write<Done>(async scope =>
    {
        await scope.Get<AuditTrail>().Read("patient.read", "patient", [new AuditRecord("patient", Patient.Value, Patient)], CancellationToken.None);
        return outcome;
    });
}

using DermSchedule.Audit;
using DermSchedule.Jobs;
using DermSchedule.Kernel;
using DermSchedule.Practices;
using DermSchedule.Tasks;
using DermSchedule.Tests.Infrastructure;
using DermSchedule.Tests.Scheduling;
using DermSchedule.Triage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Xunit;

namespace DermSchedule.Tests.Triage;

/// <summary>Whoever must not wait rings with the staff, who take it on by name or hear it again after 10 and 30 minutes (domain.md 6, R-TR-5, R-TR-7).</summary>
public sealed class TriageAlertTests : ClinicTests
{
    private static readonly Guid Nurse = new("01950000-0000-7000-8000-0000000000aa");

    [Theory, EveryDatabase(AlertLevel.Emergency, AlertLevel.SameDay)]
    public async Task A_red_flag_rings_with_the_staff_and_the_number_on_call_is_told(Engine engine, AlertLevel level)
    {
        var symptoms = level == AlertLevel.Emergency ? Answers.Emergency : Answers.SameDay;
        await using var clinic = await OpenClinic(engine, Visits.Host);

        var triage = await clinic.Says(symptoms);

        var alert = Assert.Single(await Alerts(clinic));
        Assert.Equal((triage.Id.Value, level), (alert.TriageId, alert.Disposition));
        Assert.NotEmpty(alert.Labels);
        Assert.Single(await Rows(clinic, StaffAlerts.Notice));
    }

    [Theory, EveryDatabase(Answers.Urgent, Answers.Routine)]
    public async Task What_can_wait_rings_with_nobody(Engine engine, string symptoms)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);

        _ = await clinic.Says(symptoms);

        Assert.Empty(await Alerts(clinic));
    }

    [Theory, EveryDatabase]
    public async Task Nobody_answers_and_it_gets_louder_after_10_and_30_minutes_and_no_more(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        _ = await clinic.Says(Answers.Emergency);

        Assert.Equal(0, await Escalations(clinic, after: Duration.FromSeconds(599)));
        Assert.Equal(1, await Escalations(clinic, after: Duration.FromSeconds(1)));
        Assert.Equal(1, await Escalations(clinic, after: Duration.FromSeconds(1199)));
        Assert.Equal(2, await Escalations(clinic, after: Duration.FromSeconds(1)));
        Assert.Equal(2, await Escalations(clinic, after: Duration.FromHours(5)));
        Assert.Equal(3, (await Rows(clinic, StaffAlerts.Notice)).Count);
    }

    [Theory, EveryDatabase]
    public async Task Who_takes_an_alert_on_ends_the_ringing_and_stays_the_one_who_did(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        _ = await clinic.Says(Answers.Emergency);
        var alert = Assert.Single(await Alerts(clinic));

        var answers = await Together(6, number => Acknowledge(clinic, alert.Id, By(number)));
        var escalations = await Escalations(clinic, after: Duration.FromHours(1));

        Assert.All(answers, answer => Assert.Null(answer.Refusal));
        Assert.Single(answers.Select(answer => answer.Value.AcknowledgedBy).Distinct());
        Assert.Equal(0, escalations);
        await using var scope = await clinic.Scope();
        Assert.Equal(1, await scope.Db.Set<AuditEntry>().CountAsync(line => line.Action == "triage_alert.acknowledged"));
    }

    [Theory, EveryDatabase]
    public async Task A_program_cannot_take_an_alert_on_and_neither_can_somebody_of_another_clinic(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        _ = await clinic.Says(Answers.Emergency);
        var alert = Assert.Single(await Alerts(clinic));

        var program = await As(clinic, caller => caller.BecomeStaff(CallerKind.ApiKey, Nurse, null, [Role.FrontDesk], null), alert.Id);
        var elsewhere = await As(clinic, caller => caller.BecomeStaff(CallerKind.User, Nurse, null, [Role.FrontDesk], [Guid.Empty]), alert.Id);

        Assert.Equal(Refusals.Forbidden, program.Refusal);
        Assert.Equal(Refusals.NotFound, elsewhere.Refusal);
    }

    [Theory, EveryDatabase]
    public async Task A_phone_given_later_reaches_the_open_alert(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var triage = await clinic.Says(Answers.Emergency);

        var given = await Gives(clinic, triage, triage.Token, "(646) 555-0187");
        var wrong = await Gives(clinic, triage, triage.Token, "12");
        var stranger = await Gives(clinic, triage, "t_" + new string('A', 43), "(646) 555-0187");

        Assert.Null(given.Refusal);
        Assert.Equal((Refusals.ValidationFailed, Refusals.NotFound), (wrong.Refusal, stranger.Refusal));
        Assert.Equal(new Contact("Ana", "+16465550187"), Assert.Single(await Alerts(clinic)).Contact);
    }

    private static Task<Result<Done>> Gives(TestClinic clinic, SubmitTriage.Judged triage, string token, string phone) => clinic.Ask(
        (AddTriageContact.Handler add) => add.Handle(DefaultPractice.Slug, triage.Id, token, new AddTriageContact.Request("Ana", phone), CancellationToken.None));

    private static Action<Caller> By(int number) => caller => caller.BecomeStaff(CallerKind.User, new Guid($"01950000-0000-7000-8000-00000000000{number}"), null, [Role.FrontDesk], null);

    private static Task<Result<AlertView>> Acknowledge(TestClinic clinic, Id<StaffAlert> alert, Action<Caller> become) => As(clinic, become, alert);

    private static async Task<Result<AlertView>> As(TestClinic clinic, Action<Caller> become, Id<StaffAlert> alert)
    {
        await using var scope = await clinic.Scope();
        become(scope.Get<Caller>());
        return await scope.Get<AcknowledgeTriageAlert.Handler>().Handle(alert, CancellationToken.None);
    }

    private static async Task<IReadOnlyList<AlertView>> Alerts(TestClinic clinic) =>
        (await clinic.AsDesk((ListTriageAlerts.Handler list) => list.Handle(new ListTriageAlerts.Request(null, null, null), CancellationToken.None))).Value.Items;

    private static async Task<int> Escalations(TestClinic clinic, Duration after)
    {
        clinic.TimePasses(after);
        while (await clinic.Services.GetRequiredService<DueRunner>().RunDue(CancellationToken.None) > 0)
        {
        }

        return Assert.Single(await Alerts(clinic)).Escalations;
    }

    private static async Task<IReadOnlyList<DueRow>> Rows(TestClinic clinic, string kind)
    {
        await using var scope = await clinic.Scope();
        return await scope.Db.Set<DueRow>().AsNoTracking().Where(row => row.Kind == kind).ToListAsync();
    }
}

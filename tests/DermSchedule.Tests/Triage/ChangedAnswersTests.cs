using DermSchedule.Files;
using DermSchedule.Jobs;
using DermSchedule.Kernel;
using DermSchedule.Practices;
using DermSchedule.Scheduling;
using DermSchedule.Tasks;
using DermSchedule.Tests.Files;
using DermSchedule.Tests.Infrastructure;
using DermSchedule.Tests.Scheduling;
using DermSchedule.Triage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Xunit;

namespace DermSchedule.Tests.Triage;

/// <summary>Answers are kept as they were given; newer ones count, and what the older ones led to is not undone by them (domain.md 6 and 14).</summary>
public sealed class ChangedAnswersTests : ClinicTests
{
    [Theory, EveryDatabase]
    public async Task Who_changed_the_answers_cannot_book_with_the_ones_before(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var routine = await clinic.Says(Answers.Routine);
        var held = (await clinic.Holds(Visits.Monday(10), DefaultPractice.SkinCheck, routine)).Value;
        _ = await Follows(clinic, routine, Answers.Emergency);

        var fromHold = await clinic.Books(Visits.WithHold(held.Token));
        var direct = await clinic.Books(Visits.Booking(Visits.Monday(11)).With(routine));

        Assert.All([fromHold, direct], answer => Assert.Equal(SchedulingRefusals.TriageBlocked, answer.Refusal));
    }

    [Theory, EveryDatabase]
    public async Task Photos_go_along_with_newer_answers_and_stay_with_a_booked_visit(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var first = await clinic.Says(Answers.Routine);
        await Keeps(clinic, first, 1);
        var second = await Follows(clinic, first, Answers.Routine);
        Assert.Equal((0, 1), (await Photos(clinic, first), await Photos(clinic, second)));

        _ = await clinic.Books(Visits.Booking(Visits.Monday(10)).With(second));
        var third = await Follows(clinic, second, Answers.Routine);

        Assert.Equal((1, 0), (await Photos(clinic, second), await Photos(clinic, third)));
    }

    [Theory, EveryDatabase]
    public async Task Photos_without_a_visit_are_gone_after_30_days_and_those_of_a_visit_are_not(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var unused = await clinic.Says(Answers.Routine);
        var used = await clinic.Says(Answers.Routine);
        await Keeps(clinic, unused, 2);
        await Keeps(clinic, used, 1);
        _ = await clinic.Books(Visits.Booking(Visits.Monday(10)).With(used));

        clinic.TimePasses(Duration.FromDays(30) - Duration.FromSeconds(1));
        await Run(clinic);
        Assert.Equal((2, 1), (await Photos(clinic, unused), await Photos(clinic, used)));
        clinic.TimePasses(Duration.FromSeconds(1));
        await Run(clinic);

        Assert.Equal((0, 1), (await Photos(clinic, unused), await Photos(clinic, used)));
    }

    [Theory, EveryDatabase]
    public async Task A_number_given_with_newer_answers_reaches_the_older_alarm(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var alarming = await clinic.Says(Answers.Emergency);

        _ = await clinic.Says(Answers.Of(Answers.Routine) with { Follows = new(alarming.Id, alarming.Token), Contact = new("Ana", "(646) 555-0187") });

        var alert = Assert.Single((await clinic.AsDesk((ListTriageAlerts.Handler list) => list.Handle(new(null, null, null), CancellationToken.None))).Value.Items);
        Assert.Equal("+16465550187", alert.Contact?.Phone);
    }

    [Theory, EveryDatabase]
    public async Task Nobody_in_danger_is_sent_back_for_a_phone_that_is_none(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var wrong = new SubmitTriage.TypedContact(null, "12");

        var danger = await clinic.Says(Answers.Of(Answers.Emergency) with { Contact = wrong });
        var routine = await clinic.Says(Answers.Of(Answers.Routine) with { Contact = wrong });

        Assert.Equal(Disposition.Emergency, danger.Value.Disposition);
        Assert.Equal(Refusals.ValidationFailed, routine.Refusal);
    }

    [Theory, EveryDatabase]
    public async Task Answers_for_one_clinic_book_nothing_at_another(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var triage = await clinic.Says(Answers.Routine);
        await clinic.Write<Done>(async scope =>
        {
            await scope.Db.Set<TriageRecord>().ExecuteUpdateAsync(set => set.SetProperty(record => record.ClinicId, new ClinicId(new Guid("01950000-0000-7000-8000-0000000000c2"))));
            return Done.Instance;
        });

        Assert.Equal(Refusals.ValidationFailed, (await clinic.Books(Visits.Booking(Visits.Monday(10)).With(triage))).Refusal);
    }

    private static async Task<SubmitTriage.Judged> Follows(TestClinic clinic, SubmitTriage.Judged earlier, string symptoms) =>
        (await clinic.Says(Answers.Of(symptoms) with { Follows = new SubmitTriage.Earlier(earlier.Id, earlier.Token) })).Value;

    private static async Task Keeps(TestClinic clinic, SubmitTriage.Judged triage, int photos)
    {
        for (var i = 0; i < photos; i++)
        {
            Assert.Null((await clinic.Keeps(FileOwner.Of(triage.Id))).Refusal);
        }
    }

    private static async Task<int> Photos(TestClinic clinic, SubmitTriage.Judged triage) =>
        (await clinic.FilesOf(FileOwner.Of(triage.Id))).Count;

    private static async Task Run(TestClinic clinic)
    {
        while (await clinic.Services.GetRequiredService<DueRunner>().RunDue(CancellationToken.None) > 0)
        {
        }
    }
}

using DermSchedule.Files;
using DermSchedule.Practices;
using DermSchedule.Scheduling;
using DermSchedule.Tasks;
using DermSchedule.Tests.Files;
using DermSchedule.Tests.Infrastructure;
using DermSchedule.Tests.Scheduling;
using DermSchedule.Triage;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DermSchedule.Tests.Triage;

/// <summary>Two windows, two links or two presses of a button answer after the same answers: the newest counts, and one worry stays one (decision 0022).</summary>
public sealed class TwoFollowersTests : ClinicTests
{
    [Theory, EveryDatabase]
    public async Task The_later_of_two_that_follow_the_same_answers_decides_what_may_be_booked(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var first = await clinic.Says(Answers.Routine);
        var one = await clinic.Says(After(first, Answers.Routine));
        var other = (await clinic.Says(After(first, Answers.Emergency))).Value;

        foreach (var triage in new[] { first, one.Value, other })
        {
            Assert.Equal(SchedulingRefusals.TriageBlocked, (await clinic.Books(Visits.Booking(Visits.Monday(10)).With(triage))).Refusal);
        }
    }

    [Theory, EveryDatabase]
    public async Task Five_that_follow_the_same_answers_at_once_ring_one_alarm(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var first = await clinic.Says(Answers.Routine);

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => clinic.Says(After(first, Answers.Emergency)))));

        Assert.All(answers, answer => Assert.Null(answer.Refusal));
        await using var scope = await clinic.Scope();
        Assert.Single(await scope.Db.Set<StaffAlert>().AsNoTracking().ToListAsync());

        // One line from the first to the last, and nobody beside it.
        var records = await scope.Db.Set<TriageRecord>().AsNoTracking().ToListAsync();
        Assert.Equal(5, records.Select(record => record.Follows).OfType<TriageId>().Distinct().Count());
        Assert.Single(records, record => record.ReplacedBy is null);
    }

    [Theory, EveryDatabase]
    public async Task What_somebody_said_after_the_booking_goes_with_the_answers_by_the_visits_link(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        _ = await clinic.HasUrgentVisits();
        var first = await clinic.Says(Answers.Routine);
        await Keeps(clinic, first);
        var visit = (await clinic.Books(Visits.Booking(Visits.Monday(10)).With(first))).Value.Id;
        var besides = (await clinic.Says(After(first, Answers.Urgent))).Value;
        await Keeps(clinic, besides);

        var last = await ByLink(clinic, visit, Answers.Of(Answers.Routine));

        Assert.True((await clinic.Visit(visit)).IsProtected);
        Assert.Equal(2, (await clinic.FilesOf(FileOwner.Of(last.Id))).Count);
    }

    [Theory, EveryDatabase]
    public async Task Answers_for_a_visit_follow_those_of_the_visit_and_no_others_that_somebody_names(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        _ = await clinic.HasUrgentVisits();
        var strange = await clinic.Says(Answers.Urgent);
        await Keeps(clinic, strange);
        var untriaged = (await clinic.Books(Visits.Booking(Visits.Monday(10)))).Value.Id;

        var judged = await ByLink(clinic, untriaged, After(strange, Answers.Routine));

        Assert.False((await clinic.Visit(untriaged)).IsProtected);
        Assert.Empty(await clinic.FilesOf(FileOwner.Of(judged.Id)));
        await using var scope = await clinic.Scope();
        Assert.All(await scope.Db.Set<TriageRecord>().AsNoTracking().ToListAsync(), record => Assert.Equal((null, null), (record.Follows, record.ReplacedBy)));
    }

    private static SubmitTriage.Request After(SubmitTriage.Judged earlier, string symptoms) => Answers.Of(symptoms) with { Follows = new SubmitTriage.Earlier(earlier.Id, earlier.Token) };

    private static async Task Keeps(TestClinic clinic, SubmitTriage.Judged triage) => Assert.Null((await clinic.Keeps(FileOwner.Of(triage.Id))).Refusal);

    private static async Task<SubmitTriage.Judged> ByLink(TestClinic clinic, AppointmentId visit, SubmitTriage.Request request) =>
        (await clinic.AsPatient(visit, (AnswerQuestions.Handler answer) => answer.Handle(visit, request, "en", CancellationToken.None))).Value;
}

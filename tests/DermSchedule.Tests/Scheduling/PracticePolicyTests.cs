using System.Text.Json.Nodes;
using DermSchedule.Kernel;
using DermSchedule.Patients;
using DermSchedule.Practices;
using DermSchedule.Scheduling;
using DermSchedule.Tests.Infrastructure;
using DermSchedule.Tests.Settings;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Xunit;

namespace DermSchedule.Tests.Scheduling;

/// <summary>What a practice may decide otherwise takes effect where visits and records are made.</summary>
public sealed class PracticePolicyTests : ClinicTests
{
    [Theory, EveryDatabase]
    public async Task An_old_client_leaves_out_what_it_does_not_know_and_changes_nothing_of_it(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        await Decides(clinic, policies => policies with { UnnoticedMoveMinutes = 20, EstablishedYears = 2, AdultAge = 19, OverbookLanes = 0 });
        var old = Whole(Policies.Default with { HoldMinutes = 12 });

        foreach (var member in Policies.MayBeLeftOut)
        {
            Assert.True(old.Remove(member));
        }

        var answer = (await Sends(clinic, old.ToJsonString())).Value;
        var here = (await Sends(clinic, old.ToJsonString(), DefaultPractice.Clinic)).Value;

        Assert.Equal((12, 20, 2, 19, 0), (answer.HoldMinutes, answer.UnnoticedMoveMinutes, answer.EstablishedYears, answer.AdultAge, answer.OverbookLanes));
        Assert.Equal((20, 2, 19, 0), (here.UnnoticedMoveMinutes, here.EstablishedYears, here.AdultAge, here.OverbookLanes));
        Assert.Equal((15, 3, 18, 1), (Policies.Default.UnnoticedMoveMinutes, Policies.Default.EstablishedYears, Policies.Default.AdultAge, Policies.Default.OverbookLanes));
    }

    [Theory]
    [InlineData("unnoticedMoveMinutes", "-1")]
    [InlineData("unnoticedMoveMinutes", "\"soon\"")]
    [InlineData("establishedYears", "0")]
    [InlineData("establishedYears", "2.5")]
    [InlineData("adultAge", "13")]
    [InlineData("adultAge", "99999999999")]
    [InlineData("adultAge", "null")]
    [InlineData("overbookLanes", "6")]
    public async Task A_value_that_makes_no_sense_names_its_field_and_changes_nothing(string member, string value)
    {
        await using var clinic = await OpenClinic(Engine.Sqlite, Visits.Host);
        var sent = Whole(Policies.Default with { HoldMinutes = 12 });
        sent[member] = JsonNode.Parse(value);

        var answer = await Sends(clinic, sent.ToJsonString());

        Assert.Equal(Refusals.ValidationFailed, answer.Refusal);
        Assert.Equal([member], answer.Fields());
        Assert.Equal(10, (await clinic.AsDesk((ReadPolicies.Handler read) => read.Handle(null, CancellationToken.None))).Value.HoldMinutes);
    }

    [Theory, EveryDatabase]
    public async Task How_small_a_move_is_no_news_is_the_practices_choice(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var visit = (await clinic.Books(Visits.Booking(Visits.Monday(10), DefaultPractice.Avery))).Value.Id;

        var small = await Moves(clinic, visit, Visits.Monday(10, 14));
        await Decides(clinic, policies => policies with { UnnoticedMoveMinutes = 0 });
        var same = await Moves(clinic, visit, Visits.Monday(10, 14));
        await Decides(clinic, policies => policies with { UnnoticedMoveMinutes = 10 });
        var news = await Moves(clinic, visit, Visits.Monday(10, 24));

        Assert.Equal(AppointmentStatus.Confirmed, small);
        Assert.Equal(AppointmentStatus.Confirmed, same);
        Assert.Equal(AppointmentStatus.Pending, news);
    }

    [Theory, EveryDatabase]
    public async Task A_move_of_a_quarter_of_an_hour_is_news_unless_the_practice_says_otherwise(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var first = (await clinic.Books(Visits.Booking(Visits.Monday(10), DefaultPractice.Avery))).Value.Id;
        var second = (await clinic.Books(Visits.Booking(Visits.Monday(12), DefaultPractice.Avery))).Value.Id;

        var usual = await Moves(clinic, first, Visits.Monday(10, 15));
        await Decides(clinic, policies => policies with { UnnoticedMoveMinutes = 30 });
        var generous = await Moves(clinic, second, Visits.Monday(12, 15));

        Assert.Equal(AppointmentStatus.Pending, usual);
        Assert.Equal(AppointmentStatus.Confirmed, generous);
    }

    [Theory, EveryDatabase]
    public async Task How_long_a_patient_stays_established_is_the_practices_choice(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var visit = (await clinic.Books(Visits.Booking(Visits.Monday(10), DefaultPractice.Avery))).Value.Id;
        clinic.TimePasses(Duration.FromHours(2));
        Assert.Null((await clinic.Sets(visit, new ChangeAppointment.Request { Status = "checked_in" })).Refusal);
        Assert.Null((await clinic.Sets(visit, new ChangeAppointment.Request { Status = "completed" })).Refusal);
        clinic.Clock.Set(Instant.FromUtc(2029, 3, 1, 13, 0));

        var usual = await FlagsOfReturn(clinic, 10);
        await Decides(clinic, policies => policies with { EstablishedYears = 1 });
        var strict = await FlagsOfReturn(clinic, 11);

        Assert.Empty(usual);
        Assert.Equal([VisitFlags.ClaimedEstablished], strict);
    }

    [Theory, EveryDatabase]
    public async Task From_which_age_on_patients_book_for_themselves_is_the_practices_choice(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var eighteen = new TypedPerson("Mia", "Rivera", "2009-02-28", "(212) 555-0140", null);

        var usual = await clinic.Books(Visits.Booking(Visits.Monday(10)) with { Patient = eighteen });
        await Decides(clinic, policies => policies with { AdultAge = 19 });
        var young = await clinic.Books(Visits.Booking(Visits.Monday(11)) with { Patient = eighteen with { FirstName = "Eva" } });
        var held = (await clinic.Holds(Visits.Monday(12))).Value;
        var accompanied = await clinic.Books(Visits.Booking(Visits.Monday(11)) with
        {
            Patient = eighteen with { FirstName = "Eva", Phone = null },
            BookedBy = new TypedGuardian("Ana", "Rivera", "(212) 555-0177", "mother"),
        });

        Assert.Null(usual.Refusal);
        Assert.Equal(["bookedBy"], young.Fields());
        Assert.Equal(["bookedBy"], (await clinic.Books(Visits.WithHold(held.Token) with { Patient = eighteen with { FirstName = "Eva" } })).Fields());
        Assert.Null(accompanied.Refusal);
        await using var scope = await clinic.Scope();
        Assert.Single(await scope.Db.Set<Patient>().Where(patient => patient.GuardianId != null).ToListAsync(TestContext.Current.CancellationToken));
    }

    [Theory, EveryDatabase]
    public async Task How_far_the_desk_may_overbook_is_the_practices_choice(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        await clinic.BooksAtDesk(Visits.Monday(10), DefaultPractice.Avery, "Ana");

        var one = await Overbooks(clinic, "Eva");
        var two = await Overbooks(clinic, "Mia");
        await Decides(clinic, policies => policies with { OverbookLanes = 2 });
        var more = await Overbooks(clinic, "Mia");
        await Decides(clinic, policies => policies with { OverbookLanes = 0 });
        await clinic.BooksAtDesk(Visits.Monday(11), DefaultPractice.Avery, "Ana");
        var never = await clinic.BooksAtDesk(Visits.Monday(11), DefaultPractice.Avery, "Eva", request => request with { Overbook = true });

        Assert.Null(one.Refusal);
        Assert.Equal(SchedulingRefusals.SlotTaken, two.Refusal);
        Assert.Null(more.Refusal);
        Assert.Equal(SchedulingRefusals.SlotTaken, never.Refusal);
    }

    private static JsonObject Whole(Policies policies) => JsonNode.Parse(Said.Json(policies).GetRawText())!.AsObject();

    private static Task<Result<Policies>> Sends(TestClinic clinic, string json, ClinicId? at = null) =>
        clinic.AsDesk((ReplacePolicies.Handler replace) => replace.Handle(at, Said.Json(json), CancellationToken.None));

    private static async Task Decides(TestClinic clinic, Func<Policies, Policies> change)
    {
        var before = (await clinic.AsDesk((ReadPolicies.Handler read) => read.Handle(null, CancellationToken.None))).Value;
        Assert.Null((await Sends(clinic, Whole(change(before)).ToJsonString())).Refusal);
    }

    private static async Task<AppointmentStatus> Moves(TestClinic clinic, AppointmentId visit, Instant to) =>
        (await clinic.Sets(visit, new ChangeAppointment.Request { Start = to, Override = true })).Value.Status;

    private static Task<Result<VisitView>> Overbooks(TestClinic clinic, string first) =>
        clinic.BooksAtDesk(Visits.Monday(10), DefaultPractice.Avery, first, request => request with { Overbook = true });

    // None of these visits was preceded by the questions of triage, which is another matter.
    private static async Task<IReadOnlyList<string>> FlagsOfReturn(TestClinic clinic, int hour)
    {
        var start = Instant.FromUtc(2029, 3, 1, hour + 5, 0);
        var booked = await clinic.Books(Visits.Booking(start, DefaultPractice.Avery) with { PatientKind = PatientKind.Established });
        await using var scope = await clinic.Scope();
        return [.. (await scope.Db.Set<Appointment>().SingleAsync(visit => visit.Id == booked.Value.Id)).Flags.Except([VisitFlags.NotTriaged])];
    }
}

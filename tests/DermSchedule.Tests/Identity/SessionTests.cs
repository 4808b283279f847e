using DermSchedule.Identity;
using DermSchedule.Tests.Infrastructure;
using NodaTime;
using Xunit;

namespace DermSchedule.Tests.Identity;

public sealed class SessionTests : ClinicTests
{
    private const string Ana = "ana@demo.test";

    [Theory, EveryDatabase]
    public async Task A_refresh_token_is_good_once_and_gives_the_next(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, StaffOnDuty.Real);
        await clinic.HasStaff(Ana, Role.FrontDesk);
        var first = (await clinic.SignsIn(Ana)).Value;

        var second = (await clinic.Refreshes(first.RefreshToken)).Value;
        var third = await clinic.Refreshes(second.RefreshToken);

        Assert.Null(third.Refusal);
        Assert.Equal(3, new[] { first.RefreshToken, second.RefreshToken, third.Value.RefreshToken }.Distinct().Count());
        Assert.NotNull(await clinic.StandingOf(third.Value.AccessToken));
    }

    [Theory, EveryDatabase]
    public async Task An_old_token_used_again_ends_the_whole_sign_in_however_old_it_is(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, StaffOnDuty.Real);
        await clinic.HasStaff(Ana, Role.FrontDesk);
        var stolen = (await clinic.SignsIn(Ana)).Value;
        var newest = stolen;

        for (var i = 0; i < 3; i++)
        {
            newest = (await clinic.Refreshes(newest.RefreshToken)).Value;
        }

        var other = (await clinic.SignsIn(Ana)).Value;
        var reuse = await clinic.Refreshes(stolen.RefreshToken);
        var owner = await clinic.Refreshes(newest.RefreshToken);

        Assert.Equal(Refusals.Unauthenticated, reuse.Refusal);
        Assert.Equal(Refusals.Unauthenticated, owner.Refusal);
        Assert.Null(await clinic.StandingOf(newest.AccessToken));
        Assert.Null((await clinic.Refreshes(other.RefreshToken)).Refusal);
        Assert.Single(await clinic.Trail(), action => action == "session.reuse_detected");
    }

    [Theory, EveryDatabase]
    public async Task Of_two_refreshes_at_once_one_wins_and_the_sign_in_ends(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, StaffOnDuty.Real);
        await clinic.HasStaff(Ana, Role.FrontDesk);

        for (var round = 0; round < 5; round++)
        {
            var tokens = (await clinic.SignsIn(Ana)).Value;
            var answers = await Together(4, _ => clinic.Refreshes(tokens.RefreshToken));

            var winner = Assert.Single(answers, answer => answer.Refusal is null);
            Assert.Equal(Refusals.Unauthenticated, (await clinic.Refreshes(winner.Value.RefreshToken)).Refusal);
        }
    }

    [Theory, EveryDatabase]
    public async Task Signing_out_kills_every_token_at_once(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, StaffOnDuty.Real);
        await clinic.HasStaff(Ana, Role.FrontDesk);
        var tokens = (await clinic.SignsIn(Ana)).Value;
        Assert.NotNull(await clinic.StandingOf(tokens.AccessToken));

        await clinic.SignsOut(tokens.RefreshToken);
        await clinic.SignsOut(tokens.RefreshToken);
        await clinic.SignsOut("r_nonsense");

        Assert.Null(await clinic.StandingOf(tokens.AccessToken));
        Assert.Equal(Refusals.Unauthenticated, (await clinic.Refreshes(tokens.RefreshToken)).Refusal);
        Assert.Single(await clinic.Trail(), action => action == "session.ended");
    }

    [Theory, EveryDatabase]
    public async Task An_idle_session_ends_and_a_busy_one_ends_after_half_a_day(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, StaffOnDuty.Real);
        await clinic.HasStaff(Ana, Role.FrontDesk);
        var idle = (await clinic.SignsIn(Ana)).Value;
        var busy = idle;
        clinic.TimePasses(Session.LongestIdle);
        Assert.Equal(Refusals.Unauthenticated, (await clinic.Refreshes(idle.RefreshToken)).Refusal);

        busy = (await clinic.SignsIn(Ana)).Value;
        var refreshes = 0;

        for (var passed = Duration.Zero; passed < Session.Longest; passed += Duration.FromMinutes(20))
        {
            clinic.TimePasses(Duration.FromMinutes(20));
            var next = await clinic.Refreshes(busy.RefreshToken);
            busy = next.Refusal is null ? next.Value : busy;
            refreshes += next.Refusal is null ? 1 : 0;
        }

        Assert.Equal((12 * 3) - 1, refreshes);
        Assert.DoesNotContain("session.reuse_detected", await clinic.Trail());
    }

    [Theory, EveryDatabase]
    public async Task Another_server_knows_within_a_minute_that_a_session_ended(Engine engine)
    {
        // A second set of services over the same rows: on SQLite no second process, but nothing in memory shared either.
        await using var clinic = await OpenClinic(engine, StaffOnDuty.Real);
        await using var second = clinic.SecondServer();
        await clinic.HasStaff(Ana, Role.FrontDesk);
        var tokens = (await clinic.SignsIn(Ana)).Value;
        Assert.NotNull(await second.StandingOf(tokens.AccessToken));

        await clinic.SignsOut(tokens.RefreshToken);
        clinic.TimePasses(Duration.FromSeconds(60));

        Assert.Null(await second.StandingOf(tokens.AccessToken));
    }
}

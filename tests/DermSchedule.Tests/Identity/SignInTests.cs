using DermSchedule.Audit;
using DermSchedule.Identity;
using DermSchedule.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Xunit;

namespace DermSchedule.Tests.Identity;

public sealed class SignInTests : ClinicTests
{
    [Theory, EveryDatabase]
    public async Task The_right_password_opens_a_session(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, StaffOnDuty.Real);
        var ana = await clinic.HasStaff("ana@demo.test", Role.FrontDesk);

        var tokens = (await clinic.SignsIn("  ANA@demo.test ")).Value;

        Assert.Equal(15 * 60, tokens.ExpiresIn);
        var standing = await clinic.StandingOf(tokens.AccessToken);
        Assert.Equal((DefaultPractice.Practice, ana.Value), (standing!.Practice, standing.Id));
        Assert.Equal([Role.FrontDesk], standing.Roles);
        Assert.Null(standing.Clinics);
        Assert.Equal(["user.joined", "session.started"], await clinic.Trail());
    }

    [Theory, EveryDatabase]
    public async Task Whatever_is_wrong_the_answer_is_the_same(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, StaffOnDuty.Real);
        await clinic.HasStaff("ana@demo.test", Role.FrontDesk);

        var answers = new[]
        {
            await clinic.SignsIn("ana@demo.test", "wrong"),
            await clinic.SignsIn("nobody@demo.test"),
            await clinic.SignsIn("ana@demo.test", practice: new PracticeId(new Guid("01900000-0000-7000-8000-00000000dead"))),
        };

        Assert.All(answers, answer => Assert.Equal(Refusals.Unauthenticated, answer.Refusal));
        Assert.Single(answers.Select(answer => answer.Refusal!.Detail).Distinct());
    }

    [Theory, EveryDatabase]
    public async Task A_failed_try_is_written_down_without_the_email(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, StaffOnDuty.Real);
        var ana = await clinic.HasStaff("ana@demo.test", Role.FrontDesk);

        await clinic.SignsIn("ana@demo.test", "wrong");
        await clinic.SignsIn("nobody@demo.test", "wrong");

        await using var scope = await clinic.Scope();
        var line = await scope.Db.Set<AuditEntry>().AsNoTracking().SingleAsync(entry => entry.Action == "session.refused");
        Assert.Equal((ana.Value, CallerKind.Anonymous), (line.EntityId, line.ActorKind));
        Assert.Null(line.Change);
    }

    [Theory, EveryDatabase]
    public async Task After_wrong_passwords_the_next_try_waits(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, services =>
        {
            StaffOnDuty.Real(services);
            services.AddSingleton(new LoginDelays());
        });
        await clinic.HasStaff("ana@demo.test", Role.FrontDesk);

        for (var i = 0; i < 4; i++)
        {
            await clinic.SignsIn("ana@demo.test", "wrong");
        }

        var early = await clinic.SignsIn("ana@demo.test");
        clinic.TimePasses(Duration.FromSeconds(1));
        var later = await clinic.SignsIn("ana@demo.test");

        Assert.Equal(Refusals.TooManyRequests, early.Refusal);
        Assert.Equal(1, early.Refusal!.Members["retryAfter"]);
        Assert.Null(later.Refusal);
    }

    [Theory, EveryDatabase]
    public async Task Two_servers_that_start_at_once_sign_with_one_key(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, StaffOnDuty.Real);
        await clinic.HasStaff("ana@demo.test", Role.FrontDesk);

        // One server process per SQLite file; there the race is between two callers of one server.
        await using var second = engine == Engine.Postgres ? clinic.SecondServer() : null;
        var servers = new[] { clinic, second ?? clinic };
        var tokens = await Together(servers, server => server.SignsIn("ana@demo.test"));

        Assert.NotNull(await servers[1].StandingOf(tokens[0].Value.AccessToken));
        Assert.NotNull(await servers[0].StandingOf(tokens[1].Value.AccessToken));
    }
}

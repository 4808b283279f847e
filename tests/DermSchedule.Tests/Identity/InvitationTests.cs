using DermSchedule.Identity;
using DermSchedule.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Xunit;

namespace DermSchedule.Tests.Identity;

public sealed class InvitationTests : ClinicTests
{
    private const string Ben = "ben@demo.test";

    [Theory, EveryDatabase]
    public async Task An_invited_person_chooses_a_password_and_signs_in(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, StaffOnDuty.Real);
        var invited = (await Invites(clinic, Ben)).Value;
        Assert.Equal(UserStatus.Invited, invited.User.Status);
        Assert.Equal(Refusals.Unauthenticated, (await clinic.SignsIn(Ben)).Refusal);

        var accepted = await Accepts(clinic, invited.Token);

        Assert.Null(accepted.Refusal);
        Assert.Null((await clinic.SignsIn(Ben)).Refusal);
        Assert.Equal(["user.invited", "user.added", "user.joined", "session.started"], await clinic.Trail());
    }

    [Theory, EveryDatabase]
    public async Task An_invitation_is_good_once_and_for_a_day(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, StaffOnDuty.Real);
        var used = (await Invites(clinic, Ben)).Value;
        var late = (await Invites(clinic, "cleo@demo.test")).Value;
        await Accepts(clinic, used.Token);

        var again = await Accepts(clinic, used.Token);
        clinic.TimePasses(Duration.FromHours(24));
        var tooLate = await Accepts(clinic, late.Token);
        var unknown = await Accepts(clinic, Token.New(Invitation.Prefix).Value);

        Assert.Equal(AcceptInvitation.Ended, again.Refusal);
        Assert.Equal(AcceptInvitation.Ended, tooLate.Refusal);
        Assert.Equal(Refusals.NotFound, unknown.Refusal);
    }

    [Theory, EveryDatabase]
    public async Task Of_many_who_accept_one_invitation_at_once_one_gets_in(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, StaffOnDuty.Real);
        var invited = (await Invites(clinic, Ben)).Value;

        var answers = await Together(5, i => Accepts(clinic, invited.Token, $"my own password {i}"));

        Assert.Single(answers, answer => answer.Refusal is null);
        Assert.Single(await clinic.Trail(), action => action == "user.joined");
    }

    [Theory, EveryDatabase]
    public async Task A_new_invitation_kills_the_old_one(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, StaffOnDuty.Real);
        var first = (await Invites(clinic, Ben)).Value;

        var second = await clinic.As(Role.Owner, (RenewInvitation.Handler renew) => renew.Handle(first.User.Id, CancellationToken.None));

        Assert.Equal(AcceptInvitation.Ended, (await Accepts(clinic, first.Token)).Refusal);
        Assert.Null((await Accepts(clinic, second.Value.Token)).Refusal);
    }

    [Theory, EveryDatabase]
    public async Task A_practice_that_names_an_email_first_gains_nothing_in_another(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, StaffOnDuty.Real);
        var thief = (await Invites(clinic, Ben)).Value;
        await Accepts(clinic, thief.Token, "the thief's password");
        var second = await Founded(clinic, "Lakeside Skin", Ben);

        var before = await clinic.SignsIn(Ben, "the thief's password", second.Practice);
        var wrong = await Accepts(clinic, second.Invitation.Value, "ben's own password");
        var after = await clinic.SignsIn(Ben, "the thief's password", second.Practice);

        Assert.All([before.Refusal, wrong.Refusal, after.Refusal], refusal => Assert.Equal(Refusals.Unauthenticated, refusal));
    }

    [Theory, EveryDatabase]
    public async Task One_account_works_in_two_practices_and_a_token_names_one(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, StaffOnDuty.Real);
        await clinic.HasStaff(Ben, Role.FrontDesk);
        var lakeside = await Founded(clinic, "Lakeside Skin", Ben);
        await Accepts(clinic, lakeside.Invitation.Value);

        var here = await clinic.StandingOf((await clinic.SignsIn(Ben)).Value.AccessToken);
        var there = await clinic.StandingOf((await clinic.SignsIn(Ben, practice: lakeside.Practice)).Value.AccessToken);

        Assert.Equal((DefaultPractice.Practice, Role.FrontDesk), (here!.Practice, here.Roles.Single()));
        Assert.Equal((lakeside.Practice, Role.Owner), (there!.Practice, there.Roles.Single()));
    }

    [Theory, EveryDatabase]
    public async Task A_founded_practice_has_a_clinic_and_keys_of_its_own(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, StaffOnDuty.Real);

        var founded = await Founded(clinic, "Clínica Dermatológica & Spa", "owner@lakeside.test");
        await using var taken = clinic.Stranger();
        var again = await taken.Get<FoundPractice.Handler>().Handle(new FoundPractice.Request("clinica dermatologica spa", "x@y.test"), CancellationToken.None);

        Assert.Equal("clinica-dermatologica-spa", founded.Slug);
        Assert.Equal(Refusals.ValidationFailed, again.Refusal);
        await using var inside = await clinic.Scope(founded.Practice);
        Assert.Equal(founded.Practice, (await inside.Db.Set<DermSchedule.Practices.Practice>().SingleAsync()).Id);
        await Accepts(clinic, founded.Invitation.Value);
        Assert.Null((await clinic.SignsIn("owner@lakeside.test")).Refusal);
    }

    private static Task<Result<InviteUser.Invited>> Invites(TestClinic clinic, string email) => clinic.As(Role.Owner, (InviteUser.Handler invite) =>
        invite.Handle(new InviteUser.Request(email, "Ben", [Role.FrontDesk]), CancellationToken.None));

    private static async Task<Result<Done>> Accepts(TestClinic clinic, string token, string password = StaffOnDuty.Password)
    {
        await using var scope = clinic.Stranger();
        return await scope.Get<AcceptInvitation.Handler>().Handle(new AcceptInvitation.Request(token, password), CancellationToken.None);
    }

    private static async Task<FoundPractice.Founded> Founded(TestClinic clinic, string name, string owner)
    {
        await using var scope = clinic.Stranger();
        return (await scope.Get<FoundPractice.Handler>().Handle(new FoundPractice.Request(name, owner), CancellationToken.None)).Value;
    }
}

using System.Text.Json;
using DermSchedule.Identity;
using DermSchedule.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Xunit;

namespace DermSchedule.Tests.Identity;

public sealed class TeamTests : ClinicTests
{
    private static readonly Guid Here = DefaultPractice.Clinic.Value;

    [Theory, EveryDatabase]
    public async Task Who_is_deactivated_is_out_at_once_and_can_be_brought_back(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, StaffOnDuty.Real);
        var ana = await clinic.HasStaff("ana@demo.test", Role.FrontDesk);
        var tokens = (await clinic.SignsIn("ana@demo.test")).Value;
        Assert.NotNull(await clinic.StandingOf(tokens.AccessToken));

        Assert.Null((await Deactivates(clinic, ana)).Refusal);

        Assert.Null(await clinic.StandingOf(tokens.AccessToken));
        Assert.NotNull((await clinic.Refreshes(tokens.RefreshToken)).Refusal);
        Assert.NotNull((await clinic.SignsIn("ana@demo.test")).Refusal);
        Assert.Equal(UserStatus.Active, (await Changes(clinic, ana, """{ "active": true }""")).Value.Status);
        Assert.Null((await clinic.SignsIn("ana@demo.test")).Refusal);
        Assert.Null(await clinic.StandingOf(tokens.AccessToken));
    }

    [Theory, EveryDatabase]
    public async Task A_changed_role_holds_for_tokens_given_before(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, StaffOnDuty.Real);
        var ana = await clinic.HasStaff("ana@demo.test", Role.Manager);
        var tokens = (await clinic.SignsIn("ana@demo.test")).Value;
        Assert.Equal([Role.Manager], (await clinic.StandingOf(tokens.AccessToken))!.Roles);

        await Changes(clinic, ana, $$"""{ "roles": ["billing"], "clinicIds": ["{{Here}}"] }""");

        var standing = await clinic.StandingOf(tokens.AccessToken);
        Assert.Equal([Role.Billing], standing!.Roles);
        Assert.Equal([Here], standing.Clinics);
        Assert.Contains("user.changed", await clinic.Trail());
    }

    [Theory, EveryDatabase]
    public async Task The_last_owner_neither_goes_nor_becomes_less(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, StaffOnDuty.Real);
        var olga = await clinic.HasStaff("olga@demo.test", Role.Owner);
        await clinic.HasStaff("ana@demo.test", Role.Manager);

        Assert.Equal(Team.LastOwner, (await Deactivates(clinic, olga)).Refusal);
        Assert.Equal(Team.LastOwner, (await Changes(clinic, olga, """{ "roles": ["manager"] }""")).Refusal);
        Assert.Null((await Changes(clinic, olga, """{ "name": "Olga the owner" }""")).Refusal);
    }

    [Theory, EveryDatabase]
    public async Task Of_two_owners_who_leave_at_once_one_stays(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, StaffOnDuty.Real);
        var owners = new[] { await clinic.HasStaff("olga@demo.test", Role.Owner), await clinic.HasStaff("otto@demo.test", Role.Owner) };

        for (var round = 0; round < 10; round++)
        {
            var answers = await Together(owners, owner => Deactivates(clinic, owner));

            var loser = Array.FindIndex(answers, answer => answer.Refusal is not null);
            Assert.Single(answers, answer => answer.Refusal is null);
            Assert.Equal(Team.LastOwner, answers[loser].Refusal);
            await Changes(clinic, owners[1 - loser], """{ "active": true }""");
        }
    }

    [Theory, EveryDatabase]
    public async Task Nobody_gives_away_more_than_they_have(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, StaffOnDuty.Real);
        var olga = await clinic.HasStaff("olga@demo.test", Role.Owner);
        var ana = await clinic.HasStaff("ana@demo.test", Role.FrontDesk);

        Assert.Equal(Refusals.Forbidden, (await Invites(clinic, Role.Manager, [Role.Owner], null)).Refusal);
        Assert.Equal(Refusals.Forbidden, (await Invites(clinic, Role.Manager, [Role.FrontDesk], null, limitedTo: Here)).Refusal);
        Assert.Null((await Invites(clinic, Role.Manager, [Role.FrontDesk], [DefaultPractice.Clinic], limitedTo: Here)).Refusal);
        Assert.Equal(Refusals.Forbidden, (await clinic.As(Role.Manager, (DeactivateUser.Handler go) => go.Handle(olga, CancellationToken.None))).Refusal);
        Assert.Equal(Refusals.Forbidden, (await clinic.As(Role.Manager, (ChangeUser.Handler go) => go.Handle(ana, Json("""{ "roles": ["owner"] }"""), CancellationToken.None))).Refusal);
        Assert.Equal(Refusals.Forbidden, (await clinic.As(Role.Manager, (CreateApiKey.Handler go) => go.Handle(new CreateApiKey.Request("x", [Role.Owner]), CancellationToken.None))).Refusal);
    }

    [Theory, EveryDatabase]
    public async Task Rights_name_what_exists_here(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, StaffOnDuty.Real);
        var elsewhere = new ClinicId(new Guid("01900000-0000-7000-8000-00000000dead"));

        Assert.Equal(Refusals.ValidationFailed, (await Invites(clinic, Role.Owner, [], null)).Refusal);
        Assert.Equal(Refusals.ValidationFailed, (await Invites(clinic, Role.Owner, [Role.Billing, Role.Billing], null)).Refusal);
        Assert.Equal(Refusals.ValidationFailed, (await Invites(clinic, Role.Owner, [Role.Billing], [elsewhere])).Refusal);
        Assert.Equal(Refusals.ValidationFailed, (await Invites(clinic, Role.Owner, [Role.Owner], [DefaultPractice.Clinic])).Refusal);
    }

    [Theory, EveryDatabase]
    public async Task The_same_email_invited_twice_at_once_is_one_member(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, StaffOnDuty.Real);

        var answers = await Together(6, _ => Invites(clinic, Role.Owner, [Role.Billing], null));

        Assert.Single(answers, answer => answer.Refusal is null);
        Assert.Equal(5, answers.Count(answer => answer.Refusal == InviteUser.AlreadyMember));
    }

    [Theory, EveryDatabase]
    public async Task The_list_pages_through_all_members(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, StaffOnDuty.Real);
        var all = new List<AccountId>();

        foreach (var name in new[] { "a", "b", "c", "d", "e" })
        {
            all.Add(await clinic.HasStaff($"{name}@demo.test", Role.Billing));
        }

        var seen = new List<AccountId>();
        string? cursor = null;

        do
        {
            var page = (await clinic.Ask((ListUsers.Handler list) => list.Handle(2, cursor, CancellationToken.None))).Value;
            seen.AddRange(page.Items.Select(user => user.Id));
            cursor = page.NextCursor;
        }
        while (cursor is not null);

        Assert.Equal(all, seen);
    }

    [Theory, EveryDatabase]
    public async Task An_api_key_opens_its_practice_until_it_is_revoked(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, StaffOnDuty.Real);
        var created = (await clinic.As(Role.Owner, (CreateApiKey.Handler create) => create.Handle(new CreateApiKey.Request("Website", [Role.FrontDesk]), CancellationToken.None))).Value;

        var standing = await StandingOfKey(clinic, created.Key);
        await clinic.As(Role.Owner, (RevokeApiKey.Handler revoke) => revoke.Handle(created.Id, CancellationToken.None));

        Assert.Equal((DefaultPractice.Practice, created.Id.Value, Role.FrontDesk), (standing!.Practice, standing.Id, standing.Roles.Single()));
        Assert.Null(await StandingOfKey(clinic, created.Key));
        Assert.Null(await StandingOfKey(clinic, Token.New(Token.ApiKey).Value));
        await using var scope = await clinic.Scope();
        Assert.DoesNotContain(created.Key, JsonSerializer.Serialize(await scope.Db.Set<ApiKey>().AsNoTracking().ToListAsync()), StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task A_visit_link_opens_its_visit_and_no_other_practice(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, StaffOnDuty.Real);
        var visit = new AppointmentId(new Guid("01900000-0000-7000-8000-0000000000aa"));
        var link = await clinic.Write<Token>(scope => Task.FromResult<Result<Token>>(scope.Get<PatientLinks>().Give(visit)));
        await using var founding = clinic.Stranger();
        var other = (await founding.Get<FoundPractice.Handler>().Handle(new FoundPractice.Request("Lakeside Skin", "o@lakeside.test"), CancellationToken.None)).Value;

        await using var stranger = clinic.Stranger();
        await using var neighbour = await clinic.Scope(other.Practice);

        Assert.Equal(visit, await stranger.Get<PatientLinks>().Open(link.Value, CancellationToken.None));
        Assert.Null(await neighbour.Get<PatientLinks>().Open(link.Value, CancellationToken.None));
        Assert.Null(await clinic.Stranger().Get<PatientLinks>().Open(Token.New(Token.Visit), CancellationToken.None));
    }

    private static async Task<Standing?> StandingOfKey(TestClinic clinic, string key)
    {
        await using var scope = clinic.Stranger();
        return await scope.Get<Standings>().OfApiKey(new Token(key), CancellationToken.None);
    }

    private static Task<Result<Done>> Deactivates(TestClinic clinic, AccountId who) =>
        clinic.As(Role.Owner, (DeactivateUser.Handler deactivate) => deactivate.Handle(who, CancellationToken.None));

    private static Task<Result<StoredUser>> Changes(TestClinic clinic, AccountId who, string patch) =>
        clinic.As(Role.Owner, (ChangeUser.Handler change) => change.Handle(who, Json(patch), CancellationToken.None));

    private static Task<Result<InviteUser.Invited>> Invites(TestClinic clinic, Role caller, Role[] roles, ClinicId[]? clinics, Guid? limitedTo = null) => clinic.As(
        caller,
        (InviteUser.Handler invite) => invite.Handle(new InviteUser.Request("new@demo.test", "New", roles, clinics), CancellationToken.None),
        limitedTo is { } one ? [one] : null);

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}

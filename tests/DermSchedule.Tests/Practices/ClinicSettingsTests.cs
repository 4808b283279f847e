using DermSchedule.Audit;
using DermSchedule.Kernel;
using DermSchedule.Practices;
using DermSchedule.Scheduling;
using DermSchedule.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DermSchedule.Tests.Settings;

public sealed class ClinicSettingsTests : ClinicTests
{
    internal static readonly AddClinic.Request Uptown = new()
    {
        Slug = "uptown",
        Name = "Uptown",
        TimeZone = "America/New_York",
        Phone = "(212) 555-0142",
        Address = "2 Test Street",
        ExternalIds = [new ExternalIdWords { System = "ehr", Value = "42" }],
    };

    [Theory, EveryDatabase]
    public async Task A_clinic_is_added_read_listed_and_audited(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);

        var added = (await Add(clinic, Uptown)).Value;
        var read = await clinic.Ask((ReadClinic.Handler handler) => handler.Handle(added.Id, CancellationToken.None));
        var listed = await clinic.Ask((ListClinics.Handler handler) => handler.Handle(new SettingsQuery(null, null, null), CancellationToken.None));

        Assert.Equal("+12125550142", added.Phone);
        Assert.Equal(Said.Json(added).GetRawText(), Said.Json(read.Value).GetRawText());
        Assert.Equal(["demo-test", "uptown"], listed.Value.Items.Select(item => item.Slug));
        await using var scope = await clinic.Scope();
        Assert.Equal("clinic.added", (await scope.Db.Set<AuditEntry>().SingleAsync(entry => entry.EntityId == added.Id.Value)).Action);
    }

    [Theory, EveryDatabase]
    public async Task Everything_that_is_wrong_is_named_at_once(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        var wrong = Uptown with
        {
            Slug = "staff",
            Name = " ",
            TimeZone = "America/Gotham",
            Phone = "12",
            Address = "two\nlines",
            ExternalIds = [new ExternalIdWords { System = "ehr", Value = "1" }, new ExternalIdWords { System = "ehr", Value = "1" }],
        };

        Assert.Equal(["address", "externalIds", "name", "phone", "slug", "timeZone"], (await Add(clinic, wrong)).Fields());
        Assert.Equal(["address", "name", "phone", "slug", "timeZone"], (await Add(clinic, new AddClinic.Request())).Fields());
    }

    [Theory, EveryDatabase]
    public async Task A_patch_changes_what_it_names_and_clears_what_it_nulls(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        var id = (await Add(clinic, Uptown with { MessageName = "Uptown MD" })).Value.Id;

        var renamed = await Change(clinic, id, """{ "name": "Uptown Skin" }""");
        var cleared = await Change(clinic, id, """{ "messageName": null, "externalIds": [] }""");

        Assert.Equal(("Uptown Skin", "Uptown MD"), (renamed.Value.Name, renamed.Value.MessageName));
        Assert.Equal(("Uptown Skin", null), (cleared.Value.Name, cleared.Value.MessageName));
        Assert.Empty(cleared.Value.ExternalIds);
        Assert.Equal(["name"], (await Change(clinic, id, """{ "name": null }""")).Fields());
        Assert.Equal(["name"], (await Change(clinic, id, """{ "name": 5 }""")).Fields());
        Assert.Equal(["active"], (await Change(clinic, id, """{ "active": false }""")).Fields());
        Assert.Equal(Refusals.ValidationFailed, (await Change(clinic, id, "[]")).Refusal);
    }

    [Theory, EveryDatabase]
    public async Task Every_server_sees_a_change_at_once(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        await using var second = clinic.SecondServer();
        var id = (await Add(clinic, Uptown)).Value.Id;
        Assert.Equal("Uptown", (await second.Ask((ReadClinic.Handler read) => read.Handle(id, CancellationToken.None))).Value.Name);

        await Change(clinic, id, """{ "name": "Renamed" }""");
        await Change(clinic, id, """{ "name": "" }""");

        Assert.Equal("Renamed", (await second.Ask((ReadClinic.Handler read) => read.Handle(id, CancellationToken.None))).Value.Name);
        Assert.Equal("Renamed", (await clinic.Ask((ReadClinic.Handler read) => read.Handle(id, CancellationToken.None))).Value.Name);
    }

    [Theory, EveryDatabase]
    public async Task A_manager_of_one_clinic_changes_that_one_only(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        var id = (await Add(clinic, Uptown)).Value.Id;
        await using var scope = await clinic.Scope();
        scope.Get<Caller>().BecomeStaff(CallerKind.User, Guid.Empty, null, [Role.Manager], [DefaultPractice.Clinic.Value]);

        var own = await scope.Get<ChangeClinic.Handler>().Handle(DefaultPractice.Clinic, Said.Json("""{ "name": "Downtown" }"""), CancellationToken.None);
        var foreign = await scope.Get<ChangeClinic.Handler>().Handle(id, Said.Json("""{ "name": "Mine" }"""), CancellationToken.None);
        var another = await scope.Get<AddClinic.Handler>().Handle(Uptown with { Slug = "third" }, CancellationToken.None);

        Assert.Null(own.Refusal);
        Assert.Equal(Refusals.Forbidden, foreign.Refusal);
        Assert.Equal(Refusals.Forbidden, another.Refusal);
    }

    [Theory, EveryDatabase]
    public async Task A_clinic_of_another_practice_is_not_there(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        var other = await OtherPractice.Opened(clinic);

        Assert.Equal(Refusals.NotFound, (await Change(clinic, other.Clinic, """{ "name": "Mine" }""")).Refusal);
        Assert.Equal(Refusals.NotFound, (await clinic.Ask((ReadClinic.Handler read) => read.Handle(other.Clinic, CancellationToken.None))).Refusal);
    }

    internal static Task<Result<StoredClinic>> Add(TestClinic clinic, AddClinic.Request request) =>
        clinic.Ask((AddClinic.Handler add) => add.Handle(request, CancellationToken.None));

    internal static Task<Result<ChangeClinic.Answer>> Change(TestClinic clinic, ClinicId id, string patch) =>
        clinic.Ask((ChangeClinic.Handler change) => change.Handle(id, Said.Json(patch), CancellationToken.None));
}

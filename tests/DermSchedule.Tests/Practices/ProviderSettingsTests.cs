using DermSchedule.Kernel;
using DermSchedule.Practices;
using DermSchedule.Scheduling;
using DermSchedule.Tests.Infrastructure;
using Xunit;

namespace DermSchedule.Tests.Settings;

public sealed class ProviderSettingsTests : ClinicTests
{
    private static readonly AddProvider.Request Casey = new() { Name = "Dr. Casey", ClinicIds = [DefaultPractice.Clinic] };

    [Theory, EveryDatabase]
    public async Task What_is_not_said_takes_the_usual_value(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);

        var added = (await Add(clinic, Casey)).Value;
        var read = await clinic.Ask((ReadProvider.Handler read) => read.Handle(added.Id, CancellationToken.None));

        Assert.Equal((1, true, 0, "", true), (added.Lanes, added.AcceptsNewPatients, added.TravelMinutes, added.Bio, added.Active));
        Assert.Equal(Said.Json(added).GetRawText(), Said.Json(read.Value).GetRawText());
    }

    [Theory, EveryDatabase]
    public async Task A_provider_works_at_clinics_of_the_practice_only(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        var other = await OtherPractice.Opened(clinic);

        Assert.Equal(["clinicIds"], (await Add(clinic, Casey with { ClinicIds = [] })).Fields());
        Assert.Equal(["clinicIds[1]"], (await Add(clinic, Casey with { ClinicIds = [DefaultPractice.Clinic, other.Clinic] })).Fields());
        Assert.Equal(["clinicIds[1]"], (await Add(clinic, Casey with { ClinicIds = [DefaultPractice.Clinic, DefaultPractice.Clinic] })).Fields());
        Assert.Equal(Refusals.NotFound, (await Change(clinic, other.Provider, """{ "name": "Mine" }""")).Refusal);
    }

    [Theory, EveryDatabase]
    public async Task Numbers_and_translations_are_checked(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        var wrong = Casey with
        {
            Lanes = 0,
            TravelMinutes = -1,
            Translations = new Dictionary<string, ProviderWords> { ["en"] = new("Doctor", null), ["xx"] = new(null, null), ["es"] = new(new string('x', 101), null) },
        };

        Assert.Equal(["lanes", "translations.en", "translations.es.title", "translations.xx", "travelMinutes"], (await Add(clinic, wrong)).Fields());
    }

    [Theory, EveryDatabase]
    public async Task A_patch_merges_translations_and_can_take_one_out(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        var id = (await Add(clinic, Casey with { Title = "Dermatologist" })).Value.Id;

        await Change(clinic, id, """{ "translations": { "es": { "title": "Dermatóloga" } } }""");
        var both = await Change(clinic, id, """{ "translations": { "es": { "bio": "Habla español." } } }""");
        var none = await Change(clinic, id, """{ "translations": { "es": null }, "lanes": null }""");

        Assert.Equal(new ProviderWords("Dermatóloga", "Habla español."), both.Value.Translations["es"]);
        Assert.Empty(none.Value.Translations);
        Assert.Equal(1, none.Value.Lanes);
    }

    [Theory, EveryDatabase]
    public async Task Two_changes_at_once_both_stand(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);

        var answers = await Together(8, i => Change(clinic, DefaultPractice.Avery, i % 2 == 0 ? """{ "title": "Dermatologist" }""" : """{ "lanes": 3 }"""));

        Assert.All(answers, answer => Assert.Null(answer.Refusal));
        var stored = (await clinic.Ask((ReadProvider.Handler read) => read.Handle(DefaultPractice.Avery, CancellationToken.None))).Value;
        Assert.Equal(("Dermatologist", 3), (stored.Title, stored.Lanes));
    }

    [Theory, EveryDatabase]
    public async Task A_room_stays_at_its_clinic(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        var other = await OtherPractice.Opened(clinic);
        var room = new AddResource.Request { ClinicId = DefaultPractice.Clinic, Name = "Room 1", Kind = "room" };
        Task<Result<StoredResource>> AddRoom(AddResource.Request request) => clinic.Ask((AddResource.Handler add) => add.Handle(request, CancellationToken.None));
        Task<Result<StoredResource>> ChangeRoom(ResourceId id, string patch) => clinic.Ask((ChangeResource.Handler change) => change.Handle(id, Said.Json(patch), CancellationToken.None));

        var added = (await AddRoom(room)).Value;
        var renamed = await ChangeRoom(added.Id, """{ "kind": "laser" }""");

        Assert.Equal(("Room 1", "laser"), (renamed.Value.Name, renamed.Value.Kind));
        Assert.Equal(["clinicId"], (await AddRoom(room with { ClinicId = other.Clinic })).Fields());
        Assert.Equal(["clinicId", "kind", "name"], (await AddRoom(new AddResource.Request { Kind = "Big Room" })).Fields());
        Assert.Equal(["clinicId"], (await ChangeRoom(added.Id, $$"""{ "clinicId": "{{other.Clinic}}" }""")).Fields());
        Assert.Equal(Refusals.NotFound, (await ChangeRoom(other.Room, """{ "name": "Mine" }""")).Refusal);
    }

    private static Task<Result<StoredProvider>> Add(TestClinic clinic, AddProvider.Request request) =>
        clinic.Ask((AddProvider.Handler add) => add.Handle(request, CancellationToken.None));

    private static Task<Result<ChangeProvider.Answer>> Change(TestClinic clinic, ProviderId id, string patch) =>
        clinic.Ask((ChangeProvider.Handler change) => change.Handle(id, Said.Json(patch), CancellationToken.None));
}

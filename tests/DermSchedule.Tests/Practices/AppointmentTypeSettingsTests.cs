using DermSchedule.Kernel;
using DermSchedule.Practices;
using DermSchedule.Scheduling;
using DermSchedule.Tests.Infrastructure;
using Xunit;

namespace DermSchedule.Tests.Settings;

public sealed class AppointmentTypeSettingsTests : ClinicTests
{
    private static readonly AddAppointmentType.Request Peel = new() { Name = "Chemical peel", Category = Category.Cosmetic, DurationMinutes = 45, Deposit = Money.Usd(5000) };

    [Theory, EveryDatabase]
    public async Task A_type_comes_back_as_it_was_sent(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        var full = Peel with
        {
            DurationMinutesNewPatient = 60,
            ProviderIds = [DefaultPractice.Avery],
            ClinicIds = [DefaultPractice.Clinic],
            ResourceKinds = ["room", "laser"],
            DailyCap = 4,
            Durations = [new ProviderDuration(DefaultPractice.Avery, 40, null)],
            ProviderPart = new ProviderPart(10, 20),
            Translations = new Dictionary<string, AppointmentTypeWords> { ["es"] = new("Exfoliación química", null, null) },
        };

        var added = (await Add(clinic, full)).Value;
        var read = await clinic.Ask((ReadAppointmentType.Handler read) => read.Handle(added.Id, CancellationToken.None));

        Assert.Equal((Money.Usd(5000), 15, 120, 120, true), (added.Deposit, added.StartGridMinutes, added.MinimumNoticeMinutes, added.HorizonDays, added.OnlineBookable));
        Assert.Equal(new ProviderPart(10, 20), read.Value.ProviderPart);
        Assert.Equal(Said.Json(added).GetRawText(), Said.Json(read.Value).GetRawText());
    }

    [Theory, EveryDatabase]
    public async Task The_longest_visit_and_its_buffers_take_at_most_a_day(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        var allDay = Peel with { DurationMinutes = 1430, BufferBeforeMinutes = 10 };

        Assert.Null((await Add(clinic, allDay)).Refusal);
        Assert.Equal(["durationMinutes"], (await Add(clinic, allDay with { BufferAfterMinutes = 1 })).Fields());
        Assert.Equal(["durationMinutes"], (await Add(clinic, Peel with { BufferAfterMinutes = 20, Durations = [new ProviderDuration(DefaultPractice.Avery, 30, 1421)] })).Fields());
    }

    [Theory, EveryDatabase]
    public async Task Everything_that_is_wrong_is_named_at_once(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        var other = await OtherPractice.Opened(clinic);
        var wrong = Peel with
        {
            DurationMinutes = 4,
            StartGridMinutes = 1441,
            HorizonDays = 0,
            Deposit = new Money(0, new Currency("EUR")),
            ProviderIds = [other.Provider],
            ClinicIds = [other.Clinic],
            ResourceKinds = ["Room", "laser", "laser"],
            DailyCap = 0,
            Durations = [new ProviderDuration(DefaultPractice.Avery, 2000, null), new ProviderDuration(DefaultPractice.Avery, 30, null)],
        };

        Assert.Equal(
            [
                "clinicIds[0]", "dailyCap", "deposit.amount", "deposit.currency", "durationMinutes", "durations[0].durationMinutes", "durations[1]",
                "horizonDays", "providerIds[0]", "resourceKinds[0]", "resourceKinds[2]", "startGridMinutes",
            ],
            (await Add(clinic, wrong)).Fields());
        Assert.Equal(["category", "durationMinutes", "name"], (await Add(clinic, new AddAppointmentType.Request())).Fields());
    }

    [Theory, EveryDatabase]
    public async Task The_providers_part_lies_inside_the_shortest_visit(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        var request = Peel with { Durations = [new ProviderDuration(DefaultPractice.Brook, 30, null)], ProviderPart = new ProviderPart(15, 20) };

        Assert.Equal(["providerPart"], (await Add(clinic, request)).Fields());
        Assert.Null((await Add(clinic, request with { ProviderPart = new ProviderPart(10, 20) })).Refusal);
    }

    [Theory, EveryDatabase]
    public async Task Null_clears_what_may_be_absent(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        var id = (await Add(clinic, Peel with { DailyCap = 3, DurationMinutesNewPatient = 60, ProviderPart = new ProviderPart(0, 10) })).Value.Id;

        var changed = await Change(clinic, id, """{ "deposit": null, "dailyCap": null, "durationMinutesNewPatient": null, "providerPart": null }""");
        var again = await Change(clinic, id, """{ "deposit": { "amount": 7500, "currency": "USD" } }""");

        Assert.Equal((null, null, null, null), (changed.Value.Deposit, changed.Value.DailyCap, changed.Value.DurationMinutesNewPatient, changed.Value.ProviderPart));
        Assert.Equal(Money.Usd(7500), again.Value.Deposit);
        Assert.Equal(["category"], (await Change(clinic, id, """{ "category": null }""")).Fields());
    }

    [Theory, EveryDatabase]
    public async Task Policies_are_replaced_whole_for_the_practice_or_one_clinic(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        var other = await OtherPractice.Opened(clinic);
        Task<Result<Policies>> Put(ClinicId? id, Policies policies) => clinic.Ask((ReplacePolicies.Handler replace) => replace.Handle(id, Said.Json(policies), CancellationToken.None));
        async Task<Policies> Get(ClinicId? id) => (await clinic.Ask((ReadPolicies.Handler read) => read.Handle(id, CancellationToken.None))).Value;

        await Put(null, Policies.Default with { HoldMinutes = 20, EmergencyContactPhone = "(212) 555-0199" });
        Assert.Equal((20, "+12125550199"), ((await Get(DefaultPractice.Clinic)).HoldMinutes, (await Get(null)).EmergencyContactPhone));

        await Put(DefaultPractice.Clinic, Policies.Default with { HoldMinutes = 5 });
        Assert.Equal((5, 20), ((await Get(DefaultPractice.Clinic)).HoldMinutes, (await Get(null)).HoldMinutes));
        Assert.Equal(Refusals.NotFound, (await Put(other.Clinic, Policies.Default)).Refusal);
        Assert.Equal(["holdMinutes"], (await Put(null, Policies.Default with { HoldMinutes = 0 })).Fields());
    }

    private static Task<Result<StoredAppointmentType>> Add(TestClinic clinic, AddAppointmentType.Request request) =>
        clinic.Ask((AddAppointmentType.Handler add) => add.Handle(request, CancellationToken.None));

    private static Task<Result<ChangeAppointmentType.Answer>> Change(TestClinic clinic, AppointmentTypeId id, string patch) =>
        clinic.Ask((ChangeAppointmentType.Handler change) => change.Handle(id, Said.Json(patch), CancellationToken.None));
}

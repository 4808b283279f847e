using DermSchedule.Practices;
using DermSchedule.Tests.Infrastructure;
using Xunit;
using static DermSchedule.Tests.Settings.ClinicSettingsTests;

namespace DermSchedule.Tests.Settings;

/// <summary>An address belongs to one practice, for ever.</summary>
public sealed class ClinicAddressTests : ClinicTests
{
    [Theory, EveryDatabase]
    public async Task Of_many_who_claim_one_address_exactly_one_gets_it(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        var other = await OtherPractice.Opened(clinic);

        var answers = await Together(12, async i =>
        {
            await using var scope = await clinic.Scope(i % 2 == 0 ? DefaultPractice.Practice : other.Practice);
            return await scope.Get<AddClinic.Handler>().Handle(Uptown, CancellationToken.None);
        });

        Assert.Single(answers, answer => answer.Refusal is null);
        Assert.All(answers.Where(answer => answer.Refusal is not null), answer => Assert.Equal(["slug"], answer.Fields()));
    }

    [Theory, EveryDatabase]
    public async Task An_address_that_was_given_up_never_leads_to_another_practice(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        var other = await OtherPractice.Opened(clinic);
        var id = (await Add(clinic, Uptown)).Value.Id;
        await Change(clinic, id, """{ "slug": "midtown" }""");

        await using var strangers = await clinic.Scope(other.Practice);
        var taken = await strangers.Get<AddClinic.Handler>().Handle(Uptown, CancellationToken.None);
        var back = await Change(clinic, id, """{ "slug": "uptown" }""");

        Assert.Equal(["slug"], taken.Fields());
        Assert.Equal("uptown", back.Value.Slug);
    }
}

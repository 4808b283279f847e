using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using DermSchedule.EndToEnd.Infrastructure;
using Xunit;

namespace DermSchedule.EndToEnd;

/// <summary>What the page asks is what the clinic can show later.</summary>
public sealed class ConsentTests(Clinic clinic) : IClassFixture<Clinic>
{
    [Theory]
    [InlineData(true, "en-US", true, "Consenta", "granted")]
    [InlineData(false, "es-MX", true, "Consentb", "granted")]
    [InlineData(false, "es-MX", false, "Consentc", "declined")]
    public async Task The_words_beside_the_box_are_in_the_ledger_with_what_was_decided(bool scripts, string language, bool agrees, string name, string decision)
    {
        await using var patient = await clinic.Visitor(scripts: scripts, language: language);
        await patient.Open("/demo/book");
        await patient.SayWhoComes();
        await patient.SayWhatFor("rash");
        await patient.Page.Locator("input[name=visit]").First.CheckAsync();
        await patient.Press(".wiz-end button[value=go]");
        await patient.At("**/book/time*");
        await patient.Hold(day: 3, time: 0);
        await patient.TypeDetails(first: name);
        await patient.Page.Locator("input[name=smsConsent]").SetCheckedAsync(agrees);
        var words = (await patient.Page.Locator("label:has(input[name=smsConsent])").InnerTextAsync()).Trim();
        await patient.Book();
        await patient.At("**/book/done");

        var line = Assert.Single(await Ledger(name));

        Assert.Equal((decision, "wizard", true), (Said(line, "decision"), Said(line, "source"), line.GetProperty("shownByUs").GetBoolean()));
        Assert.Equal((words, language[..2]), (Said(line, "text"), Said(line, "language")));
        Assert.Equal(("+16465550187", "127.0.0.1"), (Said(line, "phone"), Said(line, "ipAddress")!.Replace("::ffff:", "", StringComparison.Ordinal)));
    }

    private async Task<List<JsonElement>> Ledger(string name)
    {
        using var desk = new HttpClient { BaseAddress = new Uri(clinic.Address, "/api/v1/") };
        var owner = (await desk.GetFromJsonAsync<JsonElement>("demo/credentials")).GetProperty("items").EnumerateArray().First(entry => Said(entry, "role") == "owner");
        using var signedIn = await desk.PostAsJsonAsync("auth/token", new { email = Said(owner, "email"), password = Said(owner, "password") });
        desk.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Said(await signedIn.Content.ReadFromJsonAsync<JsonElement>(), "accessToken"));
        var found = (await desk.GetFromJsonAsync<JsonElement>($"patients?q={name}")).GetProperty("items").EnumerateArray().Single();
        return [.. (await desk.GetFromJsonAsync<JsonElement>($"patients/{Said(found, "id")}/consents")).GetProperty("items").EnumerateArray()];
    }

    private static string? Said(JsonElement of, string name) => of.GetProperty(name).GetString();
}

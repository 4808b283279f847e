using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using DermSchedule.Kernel;
using Xunit;

namespace DermSchedule.Web.Tests.Identity;

/// <summary>The two calls by which a practice tightens its triage rules, as two people make them.</summary>
public sealed class TriageRulesHttpTests(TwinServer server) : IClassFixture<TwinServer>
{
    private const string Rules = "/api/v1/settings/triage-rules";
    private const string Set = """{ "tightenings": [{ "flagCode": "shingles", "raiseTo": "emergency", "englishCues": ["zebra stripes"], "spanishCues": [] }], "reason": "Heard twice." }""";

    [Fact]
    public async Task One_proposes_another_approves_and_the_next_patient_is_stopped()
    {
        var (proposed, proposal) = await Send(Role.Manager, Rules, Set);
        var id = proposal.GetProperty("id").GetString();

        var (own, refusal) = await Send(Role.Manager, $"{Rules}/{id}/approve");
        var (owner, second) = await Send(Role.Owner, $"{Rules}/{id}/approve");
        var (desk, _) = await Send(Role.FrontDesk, $"{Rules}/{id}/approve");
        var (approved, version) = await Send(Role.Provider, $"{Rules}/{id}/approve");
        var (again, decided) = await Send(Role.Provider, $"{Rules}/{id}/approve");
        var (_, triage) = await Send(Role.Owner, $"/api/v1/clinics/{server.One.Slug}/triage", """{ "patientKind": "new", "category": "medical", "concern": "other", "symptoms": "I have zebra stripes" }""");

        Assert.Equal(
            (HttpStatusCode.Created, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.OK, HttpStatusCode.Conflict),
            (proposed, own, owner, desk, approved, again));
        Assert.Equal(("second_person_needed", "second_person_needed", "proposal_decided"), (Code(refusal), Code(second), Code(decided)));
        Assert.EndsWith("+1", version.GetProperty("version").GetString(), StringComparison.Ordinal);
        Assert.Equal("emergency", triage.GetProperty("disposition").GetString());
    }

    [Fact]
    public async Task A_set_that_stops_everybody_is_refused_at_its_field_with_the_share_and_the_words()
    {
        var (status, problem) = await Send(Role.Provider, Rules, """{ "tightenings": [{ "flagCode": "bleeding", "englishCues": ["mole"], "spanishCues": ["lunar"] }], "reason": "Better safe." }""");

        Assert.Equal((HttpStatusCode.BadRequest, "validation_failed"), (status, Code(problem)));
        var sentence = problem.GetProperty("errors").GetProperty("tightenings")[0].GetString()!;
        Assert.Contains(" %)", sentence, StringComparison.Ordinal);
        Assert.Contains("\"mole\"", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_screen_needs_is_there()
    {
        using var client = Client(Role.Auditor);

        var rules = await client.GetFromJsonAsync<JsonElement>(Rules);

        var flags = rules.GetProperty("standard").GetProperty("flags").EnumerateArray().ToList();
        Assert.True(flags.Count > 20);
        Assert.All(flags, flag => Assert.False(string.IsNullOrEmpty(flag.GetProperty("label").GetProperty("es").GetString())));
        Assert.Contains(flags, flag => flag.GetProperty("code").GetString() == "shingles" && flag.GetProperty("tier").GetString() == "emergency");
        Assert.StartsWith(rules.GetProperty("standard").GetProperty("version").GetString()!, rules.GetProperty("inForce").GetProperty("version").GetString(), StringComparison.Ordinal);
    }

    private static string? Code(JsonElement problem) => problem.GetProperty("code").GetString();

    private async Task<(HttpStatusCode Status, JsonElement Body)> Send(Role role, string path, string body = "{}")
    {
        using var client = Client(role);
        using var content = new StringContent(body, new MediaTypeHeaderValue("application/json"));
        using var answer = await client.PostAsync(new Uri(path, UriKind.Relative), content);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    private HttpClient Client(Role role)
    {
        var client = server.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", server.One.Tokens[role]);
        return client;
    }
}

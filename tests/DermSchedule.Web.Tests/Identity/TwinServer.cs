using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using DermSchedule.Identity;
using DermSchedule.Kernel;
using DermSchedule.Practices;
using DermSchedule.Tests.Files;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace DermSchedule.Web.Tests.Identity;

/// <summary>The real server on a database of its own, with two practices that are alike but for their rows.</summary>
public sealed class TwinServer : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("derm-twins-").FullName;

    internal Twin One { get; private set; } = null!;

    internal Twin Two { get; private set; } = null!;

    /// <summary>Every route under <c>/api</c>, one per method.</summary>
    internal IReadOnlyList<ApiRoute> Routes { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        One = await Found("Twin One");
        Two = await Found("Twin Two");
        Routes = ApiRoute.All(Services.GetServices<EndpointDataSource>());
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Data:Directory", Path.Combine(folder, "data"));
        builder.UseSetting("Keys:MasterKeyFile", Path.Combine(folder, "key"));
        builder.UseSetting("RateLimits:Enabled", "false");
        builder.ConfigureLogging(logs => logs.SetMinimumLevel(LogLevel.Error));
    }

    internal async Task<HttpResponseMessage> Send(ApiRoute route, string? token, Func<string, string> parameter, string body = "{}", string query = "")
    {
        using var client = CreateClient();
        using var request = new HttpRequestMessage(new HttpMethod(route.Method), route.Fill(parameter) + query);
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");

        if (route.Method is "POST" or "PUT" or "PATCH")
        {
            request.Content = new StringContent(body, new MediaTypeHeaderValue("application/json"));
        }

        return await client.SendAsync(request);
    }

    private async Task<Twin> Found(string name)
    {
        await using var setup = Services.CreateAsyncScope();
        var founded = (await setup.ServiceProvider.GetRequiredService<FoundPractice.Handler>().Handle(new FoundPractice.Request(name, $"setup@{name[5..]}.test"), CancellationToken.None)).Value;
        var tokens = new Dictionary<Role, string>();

        foreach (var role in Enum.GetValues<Role>())
        {
            tokens[role] = await Staff(founded.Practice, role, $"{Words.Of(role)}@{name[5..]}.test");
        }

        var twin = new Twin(founded.Practice, founded.Slug, tokens);
        await twin.Fill(CreateClient());
        twin.PatientToken = await Link(founded.Practice, new AppointmentId(Guid.Parse(twin.Records["appointments"])));
        await twin.SendCard(CreateClient());
        return twin;
    }

    private async Task<string> Staff(PracticeId practice, Role role, string email)
    {
        await using var scope = Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        await services.GetRequiredService<PracticeDirectory>().Enter(practice, CancellationToken.None);
        var accounts = services.GetRequiredService<Accounts>();
        var account = await services.GetRequiredService<DermSchedule.Data.ScheduleDb>().Write<AccountId>(
            async () =>
            {
                var made = await accounts.Create(email, email, password: null, CancellationToken.None);
                accounts.Join(made, [role]);
                return made.Id;
            },
            CancellationToken.None);
        return (await services.GetRequiredService<Sessions>().Open(account.Value, practice, CancellationToken.None)).Value.AccessToken;
    }

    private async Task<string> Link(PracticeId practice, AppointmentId visit)
    {
        await using var scope = Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        await services.GetRequiredService<PracticeDirectory>().Enter(practice, CancellationToken.None);
        var token = await services.GetRequiredService<DermSchedule.Data.ScheduleDb>()
            .Write<Token>(() => Task.FromResult<Result<Token>>(services.GetRequiredService<PatientLinks>().Give(visit)), CancellationToken.None);
        return token.Value.Value;
    }
}

/// <summary>One of the two practices: who works there, and one record of each kind.</summary>
internal sealed class Twin(PracticeId practice, string slug, IReadOnlyDictionary<Role, string> tokens)
{
    public PracticeId Practice { get; } = practice;

    public string Slug { get; } = slug;

    /// <summary>An access token per role.</summary>
    public IReadOnlyDictionary<Role, string> Tokens { get; } = tokens;

    /// <summary>A link to its visit.</summary>
    public string PatientToken { get; set; } = "";

    /// <summary>The id of one record by the word of its route: <c>/settings/providers/{id}</c> is <c>providers</c>.</summary>
    public Dictionary<string, string> Records { get; } = new(StringComparer.Ordinal);

    public async Task Fill(HttpClient client)
    {
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Tokens[Role.Owner]);
        var clinics = await client.GetFromJsonAsync<JsonElement>("/api/v1/settings/clinics");
        Records["clinics"] = clinics.GetProperty("items")[0].GetProperty("id").GetString()!;
        await Add(client, "/settings/users", "users", $$"""{ "email": "u@{{Slug}}.test", "name": "User", "roles": ["billing"] }""");
        await Add(client, "/settings/api-keys", "api-keys", """{ "name": "Website", "roles": ["front_desk"] }""");
        await Add(client, "/settings/providers", "providers", $$"""{ "name": "Dr. Twin", "title": "MD", "bio": "", "clinicIds": ["{{Records["clinics"]}}"], "lanes": 1, "acceptsNewPatients": true }""");
        await Add(client, "/settings/resources", "resources", $$"""{ "clinicId": "{{Records["clinics"]}}", "name": "Room 1", "kind": "room" }""");
        await Add(client, "/settings/appointment-types", "appointment-types", """{ "name": "Skin check", "category": "medical", "description": "", "durationMinutes": 30, "startGridMinutes": 30 }""");
        await Add(client, "/settings/triage-rules", "triage-rules", """{ "tightenings": [{ "flagCode": "burn", "raiseTo": "emergency" }], "reason": "We see burns at once." }""");
        await Add(client, "/patients", "patients", """{ "firstName": "Rosa", "lastName": "Klein", "dateOfBirth": "1980-04-01", "phone": "+12125550147" }""");
        await Add(
            client,
            "/appointments",
            "appointments",
            $$"""{ "clinicId": "{{Records["clinics"]}}", "appointmentTypeId": "{{Records["appointment-types"]}}", "providerId": "{{Records["providers"]}}", "patientId": "{{Records["patients"]}}", "patientKind": "new", "walkIn": true, "override": true, "overbook": true }""");
        await Add(client, "/blocks", "blocks", $$"""{ "clinicId": "{{Records["clinics"]}}", "resourceId": "{{Records["resources"]}}", "start": "2030-03-01T15:00:00Z", "end": "2030-03-01T16:00:00Z", "reason": "cleaning" }""");
        await Add(
            client,
            $"/settings/providers/{Records["providers"]}/exceptions",
            "exceptions",
            $$"""{ "clinicId": "{{Records["clinics"]}}", "kind": "time_off", "start": "2030-03-02T15:00:00Z", "end": "2030-03-02T16:00:00Z", "reason": "away" }""");
        await FillTriage(client);
    }

    /// <summary>A picture, which only the patient's link can send.</summary>
    public async Task SendCard(HttpClient client)
    {
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", PatientToken);
        using var form = new MultipartFormDataContent { { new ByteArrayContent(TestPictures.Jpeg), "front", "card.jpg" } };
        using var response = await client.PostAsync($"/api/v1/clinics/{Slug}/insurance-cards", form);
        response.EnsureSuccessStatusCode();
        Records["files"] = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("front").GetProperty("id").GetString()!;
    }

    /// <summary>One patient who must not wait rings an alarm, and one who finds no time in two weeks makes a task.</summary>
    private async Task FillTriage(HttpClient client)
    {
        await Add(client, $"/clinics/{Slug}/triage", "triage", """{ "patientKind": "new", "category": "medical", "concern": "other", "symptoms": "I can't breathe and my lips are swollen." }""");
        await Add(client, $"/clinics/{Slug}/triage", "urgent", """{ "patientKind": "new", "category": "medical", "concern": "other", "symptoms": "My mole got bigger and it bleeds." }""");
        Records["triage-alerts"] = await First(client, "triage-alerts");
        Records["tasks"] = await First(client, "tasks");
    }

    private static async Task<string> First(HttpClient client, string list) =>
        (await client.GetFromJsonAsync<JsonElement>("/api/v1/" + list)).GetProperty("items")[0].GetProperty("id").GetString()!;

    private async Task Add(HttpClient client, string path, string word, string body)
    {
        using var content = new StringContent(body, new MediaTypeHeaderValue("application/json"));
        using var response = await client.PostAsync("/api/v1" + path, content);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"POST {path} answered {(int)response.StatusCode}: {text}");
        Records[word] = JsonDocument.Parse(text).RootElement.GetProperty("id").GetString()!;
    }
}

using System.Net.Http.Json;
using System.Text;
using DermSchedule.Web.Tests.Infrastructure;
using Xunit;

namespace DermSchedule.Web.Tests.Http;

/// <summary>Nothing about a patient reaches a log: not from an address, a query, a header or a body, and not by way of an error.</summary>
public sealed class LogCanaryTests
{
    private const string Token = "m_canarycanarycanarycanarycanarycanarycanary1";

    private static readonly string[] Canaries =
    [
        "Canaria", "Finchley", "2125550188", "+12125550188", "canaria.finchley@example.org", "1971-03-09", "quiet-canary-password", "canary-reason-psoriasis", Token[2..], "canary-slug", "canary-agent", "198.51.100.77",
    ];

    [Fact]
    public async Task No_line_of_any_log_holds_a_canary()
    {
        await using var server = await ClinicServer.Start();
        using var owner = await server.Owner();
        using var stranger = server.CreateClient();
        stranger.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "canary-agent");
        stranger.DefaultRequestHeaders.TryAddWithoutValidation("X-Forwarded-For", "198.51.100.77");
        stranger.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bearer " + Token);
        object patient = new { firstName = "Canaria", lastName = "Finchley", dateOfBirth = "1971-03-09", phone = "+12125550188", email = "canaria.finchley@example.org", notes = "canary-reason-psoriasis" };

        await Send(stranger, "/api/v1/auth/token", new { email = "canaria.finchley@example.org", password = "quiet-canary-password" });
        await Send(stranger, "/api/v1/clinics/canary-slug/find-visit", new { phone = "2125550188", dateOfBirth = "1971-03-09" });
        await Send(stranger, "/api/v1/clinics/harbor-dermatology/find-visit", new { phone = "2125550188", dateOfBirth = "1971-03-09" });
        await Send(stranger, "/api/v1/clinics/harbor-dermatology/appointments", new { holdToken = Token, patient, patientKind = "new", policyAccepted = true });
        await Send(owner, "/api/v1/patients", patient);
        await Send(owner, "/api/v1/patients", new { firstName = new[] { "Canaria" }, lastName = 17, notes = "canary-reason-psoriasis" });
        using var broken = new StringContent("{\"firstName\":\"Canaria\",\"lastName\":\"Finchley", Encoding.UTF8, "application/json");
        (await owner.PostAsync("/api/v1/patients", broken)).Dispose();

        foreach (var path in new[] { "/m/" + Token, "/canary-slug", "/api/v1/patients?q=Canaria%20Finchley", "/api/v1/appointments?q=Canaria&from=2026-01-01&to=2026-01-02", "/api/v1/appointments/Canaria", "/Canaria/Finchley/2125550188", "/css/Canaria.css" })
        {
            (await owner.GetAsync(path)).Dispose();
            (await stranger.GetAsync(path)).Dispose();
        }

        var told = server.Log.Lines.Where(line => Canaries.Any(canary => line.Contains(canary, StringComparison.OrdinalIgnoreCase)));
        Complaints.None(told);
        Assert.Contains(server.Log.Lines, line => line.Contains("POST /api/v1/auth/token 401", StringComparison.Ordinal));
    }

    private static async Task Send(HttpClient client, string path, object body) => (await client.PostAsJsonAsync(path, body)).Dispose();
}

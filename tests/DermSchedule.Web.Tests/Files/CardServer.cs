using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using DermSchedule.Data;
using DermSchedule.Identity;
using DermSchedule.Jobs;
using DermSchedule.Kernel;
using DermSchedule.Practices;
using DermSchedule.Tests.Files;
using DermSchedule.Tests.Infrastructure;
using DermSchedule.Web.Tests.Identity;
using DermSchedule.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DermSchedule.Web.Tests.Files;

/// <summary>The real server with one visit, its owner and the patient who holds the visit's link.</summary>
internal sealed class CardServer : IAsyncDisposable
{
    public const string Slug = "harbor-dermatology";
    public const string Cards = $"/api/v1/clinics/{Slug}/insurance-cards";

    private CardServer(ClinicServer server, HttpClient owner, HttpClient patient, string visit) =>
        (Server, Owner, Patient, Files) = (server, owner, patient, $"/api/v1/appointments/{visit}/files");

    public ClinicServer Server { get; }

    public HttpClient Owner { get; }

    public HttpClient Patient { get; }

    /// <summary>Address of the visit's files.</summary>
    public string Files { get; }

    public string Uploads => Path.Combine(Server.DataDirectory, "uploads");

    public static async Task<CardServer> Start(params string[] with)
    {
        var server = await ClinicServer.Start(Engine.Sqlite, with);
        var owner = await server.Owner();
        var twin = new Twin(default, Slug, new Dictionary<Role, string> { [Role.Owner] = owner.DefaultRequestHeaders.Authorization!.Parameter! });
        await twin.Fill(owner);
        var visit = twin.Records["appointments"];
        var patient = server.CreateClient();
        patient.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await Link(server, new AppointmentId(Guid.Parse(visit))));
        return new CardServer(server, owner, patient, visit);
    }

    public static MultipartFormDataContent Form(params (string Name, byte[] Content)[] files)
    {
        var form = new MultipartFormDataContent();

        foreach (var (name, content) in files)
        {
            var part = new ByteArrayContent(content);
            part.Headers.ContentType = new MediaTypeHeaderValue("text/html");
            form.Add(part, name, "../../../etc/cron.d/card.php");
        }

        return form;
    }

    /// <summary>Sends a front and answers its id.</summary>
    public async Task<string> Sends(byte[]? front = null)
    {
        using var form = Form(("front", front ?? TestPictures.Jpeg));
        using var answer = await Patient.PostAsync(Cards, form);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("front").GetProperty("id").GetString()!;
    }

    public async Task<IReadOnlyList<JsonElement>> List(HttpClient client) =>
        [.. (await client.GetFromJsonAsync<JsonElement>(Files)).GetProperty("items").EnumerateArray()];

    /// <summary>Comes back when the server has carried out that order.</summary>
    public async Task Carries(string kind, string key)
    {
        await using var scope = Server.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PracticeDirectory>().EnterBySlug(Slug, CancellationToken.None);
        var order = scope.ServiceProvider.GetRequiredService<ScheduleDb>().Set<DueRow>().Where(row => row.Kind == kind && row.Key == key && row.DoneAt == null);

        while (await order.AnyAsync())
        {
            await Task.Yield();
        }
    }

    public async ValueTask DisposeAsync()
    {
        Owner.Dispose();
        Patient.Dispose();
        await Server.DisposeAsync();
    }

    private static async Task<string> Link(ClinicServer server, AppointmentId visit)
    {
        await using var scope = server.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PracticeDirectory>().EnterBySlug(Slug, CancellationToken.None);
        var given = await scope.ServiceProvider.GetRequiredService<ScheduleDb>()
            .Write<Token>(() => Task.FromResult<Result<Token>>(scope.ServiceProvider.GetRequiredService<PatientLinks>().Give(visit)), CancellationToken.None);
        return given.Value.Value;
    }
}

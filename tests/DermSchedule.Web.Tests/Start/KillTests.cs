using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using DermSchedule.Tests.Infrastructure;
using DermSchedule.Web.Tests.Infrastructure;
using Microsoft.Data.Sqlite;
using Xunit;

namespace DermSchedule.Web.Tests.Start;

/// <summary>The server is killed while patients book: whoever was told yes has their visit, whoever was told nothing gets it by asking again (R-CO-6).</summary>
public sealed class KillTests : IDisposable
{
    private const int Kills = 3;
    private const int Patients = 6;
    private const int Wishes = 60;

    private readonly string folder = Directory.CreateTempSubdirectory("derm-kill-").FullName;
    private readonly ConcurrentBag<Promise> promises = [];
    private readonly ConcurrentBag<Wish> unanswered = [];

    [Theory, EveryDatabase]
    public async Task No_booking_that_was_promised_is_lost_when_the_server_is_killed(Engine engine)
    {
        await using var postgres = engine == Engine.Postgres ? await ClinicStorage.Empty(engine) : null;
        Queue<Wish>? wishes = null;

        for (var kill = 0; kill < Kills; kill++)
        {
            using var server = await ServerProcess.Start(folder, postgres);
            using var client = await server.Client();
            await CheckPromises(client);
            wishes ??= await FreeTimes(client);
            await BookUntilKilled(server, client, new ConcurrentQueue<Wish>(Enumerable.Range(0, Wishes).Select(_ => wishes.Dequeue())));
        }

        CheckFile(engine);
        using var last = await ServerProcess.Start(folder, postgres);
        using var desk = await last.Client();
        await CheckPromises(desk);
        await CheckTrail(desk);
        Assert.True(promises.Count >= Kills, "Nothing was booked.");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task BookUntilKilled(ServerProcess server, HttpClient client, ConcurrentQueue<Wish> wishes)
    {
        var left = RandomNumberGenerator.GetInt32(1, Wishes - Patients);
        await Task.WhenAll(Enumerable.Range(0, Patients).Select(async _ =>
        {
            while (wishes.TryDequeue(out var wish))
            {
                try
                {
                    promises.Add(await Book(client, wish));
                }
                catch (HttpRequestException)
                {
                    unanswered.Add(wish);
                    return;
                }

                if (Interlocked.Decrement(ref left) == 0)
                {
                    server.Kill();
                }
            }
        }));
        await server.Gone();
    }

    private async Task CheckPromises(HttpClient client)
    {
        while (unanswered.TryTake(out var wish))
        {
            promises.Add(await Book(client, wish));
        }

        foreach (var promise in promises)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/appointments/{promise.Id}") { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", promise.ManageToken) } };
            using var answer = await client.SendAsync(request);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        Assert.Equal(promises.Count, promises.Select(promise => (promise.Start, promise.ProviderId)).Distinct().Count());
    }

    private static async Task<Promise> Book(HttpClient client, Wish wish)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/clinics/demo/appointments")
        {
            Headers = { { "Idempotency-Key", $"{wish.ProviderId}-{wish.Start:s}" } },
            Content = JsonContent.Create(new
            {
                wish.AppointmentTypeId,
                wish.ProviderId,
                wish.Start,
                patient = new { firstName = "Ana", lastName = "Rivera", dateOfBirth = "1985-04-12", phone = "(212) 555-0140" },
                patientKind = "new",
            }),
        };
        using var answer = await client.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.Created, $"{answer.StatusCode}: {body}");
        return JsonSerializer.Deserialize<Promise>(body, JsonSerializerOptions.Web)!;
    }

    /// <summary>Times of one kind of visit that do not overlap, so that each can be booked whatever becomes of the others.</summary>
    private static async Task<Queue<Wish>> FreeTimes(HttpClient client)
    {
        var types = await client.GetFromJsonAsync<JsonElement>("/api/v1/clinics/demo/appointment-types");
        var type = types.GetProperty("items").EnumerateArray().First(item => item.GetProperty("name").GetString() == "Acne visit").GetProperty("id").GetString()!;
        var from = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(3);
        var found = await client.GetFromJsonAsync<JsonElement>($"/api/v1/clinics/demo/availability?appointmentTypeId={type}&from={from:O}&to={from.AddDays(40):O}&patientKind=new");
        var free = new Queue<Wish>();
        var busyUntil = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);

        foreach (var slot in found.GetProperty("days").EnumerateArray().SelectMany(day => day.GetProperty("slots").EnumerateArray()))
        {
            var (provider, start) = (slot.GetProperty("providerId").GetString()!, slot.GetProperty("start").GetDateTimeOffset());

            if (start >= busyUntil.GetValueOrDefault(provider))
            {
                free.Enqueue(new Wish(type, provider, start));
                busyUntil[provider] = slot.GetProperty("end").GetDateTimeOffset();
            }
        }

        return free;
    }

    private static async Task CheckTrail(HttpClient client)
    {
        var credentials = await client.GetFromJsonAsync<JsonElement>("/api/v1/demo/credentials");
        var owner = credentials.GetProperty("items").EnumerateArray().First(item => item.GetProperty("role").GetString() == "owner");
        using var signedIn = await client.PostAsJsonAsync("/api/v1/auth/token", new { email = owner.GetProperty("email").GetString(), password = owner.GetProperty("password").GetString() });
        var token = (await signedIn.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var verified = await client.GetFromJsonAsync<JsonElement>("/api/v1/audit/verify");
        Assert.True(verified.GetProperty("valid").GetBoolean(), verified.ToString());
    }

    private void CheckFile(Engine engine)
    {
        if (engine == Engine.Sqlite)
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "data", "dermschedule.db"), Pooling = false }.ToString());
            connection.Open();
            using var command = new SqliteCommand("PRAGMA integrity_check", connection);
            Assert.Equal("ok", command.ExecuteScalar());
        }
    }

    private sealed record Wish(string AppointmentTypeId, string ProviderId, DateTimeOffset Start);

    private sealed record Promise(string Id, string ManageToken, DateTimeOffset Start, string ProviderId);
}

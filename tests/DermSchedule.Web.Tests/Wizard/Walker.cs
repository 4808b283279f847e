using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using DermSchedule.Kernel;
using DermSchedule.Tests.Infrastructure;
using DermSchedule.Web.Tests.Infrastructure;

namespace DermSchedule.Web.Tests.Wizard;

/// <summary>Somebody who walks the wizard of the demo clinic without scripts: pages are fetched, forms are sent, redirects are followed.</summary>
internal sealed partial class Walker : IDisposable
{
    private readonly HttpClient client;

    public Walker(ClinicServer server)
    {
        using var known = server.CreateClient();
        client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = known.BaseAddress };
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
    }

    /// <summary>Where the last redirect led, or what was asked for.</summary>
    public string At { get; private set; } = "";

    /// <summary>The last page, as a browser reads its text.</summary>
    public string Page { get; private set; } = "";

    public HttpStatusCode Status { get; private set; }

    public HttpClient Client => client;

    public static Task<ClinicServer> Demo(params string[] with) =>
        ClinicServer.Start(Engine.Sqlite, ["Demo:Enabled=true", "Demo:Now=2026-12-01T06:00:00-05:00", .. with]);

    public async Task<string> Get(string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        await Take(path, answer);
        return Page;
    }

    /// <summary>Sends a form of the page that was fetched last, and follows where it leads.</summary>
    public async Task<string> Send(string path, string form, params (string Name, string Value)[] fields)
    {
        using var answer = await Post(path, form, fields);
        await Take(path, answer);
        return Page;
    }

    /// <summary>The bare answer.</summary>
    public async Task<HttpResponseMessage> Post(string path, string form, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative));
        var all = fields.Append(("_handler", form)).Append(("__RequestVerificationToken", Token().Match(Page).Groups["found"].Value));
        request.Content = new FormUrlEncodedContent(all.Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        return await client.SendAsync(request);
    }

    /// <summary>The first step.</summary>
    public async Task SayWho(string who = "self", string clinic = "demo")
    {
        await Get($"/{clinic}/book");
        await Send($"/{clinic}/book", "about", ("for", who), ("kind", "new"), ("category", "medical"));
    }

    /// <summary>The second step.</summary>
    public Task<string> SayWhat(string concern = "", string words = "", string age = "", string clinic = "demo") =>
        Send($"/{clinic}/book/concern", "concern", ("concern", concern), ("words", words), ("age", age), ("act", "go"));

    /// <summary>Answers all questions on the page alike, but for those that are named.</summary>
    public Task<string> AnswerAll(string answer = "no", string clinic = "demo", params (string Question, string Answer)[] but) => Send(
        $"/{clinic}/book/questions", "questions",
        [.. Questions().Select(question => (question, but.FirstOrDefault(other => "q-" + other.Question == question).Answer ?? answer)), ("act", "go")]);

    public IReadOnlyList<string> Questions() => [.. Question().Matches(Page).Select(match => match.Groups["found"].Value).Distinct()];

    /// <summary>Whoever of the demo staff manages the clinic.</summary>
    public static async Task<HttpClient> Manager(ClinicServer server, string practice)
    {
        var staff = server.CreateClient();
        var all = await staff.GetFromJsonAsync<JsonElement>("/api/v1/demo/credentials");
        var owner = all.GetProperty("items").EnumerateArray().First(item => item.GetProperty("role").GetString() == "owner" && item.GetProperty("practice").GetString()!.Contains(practice, StringComparison.Ordinal));
        using var signedIn = await staff.PostAsJsonAsync("/api/v1/auth/token", new { email = owner.GetProperty("email").GetString(), password = owner.GetProperty("password").GetString() });
        signedIn.EnsureSuccessStatusCode();
        staff.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await signedIn.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString());
        return staff;
    }

    public void Dispose() => client.Dispose();

    private async Task Take(string path, HttpResponseMessage answer)
    {
        for (var hops = 0; hops < 6 && answer.Headers.Location is { } to; hops++)
        {
            path = to.IsAbsoluteUri ? to.PathAndQuery : to.ToString();
            answer = await client.GetAsync(new Uri(path.Split('#')[0], UriKind.Relative));
        }

        (At, Status, Page) = (path, answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<found>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();

    [GeneratedRegex("name=\"(?<found>q-[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Question();
}

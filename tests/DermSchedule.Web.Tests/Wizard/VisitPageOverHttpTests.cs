using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using DermSchedule.Web.Tests.Infrastructure;
using Xunit;

namespace DermSchedule.Web.Tests.Wizard;

/// <summary>The private page of a visit says first what is most pressing, and has one filled button (R-TR-5, R-TR-8).</summary>
public sealed class VisitPageOverHttpTests
{
    private const string Breathless = "I can't breathe and my lips are swollen";
    private const string Infected = "The wound from my surgery is full of pus, red and hot, and I have a fever.";
    private const string Changing = "The mole on my back got bigger and darker";

    [Fact]
    public async Task Emergency_answers_stay_in_sight_until_new_ones_take_their_place()
    {
        await using var server = await Walker.Demo();
        using var patient = new Walker(server);
        var link = await Booked(patient, "2026-12-07");
        await Answer(patient, link, Breathless);
        Assert.Equal("/demo/book/help", patient.At);

        // A mistake, and the page is left: they stand.
        await patient.Send("/demo/book/help", "mistake");
        await patient.Get(link);

        Assert.True(At(patient, "href=\"tel:911\"") < At(patient, "Will you come?"));
        Assert.Contains("btn-danger btn-l\" href=\"tel:911\"", patient.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("try to call you", patient.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("btn-primary", patient.Page, StringComparison.Ordinal);
        var visit = Value(patient, "href=\"/api/v1/appointments/").Split('/')[0];
        using var client = server.CreateClient();
        Assert.Equal("emergency", (await Shown(client, visit, link)).GetProperty("disposition").GetString());

        // The desk has the whole of it elsewhere.
        using var staff = await Walker.Manager(server, "");
        var desk = await Shown(staff, visit);
        Assert.False(desk.TryGetProperty("disposition", out var said) && said.ValueKind != JsonValueKind.Null);
        Assert.Equal("emergency", desk.GetProperty("triage").GetProperty("disposition").GetString());

        Assert.Contains($"href=\"{link}/questions\">Answer again</a>", patient.Page, StringComparison.Ordinal);
        await Answer(patient, link, "", concern: "acne");
        Assert.StartsWith(link, patient.At, StringComparison.Ordinal);
        await patient.Get(link);
        Assert.DoesNotContain("tel:911", patient.Page, StringComparison.Ordinal);
        Assert.Contains("btn-primary", patient.Page, StringComparison.Ordinal);
        await patient.Get(link + "/questions");
        Assert.Contains("There is nothing to answer", patient.Page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-12-01T06:00:00-05:00", false)]
    [InlineData("2026-12-01T11:00:00-05:00", true)]
    public async Task Answers_for_today_show_the_clinics_number_only_while_somebody_answers_it(string now, bool open)
    {
        await using var server = await Walker.Demo($"Demo:Now={now}");
        using var patient = new Walker(server);
        var link = await Booked(patient, "2026-12-07");
        await Answer(patient, link, Infected);
        Assert.Equal("/demo/book/help", patient.At);

        await patient.Get(link);

        Assert.Equal(open, patient.Page.Contains("btn-danger btn-l\" href=\"tel:", StringComparison.Ordinal));
        Assert.Equal(!open, patient.Page.Contains("The clinic is closed now. Go to an urgent care clinic", StringComparison.Ordinal));
        Assert.True(At(patient, "If it gets worse:") < At(patient, "Will you come?"));
        Assert.DoesNotContain("btn-primary", patient.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_visit_that_is_too_late_asks_for_another_time_first_and_the_move_begins_with_the_soonest()
    {
        await using var server = await Walker.Demo();
        using var patient = new Walker(server);
        var link = await Booked(patient, "2026-12-17");

        await patient.Get(link);
        Assert.Equal(1, patient.Page.Split("btn-primary").Length - 1);
        Assert.Contains($"btn-primary btn-l\" href=\"{link}/questions\"", patient.Page, StringComparison.Ordinal);

        await Answer(patient, link, Changing);
        await patient.Get(link);
        Assert.Contains($"btn-primary\" href=\"{link}/move\"", patient.Page, StringComparison.Ordinal);
        Assert.Equal(1, patient.Page.Split("btn-primary").Length - 1);
        Assert.True(At(patient, "btn-primary") < At(patient, "Will you come?"));
        Assert.Contains("does not make it soon enough", patient.Page, StringComparison.Ordinal);

        var seen = patient.Page[(At(patient, "name=\"seen\" value=\"") + 19)..];
        await patient.Send(link, "confirm", ("seen", seen[..seen.IndexOf('"', StringComparison.Ordinal)]));
        Assert.Contains("But it is later than it should be.", patient.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("We look forward to seeing you", patient.Page, StringComparison.Ordinal);

        await patient.Get(link + "/move");
        Assert.Contains("You should be seen by December", patient.Page, StringComparison.Ordinal);
        Assert.Contains("You only see times until", patient.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("Your time now", patient.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("start=2026-12-17", patient.Page, StringComparison.Ordinal);
        Assert.Contains("name=\"start\"", patient.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Right_after_booking_the_page_says_so_and_shows_the_only_key()
    {
        await using var server = await Walker.Demo();
        using var patient = new Walker(server);
        await patient.SayWho();
        await patient.SayWhat("acne");
        await PastQuestions(patient);
        await patient.Send("/demo/book/visit", "visit", ("visit", Value(patient, "name=\"visit\" value=\"")), ("act", "go"));
        await patient.Send("/demo/book/time", "hold", ("start", Value(patient, "name=\"start\" value=\"")));
        Assert.StartsWith("/demo/book/details", patient.At, StringComparison.Ordinal);
        Assert.Contains("form=\"details\" name=\"act\" value=\"book\" tabindex=\"-1\"", patient.Page, StringComparison.Ordinal);

        await patient.Send(
            "/demo/book/details", "details", ("held", Value(patient, "name=\"held\" value=\"")), ("sheet", Value(patient, "name=\"sheet\" value=\"")), ("for", "self"),
            ("firstName", "Ana"), ("lastName", "Ruiz"), ("birthMonth", "3"), ("birthDay", "14"), ("birthYear", "1988"), ("phone", "646 555 0187"), ("act", "book"));

        Assert.Equal("/demo/book/insurance", patient.At);
        Assert.Contains("<h1>You are booked</h1>", patient.Page, StringComparison.Ordinal);
        Assert.True(At(patient, "class=\"manage-url\"") < At(patient, "Your insurance card"));
        Assert.Contains("/m/", Value(patient, "class=\"manage-url\"><a href=\""), StringComparison.Ordinal);
        await patient.Get("/demo/book/done");
        Assert.Contains("You can add photos and your insurance card there until your visit.", patient.Page, StringComparison.Ordinal);
    }

    /// <summary>As a widget books: without the questions. The address of its page.</summary>
    private static async Task<string> Booked(Walker patient, string from)
    {
        var types = await patient.Client.GetFromJsonAsync<JsonElement>("/api/v1/clinics/demo/appointment-types?category=medical");
        var type = types.GetProperty("items").EnumerateArray().First(item => item.GetProperty("name").GetString() == "Rash visit").GetProperty("id").GetString();
        var free = await patient.Client.GetFromJsonAsync<JsonElement>($"/api/v1/clinics/demo/availability?appointmentTypeId={type}&from={from}&to=2026-12-24&patientKind=new");
        using var answer = await patient.Client.PostAsJsonAsync("/api/v1/clinics/demo/appointments", new
        {
            appointmentTypeId = type,
            start = free.GetProperty("days")[0].GetProperty("slots")[0].GetProperty("start").GetString(),
            patientKind = "new",
            patient = new { firstName = "Elena", lastName = "Vega", dateOfBirth = "1990-02-03", phone = "(646) 555-0142" },
        });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return "/m/" + (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("manageToken").GetString();
    }

    private static async Task Answer(Walker patient, string link, string words, string concern = "")
    {
        await patient.Get(link + "/questions");
        await patient.Send(link + "/questions", "who");
        Assert.Equal("/demo/book/concern", patient.At);
        await patient.SayWhat(concern, words);
        await PastQuestions(patient);
    }

    private static async Task PastQuestions(Walker patient)
    {
        for (var page = 0; page < 3 && patient.At.EndsWith("/questions", StringComparison.Ordinal); page++)
        {
            await patient.AnswerAll("no");
        }
    }

    /// <summary>As the contract shows it to whoever holds this key.</summary>
    private static async Task<JsonElement> Shown(HttpClient client, string visit, string? link = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"/api/v1/appointments/{visit}", UriKind.Relative));
        request.Headers.Authorization = link is null ? client.DefaultRequestHeaders.Authorization : new AuthenticationHeaderValue("Bearer", link[3..]);
        using var answer = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static int At(Walker patient, string text) => patient.Page.IndexOf(text, StringComparison.Ordinal) is var at and >= 0 ? at : int.MaxValue;

    private static string Value(Walker patient, string after)
    {
        var rest = patient.Page[(At(patient, after) + after.Length)..];
        return rest[..rest.IndexOf('"', StringComparison.Ordinal)];
    }
}

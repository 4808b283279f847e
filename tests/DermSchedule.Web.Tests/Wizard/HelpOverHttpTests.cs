using System.Net;
using System.Net.Http.Headers;
using System.Text;
using DermSchedule.Web.Tests.Infrastructure;
using Xunit;

namespace DermSchedule.Web.Tests.Wizard;

/// <summary>The page with the numbers on a bad line and in fear: nothing typed is lost, no dead end, nothing fetched twice (R-TR-8). And what is around it.</summary>
public sealed class HelpOverHttpTests : IAsyncLifetime
{
    private ClinicServer server = null!;

    public async ValueTask InitializeAsync() => server = await Walker.Demo();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task A_half_typed_number_and_name_survive_the_other_language()
    {
        using var patient = await InDanger();
        Assert.Contains("form=\"contact\" name=\"act\" value=\"es\"", patient.Page, StringComparison.Ordinal);

        await patient.Send("/demo/book/help", "contact", ("phone", "646 55"), ("firstName", "Ana"), ("act", "es"));

        Assert.Contains("Llame al 911 ahora", patient.Page, StringComparison.Ordinal);
        Assert.Contains("value=\"646 55\"", patient.Page, StringComparison.Ordinal);
        Assert.Contains("value=\"Ana\"", patient.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("phone-error", patient.Page, StringComparison.Ordinal);
        Assert.True(Encoding.UTF8.GetByteCount(patient.Page) < 50 * 1024);
        Assert.DoesNotContain("<script", patient.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_is_none_is_answered_by_a_redirect_so_that_Back_asks_nothing()
    {
        using var patient = await InDanger();

        using (var answer = await patient.Post("/demo/book/help", "contact", ("phone", "12"), ("firstName", "Ana")))
        {
            Assert.InRange((int)answer.StatusCode, 302, 303);
            Assert.EndsWith("/demo/book/help", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        }

        await patient.Get("/demo/book/help");
        Assert.Contains("id=\"phone-error\"", patient.Page, StringComparison.Ordinal);
        Assert.Contains("value=\"12\"", patient.Page, StringComparison.Ordinal);

        await patient.Send("/demo/book/help", "contact", ("phone", "646 555 0187"), ("firstName", "Ana"));
        Assert.DoesNotContain("id=\"phone\"", patient.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("phone-error", patient.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_that_sends_a_form_is_told_where_the_page_is_and_does_not_fetch_it()
    {
        using var patient = new Walker(server);
        await patient.SayWho();
        patient.Client.DefaultRequestHeaders.Add("X-Turbo-Request-Id", "one");

        using var answer = await patient.Post("/demo/book/concern", "concern", ("words", "I can't breathe"), ("act", "go"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("/demo/book/help", Assert.Single(answer.Headers.GetValues("X-Whole-Page")));
    }

    [Fact]
    public async Task Call_911_is_said_once_beside_what_to_do_if_it_gets_worse()
    {
        using var patient = new Walker(server);
        await patient.SayWho();
        await patient.SayWhat(words: "The wound from my surgery is full of pus, red and hot, and I have a fever.");

        for (var page = 0; page < 3 && patient.At.EndsWith("/questions", StringComparison.Ordinal); page++)
        {
            await patient.AnswerAll("no");
        }

        Assert.Equal("/demo/book/help", patient.At);
        var line = patient.Page[patient.Page.IndexOf("class=\"worse\"", StringComparison.Ordinal)..];
        Assert.Equal(1, line[..line.IndexOf("</p>", StringComparison.Ordinal)].Split("911</a>").Length - 1);
        Assert.DoesNotContain("call 911.</b>", line, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/demo/book/photos", "photo")]
    [InlineData("/demo/book/card", "front")]
    public async Task A_picture_from_a_form_without_a_token_is_refused_and_breaks_nothing(string path, string field)
    {
        using var patient = new Walker(server);
        await patient.SayWho();
        await patient.SayWhat("acne");

        for (var page = 0; page < 3 && patient.At.EndsWith("/questions", StringComparison.Ordinal); page++)
        {
            await patient.AnswerAll("no");
        }

        Assert.Equal("/demo/book/visit", patient.At);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative));
        using var picture = new ByteArrayContent([0xFF, 0xD8, 0xFF, 0xE0]);
        picture.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        request.Content = new MultipartFormDataContent { { picture, field, "x.jpg" } };
        request.Headers.Accept.Clear();
        request.Headers.Accept.ParseAdd("application/json");

        using var answer = await patient.Client.SendAsync(request);

        // Nothing is booked yet, so there is no card to add to.
        Assert.Equal(field == "photo" ? HttpStatusCode.BadRequest : HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Who_presses_too_often_sees_a_page_with_the_numbers_to_call()
    {
        await using var limited = await Walker.Demo("RateLimits:Enabled=true");
        using var patient = new Walker(limited);
        await patient.SayWho();

        for (var i = 0; i < 200 && patient.Status != HttpStatusCode.TooManyRequests; i++)
        {
            await patient.SayWhat("no such concern");
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, patient.Status);
        Assert.Contains("Too many tries", patient.Page, StringComparison.Ordinal);
        Assert.Contains("href=\"tel:911\"", patient.Page, StringComparison.Ordinal);
        Assert.Contains("</html>", patient.Page, StringComparison.Ordinal);
    }

    private async Task<Walker> InDanger()
    {
        var patient = new Walker(server);
        await patient.SayWho();
        await patient.SayWhat(words: "I can't breathe and my lips are swollen");
        Assert.Equal("/demo/book/help", patient.At);
        return patient;
    }
}

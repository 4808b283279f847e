using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DermSchedule.Triage;
using DermSchedule.Web.Tests.Infrastructure;
using DermSchedule.Web.Wizard;
using NodaTime;
using Xunit;

namespace DermSchedule.Web.Tests.Wizard;

/// <summary>What becomes of answers in the wizard, over HTTP and without scripts (domain.md 6).</summary>
public sealed class AnswersOverHttpTests : IAsyncLifetime
{
    private ClinicServer server = null!;

    public async ValueTask InitializeAsync() => server = await Walker.Demo();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task A_slip_in_the_answers_is_put_right_on_the_page_with_the_answers()
    {
        using var patient = new Walker(server);
        await patient.SayWho();
        await patient.SayWhat("rash");
        await patient.AnswerAll(but: ("breathing", "yes"));
        Assert.Equal("/demo/book/help", patient.At);

        await patient.Send("/demo/book/help", "mistake");
        Assert.Equal("/demo/book/concern", patient.At);
        await patient.SayWhat("rash");
        Assert.Equal("/demo/book/questions", patient.At);
        await patient.AnswerAll("no");

        Assert.Equal("/demo/book/visit", patient.At);
    }

    [Fact]
    public async Task A_calmer_answer_from_another_tab_does_not_talk_an_alarm_away()
    {
        using var patient = new Walker(server);
        await patient.SayWho();
        await patient.SayWhat("rash");
        var questions = patient.Page;

        // The other tab, with the same cookie.
        await patient.Get("/demo/book/concern");
        await patient.SayWhat(words: "I can't breathe and my lips are swollen");
        Assert.Equal("/demo/book/help", patient.At);

        Assert.Contains("q-breathing", questions, StringComparison.Ordinal);
        await patient.Send("/demo/book/questions", "questions", ("q-breathing", "no"), ("act", "go"));
        Assert.Equal("/demo/book/help", patient.At);
        await patient.Get("/demo/book/visit");
        Assert.Equal("/demo/book/help", patient.At);
    }

    [Fact]
    public void An_alarm_in_the_draft_gives_way_to_no_calmer_judgement_until_it_is_taken_back()
    {
        var (alarm, calm) = (Judged(Disposition.Emergency), Judged(Disposition.Routine));

        Assert.Equal(alarm, (Draft.Begin() with { Judged = alarm }).With(calm).Judged);
        Assert.Equal(calm, (Draft.Begin() with { TakenBack = alarm }).With(calm).Judged);
    }

    [Fact]
    public async Task A_number_and_a_mistake_sent_at_once_are_no_error()
    {
        using var patient = new Walker(server);

        for (var round = 0; round < 4; round++)
        {
            await patient.SayWho();
            await patient.SayWhat(words: $"I can't breathe {round}");
            Assert.Equal("/demo/book/help", patient.At);

            var answers = await Task.WhenAll(
                patient.Post("/demo/book/help", "contact", ("phone", "646 555 0187")),
                patient.Post("/demo/book/help", "mistake"),
                patient.Post("/demo/book/help", "contact", ("phone", "12")),
                patient.Post("/demo/book/help", "mistake"));

            Assert.All(answers, answer => Assert.InRange((int)answer.StatusCode, 200, 399));
            Array.ForEach(answers, answer => answer.Dispose());
            await patient.Get("/demo/book/concern");
        }
    }

    [Fact]
    public async Task Answers_are_nobodys_once_the_visit_is_for_somebody_else()
    {
        using var patient = new Walker(server);
        await patient.SayWho();
        await patient.SayWhat("rash");
        await patient.AnswerAll("no");
        Assert.Equal("/demo/book/visit", patient.At);

        await patient.SayWho("child");
        await patient.SayWhat("rash", age: "6");

        Assert.Equal("/demo/book/questions", patient.At);
        Assert.NotEmpty(patient.Questions());
        Assert.DoesNotContain("checked", patient.Page[patient.Page.IndexOf("ask", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_of_what_is_open_names_each_question_and_leads_to_it()
    {
        using var patient = new Walker(server);
        await patient.SayWho();
        await patient.SayWhat("rash");
        var first = patient.Questions()[0];
        var legend = patient.Page[patient.Page.IndexOf($"id=\"{first}\"", StringComparison.Ordinal)..];
        var words = legend[(legend.IndexOf("<legend class=\"leg\">", StringComparison.Ordinal) + 20)..legend.IndexOf("</legend>", StringComparison.Ordinal)];

        await patient.Send("/demo/book/questions", "questions", ("act", "go"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, patient.Status);
        Assert.Contains($"<a href=\"#{first}\">{words}</a>", patient.Page, StringComparison.Ordinal);
        Assert.DoesNotContain(">Choose an answer.</a>", patient.Page, StringComparison.Ordinal);
        Assert.Equal(1, patient.Page.Split("call 911").Length - 1);
    }

    [Fact]
    public async Task A_question_that_answers_lead_to_comes_below_those_that_were_asked_and_is_nobodys_mistake()
    {
        using var patient = new Walker(server);
        await patient.SayWho();
        await patient.SayWhat("infection", "It is hot and there is pus");
        var first = patient.Questions();

        await patient.AnswerAll(but: [("infected", "yes"), ("fever", "yes")]);

        Assert.Equal(first, patient.Questions().Take(first.Count));
        var more = Assert.Single(patient.Questions().Skip(first.Count));
        Assert.Contains("One more question", patient.Page, StringComparison.Ordinal);
        Assert.Contains($"{first.Count + 1} short questions", patient.Page, StringComparison.Ordinal);
        Assert.All(new[] { "<title>Error", "Choose an answer.", "aria-invalid", "error-h" }, error => Assert.DoesNotContain(error, patient.Page, StringComparison.Ordinal));
        Assert.Equal(first.Count, patient.Page.Split(" checked").Length - 1);
        Assert.True(patient.Page.IndexOf("One more question", StringComparison.Ordinal) < patient.Page.IndexOf($"id=\"{more}\"", StringComparison.Ordinal));

        // Left open it is asked for by name, and no other is.
        await patient.Send("/demo/book/questions", "questions", ("act", "go"));
        Assert.Contains($"href=\"#{more}\"", patient.Page, StringComparison.Ordinal);
        Assert.Equal(1, patient.Page.Split("href=\"#q-").Length - 1);

        await patient.Send("/demo/book/questions", "questions", (more, "no"), ("act", "go"));
        Assert.Equal("/demo/book/help", patient.At);
    }

    [Fact]
    public async Task The_Enter_key_says_what_the_page_understands()
    {
        using var patient = new Walker(server);
        await patient.SayWho();

        foreach (var (form, fields, leads) in new[]
        {
            ("concern", new[] { ("concern", "acne"), ("phone", "646 555 0187") }, "/demo/book/questions"),
            ("questions", [], "/demo/book/questions"),
        })
        {
            var enter = patient.Page[patient.Page.IndexOf("<button class=\"sr\"", StringComparison.Ordinal)..];
            Assert.StartsWith($"<button class=\"sr\" form=\"{form}\" name=\"act\"", enter, StringComparison.Ordinal);
            var says = enter[(enter.IndexOf("value=\"", StringComparison.Ordinal) + 7)..];

            await patient.Send($"/demo/book/{form}", form, [.. fields, ("act", says[..says.IndexOf('"', StringComparison.Ordinal)])]);

            Assert.Equal(leads, patient.At);
        }

        // It was handed in, with everything open: the page says so, and is not only drawn again.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, patient.Status);
    }

    [Theory]
    [InlineData("2 months", "fever since last night", "/demo/book/help")]
    [InlineData("7 semanas", "fiebre desde anoche", "/demo/book/help")]
    [InlineData("8 months", "dry skin on the cheeks", "/demo/book/questions")]
    public async Task A_babys_age_in_months_or_weeks_reaches_the_rules(string age, string words, string leads)
    {
        using var patient = new Walker(server);
        await patient.SayWho("child");

        await patient.SayWhat("rash", words, age);

        Assert.Equal(leads, patient.At);
        Assert.DoesNotContain("q-young_baby", patient.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_point_to_no_visit_are_not_said_to_fit_one()
    {
        using var patient = new Walker(server);
        await patient.SayWho();
        await patient.SayWhat(words: "something on my elbow, two months now");
        await PastQuestions(patient);
        Assert.Contains("Most people choose", patient.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("These fit your answers", patient.Page, StringComparison.Ordinal);
        Assert.True(patient.Page.IndexOf("Rash visit", StringComparison.Ordinal) < patient.Page.IndexOf("Full-body skin check", StringComparison.Ordinal));

        await patient.Get("/demo/book/concern");
        await patient.SayWhat("acne");
        await PastQuestions(patient);
        Assert.Contains("These fit your answers", patient.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_urgent_patient_is_told_why_the_days_end_and_a_later_day_is_answered_truly()
    {
        using var patient = new Walker(server);
        await ChooseUrgent(patient, "demo");

        await patient.Get("/demo/book/time?day=2026-12-20");

        Assert.Contains("within 14 days", patient.Page, StringComparison.Ordinal);
        Assert.Contains("This is the last day before it that has one.", patient.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("nearest day", patient.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("day=2026-12-01\" data-turbo-action=\"replace\" aria-current=\"date\"", patient.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Urgent_times_that_vanish_before_one_is_chosen_lead_to_help_and_to_a_task()
    {
        using var staff = await Walker.Manager(server, "");
        using var patient = new Walker(server);
        await ChooseUrgent(patient, "demo");
        Assert.StartsWith("/demo/book/time", patient.At, StringComparison.Ordinal);
        Assert.Equal(0, await UrgentTasks(staff));

        await CloseFor(staff, 40);
        await patient.Get("/demo/book/time");

        Assert.Equal("/demo/book/help", patient.At);
        Assert.Contains("You should be seen soon", patient.Page, StringComparison.Ordinal);
        Assert.Contains("name=\"phone\"", patient.Page, StringComparison.Ordinal);
        Assert.Equal(1, await UrgentTasks(staff));
        await patient.Get("/demo/book/time");
        Assert.Equal(1, await UrgentTasks(staff));
    }

    private static async Task ChooseUrgent(Walker patient, string clinic)
    {
        await patient.SayWho(clinic: clinic);
        await patient.SayWhat(words: "The mole on my back got bigger and darker", clinic: clinic);
        await PastQuestions(patient);
        Assert.Equal($"/{clinic}/book/visit", patient.At);
        var type = patient.Page[(patient.Page.IndexOf("name=\"visit\" value=\"", StringComparison.Ordinal) + 20)..];
        await patient.Send($"/{clinic}/book/visit", "visit", ("visit", type[..type.IndexOf('"', StringComparison.Ordinal)]), ("act", "go"));
    }

    private static async Task PastQuestions(Walker patient)
    {
        for (var page = 0; page < 3 && patient.At.EndsWith("/questions", StringComparison.Ordinal); page++)
        {
            await patient.AnswerAll("no");
        }
    }

    private static async Task CloseFor(HttpClient staff, int days)
    {
        var clinics = await staff.GetFromJsonAsync<JsonElement>("/api/v1/settings/clinics");
        var demo = clinics.GetProperty("items").EnumerateArray().First(clinic => clinic.GetProperty("slug").GetString() == "demo").GetProperty("id").GetString();
        var first = new LocalDate(2026, 12, 1);
        using var closed = await staff.PutAsJsonAsync($"/api/v1/settings/clinics/{demo}/holidays", new
        {
            items = Enumerable.Range(0, days).Select(day => new { date = first.PlusDays(day).ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture), name = "Closed" }),
        });
        Assert.True(closed.IsSuccessStatusCode, await closed.Content.ReadAsStringAsync());
    }

    private static async Task<int> UrgentTasks(HttpClient staff) =>
        (await staff.GetFromJsonAsync<JsonElement>("/api/v1/tasks")).GetProperty("items").EnumerateArray().Count(task => task.GetProperty("kind").GetString() == "urgent_without_time");

    private static JudgedAnswers Judged(Disposition disposition) => new(
        new TriageId(Guid.CreateVersion7()), "token", disposition, HasUrgentTime: true, [], [], [], [], Instant.FromUtc(2026, 12, 1, 12, 0), null, disposition.ToString());
}

using System.Net;
using DermSchedule.Web.Tests.Infrastructure;
using DermSchedule.Web.Wizard.Notices;
using Xunit;

namespace DermSchedule.Web.Tests.Wizard.Notices;

/// <summary>Whoever speaks another language learns in it that help is free, and whoever is treated badly where to turn (R-LA-2).</summary>
public sealed class NoticesTests
{
    private const int Languages = 15;
    private const string Phone = "(212) 555-0140";
    private static readonly string[] RightToLeft = ["aii", "ar", "fa", "ur", "yi"];
    private static readonly string[] Sources = ["confirmed", "confirmed, not the order", "unconfirmed"];
    private static readonly Dictionary<string, string> First = new(StringComparer.Ordinal) { ["HI"] = "ilo", ["ME"] = "fr", ["VT"] = "fr" };
    private const string ShownPhone = "\u2066(212)\u00a0555\u20110140\u2069";

    public static TheoryData<string> Addresses() => [.. LanguageNotices.States.Keys.Select(state => $"1 Main Street, Town, {state} 10001"), "Somewhere", ""];

    [Theory]
    [MemberData(nameof(Addresses))]
    public void Fifteen_languages_are_spoken_everywhere(string address)
    {
        var notices = LanguageNotices.For(address, Phone);

        Assert.Equal(Languages, notices.Select(notice => notice.Code).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(Languages, notices.Select(notice => notice.Text).Distinct(StringComparer.Ordinal).Count());
        Assert.All(notices, notice => Assert.Contains(ShownPhone, notice.Text, StringComparison.Ordinal));
        Assert.All(notices, notice => Assert.DoesNotContain("{", notice.Text, StringComparison.Ordinal));
        Assert.All(notices, notice => Assert.Matches("^[a-z]{2,3}(-[A-Z][a-z]{3})?$", notice.Code));
        Assert.All(notices, notice => Assert.Equal(RightToLeft.Contains(notice.Code), notice.RightToLeft));
        Assert.Equal(First.GetValueOrDefault(LanguageNotices.StateOf(address), "es"), notices[0].Code);
    }

    [Fact]
    public void Every_state_the_capital_and_Puerto_Rico_have_lists_of_their_own_and_no_sentence_lies_unused()
    {
        const string all = "AK AL AR AZ CA CO CT DC DE FL GA HI IA ID IL IN KS KY LA MA MD ME MI MN MO MS MT NC ND NE NH NJ NM NV NY OH OK OR PA PR RI SC SD TN TX UT VA VT WA WI WV WY";

        Assert.Equal(all.Split(' '), LanguageNotices.States.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(LanguageNotices.Languages.Order(StringComparer.Ordinal), LanguageNotices.States.Values.SelectMany(state => state.Languages.Split(' ')).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_nobody_could_confirm_is_named_for_whoever_runs_a_clinic_there()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "translations.md"));
        string Row(string source) => string.Join(", ", LanguageNotices.States.Where(state => state.Value.Source == source).Select(state => state.Key).Order(StringComparer.Ordinal));

        Assert.All(LanguageNotices.States.Values, state => Assert.Contains(state.Source, Sources));
        Assert.All(Sources, source => Assert.Contains($"| {source} | {Row(source)} |", page, StringComparison.Ordinal));
        Assert.Contains($"{LanguageNotices.Languages.Count} sentences", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_state_gets_its_own_languages_and_not_those_of_another()
    {
        Assert.Contains(LanguageNotices.For("2 Road, Phoenix, AZ 85004", Phone), notice => notice.Code == "nv");
        Assert.DoesNotContain(LanguageNotices.For("2 Road, New York, NY 10011", Phone), notice => notice.Code == "nv");
    }

    [Theory]
    [InlineData("214 West 17th Street, New York, NY 10011", "NY")]
    [InlineData("1 IL 60601 Road, Phoenix, AZ\u00a085004-1234", "AZ")]
    [InlineData("1 Main Street", "")]
    [InlineData("12345 Main Street", "")]
    [InlineData("12 Ohio", "")]
    [InlineData("", "")]
    [InlineData("Ny 10011", "NY")]
    [InlineData("2 road, phoenix, az 85004-1234", "AZ")]
    [InlineData("2 Road, Phoenix, Arizona 85004", "AZ")]
    [InlineData("2 Road, Charleston, west  virginia, 25301", "WV")]
    [InlineData("350 Fifth Avenue, New York, N.Y. 10118", "NY")]
    [InlineData("12 Delaware Avenue, Washington, D.C. 20001, USA", "DC")]
    [InlineData("12345 Main Street, Portland, Maine", "ME")]
    [InlineData("10 Broadway, Portland, OR, U.S.A.", "OR")]
    [InlineData("1 Calle Luna, San Juan, Puerto Rico 00901 Suite 12345", "PR")]
    [InlineData("1 Main Street, Barcelona 08001", "")]
    [InlineData("1 Main Street, Toronto, ON M5V 2T6", "")]
    public void The_state_is_what_stands_before_the_postal_code_or_last(string address, string state) => Assert.Equal(state, LanguageNotices.StateOf(address));

    [Fact]
    public void What_runs_from_right_to_left_says_so() =>
        Assert.Equal(["ar", "ur", "yi"], LanguageNotices.For("New York, NY 10011", Phone).Where(notice => notice.RightToLeft).Select(notice => notice.Code).Order(StringComparer.Ordinal));

    [Fact]
    public void Nobody_takes_them_for_reviewed() => Assert.StartsWith("waits for review", LanguageNotices.Status, StringComparison.Ordinal);

    [Fact]
    public async Task Every_page_of_a_clinic_leads_to_the_notices_in_both_languages()
    {
        await using var server = await ClinicServer.Start(with: ["Demo:Enabled=true"]);
        using var client = server.CreateClient();

        foreach (var (language, head, accessible) in new[] { ("en", "Equal treatment", "A site for everybody"), ("es", "Trato igual", "Un sitio para todas las personas") })
        {
            var landing = await client.GetStringAsync($"/demo?lang={language}");
            var notices = await client.GetStringAsync($"/demo/notices?lang={language}");
            var accessibility = await client.GetStringAsync($"/demo/accessibility?lang={language}");

            Assert.Contains("href=\"/demo/notices\"", landing, StringComparison.Ordinal);
            Assert.Contains("href=\"/demo/accessibility\"", landing, StringComparison.Ordinal);
            Assert.Contains(head, notices, StringComparison.Ordinal);
            Assert.Contains("lang=\"yi\" dir=\"rtl\"", notices, StringComparison.Ordinal);
            Assert.Contains("tel:18003681019", notices, StringComparison.Ordinal);
            Assert.Contains(accessible, accessibility, StringComparison.Ordinal);
        }

        using var unknown = await client.GetAsync("/no-such-clinic/notices");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task The_front_page_asks_nothing_of_another_site_and_claims_no_figure_of_its_own()
    {
        await using var server = await ClinicServer.Start(with: ["Demo:Enabled=true"]);
        using var client = server.CreateClient();

        var page = await client.GetStringAsync("/demo?lang=en");

        Assert.DoesNotContain("src=\"http", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<iframe", page, StringComparison.Ordinal);
        Assert.All(new[] { "%", "insurance", "two minutes", "$" }, claim => Assert.DoesNotContain(claim, Readability.Text(page), StringComparison.OrdinalIgnoreCase));
        Assert.Contains("href=\"tel:911\"", page, StringComparison.Ordinal);
        Assert.Contains("/demo/book?category=medical", page, StringComparison.Ordinal);
        Assert.Contains("/demo/book?category=cosmetic", page, StringComparison.Ordinal);
    }
}

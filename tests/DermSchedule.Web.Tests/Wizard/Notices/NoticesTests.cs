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
    private const string ShownPhone = "\u2066(212)\u00a0555\u20110140\u2069";

    public static TheoryData<string> Addresses() => [.. LanguageNotices.States.Select(state => $"1 Main Street, Town, {state} 10001"), "1 Main Street, Fargo, ND 58102", "Somewhere", ""];

    [Theory]
    [MemberData(nameof(Addresses))]
    public void Fifteen_languages_are_spoken_everywhere(string address)
    {
        var notices = LanguageNotices.For(address, Phone);

        Assert.Equal(Languages, notices.Select(notice => notice.Code).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(Languages, notices.Select(notice => notice.Text).Distinct(StringComparer.Ordinal).Count());
        Assert.All(notices, notice => Assert.Contains(ShownPhone, notice.Text, StringComparison.Ordinal));
        Assert.All(notices, notice => Assert.DoesNotContain("{", notice.Text, StringComparison.Ordinal));
        Assert.Equal("es", notices[0].Code);
    }

    [Fact]
    public void The_states_of_the_demo_and_Illinois_have_lists_of_their_own() => Assert.Equal(["AZ", "IL", "NY"], LanguageNotices.States.Order(StringComparer.Ordinal));

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
    [InlineData("Ny 10011", "")]
    public void The_state_is_the_two_letters_before_the_postal_code(string address, string state) => Assert.Equal(state, LanguageNotices.StateOf(address));

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

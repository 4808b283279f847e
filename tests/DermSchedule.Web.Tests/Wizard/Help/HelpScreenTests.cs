using System.Text;
using System.Text.RegularExpressions;
using DermSchedule.Triage;
using DermSchedule.Web.Tests.Infrastructure;
using DermSchedule.Web.Ui;
using DermSchedule.Web.Wizard.Help;
using Xunit;

namespace DermSchedule.Web.Tests.Wizard.Help;

/// <summary>The page for whoever may be in danger says the right thing in every situation, in both languages, and is there without anything to load.</summary>
public sealed partial class HelpScreenTests : IAsyncLifetime
{
    private const int MostBytes = 50_000;
    private const double HighestGrade = 6;
    private const double LowestEase = 65;
    private const int LongestSentence = 18;
    private static readonly string Phone = HelpView.Display("+16465550187");
    private PageHost host = null!;

    public static MatrixTheoryData<int, string> All => new(Enumerable.Range(0, HelpProbe.Situations.Count), ["en", "es"]);

    public async ValueTask InitializeAsync() => host = await PageHost.Start();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Theory]
    [MemberData(nameof(All))]
    public async Task Nothing_has_to_be_loaded_but_one_small_sheet(int number, string language)
    {
        var page = await Page(number, language);

        Assert.All(new[] { "<script", "woff", "icons.svg", "<img", "preload", "fonts.css", "components.css", " style=" }, word => Assert.DoesNotContain(word, page, StringComparison.OrdinalIgnoreCase));
        Assert.Equal("css/help.css", Assert.Single(Sheet().Matches(page)).Groups["file"].Value);
        Assert.InRange(Encoding.UTF8.GetByteCount(page) + Size("css/help.css") + Size("mark.svg"), 1, MostBytes);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_call_is_promised_only_where_a_number_is_known_and_somebody_is_there(int number, string language)
    {
        var (view, page, t) = (HelpProbe.Situations[number], await Page(number, language), Words(language));

        var promised = page.Contains(t.HelpWillTryToCall(Phone), StringComparison.Ordinal);
        var later = page.Contains(t.HelpCallWhenOpen(Phone), StringComparison.Ordinal);

        Assert.Equal(view.ContactPhone is not null && view.Door.IsOpen, promised);
        Assert.Equal(view.ContactPhone is not null && !view.Door.IsOpen && view.Disposition == Disposition.Urgent, later);
        Assert.Equal(view.ContactPhone is null, page.Contains("name=\"phone\"", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Nobody_is_sent_to_a_closed_door(int number, string language)
    {
        var (view, page) = (HelpProbe.Situations[number], await Page(number, language));

        Assert.Equal(view.Door.IsOpen, page.Contains("tel:+12125550140", StringComparison.Ordinal));
        Assert.Equal(!view.Door.IsOpen && view.Door.AfterHoursPhone is not null, page.Contains("tel:+12125550199", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task The_number_that_helps_most_comes_first(int number, string language)
    {
        var (view, page, t) = (HelpProbe.Situations[number], await Page(number, language), Words(language));
        var first = Number().Match(page).Groups["phone"].Value;

        Assert.Contains("tel:911", page, StringComparison.Ordinal);
        Assert.Contains(t.HelpNotAdvice, page, StringComparison.Ordinal);
        Assert.Contains(t.HelpMistakeGo, page, StringComparison.Ordinal);

        switch (view)
        {
            case { Disposition: Disposition.Emergency }:
                Assert.Contains("<span>" + t.HelpCall911Now + "</span>", page, StringComparison.Ordinal);
                Assert.Equal("911", first);
                break;
            case { Disposition: Disposition.SameDay, Door.IsOpen: true }:
                Assert.Contains(t.HelpCallClinicNow, page, StringComparison.Ordinal);
                Assert.Equal("+12125550140", first);
                break;
            case { Disposition: Disposition.SameDay }:
                Assert.Contains(t.HelpClosedToday, page, StringComparison.Ordinal);
                Assert.DoesNotContain(t.HelpCallClinicNow, page, StringComparison.Ordinal);
                break;
            default:
                Assert.Contains(t.HelpNoTime, page, StringComparison.Ordinal);
                Assert.DoesNotContain("tel:988", page, StringComparison.Ordinal);
                break;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task It_reads_like_a_text_of_the_sixth_grade(int number, string language)
    {
        var text = Readability.Text(await Page(number, language));

        Assert.InRange(Readability.LongestSentence(text), 1, LongestSentence);

        if (language == "en")
        {
            Assert.InRange(Readability.EnglishGrade(text), -4, HighestGrade);
        }
        else
        {
            Assert.InRange(Readability.SpanishEase(text), LowestEase, 130);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task The_other_language_is_one_press_away_and_the_page_names_its_own(int number, string language)
    {
        var page = await Page(number, language);

        Assert.Contains($"<html lang=\"{language}\"", page, StringComparison.Ordinal);
        var other = language == "en" ? "es" : "en";
        var asks = page.Contains("name=\"phone\"", StringComparison.Ordinal);
        Assert.Contains(asks ? $"form=\"contact\" name=\"act\" value=\"{other}\"" : $"href=\"?lang={other}\"", page, StringComparison.Ordinal);
        Assert.Contains("content=\"noindex, nofollow\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HelpProbe.Allergic, true, false, false)]
    [InlineData(HelpProbe.InCrisis, false, true, false)]
    [InlineData(HelpProbe.Poisoned, false, false, true)]
    [InlineData(0, false, false, false)]
    public async Task What_fits_one_danger_is_not_said_in_another(int number, bool pen, bool crisis, bool poison)
    {
        var (page, t) = (await Page(number, "en"), Words("en"));

        Assert.Equal(pen, page.Contains(t.HelpEpinephrine, StringComparison.Ordinal));
        Assert.Equal(crisis, page.Contains(t.HelpNotAlone, StringComparison.Ordinal));
        Assert.Equal(crisis, page.Contains("class=\"btn big \" href=\"tel:988\"", StringComparison.Ordinal));
        Assert.Equal(poison, page.Contains("class=\"btn big \" href=\"tel:18002221222\"", StringComparison.Ordinal));
        Assert.Contains("tel:988", page, StringComparison.Ordinal);
        Assert.Contains("tel:18002221222", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public async Task Nobody_who_may_hurt_themselves_is_told_to_gather_medicines(string language)
    {
        var t = Words(language);

        Assert.DoesNotContain(t.HelpMedicines, await Page(HelpProbe.InCrisis, language), StringComparison.Ordinal);
        Assert.Contains(t.HelpMedicines, await Page(HelpProbe.Allergic, language), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "<span>Call&#xA0;988</span>", "call or text&#xA0;988")]
    [InlineData("es", "<span>Llamar al&#xA0;988</span>", "llame o mande un texto al&#xA0;988")]
    public async Task The_crisis_line_keeps_its_number_in_one_piece_and_takes_texts(string language, string button, string line)
    {
        Assert.Contains(button, (await Page(HelpProbe.InCrisis, language)).Replace("\u00a0", "&#xA0;", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains(line, (await Page(0, language)).Replace("\u00a0", "&#xA0;", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_and_said_is_text_and_nothing_else()
    {
        Assert.Contains("&lt;b&gt;trouble breathing&lt;/b&gt;", await Page(HelpProbe.Allergic, "en"), StringComparison.Ordinal);

        var wrong = await Page(HelpProbe.WrongNumber, "en");

        Assert.Contains("value=\"&lt;555\"", wrong, StringComparison.Ordinal);
        Assert.Contains("aria-invalid=\"true\"", wrong, StringComparison.Ordinal);
        Assert.Contains("Enter 10 digits", wrong, StringComparison.Ordinal);
        Assert.Contains("<title>Error: ", wrong, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The cat sat on the mat.", -2, 0)]
    [InlineData("Notwithstanding considerable dermatological uncertainty, individuals experiencing generalized manifestations necessitate immediate hospitalization.", 20, 60)]
    public void The_measure_of_English_tells_easy_from_hard(string text, double from, double to) => Assert.InRange(Readability.EnglishGrade(text), from, to);

    [Theory]
    [InlineData("Llame al 911 ahora. No maneje.", 70, 120)]
    [InlineData("Independientemente de consideraciones dermatológicas, las manifestaciones generalizadas necesitan hospitalización inmediata.", -200, 20)]
    public void The_measure_of_Spanish_tells_easy_from_hard(string text, double from, double to) => Assert.InRange(Readability.SpanishEase(text), from, to);

    [Theory]
    [InlineData("día", 2)]
    [InlineData("ayuda", 3)]
    [InlineData("clínica", 3)]
    [InlineData("guía", 2)]
    [InlineData("que", 1)]
    [InlineData("envenenamiento", 6)]
    [InlineData("y", 1)]
    public void Spanish_syllables_are_counted_as_spoken(string word, int syllables) => Assert.Equal(syllables, Readability.SpanishSyllables(word));

    private static Texts Words(string language) => new(Texts.Of(language)!.Value);

    private static long Size(string file) => new FileInfo(Path.Combine(Repository.Root, "src", "DermSchedule.Web", "wwwroot", file)).Length;

    private Task<string> Page(int number, string language) => host.Get($"/probe/help/{number}?lang={language}");

    [GeneratedRegex("rel=\"stylesheet\" href=\"/(?<file>[^\"]+)\"", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Sheet();

    [GeneratedRegex("href=\"tel:(?<phone>[^\"]+)\"", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Number();
}

using System.Security.Cryptography;
using System.Text;
using DermSchedule.Consents;
using Xunit;

namespace DermSchedule.Tests.Consents;

/// <summary>What people agreed to stays what they read.</summary>
public sealed class ConsentTextsTests
{
    /// <summary>
    /// Of every version that was ever shown. A version that is here does not change any more: other words are a version of their own, with a line of its own
    /// at the end of this list.
    /// </summary>
    private static readonly string[] Shown =
    [
        "01778c308b21d05714a8097cf71a12ad475f7cd749a7ea823445e82740633bba",
        "48876d0ba7468847107eef0d26ba88c0a2798b7db87dd5bf016003b069113644",
    ];

    [Fact]
    public void Words_that_were_shown_change_only_by_a_new_version() =>
        Assert.Equal(Shown, ConsentTexts.VisitTexts.Select(wording => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{wording.English}\n{wording.Spanish}")))));

    [Fact]
    public void Versions_are_counted_and_name_the_clinic_in_both_languages()
    {
        Assert.Equal(Enumerable.Range(1, Shown.Length), ConsentTexts.VisitTexts.Select(wording => wording.Version));
        Assert.All(ConsentTexts.VisitTexts, wording => Assert.All([wording.English, wording.Spanish], words => Assert.StartsWith("{0} ", words, StringComparison.Ordinal)));
        Assert.All(ConsentTexts.VisitTexts, wording => Assert.All([wording.English, wording.Spanish], words => Assert.Contains("STOP", words, StringComparison.Ordinal)));
    }

    [Fact]
    public void Beside_a_number_it_is_this_one_and_without_one_the_words_say_which()
    {
        Assert.All([ConsentTexts.Today.English, ConsentTexts.Today.Spanish], words => Assert.Matches("this number|este número", words));
        Assert.All([ConsentTexts.TodayOfOtherVisit.English, ConsentTexts.TodayOfOtherVisit.Spanish], words => Assert.Matches("the phone number of your other visit|número de teléfono de su otra visita", words));
    }

    [Theory]
    [InlineData("1.en", "en")]
    [InlineData("1.es", "es")]
    public void A_form_says_by_a_mark_what_it_showed(string mark, string language)
    {
        var text = ConsentTexts.Shown(mark, "Lake {0} Skin");

        Assert.Equal((1, language, mark), (text!.Version, text.Language, text.Mark));
        Assert.StartsWith("Lake {0} Skin ", text.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("0.en")]
    [InlineData("1.fr")]
    [InlineData("999.en")]
    public void A_mark_that_is_none_of_ours_showed_nothing(string? mark) => Assert.Null(ConsentTexts.Shown(mark, "Lake"));
}

using System.Net;
using System.Text.RegularExpressions;

namespace DermSchedule.Web.Tests.Infrastructure;

/// <summary>
/// How hard a page is to read, from its words alone: Flesch and Kincaid's school grade for English, the Szigriszt index on the INFLESZ scale for Spanish
/// (65 and above: fairly easy). Both count letters and sentences and know nothing of sense; they keep out long words and long sentences.
/// </summary>
internal static partial class Readability
{
    private const string EnglishVowels = "aeiouy";
    private const string SpanishVowels = "aeiouáéíóúü";
    private const string Strong = "aeoáéóíú";

    /// <summary>What is read of a page: its main part, each block a sentence of its own. Numbers and addresses are dialled, not read.</summary>
    public static string Text(string html)
    {
        var main = MainPart().Match(html).Groups["main"].Value;
        var blocks = BlockEnd().Replace(Hidden().Replace(main, " "), ". ");
        return WebUtility.HtmlDecode(Tag().Replace(blocks, " ")).Replace('\u00a0', ' ');
    }

    public static double EnglishGrade(string text)
    {
        var (sentences, words) = Count(text);
        return (0.39 * words.Count / sentences) + (11.8 * words.Sum(EnglishSyllables) / words.Count) - 15.59;
    }

    public static double SpanishEase(string text)
    {
        var (sentences, words) = Count(text);
        return 206.835 - (62.3 * words.Sum(SpanishSyllables) / words.Count) - ((double)words.Count / sentences);
    }

    /// <summary>Words of the longest sentence: an easy page hides one hard sentence from an average.</summary>
    public static int LongestSentence(string text) => SentenceEnd().Split(text).Max(sentence => Word().Count(sentence));

    public static int EnglishSyllables(string word)
    {
        var lower = word.ToLowerInvariant();
        var groups = Groups(lower, EnglishVowels);
        var silent = (lower.EndsWith('e') && !lower.EndsWith("le", StringComparison.Ordinal) && !lower.EndsWith("ee", StringComparison.Ordinal))
            || (lower.EndsWith("ed", StringComparison.Ordinal) && lower.Length > 3 && lower[^3] is not ('t' or 'd'));
        return Math.Max(1, silent ? groups - 1 : groups);
    }

    /// <summary>Two strong vowels side by side are two syllables, a weak one beside another vowel is none of its own; an accent makes it strong.</summary>
    public static int SpanishSyllables(string word)
    {
        var lower = word.ToLowerInvariant().Replace("qu", "q", StringComparison.Ordinal).Replace("gue", "ge", StringComparison.Ordinal).Replace("gui", "gi", StringComparison.Ordinal);
        var count = 0;

        for (var i = 0; i < lower.Length; i++)
        {
            if (SpanishVowels.Contains(lower[i], StringComparison.Ordinal))
            {
                var begins = i == 0 || !SpanishVowels.Contains(lower[i - 1], StringComparison.Ordinal);
                count += begins || (Strong.Contains(lower[i], StringComparison.Ordinal) && Strong.Contains(lower[i - 1], StringComparison.Ordinal)) ? 1 : 0;
            }
            else if (lower[i] == 'y' && i == lower.Length - 1 && i == 0)
            {
                count++;
            }
        }

        return Math.Max(1, count);
    }

    private static int Groups(string word, string vowels) =>
        word.Where((letter, i) => vowels.Contains(letter, StringComparison.Ordinal) && (i == 0 || !vowels.Contains(word[i - 1], StringComparison.Ordinal))).Count();

    private static (int Sentences, List<string> Words) Count(string text)
    {
        var sentences = SentenceEnd().Split(text).Select(sentence => Word().Matches(sentence).Select(match => match.Value).ToList()).Where(words => words.Count > 0).ToList();
        return (Math.Max(1, sentences.Count), [.. sentences.SelectMany(words => words)]);
    }

    [GeneratedRegex("<main[^>]*>(?<main>.*)</main>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex MainPart();

    [GeneratedRegex("<svg\\b.*?</svg>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Hidden();

    [GeneratedRegex("</(p|h1|h2|h3|li|a|button|label|legend|dt|dd|span)>", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex BlockEnd();

    [GeneratedRegex("<[^>]*>", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Tag();

    // A colon opens what is meant; before a list of signs it is still the same sentence.
    [GeneratedRegex("[.?!]+(?=\\s|$)", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex("\\p{L}+(?:['’]\\p{L}+)?", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Word();
}

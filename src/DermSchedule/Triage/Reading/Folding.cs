using System.Globalization;
using System.Text;

namespace DermSchedule.Triage;

/// <summary>
/// Text to plain lower-case words: accents, letter disguises, typographic quotes, emoji and invisible characters are gone, positions of the original are kept.
/// One pass, and nothing in it depends on the text being well formed.
/// </summary>
internal static class Folding
{
    /// <summary>Longer "words" are noise; no cue is near that long.</summary>
    private const int LongestWord = 40;

    private const string Apostrophes = "'’‘`´ʼ";

    public static IReadOnlyList<FoldedWord> Words(string text, IReadOnlyDictionary<string, string> emoji)
    {
        var words = new WordCollector();
        for (var at = 0; at < text.Length && at < TriageSheet.LongestSymptoms;)
        {
            var known = Rune.TryGetRuneAt(text, at, out var rune);
            var length = known ? rune.Utf16SequenceLength : 1;
            if (!known)
            {
                words.Pause(Pause.None);
            }
            else if (emoji.TryGetValue(rune.ToString(), out var meaning))
            {
                words.Whole(meaning, at, length);
            }
            else
            {
                Take(words, text, rune, at, length);
            }

            at += length;
        }

        return words.Done();
    }

    private static void Take(WordCollector words, string text, Rune rune, int at, int length)
    {
        var category = Rune.GetUnicodeCategory(rune);
        if (category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format)
        {
            return;
        }

        if (Rune.IsLetterOrDigit(rune) || category == UnicodeCategory.OtherNumber)
        {
            foreach (var letter in Plain(rune))
            {
                words.Letter(letter, at, length, LongestWord);
            }
        }
        else if (rune.Value is '@' or '$' && words.IsOpen)
        {
            words.Letter(rune.Value == '@' ? 'a' : 's', at, length, LongestWord);
        }
        else if (Apostrophes.Contains((char)Math.Min(rune.Value, char.MaxValue), StringComparison.Ordinal) && words.IsOpen)
        {
            words.Letter('\'', at, length, LongestWord);
        }
        else
        {
            words.Pause(PauseOf(text, rune, at));
        }
    }

    private static string Plain(Rune rune)
    {
        if (rune.IsAscii)
        {
            return ((char)char.ToLowerInvariant((char)rune.Value)).ToString();
        }

        var plain = new StringBuilder();
        foreach (var part in Rune.ToLowerInvariant(rune).ToString().Normalize(NormalizationForm.FormKD).ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(part))
            {
                plain.Append(Disguises.GetValueOrDefault(part, part));
            }
        }

        return plain.ToString();
    }

    private static Pause PauseOf(string text, Rune rune, int at) => rune.Value switch
    {
        '?' or '¿' => rune.Value == '?' ? Pause.Question : Pause.Comma,
        '.' when at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]) => Pause.None,
        '.' when at + 1 < text.Length && text[at + 1] == '.' => Pause.Comma,
        '.' when at > 0 && text[at - 1] == '.' => Pause.Comma,
        '.' or '!' or ';' or '\n' or '\r' or '。' or '！' => Pause.Sentence,
        '…' or ',' or '(' or ')' or ':' or '—' or '–' or '，' => Pause.Comma,
        _ => Pause.None,
    };

    /// <summary>Letters of other alphabets that look like ours; a phone keyboard set to another language produces them.</summary>
    private static readonly Dictionary<char, char> Disguises = new()
    {
        ['а'] = 'a',
        ['е'] = 'e',
        ['о'] = 'o',
        ['р'] = 'p',
        ['с'] = 'c',
        ['х'] = 'x',
        ['і'] = 'i',
        ['ı'] = 'i',
        ['ø'] = 'o',
    };
}

using System.Globalization;
using System.Text;

namespace DermSchedule.Patients;

/// <summary>
/// Names as they are compared: case, accents, hyphens and spaces ignored (domain.md 1). Two spellings of one name give one key; no key is ever shown.
/// </summary>
internal static class NameKey
{
    private const int ShortestPrefix = 2;
    private const int LongestPrefix = 10;

    /// <summary>The letters of a name in lower case; the name itself where it has no letter, so that such names still differ.</summary>
    public static string Of(string name)
    {
        var letters = Letters(name);
        return letters.Length > 0 ? letters : name.Trim().ToLowerInvariant();
    }

    /// <summary>
    /// What a search by the beginning of any word of the name can find: its first two to ten letters, in Chinese, Japanese and Korean already its first character.
    /// There family and given name are written as one word, so both orders count as a word too.
    /// </summary>
    public static IReadOnlySet<string> Prefixes(string first, string last, string preferred) => new[] { first, last, preferred }
        .Concat(IsDense(first) && IsDense(last) ? [last + first, first + last] : [])
        .SelectMany(Words)
        .SelectMany(word => Enumerable.Range(1, LongestPrefix).Select(length => Beginning(word, length)).Where(IsSearched))
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>The words of a search, each cut to what is indexed; words of one letter of an alphabet find nothing and are left out.</summary>
    public static IReadOnlyList<string> Searched(string typed) =>
        [.. Split(typed).Select(Letters).Where(IsSearched).Select(word => Beginning(word, LongestPrefix)).Distinct(StringComparer.Ordinal)];

    private static bool IsSearched(string beginning) => beginning.Length >= ShortestPrefix || IsDense(beginning);

    /// <summary>Whole characters only: half of one is no text.</summary>
    private static string Beginning(string word, int length) => string.Concat(word.EnumerateRunes().Take(length));

    /// <summary>Whether the text begins with a character that says as much as a syllable or a word: Han, kana, Hangul, and what belongs to them.</summary>
    private static bool IsDense(string text) => Letters(text) is { Length: > 0 } letters && Rune.GetRuneAt(letters, 0).Value is
        (>= 0x1100 and <= 0x11ff) or (>= 0x3005 and <= 0x3007) or (>= 0x3041 and <= 0x30ff) or (>= 0x31f0 and <= 0x31ff) or (>= 0x3400 and <= 0x4dbf) or (>= 0x4e00 and <= 0x9fff)
        or (>= 0xf900 and <= 0xfaff) or (>= 0x20000 and <= 0x323af);

    /// <summary>Each word alone, and a hyphenated or spaced name as one word too: Garcia-Lopez is found by "lopez" and by "garcialo".</summary>
    private static IEnumerable<string> Words(string name) =>
        Split(name).Append(name).Select(Letters).Where(word => word.Length > 0).Distinct(StringComparer.Ordinal);

    private static string[] Split(string name) => name.Split([' ', '-', '\u2010', '\u2011', '\u00a0'], StringSplitOptions.RemoveEmptyEntries);

    private static string Letters(string name)
    {
        var letters = new StringBuilder(name.Length);

        foreach (var rune in WellFormed(name).Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Plain(rune) is { } plain)
            {
                letters.Append(plain);
            }
            else if (Belongs(rune))
            {
                letters.Append(Rune.ToLowerInvariant(rune).ToString());
            }
        }

        return letters.ToString();
    }

    // An accent is a mark of Latin, Greek or Cyrillic. The vowel signs of other scripts are marks too, and without them two names of twins are one.
    private static bool Belongs(Rune rune) => Rune.IsLetter(rune)
        || (rune.Value is < 0x300 or > 0x36f && Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);

    // Letters that Unicode does not take apart, as people type them on a keyboard without them.
    private static string? Plain(Rune rune) => rune.Value switch
    {
        'ø' or 'Ø' => "o",
        'ł' or 'Ł' => "l",
        'đ' or 'Đ' or 'ð' or 'Ð' => "d",
        'ı' => "i",
        'ß' or 'ẞ' => "ss",
        'æ' or 'Æ' => "ae",
        'œ' or 'Œ' => "oe",
        'þ' or 'Þ' => "th",
        _ => null,
    };

    // Half of a surrogate pair cannot be normalized; it becomes U+FFFD, which is no letter.
    private static string WellFormed(string name) => string.Concat(name.EnumerateRunes());
}

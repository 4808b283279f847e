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

    /// <summary>What a search by the beginning of any word of the name can find: its first two to ten letters.</summary>
    public static IReadOnlySet<string> Prefixes(params IEnumerable<string> names) => names
        .SelectMany(Words)
        .SelectMany(word => Enumerable.Range(ShortestPrefix, Math.Max(0, Math.Min(word.Length, LongestPrefix) - ShortestPrefix + 1)).Select(length => word[..length]))
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>The words of a search, each cut to what is indexed; words of one letter find nothing and are left out.</summary>
    public static IReadOnlyList<string> Searched(string typed) =>
        [.. Split(typed).Select(Letters).Where(word => word.Length >= ShortestPrefix).Select(word => word[..Math.Min(word.Length, LongestPrefix)]).Distinct(StringComparer.Ordinal)];

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

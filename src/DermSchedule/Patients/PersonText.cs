using System.Globalization;
using System.Text;

namespace DermSchedule.Patients;

/// <summary>What a text about a person may be made of.</summary>
internal static class PersonText
{
    private const int ZeroWidthNonJoiner = 0x200c;
    private const int ZeroWidthJoiner = 0x200d;

    /// <summary>Composed, trimmed, and with one space where somebody typed several.</summary>
    public static string Clean(string? typed)
    {
        // A lone half of a surrogate pair cannot be composed: U+FFFD takes its place and is refused as not visible.
        var wellFormed = string.Concat((typed ?? "").EnumerateRunes()).Normalize(NormalizationForm.FormC);
        return string.Join(' ', wellFormed.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    /// <summary>
    /// No control, format or unassigned characters: what turns the writing direction or hides text could make one name look like another on a screen.
    /// The two joiners stay, as Persian and Indian names are written with them.
    /// </summary>
    public static bool IsVisible(string text) => text.EnumerateRunes().Any(IsInk) && text.EnumerateRunes().All(rune => rune.Value is ZeroWidthNonJoiner or ZeroWidthJoiner
        || (rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
            or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)));

    /// <summary>The same for text of several lines: notes, an address.</summary>
    public static bool IsVisibleLines(string text) => text.Split('\n').All(line => line.Trim('\r', '\t', ' ') is { } rest && (rest.Length == 0 || IsVisible(rest.Replace('\t', ' '))));

    /// <summary>At most so many characters as people count them: a letter with its accents is one, though not with a tower of them.</summary>
    public static bool IsWithin(string text, int longest) => text.Length <= 4 * longest && new StringInfo(text).LengthInTextElements <= longest;

    /// <summary>Syntax only: whether it arrives, the delivery report says. At most 254 characters (RFC 5321).</summary>
    public static bool IsEmail(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);

        if (text.Length > 254 || at is < 1 or > 64 || text.LastIndexOf('@') != at)
        {
            return false;
        }

        return Dotted(text[..at], IsLocal) && text[(at + 1)..].Contains('.', StringComparison.Ordinal)
            && Dotted(text[(at + 1)..], IsDomain) && text[(at + 1)..].Split('.').All(label => label.Length <= 63 && label[0] != '-' && label[^1] != '-');
    }

    private static bool Dotted(string text, Func<char, bool> allowed) => text.Split('.').All(part => part.Length > 0 && part.All(allowed));

    private static bool IsLocal(char c) => char.IsLetterOrDigit(c) || "!#$%&'*+-/=?^_`{|}~".Contains(c, StringComparison.Ordinal);

    private static bool IsDomain(char c) => char.IsLetterOrDigit(c) || c == '-';

    private static bool IsInk(Rune rune) => Rune.IsLetterOrDigit(rune) || Rune.IsPunctuation(rune) || Rune.IsSymbol(rune);
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace DermSchedule.Web.Wizard;

/// <summary>
/// How old a child is, as parents say it: "4", "6 months", "18 m", "10 semanas". A few weeks decide how fever is judged, so months are not lost in "0 years".
/// </summary>
/// <param name="Years">Whole years.</param>
/// <param name="Months">Whole months of a small child; null where years were said.</param>
public sealed partial record ChildAge(int Years, int? Months)
{
    public const string YearsWord = "years";
    public const string MonthsWord = "months";

    private const int OldestYears = 130;

    // Older children are counted in years, whatever was typed.
    private const int MostMonths = 35;

    /// <summary>Null where nothing was said, or nothing that is an age.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="unit">What was chosen beside it; what is typed wins.</param>
    public static ChildAge? Read(string text, string unit)
    {
        if (Newborn().IsMatch(text))
        {
            return new ChildAge(0, 0);
        }

        if (Typed().Match(text) is not { Success: true } said || !int.TryParse(said.Groups["n"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            return null;
        }

        int? months = said.Groups switch
        {
            var it when it["d"].Success => count * 12 / 365,
            var it when it["w"].Success => count * 12 / 52,
            var it when it["m"].Success => count,
            var it when it["y"].Success => null,
            _ => unit == MonthsWord ? count : null,
        };

        return (months / 12 ?? count) is var years && years > OldestYears ? null : new ChildAge(years, months <= MostMonths ? months : null);
    }

    [GeneratedRegex(@"^\s*(?<n>\d{1,4})\s*(?:(?<d>d|days?|d[ií]as?)|(?<w>w|wks?|weeks?|sem|semanas?)|(?<m>m|mo|mos|months?|mes|meses)|(?<y>y|yrs?|years?|a|a[nñ]os?))?\.?\s*(?:old|de edad)?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Typed();

    [GeneratedRegex(@"^\s*(?:new\s?born|reci[eé]n nacid[oa])\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Newborn();
}

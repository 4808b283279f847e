namespace DermSchedule.Triage;

/// <summary>
/// Points of a pigmented spot. The weighted seven-point list counts a change in size, an irregular shape and an irregular colour twice; 7 mm or more, inflammation, oozing or
/// bleeding, and a changed feeling once (NICE NG12 as quoted in triage.md 2). ABCDE counts each letter once.
/// </summary>
internal static class AssessSpot
{
    public const string Flag = "changing_spot";

    /// <summary>The reason for a visit that leads to the questions about spots.</summary>
    public const string Concern = "spot";

    /// <summary>From here on a visit within 14 days.</summary>
    public const int Threshold = 3;

    /// <summary>What is seen within 14 days as a spot, a lump or a sore.</summary>
    public static readonly IReadOnlyList<string> Flags = [Flag, "fast_lump", "slow_sore", "spot_bled"];

    private static readonly (string Sign, int Points)[] Weighted =
    [
        ("spot_grew", 2), ("spot_shape", 2), ("spot_color", 2), ("spot_large", 1), ("spot_red", 1), ("spot_bled", 1), ("spot_feels", 1),
    ];

    private static readonly string[][] Letters = [["spot_shape"], ["spot_border", "spot_shape"], ["spot_color"], ["spot_large"], ["spot_changed", "spot_grew"]];

    public static LesionScore? Score(Findings findings)
    {
        var criteria = Weighted.Select(point => point.Sign).Concat(Letters.SelectMany(letter => letter)).Distinct(StringComparer.Ordinal).Where(sign => Holds(findings, sign)).ToList();
        return criteria.Count == 0
            ? null
            : new LesionScore(Letters.Count(letter => Array.Exists(letter, sign => Holds(findings, sign))), Weighted.Where(point => Holds(findings, point.Sign)).Sum(point => point.Points), criteria);
    }

    private static bool Holds(Findings findings, string sign) => findings.Of(sign) >= Strength.Unsure;
}

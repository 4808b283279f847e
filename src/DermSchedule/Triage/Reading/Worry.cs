using System.Globalization;

namespace DermSchedule.Triage;

/// <summary>
/// The second net, for danger that no cue knows: single words weigh for or against, once each and only where they are meant as they stand, and enough of them together lead to
/// one question. It can ask and never stop anybody. The points were fitted to labelled sentences and are read like any other rule (docs/decisions/0020).
/// </summary>
internal sealed class Worry
{
    /// <summary>The sign whose question is asked.</summary>
    public const string Sign = "may_not_wait";

    /// <summary>Words named as the reason.</summary>
    private const int MostNamed = 5;

    private readonly int enough;
    private readonly IReadOnlyList<(int Points, CuePattern Cue)> cues;

    public Worry(PointFile file, Lexicon lexicon)
    {
        enough = file.Enough;
        cues = [.. from row in file.Points from cue in row.Value select (int.Parse(row.Key, CultureInfo.InvariantCulture), new CuePattern(cue, lexicon, exact: true))];
    }

    /// <summary>The heaviest word, with the sum and its parts in place of a cue; null while it is too little.</summary>
    public (Mention Heaviest, string Sum)? In(MarkedText text, WordRoles marks, VisitFor visitFor)
    {
        var sum = 0;
        var found = new List<(int Points, Mention Mention)>();
        foreach (var (points, cue) in cues)
        {
            if (cue.In(text).FirstOrDefault(mention => Meanings.Of(text, marks, mention, visitFor, timeless: false).Strength >= Strength.Unsure) is { } mention)
            {
                sum += points;
                found.Add((points, mention));
            }
        }

        if (sum < enough)
        {
            return null;
        }

        var named = found.OrderByDescending(one => one.Points).Take(MostNamed).Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Mention.Pattern.Cue} {one.Points:+0;-0}"));
        return (found.MaxBy(one => one.Points).Mention, string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", named)}: {sum} points, {enough} are enough"));
    }
}

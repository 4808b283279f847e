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
    private readonly int calm;
    private readonly IReadOnlyList<(int Points, CuePattern Cue)> cues;

    public Worry(PointFile file, Lexicon lexicon)
    {
        (enough, calm) = (file.Enough, file.Calm);
        cues = [.. from row in file.Points from cue in row.Value select (int.Parse(row.Key, CultureInfo.InvariantCulture), new CuePattern(cue, lexicon, exact: true))];
    }

    /// <summary>What the words of a text come to.</summary>
    public Weight Of(MarkedText text, WordRoles marks, WordRole patients)
    {
        var found = new List<(int Points, Mention Mention)>();
        foreach (var (points, cue) in cues)
        {
            if (cue.In(text).FirstOrDefault(mention => Meanings.Of(text, marks, mention, patients, sign: null).Strength >= Strength.Unsure) is { } mention)
            {
                found.Add((points, mention));
            }
        }

        var sum = found.Sum(one => one.Points);
        return new Weight(sum <= calm, sum < enough ? null : found.MaxBy(one => one.Points).Mention, Told(found, sum));
    }

    private string Told(IEnumerable<(int Points, Mention Mention)> found, int sum)
    {
        var named = found.OrderByDescending(one => one.Points).Take(MostNamed).Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Mention.Pattern.Cue} {one.Points:+0;-0}"));
        return string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", named)}: {sum} points, {enough} are enough");
    }

    /// <param name="IsCalm">Everyday words prevail: weak words besides are no reason to ask.</param>
    /// <param name="Heaviest">Null while it is too little to ask.</param>
    /// <param name="Sum">The sum and its parts, in place of a cue.</param>
    public readonly record struct Weight(bool IsCalm, Mention? Heaviest, string Sum);
}

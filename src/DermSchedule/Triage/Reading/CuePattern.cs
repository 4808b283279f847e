using System.Globalization;

namespace DermSchedule.Triage;

/// <summary>
/// A composable cue: "BREATH TROUBLE" finds a word of each set near the other, in either order, within one sentence. "[2]" before it allows two
/// other words between instead of five, "&gt;" asks for the written order, "A|B" takes either, "!C" forbids C in the sentence, "A_b" in small letters is a phrase.
/// </summary>
internal sealed class CuePattern
{
    private const int UsualGap = 5;

    private readonly int[][] slots;
    private readonly int[] forbidden;
    private readonly int gap;
    private readonly bool ordered;

    public CuePattern(string cue, Lexicon lexicon, bool exact = false)
    {
        Cue = cue;
        var parts = cue.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        gap = UsualGap;
        if (parts[0].StartsWith('['))
        {
            gap = int.Parse(parts[0].AsSpan(1, parts[0].Length - 2), CultureInfo.InvariantCulture);
            parts.RemoveAt(0);
        }

        if (parts[0] == ">")
        {
            ordered = true;
            parts.RemoveAt(0);
        }

        forbidden = [.. parts.Where(part => part[0] == '!').SelectMany(part => part[1..].Split('|')).Select(name => lexicon.Term(name, exact))];
        slots = [.. parts.Where(part => part[0] != '!').Select(part => part.Split('|').Select(name => lexicon.Term(name, exact)).ToArray())];
    }

    /// <summary>As it stands in the rules.</summary>
    public string Cue { get; }

    public IEnumerable<Mention> In(MarkedText text)
    {
        var spans = new IReadOnlyList<Span>[slots.Length];
        for (var i = 0; i < slots.Length; i++)
        {
            spans[i] = slots[i].Length == 1 ? text.Of(slots[i][0]) : [.. slots[i].SelectMany(text.Of).Distinct().OrderBy(span => span.Start)];
            if (spans[i].Count == 0)
            {
                yield break;
            }
        }

        var anchor = ordered ? 0 : Rarest(spans);
        foreach (var first in spans[anchor])
        {
            if (!text.IsMasked(first) && Fill(text, spans, anchor, first) is { } mention)
            {
                yield return mention;
            }
        }
    }

    private Mention? Fill(MarkedText text, IReadOnlyList<Span>[] spans, int anchor, Span first)
    {
        var sentence = text.SentenceOf(first.Start);
        var parts = new List<Span>(slots.Length) { first };
        var whole = first;
        for (var i = 0; i < slots.Length; i++)
        {
            if (i == anchor)
            {
                continue;
            }

            if (Nearest(text, spans[i], whole, parts, sentence) is not { } next)
            {
                return null;
            }

            parts.Add(next);
            whole = new Span(Math.Min(whole.Start, next.Start), Math.Max(whole.End, next.End));
        }

        return whole.Length - parts.Sum(part => part.Length) > gap || Array.Exists(forbidden, term => text.InSentence(term, sentence)) ? null : new Mention(this, whole, parts);
    }

    /// <summary>The closest word of the set that is still free; bounded by the gap, so a text of one repeated word costs no more than another.</summary>
    private Span? Nearest(MarkedText text, IReadOnlyList<Span> candidates, Span whole, List<Span> parts, int sentence)
    {
        Span? nearest = null;
        var distance = int.MaxValue;
        for (var i = From(candidates, whole.Start - gap - LongestPhrase); i < candidates.Count && candidates[i].Start <= whole.End + gap; i++)
        {
            var candidate = candidates[i];
            var away = candidate.Start >= whole.End ? candidate.Start - whole.End : ordered ? int.MaxValue : Math.Max(whole.Start - candidate.End, 0);
            if (away < distance && text.SentenceOf(candidate.Start) == sentence && !text.IsMasked(candidate) && !parts.Exists(part => part.Overlaps(candidate)))
            {
                (nearest, distance) = (candidate, away);
            }
        }

        return nearest;
    }

    private const int LongestPhrase = 6;

    private static int From(IReadOnlyList<Span> spans, int start)
    {
        var (low, high) = (0, spans.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = spans[middle].Start < start ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static int Rarest(IReadOnlyList<Span>[] spans)
    {
        var rarest = 0;
        for (var i = 1; i < spans.Length; i++)
        {
            rarest = spans[i].Count < spans[rarest].Count ? i : rarest;
        }

        return rarest;
    }
}

/// <summary>A cue found in a text: the words it took, and the stretch from the first to the last of them.</summary>
internal sealed record Mention(CuePattern Pattern, Span Whole, IReadOnlyList<Span> Parts);

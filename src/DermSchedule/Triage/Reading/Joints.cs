namespace DermSchedule.Triage;

/// <summary>Mends white space: words run together ("cantbreathe") and words torn apart ("swol len").</summary>
internal static class Joints
{
    /// <summary>Shorter words hold no two words worth reading.</summary>
    private const int ShortestRun = 7;

    private const int ShortestTorn = 6;

    private const int LongestRun = 32;

    public static IReadOnlyList<FoldedWord> Mend(IReadOnlyList<FoldedWord> tokens, Vocabulary words)
    {
        var mended = new List<FoldedWord>(tokens.Count);
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (i + 1 < tokens.Count && Torn(token, tokens[i + 1], words) is { } whole)
            {
                mended.Add(whole);
                i++;
            }
            else if (token.Text.Length is >= ShortestRun and <= LongestRun && !words.IsOrdinary(token.Text) && Parts(token.Text, words) is { Count: > 1 } parts && words.Meanings(token).Count == 0)
            {
                Split(mended, token, parts);
            }
            else
            {
                mended.Add(token);
            }
        }

        return mended;
    }

    private static FoldedWord? Torn(FoldedWord left, FoldedWord right, Vocabulary words)
    {
        if (left.After != Pause.None || left.Text.Length + right.Text.Length is < ShortestTorn or > LongestRun || words.Knows(left.Text) || words.Knows(right.Text))
        {
            return null;
        }

        var whole = left.Text + right.Text;
        return words.Knows(whole) ? new FoldedWord(whole, left.Start, right.Start + right.Length - left.Start, right.After) : null;
    }

    private static void Split(List<FoldedWord> mended, FoldedWord token, List<string> parts)
    {
        var at = 0;
        for (var i = 0; i < parts.Count; i++)
        {
            // Folding may have changed the number of letters; the last part takes what is left.
            var start = Math.Min(at, token.Length - 1);
            var length = i == parts.Count - 1 ? token.Length - start : Math.Min(parts[i].Length, token.Length - start);
            mended.Add(new FoldedWord(parts[i], token.Start + start, Math.Max(length, 1), i == parts.Count - 1 ? token.After : Pause.None));
            at += parts[i].Length;
        }
    }

    /// <summary>The fewest known words that make up the run, one of them long enough to mean something.</summary>
    private static List<string> Parts(string run, Vocabulary words)
    {
        var cuts = new int[run.Length + 1];
        var counts = new int[run.Length + 1];
        for (var end = 1; end <= run.Length; end++)
        {
            counts[end] = int.MaxValue;
            for (var start = 0; start <= end - 2; start++)
            {
                if (counts[start] < Math.Min(counts[end] - 1, 4) && words.Knows(run[start..end]))
                {
                    counts[end] = counts[start] + 1;
                    cuts[end] = start;
                }
            }
        }

        if (counts[run.Length] is < 2 or > 4)
        {
            return [];
        }

        var parts = new List<string>();
        for (var end = run.Length; end > 0; end = cuts[end])
        {
            parts.Insert(0, run[cuts[end]..end]);
        }

        return parts.Exists(part => part.Length >= 5) ? parts : [];
    }
}

using System.Numerics;

namespace DermSchedule.Triage;

/// <summary>How far apart two spellings are: insert, drop, change or swap a letter (Damerau-Levenshtein, no letter touched twice).</summary>
internal static class Spelling
{
    /// <summary>Slips that a word of this length may hold and still be read as itself (triage.md 3). A short word with a slip is another word.</summary>
    public static int Allowed(int length) => length switch { < 5 => 0, < 8 => 1, _ => 2 };

    /// <summary>Which letters occur. Each slip changes at most two of them, so most pairs are told apart without counting.</summary>
    public static uint Letters(string word)
    {
        var letters = 0u;
        foreach (var letter in word)
        {
            letters |= letter is >= 'a' and <= 'z' ? 1u << (letter - 'a') : 1u << 31;
        }

        return letters;
    }

    public static bool MayBeNear(uint a, uint b, int limit) => BitOperations.PopCount(a ^ b) <= 2 * limit;

    /// <summary>The distance, or more than <paramref name="limit"/> when it is beyond.</summary>
    public static int Distance(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit)
        {
            return limit + 1;
        }

        Span<int> before = stackalloc int[b.Length + 1];
        Span<int> row = stackalloc int[b.Length + 1];
        Span<int> next = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            next[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = Math.Min(Math.Min(next[j - 1], row[j]) + 1, row[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    cost = Math.Min(cost, before[j - 2] + 1);
                }

                next[j] = cost;
                least = Math.Min(least, cost);
            }

            if (least > limit)
            {
                return limit + 1;
            }

            var spare = before;
            before = row;
            row = next;
            next = spare;
        }

        return row[b.Length];
    }
}

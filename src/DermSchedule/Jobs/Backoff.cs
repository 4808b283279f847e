using NodaTime;

namespace DermSchedule.Jobs;

/// <summary>How long a row rests after a failed attempt: 5 s, doubled up to one hour, given up after a day of trying (reliability.md 4.2).</summary>
internal static class Backoff
{
    private static readonly Duration First = Duration.FromSeconds(5);
    private static readonly Duration Longest = Duration.FromHours(1);
    private static readonly Duration GiveUpAfter = Duration.FromHours(24);

    /// <summary>The rest after that many attempts.</summary>
    public static Duration After(int attempts) => attempts > 10 ? Longest : Duration.Min(First * (1 << Math.Max(0, attempts - 1)), Longest);

    /// <summary>Whether the rests so far add up to a day.</summary>
    public static bool IsOver(int attempts)
    {
        var rested = Duration.Zero;

        for (var attempt = 1; attempt < attempts && rested < GiveUpAfter; attempt++)
        {
            rested += After(attempt);
        }

        return rested >= GiveUpAfter;
    }
}

using NodaTime;

namespace DermSchedule.Scheduling;

/// <summary>Formats minutes as RFC 3339 with an offset, the way <c>KernelJson</c> writes an <see cref="OffsetDateTime"/>.</summary>
internal static class WireTime
{
    /// <summary><c>2026-12-01T09:00:00-05:00</c>.</summary>
    public const int Length = 25;

    public const int DateLength = 10;

    private const int MinutesPerDay = 24 * 60;

    /// <param name="minute">Minutes since the Unix epoch.</param>
    /// <param name="offset">Of the wall clock from UTC, in minutes.</param>
    /// <param name="text">At least <see cref="Length"/> long.</param>
    public static ReadOnlySpan<byte> Of(int minute, int offset, Span<byte> text)
    {
        var (days, rest) = Math.DivRem(minute + offset, MinutesPerDay);
        if (rest < 0)
        {
            (days, rest) = (days - 1, rest + MinutesPerDay);
        }

        DateOnly.FromDayNumber(EpochDay + days).Deconstruct(out var year, out var month, out var day);
        Date(year, month, day, text);
        text[10] = (byte)'T';
        Two(text, 11, rest / 60);
        text[13] = (byte)':';
        Two(text, 14, rest % 60);
        ":00"u8.CopyTo(text[16..]);

        if (offset == 0)
        {
            text[19] = (byte)'Z';
            return text[..20];
        }

        var distance = Math.Abs(offset);
        text[19] = (byte)(offset < 0 ? '-' : '+');
        Two(text, 20, distance / 60);
        text[22] = (byte)':';
        Two(text, 23, distance % 60);
        return text[..Length];
    }

    public static ReadOnlySpan<byte> Date(LocalDate date, Span<byte> text)
    {
        Date(date.Year, date.Month, date.Day, text);
        return text[..DateLength];
    }

    private static void Date(int year, int month, int day, Span<byte> text)
    {
        Two(text, 0, year / 100);
        Two(text, 2, year % 100);
        text[4] = (byte)'-';
        Two(text, 5, month);
        text[7] = (byte)'-';
        Two(text, 8, day);
    }

    private static int EpochDay { get; } = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    private static void Two(Span<byte> text, int at, int value)
    {
        text[at] = (byte)('0' + (value / 10));
        text[at + 1] = (byte)('0' + (value % 10));
    }
}

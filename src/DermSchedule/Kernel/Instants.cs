using NodaTime;
using NodaTime.Text;

namespace DermSchedule.Kernel;

/// <summary>Moments as they come from outside (RFC 3339, api.md).</summary>
public static class Instants
{
    private const int FirstYear = 2;
    private const int LastYear = 9998;

    /// <summary>Reads an RFC 3339 instant with any offset. At the two ends of the calendar an offset leads outside it: what lies there is no moment.</summary>
    public static bool TryRead(string? text, out Instant instant)
    {
        var parsed = OffsetDateTimePattern.Rfc3339.Parse(text ?? "");
        var known = parsed.Success && IsKnown(parsed.Value.Date);
        instant = known ? parsed.Value.ToInstant() : default;
        return known;
    }

    /// <summary>Whether a date can be counted with: in any offset, and a day more or less.</summary>
    public static bool IsKnown(LocalDate date) => date.Year is >= FirstYear and <= LastYear;
}

using System.Globalization;
using System.Text;
using DermSchedule.Practices;
using NodaTime.Text;

namespace DermSchedule.Scheduling;

/// <summary>
/// One VEVENT (RFC 5545) with a stable UID; SEQUENCE grows with every change, so that a calendar replaces what it has.
/// Times are in UTC: every calendar shows them in its own zone, and no VTIMEZONE can be out of date.
/// </summary>
public static class CalendarFile
{
    private static readonly InstantPattern Utc = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    public static string Of(Appointment visit, Clinic clinic)
    {
        var cancelled = visit.Status == AppointmentStatus.Cancelled;
        var file = new StringBuilder();
        Line(file, "BEGIN:VCALENDAR");
        Line(file, "VERSION:2.0");
        Line(file, "PRODID:-//DermSchedule//Appointments//EN");
        Line(file, "METHOD:" + (cancelled ? "CANCEL" : "PUBLISH"));
        Line(file, "BEGIN:VEVENT");
        Line(file, $"UID:{visit.Id}@dermschedule");
        Line(file, "SEQUENCE:" + (visit.Version - 1).ToString(CultureInfo.InvariantCulture));
        Line(file, "DTSTAMP:" + Utc.Format(visit.ChangedAt));
        Line(file, "DTSTART:" + Utc.Format(visit.StartsAt));
        Line(file, "DTEND:" + Utc.Format(visit.EndsAt));
        Line(file, "STATUS:" + (cancelled ? "CANCELLED" : visit.Status == AppointmentStatus.Pending ? "TENTATIVE" : "CONFIRMED"));
        Line(file, "SUMMARY:" + Text((string.Equals(visit.Language, "es", StringComparison.Ordinal) ? "Cita, " : "Appointment, ") + (clinic.MessageName ?? clinic.Name)));
        Line(file, "LOCATION:" + Text(clinic.Address));
        Line(file, "CONTACT:" + Text(clinic.Phone));
        Line(file, "END:VEVENT");
        Line(file, "END:VCALENDAR");
        return file.ToString();
    }

    private static string Text(string value) => value
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal)
        .Replace("\r\n", "\\n", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\n", StringComparison.Ordinal);

    /// <summary>Folds at 75 octets, never inside a character (RFC 5545 3.1).</summary>
    private static void Line(StringBuilder file, string content)
    {
        var octets = 0;

        foreach (var rune in content.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > 75)
            {
                file.Append("\r\n ");
                octets = 1;
            }

            file.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        file.Append("\r\n");
    }
}

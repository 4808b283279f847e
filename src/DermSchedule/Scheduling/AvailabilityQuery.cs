using DermSchedule.Practices;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using NodaTime.Text;

namespace DermSchedule.Scheduling;

/// <summary>The query string of a search, as it was typed.</summary>
/// <param name="AppointmentTypeId">Id of the type.</param>
/// <param name="From">First local date of a start, <c>yyyy-MM-dd</c>.</param>
/// <param name="To">Last one, inclusive.</param>
/// <param name="ProviderId">Left out for anybody.</param>
/// <param name="PatientKind"><c>new</c> (default) or <c>established</c>.</param>
public sealed record AvailabilityQuery(
    [FromQuery(Name = "appointmentTypeId")] string? AppointmentTypeId,
    [FromQuery(Name = "from")] string? From,
    [FromQuery(Name = "to")] string? To,
    [FromQuery(Name = "providerId")] string? ProviderId,
    [FromQuery(Name = "patientKind")] string? PatientKind)
{
    /// <summary>The question, or everything that is wrong with it at once.</summary>
    public Result<FindSlots.Request> Read(bool staff)
    {
        var errors = new FieldErrors();
        var type = Id<AppointmentType>(AppointmentTypeId, "appointmentTypeId", isNeeded: true, errors);
        var from = Date(From, "from", errors);
        var to = Date(To, "to", errors);
        var provider = Id<Provider>(ProviderId, "providerId", isNeeded: false, errors);
        PatientKind? kind = null;

        if (!string.IsNullOrEmpty(PatientKind))
        {
            if (Words.TryRead<PatientKind>(PatientKind, out var read))
            {
                kind = read;
            }
            else
            {
                errors.Add("patientKind", "Write new or established.");
            }
        }

        return errors.Any
            ? errors.Refusal
            : new FindSlots.Request { AppointmentTypeId = type, From = from, To = to, ProviderId = provider, PatientKind = kind, Staff = staff };
    }

    private static Id<TOf>? Id<TOf>(string? text, string path, bool isNeeded, FieldErrors errors)
    {
        if (Kernel.Id<TOf>.TryParse(text, null, out var id))
        {
            return id;
        }

        if (isNeeded || !string.IsNullOrEmpty(text))
        {
            errors.Add(path, "An id is a UUID.");
        }

        return null;
    }

    private static LocalDate? Date(string? text, string path, FieldErrors errors)
    {
        if (LocalDatePattern.Iso.Parse(text ?? "") is { Success: true } date)
        {
            return date.Value;
        }

        errors.Add(path, "Write a date as yyyy-MM-dd.");
        return null;
    }
}

using DermSchedule.Practices;
using NodaTime;
using NodaTime.Text;

namespace DermSchedule.Scheduling;

/// <summary>What of all visits the desk asked for, checked and in instants.</summary>
internal sealed record AppointmentFilter(
    IReadOnlyCollection<ClinicId> Clinics,
    ProviderId? Provider,
    IReadOnlyCollection<AppointmentStatus> Statuses,
    Instant? From,
    Instant? To,
    int Limit,
    Cursor? After)
{
    public static Result<AppointmentFilter> Read(ListAppointments.Request request, Catalog catalog, Caller caller)
    {
        var errors = new Dictionary<string, string[]>();
        var clinics = catalog.Clinics.Values.Where(clinic => caller.MayAt(clinic.Id.Value) && (request.Clinic is null || string.Equals(clinic.Slug, request.Clinic, StringComparison.Ordinal))).ToList();

        // Without a clinic the days are those of its first one; a practice over several zones names the clinic.
        var clock = ClinicClock.In(clinics.Count > 0 ? clinics[0].TimeZone : "Etc/UTC");
        var from = Day("from", request.From, errors);
        var to = Day("to", request.To, errors);

        if (from > to)
        {
            errors["to"] = ["Must not be before from."];
        }

        if (!Cursor.TryRead(request.Cursor, out var after))
        {
            errors["cursor"] = ["Use nextCursor of the page before."];
        }

        if (request.Limit is < 1 or > Cursor.MostItems)
        {
            errors["limit"] = ["Between 1 and 200."];
        }

        var statuses = ReadStatuses(request.Status, errors);

        if (errors.Count > 0)
        {
            return Refusals.ValidationFailed.With("errors", errors);
        }

        return clinics.Count == 0
            ? Refusals.NotFound
            : new AppointmentFilter(
                [.. clinics.Select(clinic => clinic.Id)],
                request.ProviderId,
                statuses,
                from is { } first ? clock.StartOf(first) : null,
                to is { } last ? clock.StartOf(last.PlusDays(1)) : null,
                request.Limit ?? 50,
                after);
    }

    public IQueryable<Appointment> Apply(IQueryable<Appointment> visits)
    {
        visits = visits.Where(visit => Clinics.Contains(visit.ClinicId));

        if (Provider is not null)
        {
            visits = visits.Where(visit => visit.ProviderId == Provider);
        }

        if (Statuses.Count > 0)
        {
            visits = visits.Where(visit => Statuses.Contains(visit.Status));
        }

        if (From is { } start)
        {
            visits = visits.Where(visit => visit.StartsAt >= start);
        }

        if (To is { } end)
        {
            visits = visits.Where(visit => visit.StartsAt < end);
        }

        if (After is { } cursor)
        {
            var at = ClockExtensions.FromUnixMicroseconds(cursor.Key);
            var id = new AppointmentId(cursor.Id);
            visits = visits.Where(visit => visit.StartsAt > at || (visit.StartsAt == at && visit.Id > id));
        }

        return visits;
    }

    private static LocalDate? Day(string name, string? text, Dictionary<string, string[]> errors)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        var parsed = LocalDatePattern.Iso.Parse(text);

        // Far outside any calendar of a clinic; also keeps zone arithmetic away from its ends.
        if (!parsed.Success || parsed.Value.Year is < 1900 or > 2200)
        {
            errors[name] = ["A date as yyyy-MM-dd."];
            return null;
        }

        return parsed.Value;
    }

    private static List<AppointmentStatus> ReadStatuses(string? text, Dictionary<string, string[]> errors)
    {
        var statuses = new List<AppointmentStatus>();

        foreach (var word in (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (Words.TryRead<AppointmentStatus>(word, out var status))
            {
                statuses.Add(status);
            }
            else
            {
                errors["status"] = ["One or more of " + string.Join(", ", Words.All<AppointmentStatus>()) + "."];
            }
        }

        return statuses;
    }
}

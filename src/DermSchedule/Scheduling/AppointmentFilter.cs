using DermSchedule.Practices;
using NodaTime;
using NodaTime.Text;

namespace DermSchedule.Scheduling;

/// <summary>What of all visits the desk asked for, checked and in instants.</summary>
internal sealed record AppointmentFilter(
    IReadOnlyCollection<ClinicId> Clinics,
    ProviderId? Provider,
    IReadOnlyCollection<AppointmentStatus> Statuses,
    IReadOnlyList<ZoneDays> Days,
    int Limit,
    Cursor? After)
{
    public static Result<AppointmentFilter> Read(ListAppointments.Request request, Catalog catalog, Caller caller)
    {
        var errors = new Dictionary<string, string[]>();
        var clinics = catalog.Clinics.Values.Where(clinic => caller.MayAt(clinic.Id.Value) && (request.Clinic is null || string.Equals(clinic.Slug, request.Clinic, StringComparison.Ordinal))).ToList();

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
                [.. clinics.GroupBy(clinic => clinic.TimeZone, StringComparer.Ordinal).Select(zone => ZoneDays.Of(zone.Key, zone, from, to))],
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

        if (Days.Min(zone => zone.From) is { } start)
        {
            visits = visits.Where(visit => visit.StartsAt >= start);
        }

        if (Days.Max(zone => zone.To) is { } end)
        {
            visits = visits.Where(visit => visit.StartsAt < end);
        }

        // A day begins with its clinic's midnight. Most practices know one midnight, which the two conditions above have said already.
        foreach (var (clinics, from, to) in Days.Count > 1 ? Days : [])
        {
            visits = visits.Where(visit => !clinics.Contains(visit.ClinicId) || ((from == null || visit.StartsAt >= from) && (to == null || visit.StartsAt < to)));
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

/// <summary>The days that were asked for, as the clinics of one zone count them.</summary>
internal sealed record ZoneDays(IReadOnlyCollection<ClinicId> Clinics, Instant? From, Instant? To)
{
    public static ZoneDays Of(string zone, IEnumerable<Clinic> clinics, LocalDate? from, LocalDate? to)
    {
        var clock = ClinicClock.In(zone);
        return new ZoneDays(
            [.. clinics.Select(clinic => clinic.Id)],
            from is { } first ? clock.StartOf(first) : null,
            to is { } last ? clock.StartOf(last.PlusDays(1)) : null);
    }
}

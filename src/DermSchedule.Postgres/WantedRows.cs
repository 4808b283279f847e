using DermSchedule.Scheduling;

namespace DermSchedule.Postgres;

/// <summary>The wanted reservations as columns: one parameter each, however many rows there are, so the statement stays the same.</summary>
/// <param name="Count">How many.</param>
/// <param name="Where">Which stretches of which resources.</param>
/// <param name="What">The rest of the rows.</param>
internal sealed record WantedRows(int Count, (string, object)[] Where, (string, object)[] What)
{
    public static WantedRows Of(IReadOnlyCollection<Reservation> wanted, PracticeId practice)
    {
        if (wanted.Any(row => row.PracticeId != practice))
        {
            throw new InvalidOperationException("A reservation of another practice was about to be written.");
        }

        return new WantedRows(
            wanted.Count,
            [
                ("resources", Column(row => row.ResourceId.Value)),
                ("starts", Column(row => row.StartsAt.ToDateTimeUtc())),
                ("ends", Column(row => row.EndsAt.ToDateTimeUtc())),
            ],
            [
                ("ids", Column(row => row.Id.Value)),
                ("clinics", Column(row => row.ClinicId.Value)),
                ("lanes_from", Column(row => row.LaneFrom)),
                ("lanes_to", Column(row => row.LaneTo)),
                ("kinds", Column(row => Words.Of(row.Kind))),
                ("owners", Column(row => row.OwnerId)),
                ("expiries", Column(row => row.ExpiresAt?.ToDateTimeUtc())),
            ]);

        T[] Column<T>(Func<Reservation, T> value) => [.. wanted.Select(value)];
    }
}

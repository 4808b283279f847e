using DermSchedule.Audit;
using DermSchedule.Kernel;
using DermSchedule.Scheduling;
using DermSchedule.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DermSchedule.Tests.Scheduling;

/// <summary>
/// The gate (G7, R-CO-1): whatever path and however many callers, one time has one visit. Every assertion holds for every interleaving: the
/// database picks one, the rest are told.
/// </summary>
public sealed class BookingRaceTests : ClinicTests
{
    private static readonly ClinicClock NewYork = ClinicClock.In(DefaultPractice.Zone);
    private static readonly int[] Crowds = [2, 5, 10, 50, 100];

    [Theory, EveryDatabase]
    public async Task Of_many_patients_who_book_one_time_exactly_one_gets_it(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var booked = 0;

        foreach (var (round, crowd) in Rounds(perCrowd: 12))
        {
            var start = Slot(round);
            var answers = await Together(crowd, i => clinic.Books(Visits.Booking(start, DefaultPractice.Avery, Name(i))));

            Assert.Single(answers, answer => answer.Refusal is null);
            Assert.Equal(crowd - 1, answers.Count(answer => answer.Refusal == SchedulingRefusals.SlotTaken));
            booked++;
        }

        await Stands(clinic, booked);
    }

    [Theory, EveryDatabase]
    public async Task Overlapping_unequal_starts_never_both_win(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        await clinic.HasGrid(minutes: 10);

        foreach (var (round, crowd) in Rounds(perCrowd: 10))
        {
            var start = Slot(2 * round);
            var answers = await Together(crowd, i => clinic.Books(Visits.Booking(start + Duration.FromMinutes(10 * (i % 3)), DefaultPractice.Avery, Name(i))));

            // 30 minutes every 10: whichever of the three starts won, the other two overlap it.
            Assert.Single(answers, answer => answer.Refusal is null);
        }

        await Stands(clinic, expected: null);
    }

    [Theory, EveryDatabase]
    public async Task A_hold_and_a_booking_never_share_a_time(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);

        foreach (var (round, crowd) in Rounds(perCrowd: 10))
        {
            var start = Slot(round);
            var won = await Together(crowd, async i => i % 2 == 0
                ? (await clinic.Holds(start, DefaultPractice.Avery)).Refusal is null
                : (await clinic.Books(Visits.Booking(start, DefaultPractice.Avery, Name(i)))).Refusal is null);

            Assert.Single(won, got => got);
        }
    }

    [Theory, EveryDatabase]
    public async Task Moving_into_a_time_races_like_booking_it_and_the_loser_keeps_the_old_one(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);

        for (var round = 0; round < 20; round++)
        {
            var movers = new List<BookAppointment.Booked>();

            for (var i = 0; i < 4; i++)
            {
                movers.Add((await clinic.Books(Visits.Booking(Slot((round * 6) + i), DefaultPractice.Brook, Name(i)))).Value);
            }

            var target = Slot(round);
            var won = await Together(8, async i => i < 4
                ? (await clinic.Moves(movers[i].Id, target, DefaultPractice.Avery)).Refusal is null
                : (await clinic.Books(Visits.Booking(target, DefaultPractice.Avery, Name(i)))).Refusal is null);

            Assert.Single(won, got => got);
        }

        await Stands(clinic, expected: null);
    }

    [Theory, EveryDatabase]
    public async Task Anybody_means_as_many_winners_as_there_are_providers(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);

        foreach (var (round, crowd) in Rounds(perCrowd: 8))
        {
            var start = Slot(round);
            var answers = await Together(crowd, i => clinic.Books(Visits.Booking(start, provider: null, Name(i))));

            Assert.Equal(Math.Min(2, crowd), answers.Count(answer => answer.Refusal is null));
            Assert.Equal(Math.Min(2, crowd), answers.Where(answer => answer.Refusal is null).Select(answer => answer.Value.ProviderId).Distinct().Count());
        }

        await Stands(clinic, expected: null);
    }

    [Theory, EveryDatabase]
    public async Task The_desk_and_the_patients_meet_the_same_wall(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);

        foreach (var (round, crowd) in Rounds(perCrowd: 8))
        {
            var start = Slot(round);
            var won = await Together(crowd, async i => i % 2 == 0
                ? (await clinic.Books(Visits.Booking(start, DefaultPractice.Avery, Name(i)))).Refusal is null
                : (await clinic.BooksAtDesk(start, DefaultPractice.Avery, Name(i))).Refusal is null);

            Assert.Single(won, got => got);
        }

        await Stands(clinic, expected: null);
    }

    private static IEnumerable<(int Round, int Crowd)> Rounds(int perCrowd) =>
        Crowds.SelectMany(crowd => Enumerable.Repeat(crowd, perCrowd)).Select((crowd, round) => (round, crowd));

    // Sixteen half hours a day, weekdays only, from the second Monday on.
    private static Instant Slot(int round)
    {
        var day = round / 16;
        var date = new LocalDate(2027, 3, 8).PlusDays((7 * (day / 5)) + (day % 5));
        return NewYork.Bound(date.At(new LocalTime(9, 0))) + Duration.FromMinutes(30 * (round % 16));
    }

    private static string Name(int i) => "Patient " + (char)('A' + (i % 26)) + (char)('a' + (i / 26));

    private static async Task Stands(TestClinic clinic, int? expected)
    {
        await using var scope = await clinic.Scope();
        var visits = await scope.Db.Set<Appointment>().AsNoTracking().ToListAsync();
        var rows = await scope.Db.Set<Reservation>().AsNoTracking().ToListAsync();
        var lines = await scope.Db.Set<AuditEntry>().CountAsync(entry => entry.Action == "appointment.booked");

        Assert.Equal(expected ?? visits.Count, visits.Count);
        Assert.Equal(visits.Count, lines);
        Assert.Equal(visits.Select(visit => visit.Id.Value).Order(), rows.Where(row => row.Kind == ReservationKind.Appointment).Select(row => row.OwnerId).Order());
        Assert.DoesNotContain(rows, row => rows.Any(other => other.Id != row.Id && other.ResourceId == row.ResourceId && other.StartsAt < row.EndsAt && row.StartsAt < other.EndsAt));
    }
}

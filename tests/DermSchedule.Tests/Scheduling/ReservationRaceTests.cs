using DermSchedule.Practices;
using DermSchedule.Scheduling;
using NodaTime;

namespace DermSchedule.Tests.Scheduling;

/// <summary>
/// Many want the same time at the same moment. Whatever the interleaving, exactly one gets it, nobody gets an error, and nothing is left of the others.
/// </summary>
public sealed class ReservationRaceTests : ClinicTests
{
    /// <summary>Shared by the sizes of a theory: fifty and more of each kind on each engine.</summary>
    private const int Rounds = 10;
    private static readonly Instant Nine = DefaultPractice.Start + Duration.FromHours(1);
    private static readonly ResourceId Avery = DefaultPractice.Avery.As<Resource>();
    private static readonly ResourceId Room = new(new Guid("01950000-0000-7000-8000-0000000000aa"));
    private static readonly ResourceId Laser = new(new Guid("01950000-0000-7000-8000-0000000000ab"));

    [Theory, EveryDatabase(2, 5, 10, 50, 100)]
    public async Task One_of_many_gets_the_same_start(Engine engine, int callers)
    {
        await using var clinic = await OpenClinic(engine);

        foreach (var day in Days())
        {
            var answers = await Together(callers, _ => clinic.Takes(Rows.Of(Avery, day)));

            Assert.Single(answers, won => won);
        }

        Assert.Equal(Rounds, (await clinic.Reservations()).Count);
    }

    [Theory, EveryDatabase(2, 5, 10, 50, 100)]
    public async Task One_of_many_gets_a_time_that_overlaps_all_others(Engine engine, int callers)
    {
        await using var clinic = await OpenClinic(engine);

        foreach (var day in Days())
        {
            // Starts differ and every two overlap: all of them cover the quarter of an hour before the last one starts.
            var answers = await Together(callers, number => clinic.Takes(Rows.Of(Avery, day + Duration.FromSeconds(10 * number), Duration.FromMinutes(30))));

            Assert.Single(answers, won => won);
        }

        Assert.Equal(Rounds, (await clinic.Reservations()).Count);
    }

    [Theory, EveryDatabase(2, 10, 50)]
    public async Task One_of_many_gets_provider_room_and_device_together(Engine engine, int callers)
    {
        await using var clinic = await OpenClinic(engine);
        ResourceId[] all = [Laser, Avery, Room];

        foreach (var day in Days())
        {
            var answers = await Together(callers, number =>
            {
                // Everybody names them in another order.
                var owner = Rows.NewOwner();
                return clinic.Takes([.. all.Index().OrderBy(resource => (resource.Index + number) % 3).Select(resource => Rows.Of(resource.Item, day, owner: owner))]);
            });

            Assert.Single(answers, won => won);
        }

        var rows = await clinic.Reservations();
        Assert.Equal(Rounds * 3, rows.Count);
        Assert.All(rows.GroupBy(row => row.OwnerId), visit => Assert.Equal(3, visit.Count()));
    }

    [Theory, EveryDatabase(10, 50)]
    public async Task Three_lanes_take_three_of_many(Engine engine, int callers)
    {
        await using var clinic = await OpenClinic(engine);

        foreach (var day in Days())
        {
            var answers = await Together(callers, number => clinic.Takes(Rows.Of(DefaultPractice.Avery, day, lane: number % 3)));

            Assert.Equal(3, answers.Count(won => won));
        }
    }

    [Theory, EveryDatabase(10, 50)]
    public async Task A_provider_is_at_one_of_two_clinics(Engine engine, int callers)
    {
        await using var clinic = await OpenClinic(engine);
        var uptown = new ClinicId(Rows.NewOwner());

        foreach (var day in Days())
        {
            var answers = await Together(callers, number => clinic.Takes(Rows.Of(DefaultPractice.Avery, day, lane: number, clinic: number % 2 == 0 ? uptown : DefaultPractice.Clinic)));

            // Lanes differ, so all who chose the winner's clinic fit beside each other.
            Assert.Equal(callers / 2, answers.Count(won => won));
        }

        Assert.All((await clinic.Reservations()).GroupBy(row => row.StartsAt), day => Assert.Single(day.Select(row => row.ClinicId).Distinct()));
    }

    [Theory, EveryDatabase(2, 10, 50)]
    public async Task One_of_many_gets_the_time_of_a_lapsed_hold(Engine engine, int callers)
    {
        await using var clinic = await OpenClinic(engine);

        foreach (var day in Days())
        {
            var hold = Rows.NewOwner();
            await clinic.Takes(Rows.Held(Avery, day, clinic.Now, hold), Rows.Held(Room, day, clinic.Now, hold));

            var answers = await Together(callers, _ => clinic.Takes(Rows.Of(Avery, day)));

            Assert.Single(answers, won => won);
        }

        Assert.Equal(Rounds, (await clinic.Reservations()).Count);
    }

    [Theory, EveryDatabase(2, 10, 50)]
    public async Task A_visit_that_moves_and_visits_that_are_booked_want_the_same_time(Engine engine, int callers)
    {
        await using var clinic = await OpenClinic(engine);

        foreach (var day in Days())
        {
            var moving = Rows.NewOwner();
            await clinic.Takes(Rows.Of(Room, day, owner: moving));
            var wanted = day + Duration.FromHours(1);

            var answers = await Together(callers, number => number == 0
                ? clinic.Asks(wall => wall.Replace(moving, [Rows.Of(Room, wanted, owner: moving)], clinic.Now, CancellationToken.None))
                : clinic.Takes(Rows.Of(Room, wanted)));

            Assert.Single(answers, won => won);
            var rows = (await clinic.Reservations()).Where(row => row.StartsAt >= day && row.StartsAt <= wanted).ToList();
            Assert.Single(rows, row => row.OwnerId == moving);
            Assert.Equal(answers[0] ? 1 : 2, rows.Count);
        }
    }

    [Theory, EveryDatabase(2, 10, 50)]
    public async Task A_hold_that_lapses_becomes_a_visit_or_somebody_elses_but_never_both(Engine engine, int callers)
    {
        await using var clinic = await OpenClinic(engine);

        foreach (var day in Days())
        {
            var hold = Rows.NewOwner();
            var lapses = clinic.Now + Duration.FromMinutes(10);
            await clinic.Takes(Rows.Held(Avery, day, lapses, hold), Rows.Held(Room, day, lapses, hold));

            // The patient's request came a moment before the end and the others' a moment after: their clocks differ, as those of servers do.
            var answers = await Together(callers, number => clinic.Asks(wall => number == 0
                ? wall.Convert(hold, ReservationKind.Hold, new AppointmentId(Rows.NewOwner()), lapses - Duration.Epsilon * 1000, CancellationToken.None)
                : wall.Take([Rows.Of(number % 2 == 0 ? Avery : Room, day)], lapses, CancellationToken.None)));

            var rows = (await clinic.Reservations()).Where(row => row.StartsAt == day).ToList();
            Assert.Equal(answers[0] ? 1 : Math.Min(2, callers - 1), answers.Count(won => won));
            Assert.All(rows, row => Assert.Equal(ReservationKind.Appointment, row.Kind));
            Assert.Equal(answers[0] ? 2 : Math.Min(2, callers - 1), rows.Count);
        }
    }

    [Theory, OnPostgres(2, 10)]
    public async Task Two_servers_on_one_database_have_one_winner(Engine engine, int callers)
    {
        await using var clinic = await OpenClinic(engine);
        await using var other = clinic.SecondServer();

        foreach (var day in Days())
        {
            var answers = await Together(callers, number => (number % 2 == 0 ? clinic : other).Takes(Rows.Of(Avery, day)));

            Assert.Single(answers, won => won);
        }

        Assert.Equal(Rounds, (await clinic.Reservations()).Count);
    }

    private static IEnumerable<Instant> Days() => Enumerable.Range(0, Rounds).Select(day => Nine + Duration.FromDays(day));
}

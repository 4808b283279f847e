using DermSchedule.Practices;
using DermSchedule.Scheduling;
using NodaTime;

namespace DermSchedule.Tests.Scheduling;

public sealed class ReservationWallTests : ClinicTests
{
    private static readonly Instant Nine = DefaultPractice.Start + Duration.FromHours(1);
    private static readonly ResourceId Avery = DefaultPractice.Avery.As<Resource>();
    private static readonly ResourceId Brook = DefaultPractice.Brook.As<Resource>();
    private static readonly ResourceId Room = new(new Guid("01950000-0000-7000-8000-0000000000aa"));
    private static readonly ClinicId Uptown = new(new Guid("01950000-0000-7000-8000-0000000000bb"));

    [Theory, EveryDatabase]
    public async Task What_is_taken_is_busy_in_whole_minutes(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        var visit = Rows.Of(Avery, Nine + Duration.FromSeconds(30));
        await clinic.Takes(visit);

        var busy = await Busy(clinic, resources: null);

        var minute = (int)(Nine.ToUnixTimeSeconds() / 60);
        Assert.Equal(new BusyTime(Avery, DefaultPractice.Clinic, 0, 1, minute, minute + 31, ReservationKind.Appointment, visit.OwnerId), Assert.Single(busy.Rows));
        Assert.Equal(1, busy.SettingsVersion);
    }

    [Theory, EveryDatabase]
    public async Task Busy_times_come_in_order_for_the_resources_asked_for_and_without_what_has_lapsed(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        await clinic.Takes(
            Rows.Of(Brook, Nine), Rows.Of(Avery, Nine + Duration.FromHours(2)), Rows.Of(Avery, Nine),
            Rows.Held(Avery, Nine + Duration.FromHours(1), clinic.Now + Duration.FromMinutes(10), Rows.NewOwner()), Rows.Of(Avery, Nine + Duration.FromHours(8)));

        var before = await Busy(clinic, [Brook, Avery]);
        clinic.TimePasses(Duration.FromMinutes(10));
        var after = await Busy(clinic, [Avery]);

        Assert.Equal([(Avery, 0), (Avery, 60), (Avery, 120), (Brook, 0)], before.Rows.Select(row => (row.Resource, row.StartMinute - (int)(Nine.ToUnixTimeSeconds() / 60))));
        Assert.Equal([0, 120], after.Rows.Select(row => row.StartMinute - (int)(Nine.ToUnixTimeSeconds() / 60)));
    }

    [Theory, EveryDatabase]
    public async Task A_quiet_day_is_an_empty_list_with_the_settings_version(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);

        var busy = await Busy(clinic, [Avery]);

        Assert.Empty(busy.Rows);
        Assert.Equal(1, busy.SettingsVersion);
    }

    [Theory, EveryDatabase]
    public async Task Lanes_lie_side_by_side_and_never_at_two_clinics(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);

        Assert.True(await clinic.Takes(Rows.Of(Avery, Nine)));
        Assert.True(await clinic.Takes(Rows.Of(Avery, Nine, lane: 1)));
        Assert.False(await clinic.Takes(Rows.Of(Avery, Nine + Duration.FromMinutes(10), lane: 1)));
        Assert.False(await clinic.Takes(Rows.Of(Avery, Nine, lane: 2, clinic: Uptown)));
        Assert.True(await clinic.Takes(Rows.Of(Avery, Nine + Duration.FromMinutes(30), lane: 2, clinic: Uptown)));
        Assert.Equal(3, (await clinic.Reservations()).Count);
    }

    [Theory, EveryDatabase]
    public async Task All_or_none_in_whatever_order_they_are_asked_for(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        var owner = Rows.NewOwner();
        await clinic.Takes(Rows.Of(Brook, Nine));

        Assert.False(await clinic.Takes(Rows.Of(Room, Nine, owner: owner), Rows.Of(Brook, Nine, owner: owner), Rows.Of(Avery, Nine, owner: owner)));
        Assert.True(await clinic.Takes(Rows.Of(Room, Nine, owner: owner), Rows.Of(Avery, Nine, owner: owner)));
        Assert.Equal([Avery, Brook, Room], (await clinic.Reservations()).Select(row => row.ResourceId));
    }

    [Theory, EveryDatabase]
    public async Task A_refused_take_leaves_the_rest_of_the_unit_alone(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        await clinic.Takes(Rows.Of(Avery, Nine));

        await clinic.Write<Done>(async scope =>
        {
            await scope.Wall.Take([Rows.Of(Room, Nine)], clinic.Now, CancellationToken.None);
            Assert.False(await scope.Wall.Take([Rows.Of(Avery, Nine), Rows.Of(Brook, Nine)], clinic.Now, CancellationToken.None));
            Assert.True(await scope.Wall.Take([Rows.Of(Brook, Nine)], clinic.Now, CancellationToken.None));
            return Done.Instance;
        });

        Assert.Equal([Avery, Brook, Room], (await clinic.Reservations()).Select(row => row.ResourceId));
    }

    [Theory, EveryDatabase]
    public async Task A_lapsed_hold_is_in_nobodys_way_on_any_lane_or_at_any_clinic(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        var (hold, elsewhere) = (Rows.NewOwner(), Rows.NewOwner());
        var lapses = clinic.Now + Duration.FromMinutes(10);
        await clinic.Takes(Rows.Held(Avery, Nine, lapses, hold), Rows.Held(Room, Nine, lapses, hold));
        await clinic.Takes(Rows.Held(Brook, Nine, lapses, elsewhere, lane: 1, clinic: Uptown));

        Assert.False(await clinic.Takes(Rows.Of(Avery, Nine)));
        clinic.TimePasses(Duration.FromMinutes(10));
        Assert.True(await clinic.Takes(Rows.Of(Avery, Nine)));
        Assert.True(await clinic.Takes(Rows.Of(Brook, Nine)));

        // The lapsed hold went as a whole: half of it is worth nothing.
        Assert.Equal([Avery, Brook], (await clinic.Reservations()).Select(row => row.ResourceId));
    }

    [Theory, EveryDatabase]
    public async Task Moving_a_visit_gives_the_old_time_up_only_for_the_new_one(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        var owner = Rows.NewOwner();
        await clinic.Takes(Rows.Of(Avery, Nine, owner: owner));
        await clinic.Takes(Rows.Of(Avery, Nine + Duration.FromHours(1)));

        var ontoAnother = await Moves(Nine + Duration.FromMinutes(45));
        var afterRefusal = (await clinic.Reservations()).Select(row => row.StartsAt).ToList();
        var byAQuarter = await Moves(Nine + Duration.FromMinutes(15));

        Assert.False(ontoAnother);
        Assert.Equal([Nine, Nine + Duration.FromHours(1)], afterRefusal);
        Assert.True(byAQuarter);
        Assert.Equal([Nine + Duration.FromMinutes(15), Nine + Duration.FromHours(1)], (await clinic.Reservations()).Select(row => row.StartsAt));

        Task<bool> Moves(Instant to) => clinic.Asks(wall => wall.Replace(owner, [Rows.Of(Avery, to, owner: owner)], clinic.Now, CancellationToken.None));
    }

    [Theory, EveryDatabase]
    public async Task A_hold_becomes_a_visit_with_all_its_rows_while_it_lives(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        var (hold, lapsed) = (Rows.NewOwner(), Rows.NewOwner());
        var visit = Rows.NewId(id => new AppointmentId(id));
        await clinic.Takes(Rows.Held(Avery, Nine, clinic.Now + Duration.FromMinutes(10), hold), Rows.Held(Room, Nine, clinic.Now + Duration.FromMinutes(10), hold));
        await clinic.Takes(Rows.Held(Brook, Nine, clinic.Now, lapsed));

        Assert.True(await Converts(hold));
        Assert.False(await Converts(hold));
        Assert.False(await Converts(lapsed));
        Assert.All((await clinic.Reservations()).Where(row => row.ResourceId != Brook), row => Assert.Equal((visit.Value, ReservationKind.Appointment, null), (row.OwnerId, row.Kind, row.ExpiresAt)));

        Task<bool> Converts(Guid owner) => clinic.Asks(wall => wall.Convert(owner, ReservationKind.Hold, visit, clinic.Now, CancellationToken.None));
    }

    [Theory, EveryDatabase]
    public async Task A_live_hold_is_extended_and_whatever_an_owner_has_is_freed(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        var hold = Rows.NewId(id => new HoldId(id));
        await clinic.Takes(Rows.Held(Avery, Nine, clinic.Now + Duration.FromMinutes(1), hold.Value), Rows.Held(Room, Nine, clinic.Now + Duration.FromMinutes(1), hold.Value));

        var extended = await clinic.Asks(wall => wall.Extend(hold, clinic.Now + Duration.FromMinutes(2), clinic.Now, CancellationToken.None));
        clinic.TimePasses(Duration.FromMinutes(2));
        var tooLate = await clinic.Asks(wall => wall.Extend(hold, clinic.Now + Duration.FromMinutes(9), clinic.Now, CancellationToken.None));
        var freed = await clinic.Asks(wall => wall.Free(hold.Value, CancellationToken.None));

        Assert.Equal((true, false, 2), (extended, tooLate, freed));
        Assert.Empty(await clinic.Reservations());
    }

    [Theory, EveryDatabase]
    public async Task Nobody_writes_a_reservation_outside_a_unit_of_work_or_for_another_practice(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        await using var scope = await clinic.Scope();
        var foreign = Rows.Of(Avery, Nine) is var row
            ? new Reservation { PracticeId = new PracticeId(Rows.NewOwner()), Id = row.Id, ResourceId = row.ResourceId, ClinicId = row.ClinicId, LaneFrom = 0, LaneTo = 1, StartsAt = row.StartsAt, EndsAt = row.EndsAt, Kind = row.Kind, OwnerId = row.OwnerId }
            : null!;

        await Assert.ThrowsAsync<InvalidOperationException>(() => scope.Wall.Take([Rows.Of(Avery, Nine)], clinic.Now, CancellationToken.None));
        await Assert.ThrowsAsync<InvalidOperationException>(() => clinic.Takes(foreign));
        Assert.Empty(await clinic.Reservations());
    }

    private static async Task<BusyTimes> Busy(TestClinic clinic, IReadOnlyCollection<ResourceId>? resources)
    {
        await using var scope = await clinic.Scope();
        return await scope.Wall.Busy(resources, Nine, Nine + Duration.FromHours(8), clinic.Now, CancellationToken.None);
    }
}

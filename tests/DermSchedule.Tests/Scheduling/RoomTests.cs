using DermSchedule.Kernel;
using DermSchedule.Practices;
using DermSchedule.Scheduling;
using DermSchedule.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DermSchedule.Tests.Scheduling;

/// <summary>A visit stays in the room it was given, unless that is taken or somebody chooses another.</summary>
public sealed class RoomTests : ClinicTests
{
    private static readonly ResourceId First = new(new Guid("01950000-0000-7000-8000-0000000000e1"));
    private static readonly ResourceId Laser = new(new Guid("01950000-0000-7000-8000-0000000000e3"));
    private static readonly ResourceId Second = new(new Guid("01950000-0000-7000-8000-0000000000e2"));

    [Theory, EveryDatabase]
    public async Task A_shorter_or_later_visit_keeps_its_room_though_an_earlier_one_is_free(Engine engine)
    {
        await using var clinic = await OpenWithRooms(engine);
        var other = (await clinic.BooksAtDesk(Visits.Monday(10), DefaultPractice.Avery, "Ana")).Value.Id;
        var visit = (await clinic.BooksAtDesk(Visits.Monday(10), DefaultPractice.Brook, "Ben")).Value.Id;
        await clinic.Cancels(other);

        var shorter = await clinic.Sets(visit, new ChangeAppointment.Request { DurationMinutes = 20, Override = true });
        var later = await clinic.Sets(visit, new ChangeAppointment.Request { Start = Visits.Monday(11) });
        var chosen = await clinic.Sets(visit, new ChangeAppointment.Request { ResourceIds = [First] });

        Assert.Equal([Second], shorter.Value.ResourceIds!);
        Assert.Equal([Second], later.Value.ResourceIds!);
        Assert.Equal([First], chosen.Value.ResourceIds!);
    }

    [Theory, EveryDatabase]
    public async Task Nobody_is_moved_to_another_room_in_silence_who_is_in_one_already(Engine engine)
    {
        await using var clinic = await OpenWithRooms(engine);
        var visit = (await clinic.BooksAtDesk(Visits.Monday(10), DefaultPractice.Avery, "Ana")).Value.Id;
        await clinic.BooksAtDesk(Visits.Monday(10, 30), DefaultPractice.Brook, "Ben");
        clinic.TimePasses(Duration.FromHours(2));
        await clinic.Sets(visit, new ChangeAppointment.Request { Status = "checked_in" });
        await clinic.Sets(visit, new ChangeAppointment.Request { Status = "in_room" });

        var longer = await clinic.Sets(visit, new ChangeAppointment.Request { DurationMinutes = 60, Override = true });
        var onPurpose = await clinic.Sets(visit, new ChangeAppointment.Request { DurationMinutes = 60, Override = true, ResourceIds = [Second] });

        Assert.Equal(SchedulingRefusals.SlotTaken, longer.Refusal);
        Assert.Equal([Second], onPurpose.Value.ResourceIds!);
    }

    [Theory, EveryDatabase]
    public async Task A_cancelled_visit_whose_room_was_given_up_comes_back_in_another(Engine engine)
    {
        await using var clinic = await OpenWithRooms(engine);
        var visit = (await clinic.BooksAtDesk(Visits.Monday(10), DefaultPractice.Avery, "Ana")).Value.Id;
        await clinic.Sets(visit, new ChangeAppointment.Request { Status = "cancelled" });
        await clinic.Ask((RetireResource.Handler retire) => retire.Handle(First, false, CancellationToken.None));

        var back = await clinic.AsDesk((UndoStatus.Handler undo) => undo.Handle(visit, "*", CancellationToken.None));

        Assert.Equal([Second], back.Value.ResourceIds!);
    }

    [Theory, EveryDatabase]
    public async Task A_room_and_a_device_that_were_chosen_go_along_to_another_day(Engine engine)
    {
        await using var clinic = await OpenWithRooms(engine);
        var visit = (await clinic.BooksAtDesk(Visits.Monday(10), DefaultPractice.Avery, "Ana")).Value.Id;
        await clinic.Sets(visit, new ChangeAppointment.Request { ResourceIds = [Second, Laser] });

        var longer = await clinic.Sets(visit, new ChangeAppointment.Request { DurationMinutes = 40, Override = true });
        var nextDay = await clinic.Sets(visit, new ChangeAppointment.Request { Start = Visits.Monday(10) + Duration.FromDays(1) });
        await clinic.Sets(visit, new ChangeAppointment.Request { Status = "cancelled" });
        var back = await clinic.AsDesk((UndoStatus.Handler undo) => undo.Handle(visit, "*", CancellationToken.None));

        Assert.Equal([Second, Laser], longer.Value.ResourceIds!);
        Assert.Equal([Second, Laser], nextDay.Value.ResourceIds!);
        Assert.Equal([Second, Laser], back.Value.ResourceIds!);
    }

    [Theory, EveryDatabase]
    public async Task A_room_is_given_up_and_no_visit_in_it_is_overlooked(Engine engine)
    {
        await using var clinic = await OpenWithRooms(engine);

        for (var round = 0; round < 8; round++)
        {
            var day = Duration.FromDays(round % 5);
            var visits = new List<AppointmentId>();

            for (var i = 0; i < 5; i++)
            {
                visits.Add((await clinic.BooksAtDesk(Visits.Monday(9 + i) + day, DefaultPractice.Avery, $"Ana{(char)('a' + i)}")).Value.Id);
                await clinic.Sets(visits[i], new ChangeAppointment.Request { ResourceIds = [Second] });
                await clinic.Cancels(visits[i]);
            }

            IReadOnlyList<AffectedVisit> told = [];
            await Together(6, async i =>
            {
                if (i == 2)
                {
                    told = (await clinic.Ask((RetireResource.Handler retire) => retire.Handle(Second, true, CancellationToken.None))).Value.Affected;
                    return null;
                }

                return (await clinic.AsDesk((UndoStatus.Handler undo) => undo.Handle(visits[i > 2 ? i - 1 : i], "*", CancellationToken.None))).Refusal;
            });

            await using var scope = await clinic.Scope();
            var open = await scope.Db.Set<Appointment>().AsNoTracking().Where(visit => visits.Contains(visit.Id) && visit.Status != AppointmentStatus.Cancelled).ToListAsync();
            Assert.Equal(
                open.Where(visit => visit.ResourceIds.Contains(Second)).Select(visit => visit.Id).Order(),
                told.Select(visit => visit.AppointmentId).Where(visits.Contains).Order());
            await Reopens(clinic);

            foreach (var visit in open)
            {
                await clinic.Cancels(visit.Id);
            }
        }
    }

    [Theory, EveryDatabase]
    public async Task A_time_kept_in_a_room_that_was_given_up_is_refused_and_the_desk_chooses_no_such_room(Engine engine)
    {
        await using var clinic = await OpenWithRooms(engine);
        var visit = (await clinic.BooksAtDesk(Visits.Monday(14), DefaultPractice.Brook, "Ben")).Value.Id;
        var hold = (await clinic.Holds(Visits.Monday(10), DefaultPractice.Avery)).Value;
        await clinic.Ask((RetireResource.Handler retire) => retire.Handle(First, true, CancellationToken.None));

        var booked = await clinic.Books(Visits.WithHold(hold.Token));
        var chosen = await clinic.Sets(visit, new ChangeAppointment.Request { ResourceIds = [First] });

        Assert.Equal(SchedulingRefusals.SlotUnavailable, booked.Refusal);
        Assert.Equal(Refusals.ValidationFailed, chosen.Refusal);
    }

    [Theory, EveryDatabase]
    public async Task A_cancelled_visit_whose_provider_left_does_not_come_back(Engine engine)
    {
        await using var clinic = await OpenWithRooms(engine);
        var visit = (await clinic.BooksAtDesk(Visits.Monday(10), DefaultPractice.Avery, "Ana")).Value.Id;
        await clinic.Sets(visit, new ChangeAppointment.Request { Status = "cancelled" });
        await clinic.Ask((RetireProvider.Handler retire) => retire.Handle(DefaultPractice.Avery, false, CancellationToken.None));

        var back = await clinic.AsDesk((UndoStatus.Handler undo) => undo.Handle(visit, "*", CancellationToken.None));

        Assert.Equal(SchedulingRefusals.SlotUnavailable, back.Refusal);
    }

    private static async Task<TestClinic> OpenWithRooms(Engine engine)
    {
        var clinic = await OpenClinic(engine, Visits.Host);
        await clinic.Has(Room(First, "Room 1"), Room(Second, "Room 2"), Room(Laser, "Laser", "laser"));
        await clinic.Write<Done>(async scope =>
        {
            await scope.Get<Catalogs>().Touch(CancellationToken.None);
            (await scope.Db.Set<AppointmentType>().SingleAsync(type => type.Id == DefaultPractice.SkinCheck)).ResourceKinds = ["room"];
            return Done.Instance;
        });
        return clinic;
    }

    private static Task Reopens(TestClinic clinic) => clinic.Write<Done>(async scope =>
    {
        await scope.Get<Catalogs>().Touch(CancellationToken.None);
        (await scope.Db.Set<Resource>().SingleAsync(room => room.Id == Second)).Active = true;
        return Done.Instance;
    });

    private static Resource Room(ResourceId id, string name, string kind = "room") =>
        new() { PracticeId = DefaultPractice.Practice, Id = id, ClinicId = DefaultPractice.Clinic, Name = name, Kind = kind };
}

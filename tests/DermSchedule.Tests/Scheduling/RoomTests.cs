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
        await clinic.Has(Room(First, "Room 1"), Room(Second, "Room 2"));
        await clinic.Write<Done>(async scope =>
        {
            await scope.Get<Catalogs>().Touch(CancellationToken.None);
            (await scope.Db.Set<AppointmentType>().SingleAsync(type => type.Id == DefaultPractice.SkinCheck)).ResourceKinds = ["room"];
            return Done.Instance;
        });
        return clinic;
    }

    private static Resource Room(ResourceId id, string name) => new() { PracticeId = DefaultPractice.Practice, Id = id, ClinicId = DefaultPractice.Clinic, Name = name, Kind = "room" };
}

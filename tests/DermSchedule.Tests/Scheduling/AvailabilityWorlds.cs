using DermSchedule.Practices;
using DermSchedule.Scheduling;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace DermSchedule.Tests.Scheduling;

/// <summary>
/// Random practices around days on which something is odd: the clocks change, nights run past midnight, rules begin and end. A world is made
/// from one number, so that a failure is repeated by its number.
/// </summary>
public static class AvailabilityWorlds
{
    /// <summary>Zone, and a first day whose fortnight holds something.</summary>
    private static readonly (string Zone, string Day)[] Places =
    [
        ("America/New_York", "2027-03-13"), ("America/New_York", "2027-11-06"), ("America/Phoenix", "2027-03-13"), ("Pacific/Honolulu", "2027-06-01"),
        ("America/Puerto_Rico", "2027-11-06"), ("Australia/Lord_Howe", "2027-04-03"), ("Australia/Lord_Howe", "2027-10-02"), ("America/New_York", "2027-12-31"),
        ("Africa/Cairo", "2027-04-29"), ("America/Havana", "2027-03-13"),
    ];

    public static Arbitrary<int> Numbers { get; } = Gen.Choose(0, int.MaxValue - 1).ToArbitrary();

    /// <returns>The world and the first of the three days that hold everything.</returns>
    public static (AvailabilityWorld World, LocalDate First) Make(int number)
    {
        var random = new Random(number);
        var (zone, day) = Pick(random, Places);
        var first = AvailabilityWorld.Date(day);
        var world = new AvailabilityWorld(zone);
        world.Johnson.Lanes = random.Next(1, 4);
        for (var i = random.Next(3); i > 0; i--)
        {
            world.AddProvider(20 + i, $"Dr. {i}").AcceptsNewPatients = random.Next(3) > 0;
        }

        for (var i = random.Next(4); i > 0; i--)
        {
            world.AddResource(40 + i, Pick(random, "room", "laser"));
        }

        world.Kind = Pick(random, PatientKind.New, PatientKind.Established);
        world.Urgent = random.Next(2) == 0;
        world.Staff = random.Next(4) == 0;
        world.Now = world.Clock.StartOf(first) + Duration.FromMinutes(random.Next(-4000, 2500)) + Duration.FromSeconds(Pick(random, 0, 0, 30));
        world.Type = Type(random, world);
        Settings(random, world, first);
        for (var i = random.Next(14); i > 0; i--)
        {
            Take(random, world, first);
        }

        return (world, first);
    }

    private static AppointmentType Type(Random random, AvailabilityWorld world) => new()
    {
        PracticeId = AvailabilityWorld.Practice,
        Id = world.Type.Id,
        Name = "Visit",
        Category = Pick(random, Category.Medical, Category.Cosmetic),
        DurationMinutes = random.Next(1, 120),
        DurationMinutesNewPatient = Pick<int?>(random, null, 45, 90),
        BufferBeforeMinutes = Pick(random, 0, 0, 7, 15),
        BufferAfterMinutes = Pick(random, 0, 0, 10, 33),
        StartGridMinutes = Pick(random, 15, 20, 7, 60, 1440),
        MinimumNoticeMinutes = Pick(random, 0, 120, 700),
        HorizonDays = Pick(random, 120, 1, 2),
        ProviderIds = random.Next(4) == 0 ? [world.Johnson.Id] : [],
        ResourceKinds = Pick<string[]>(random, [], [], ["room"], ["room", "laser"], ["room", "room"]),
        DailyCap = Pick<int?>(random, null, null, 2),
        OnlineBookable = random.Next(8) > 0,
        Durations = random.Next(4) == 0 ? [new ProviderDuration(world.Johnson.Id, random.Next(5, 60), Pick<int?>(random, null, 50))] : [],
        ProviderPart = Pick(random, null, null, new ProviderPart(0, 20), new ProviderPart(20, 500), new ProviderPart(5, 10)),
    };

    private static void Settings(Random random, AvailabilityWorld world, LocalDate first)
    {
        foreach (var provider in world.Providers)
        {
            provider.TravelMinutes = Pick(random, 0, 30);
            world.Works(provider, "2027-01-01", null, [.. Week(random, random.Next(1, 4), world.Type.Id)]);
            if (random.Next(3) == 0)
            {
                var from = first.PlusDays(random.Next(-1, 3));
                world.Works(provider, Iso(from), random.Next(2) == 0 ? null : Iso(from.PlusDays(random.Next(2))), [.. Week(random, 2, world.Type.Id)]);
            }

            if (random.Next(3) == 0)
            {
                world.Override(provider, Iso(first.PlusDays(random.Next(-1, 3))), random.Next(2) == 0 ? [] : [("10:10", "13:00"), ("22:00", "02:45")]);
            }

            for (var i = random.Next(3); i > 0; i--)
            {
                var from = Somewhen(random, world, first) + Duration.FromSeconds(Pick(random, 0, 20));
                world.Exceptions.Add(new ProviderException
                {
                    PracticeId = AvailabilityWorld.Practice,
                    Id = AvailabilityWorld.Id<ProviderException>(900 + world.Exceptions.Count),
                    ProviderId = provider.Id,
                    Kind = ExceptionKind.TimeOff,
                    ClinicId = Pick<ClinicId?>(random, null, world.Clinic.Id, world.Branch.Id),
                    StartsAt = from,
                    EndsAt = from + Duration.FromMinutes(random.Next(1, 400)),
                });
            }

            if (random.Next(3) == 0)
            {
                var from = Somewhen(random, world, first);
                world.Exceptions.Add(new ProviderException
                {
                    PracticeId = AvailabilityWorld.Practice,
                    Id = AvailabilityWorld.Id<ProviderException>(900 + world.Exceptions.Count),
                    ProviderId = provider.Id,
                    Kind = ExceptionKind.ExtraSession,
                    ClinicId = Pick(random, world.Clinic.Id, world.Clinic.Id, world.Branch.Id),
                    StartsAt = from,
                    EndsAt = from + Duration.FromMinutes(random.Next(1, 2000)),
                });
            }

            world.Visits[(provider.Id, first.PlusDays(random.Next(3)))] = random.Next(4);
        }

        world.Clinic.Hours = random.Next(3) switch { 0 => [], 1 => [.. AvailabilityWorld.EveryDay("00:00", "24:00").Skip(1)], _ => [.. Week(random, 3, null)] };
        world.Clinic.Holidays = random.Next(4) == 0 ? [new Holiday(first.PlusDays(random.Next(3)), "Holiday")] : [];
    }

    private static IEnumerable<WeeklyHours> Week(Random random, int windows, AppointmentTypeId? type) =>
        from day in Enum.GetValues<IsoDayOfWeek>()
        where day != IsoDayOfWeek.None && random.Next(6) > 0
        from _ in Enumerable.Range(0, windows)
        select new WeeklyHours(day, random.Next(96) * 15, random.Next(97) * 15, type is { } id && random.Next(3) == 0 ? Kept(random, id) : null);

    private static KeptFor Kept(Random random, AppointmentTypeId type) => new(
        Pick<AppointmentTypeId[]>(random, [], [], [type], [AvailabilityWorld.Id<AppointmentType>(77)]),
        Pick<Category?>(random, null, null, Category.Cosmetic),
        Pick<PatientKind?>(random, null, null, PatientKind.New),
        random.Next(3) == 0,
        Pick<int?>(random, null, 6, 24));

    private static void Take(Random random, AvailabilityWorld world, LocalDate first)
    {
        var provider = Pick(random, [.. world.Providers]);
        var resource = world.Resources.Count > 0 && random.Next(3) == 0 ? Pick(random, [.. world.Resources]).Id : provider.Id.As<Resource>();

        // Half of them on the quarter hours on which visits start, so that "just touching" is met often.
        var isRound = random.Next(2) == 0;
        var from = EpochMinutes.Down(Somewhen(random, world, first)) / (isRound ? 15 : 1) * (isRound ? 15 : 1);
        var minutes = isRound ? random.Next(1, 20) * 15 : random.Next(1, 300);
        var lane = random.Next(provider.Lanes + 1);
        var clinic = resource == provider.Id.As<Resource>() && random.Next(3) == 0 ? world.Branch.Id : world.Clinic.Id;
        world.Busy.Add(new BusyTime(
            resource, clinic, lane, random.Next(5) == 0 ? 1000 : lane + 1, from, from + minutes, Pick(random, Enum.GetValues<ReservationKind>()), Guid.Empty));
    }

    private static Instant Somewhen(Random random, AvailabilityWorld world, LocalDate first) => world.Clock.StartOf(first) + Duration.FromMinutes(random.Next(-600, 3 * 1440));

    private static string Iso(LocalDate date) => NodaTime.Text.LocalDatePattern.Iso.Format(date);

    private static T Pick<T>(Random random, params T[] any) => any[random.Next(any.Length)];
}

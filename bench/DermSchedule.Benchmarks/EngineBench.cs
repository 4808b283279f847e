using System.Collections.Frozen;
using System.Diagnostics;
using System.Globalization;
using DermSchedule.Kernel;
using DermSchedule.Practices;
using DermSchedule.Scheduling;
using NodaTime;

namespace DermSchedule.Benchmarks;

/// <summary>
/// The pure slot search (performance.md, "Engine"): 15-minute grid, half of each day taken, with buffers, rooms, overrides, time off and a change
/// of the clocks in the range. "cold" builds the plan from the settings each time, "warm" is what a running server does.
/// </summary>
internal static class EngineBench
{
    private const int WarmUps = 40;
    private const int Runs = 101;

    private static readonly PracticeId Practice = Number<Practice>(1);
    private static readonly LocalDate First = new(2027, 2, 1);

    public static int Run()
    {
        Console.WriteLine("providers × days       cold          warm     free times");
        foreach (var (providers, days) in new[] { (1, 1), (1, 30), (10, 30), (50, 90) })
        {
            var (catalog, clinic, type, busy) = Make(providers, days);
            var question = new AvailabilityQuestion(First, First.PlusDays(days - 1), Instant.FromUtc(2027, 1, 31, 12, 0));
            var plan = AvailabilityPlan.For(catalog, clinic, type, PatientKind.New);
            var found = Availability.Find(plan, question, busy).Sum(day => day.Slots.Count);
            var cold = Median(() => Availability.Find(AvailabilityPlan.For(catalog, clinic, type, PatientKind.New), question, busy));
            var warm = Median(() => Availability.Find(plan, question, busy));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{providers,4} × {days,-4}  {cold,12:0.000} ms {warm,10:0.000} ms {found,10}"));
        }

        return 0;
    }

    private static double Median(Func<object> work)
    {
        for (var i = 0; i < WarmUps; i++)
        {
            work();
        }

        var times = new double[Runs];
        for (var i = 0; i < Runs; i++)
        {
            var start = Stopwatch.GetTimestamp();
            GC.KeepAlive(work());
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(times);
        return times[Runs / 2];
    }

    private static (Catalog Catalog, Clinic Clinic, AppointmentType Type, List<BusyTime> Busy) Make(int providers, int days)
    {
        var clinic = new Clinic
        {
            PracticeId = Practice,
            Id = Number<Clinic>(2),
            Slug = "demo",
            Name = "Demo",
            TimeZone = "America/New_York",
            Phone = "+12125550100",
            Address = "1 Main St",
            Hours = [.. Week(8 * 60, 18 * 60)],
        };
        var type = new AppointmentType
        {
            PracticeId = Practice,
            Id = Number<AppointmentType>(3),
            Name = "Visit",
            Category = Category.Medical,
            DurationMinutes = 30,
            StartGridMinutes = 15,
            BufferBeforeMinutes = 5,
            BufferAfterMinutes = 10,
            ResourceKinds = ["room"],
        };
        var people = Enumerable.Range(100, providers).Select(i => new Provider { PracticeId = Practice, Id = Number<Provider>(i), Name = $"P{i}", ClinicIds = [clinic.Id] }).ToList();
        var rooms = Enumerable.Range(1000, providers).Select(i => new Resource { PracticeId = Practice, Id = Number<Resource>(i), ClinicId = clinic.Id, Name = $"R{i}", Kind = "room" }).ToList();
        var catalog = new Catalog
        {
            Practice = new Practice { Id = Practice, Name = "Demo" },
            Clinics = new[] { clinic }.ToFrozenDictionary(row => row.Id),
            Providers = people.ToFrozenDictionary(row => row.Id),
            Resources = rooms.ToFrozenDictionary(row => row.Id),
            AppointmentTypes = new[] { type }.ToFrozenDictionary(row => row.Id),
            Schedules = [.. people.Select(person => new ProviderSchedule { PracticeId = Practice, ProviderId = person.Id, ClinicId = clinic.Id, EffectiveFrom = new LocalDate(2026, 1, 1), Weekly = [.. Week(9 * 60, 12 * 60), .. Week(13 * 60, 17 * 60)] })],
            Exceptions = [.. people.Select((person, i) => new ProviderException { PracticeId = Practice, Id = Number<ProviderException>(i), ProviderId = person.Id, Kind = ExceptionKind.TimeOff, StartsAt = Noon(i % days), EndsAt = Noon(i % days) + Duration.FromHours(3) })],
            DateOverrides = [.. people.Select((person, i) => new DateOverride { PracticeId = Practice, ProviderId = person.Id, ClinicId = clinic.Id, Date = First.PlusDays((i + 3) % days), Windows = [new WeeklyHours(First.PlusDays((i + 3) % days).DayOfWeek, 600, 900)] })],
            PolicySets = FrozenDictionary<ClinicId, PolicySet>.Empty,
        };
        return (catalog, clinic, type, [.. people.Select((person, i) => (person, rooms[i])).SelectMany(pair => Taken(clinic, pair.person, pair.Item2, days)).OrderBy(row => row.Resource).ThenBy(row => row.StartMinute)]);
    }

    /// <summary>Half of the half-hours of each working day, for the provider and a room.</summary>
    private static IEnumerable<BusyTime> Taken(Clinic clinic, Provider person, Resource room, int days)
    {
        var random = new Random(person.Id.Value.GetHashCode());
        for (var day = 0; day < days; day++)
        {
            for (var half = 0; half < 16; half++)
            {
                if (random.Next(2) == 0)
                {
                    var start = EpochMinutes.Down(Noon(day)) + ((half - 6) * 30);
                    yield return new BusyTime(person.Id.As<Resource>(), clinic.Id, 0, 1, start, start + 30, ReservationKind.Appointment, Guid.Empty);
                    yield return new BusyTime(room.Id, clinic.Id, 0, 1, start, start + 30, ReservationKind.Appointment, Guid.Empty);
                }
            }
        }
    }

    private static Instant Noon(int day) => ClinicClock.In("America/New_York").Bound(First.PlusDays(day).At(new LocalTime(12, 0)));

    private static IEnumerable<WeeklyHours> Week(int start, int end) => Enumerable.Range(1, 5).Select(day => new WeeklyHours((IsoDayOfWeek)day, start, end));

    private static Id<TOf> Number<TOf>(int number) => new(new Guid(number, 0, 0, new byte[8]));
}

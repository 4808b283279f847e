using System.Globalization;
using DermSchedule.Data;
using DermSchedule.Encryption;
using DermSchedule.Kernel;
using DermSchedule.Patients;
using DermSchedule.Practices;
using DermSchedule.Scheduling;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace DermSchedule.Benchmarks;

/// <summary>
/// The clinic of performance.md: 6 providers, 09:00–17:00 Monday to Friday, a 30-minute visit on a 30-minute grid, 1,000 patients; half of the
/// next 60 weekdays booked by a seeded random, and so many visits in the past.
/// </summary>
internal sealed class ClinicSeed(BenchStore store)
{
    public const string Slug = "bench";
    public const int Weekdays = 60;

    private static readonly ClinicClock NewYork = ClinicClock.In("America/New_York");
    private readonly Ids ids = new(TimeProvider.System);
    private readonly PracticeId practice = new Ids(TimeProvider.System).Next<Practice>();
    private readonly Random random = new(20261125);

    public AppointmentTypeId Type { get; private set; }

    public IReadOnlyList<ProviderId> Providers { get; private set; } = [];

    /// <summary>Free starts after the booked stretch, one for each booking of a run.</summary>
    public IReadOnlyList<(ProviderId Provider, Instant Start)> Free { get; private set; } = [];

    public static LocalDate Today => NewYork.DateOf(TimeProvider.System.GetCurrentInstant());

    /// <param name="ahead">Whether the next weekdays are half booked.</param>
    /// <param name="past">Visits behind us.</param>
    public async Task Plant(bool ahead, int past)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddRooms();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(MasterKeyFile.Open(store.KeyFile, create: true));
        store.AddTo(services);
        await using var server = services.BuildServiceProvider();
        await using var first = server.CreateAsyncScope();
        await server.GetRequiredService<IDatabaseEngine>().Migrate(first.ServiceProvider.GetRequiredService<ScheduleDb>(), () => Found(first.ServiceProvider), CancellationToken.None);

        var patients = await Patients(server);
        var visits = Visits(ahead, past).ToList();

        foreach (var part in visits.Chunk(4000))
        {
            await Unit(server, db =>
            {
                foreach (var (provider, start) in part)
                {
                    Add(db, provider, start, patients[random.Next(patients.Count)]);
                }
            });
        }

        await store.Settle();
        Free = [.. Days(Weekdays + 1, 700).SelectMany(day => Starts(day)).SelectMany(start => Providers.Select(provider => (provider, start)))];
    }

    private async Task Found(IServiceProvider services)
    {
        var db = services.GetRequiredService<ScheduleDb>();
        var clinic = ids.Next<Clinic>();
        Type = ids.Next<AppointmentType>();
        Providers = [.. Enumerable.Range(0, 6).Select(_ => ids.Next<Provider>())];
        await db.Write<Done>(
            () =>
            {
                services.GetRequiredService<KeyRing>().Found(db, services.GetRequiredService<PracticeScope>(), practice);
                services.GetRequiredService<PracticeDirectory>().List(DirectoryKind.Slug, PracticeDirectory.SlugHash(Slug));
                db.Add(new Practice { Id = practice, Name = "Bench Dermatology" });
                db.Add(new Clinic { PracticeId = practice, Id = clinic, Slug = Slug, Name = "Bench", TimeZone = "America/New_York", Phone = "+12125550100", Address = "1 Bench Street" });
                db.Add(new AppointmentType
                {
                    PracticeId = practice,
                    Id = Type,
                    Name = "Visit",
                    Category = Category.Medical,
                    DurationMinutes = 30,
                    StartGridMinutes = 30,
                    MinimumNoticeMinutes = 0,
                    HorizonDays = 1500,
                });

                foreach (var provider in Providers)
                {
                    db.Add(new Provider { PracticeId = practice, Id = provider, Name = "Dr. Bench", ClinicIds = [clinic] });
                    db.Add(new ProviderSchedule
                    {
                        PracticeId = practice,
                        ProviderId = provider,
                        ClinicId = clinic,
                        EffectiveFrom = new LocalDate(2020, 1, 1),
                        Weekly = [.. Enumerable.Range(1, 5).Select(day => new WeeklyHours((IsoDayOfWeek)day, 9 * 60, 17 * 60))],
                    });
                }

                return Task.FromResult<Result<Done>>(Done.Instance);
            },
            CancellationToken.None);
        Clinic = clinic;
    }

    private ClinicId Clinic { get; set; }

    public const int People = 1000;

    /// <summary>The i-th patient of the practice.</summary>
    public static PersonDetails Person(int i)
    {
        _ = PhoneNumber.TryParse(string.Create(CultureInfo.InvariantCulture, $"212555{i:0000}"), out var phone);
        return new PersonDetails("Bench", "Person", new LocalDate(1950 + (i % 50), 1 + (i % 12), 1 + (i % 28)), phone, null, "en", null, null);
    }

    private async Task<List<PatientId>> Patients(ServiceProvider server)
    {
        var people = new List<PatientId>();
        await Unit(server, async services =>
        {
            var records = services.GetRequiredService<PatientRecords>();

            for (var i = 0; i < People; i++)
            {
                people.Add((await records.Add(Person(i), TimeProvider.System.GetCurrentInstant(), CancellationToken.None)).PatientId);
            }
        });
        return people;
    }

    private IEnumerable<(ProviderId Provider, Instant Start)> Visits(bool ahead, int past)
    {
        if (ahead)
        {
            var slots = Days(1, Weekdays).SelectMany(day => Starts(day)).SelectMany(start => Providers.Select(provider => (provider, start))).ToArray();
            random.Shuffle(slots);

            foreach (var slot in slots.Take(slots.Length / 2))
            {
                yield return slot;
            }
        }

        foreach (var slot in Days(-(past / 90) - 3, past / 90).SelectMany(day => Starts(day)).SelectMany(start => Providers.Select(provider => (provider, start))).Take(past))
        {
            yield return slot;
        }
    }

    /// <summary>So many weekdays, beginning so many weekdays from today.</summary>
    private static IEnumerable<LocalDate> Days(int from, int count)
    {
        var day = Today.PlusDays(from < 0 ? from * 7 / 5 : 0);
        var skip = Math.Max(0, from - 1);
        return Enumerable.Range(1, int.MaxValue).Select(i => day.PlusDays(i)).Where(date => date.DayOfWeek < IsoDayOfWeek.Saturday).Skip(skip).Take(count);
    }

    private static IEnumerable<Instant> Starts(LocalDate day) => Enumerable.Range(0, 16).Select(i => NewYork.Bound(day.At(new LocalTime(9, 0))) + Duration.FromMinutes(30 * i));

    private void Add(ScheduleDb db, ProviderId provider, Instant start, PatientId patient)
    {
        var id = ids.Next<Appointment>();
        db.Add(new Appointment
        {
            PracticeId = practice,
            Id = id,
            ClinicId = Clinic,
            ProviderId = provider,
            AppointmentTypeId = Type,
            PatientId = patient,
            PatientKind = PatientKind.Established,
            Status = AppointmentStatus.Confirmed,
            StartsAt = start,
            EndsAt = start + Duration.FromMinutes(30),
            PromisedWall = NewYork.WallOf(start),
            Source = AppointmentSource.Import,
            BookedAt = start - Duration.FromDays(30),
            ChangedAt = start - Duration.FromDays(30),
            Language = "en",
        });
        db.Add(new Reservation
        {
            PracticeId = practice,
            Id = ids.Next<Reservation>(),
            ResourceId = provider.As<Resource>(),
            ClinicId = Clinic,
            LaneFrom = 0,
            LaneTo = 1,
            StartsAt = start,
            EndsAt = start + Duration.FromMinutes(30),
            Kind = ReservationKind.Appointment,
            OwnerId = id.Value,
        });
    }

    private Task Unit(ServiceProvider server, Action<ScheduleDb> write) => Unit(server, services =>
    {
        write(services.GetRequiredService<ScheduleDb>());
        return Task.CompletedTask;
    });

    private async Task Unit(ServiceProvider server, Func<IServiceProvider, Task> write)
    {
        await using var scope = server.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ScheduleDb>();
        await scope.ServiceProvider.GetRequiredService<PracticeDirectory>().Enter(practice, CancellationToken.None);
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        await db.Write<Done>(
            async () =>
            {
                await write(scope.ServiceProvider);
                return Done.Instance;
            },
            CancellationToken.None);
    }
}

using DermSchedule.Data;
using DermSchedule.Encryption;
using DermSchedule.Practices;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace DermSchedule.Tests.Infrastructure;

/// <summary>
/// The practice every test clinic begins with: one clinic in New York, two providers who work Monday to Friday from nine to five, one type of visit
/// of half an hour. Always the same ids, so that a test can name them.
/// </summary>
public static class DefaultPractice
{
    public const string Slug = "demo-test";
    public const string Zone = "America/New_York";

    public static readonly PracticeId Practice = new(new Guid("01950000-0000-7000-8000-000000000001"));
    public static readonly ClinicId Clinic = new(new Guid("01950000-0000-7000-8000-000000000002"));

    /// <summary>Dr. Avery.</summary>
    public static readonly ProviderId Avery = new(new Guid("01950000-0000-7000-8000-000000000003"));

    /// <summary>Dr. Brook.</summary>
    public static readonly ProviderId Brook = new(new Guid("01950000-0000-7000-8000-000000000004"));

    /// <summary>Thirty minutes, every half hour, without notice, buffers or deposit.</summary>
    public static readonly AppointmentTypeId SkinCheck = new(new Guid("01950000-0000-7000-8000-000000000005"));

    /// <summary>Monday, 1 March 2027, 08:00 in New York: an hour before the clinic opens.</summary>
    public static readonly Instant Start = Instant.FromUtc(2027, 3, 1, 13, 0);

    /// <summary>The master key of all tests; a secret of nobody.</summary>
    public static readonly MasterKey MasterKey = new("a test clinic keeps no real data"u8);

    private static readonly IReadOnlyList<WeeklyHours> NineToFive =
        [.. new[] { IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday }.Select(day => new WeeklyHours(day, 9 * 60, 17 * 60))];

    /// <summary>Migrates an empty database and founds the practice in it.</summary>
    internal static async Task Found(ClinicStorage storage)
    {
        await using var server = TestClinic.Server(storage, new FakeClock(Start), more: null);
        await using var scope = server.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ScheduleDb>();
        await server.GetRequiredService<IDatabaseEngine>().Migrate(db, () => Seed(scope.ServiceProvider, db), CancellationToken.None);
    }

    private static Task<Result<Done>> Seed(IServiceProvider services, ScheduleDb db) => db.Write<Done>(
        () =>
        {
            services.GetRequiredService<KeyRing>().Found(db, services.GetRequiredService<PracticeScope>(), Practice);
            services.GetRequiredService<PracticeDirectory>().List(DirectoryKind.Slug, PracticeDirectory.SlugHash(Slug));
            db.Add(new Practice { Id = Practice, Name = "Demo Dermatology" });
            db.Add(new Clinic { PracticeId = Practice, Id = Clinic, Slug = Slug, Name = "Demo Dermatology Downtown", TimeZone = Zone, Phone = "+12125550100", Address = "1 Test Street, New York, NY 10001" });
            db.AddRange(Working(Avery, "Dr. Avery"), Working(Brook, "Dr. Brook"));
            db.AddRange(HoursOf(Avery), HoursOf(Brook));
            db.Add(new AppointmentType
            {
                PracticeId = Practice,
                Id = SkinCheck,
                Name = "Skin check",
                Category = Category.Medical,
                DurationMinutes = 30,
                StartGridMinutes = 30,
                MinimumNoticeMinutes = 0,
            });
            return Task.FromResult<Result<Done>>(Done.Instance);
        },
        CancellationToken.None);

    private static Provider Working(ProviderId id, string name) => new() { PracticeId = Practice, Id = id, Name = name, ClinicIds = [Clinic] };

    private static ProviderSchedule HoursOf(ProviderId provider) =>
        new() { PracticeId = Practice, ProviderId = provider, ClinicId = Clinic, EffectiveFrom = new LocalDate(2020, 1, 1), Weekly = NineToFive };
}

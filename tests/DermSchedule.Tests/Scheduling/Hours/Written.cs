using System.Collections.Frozen;
using DermSchedule.Kernel;
using DermSchedule.Practices;
using DermSchedule.Scheduling;
using DermSchedule.Tests.Infrastructure;
using NodaTime;

namespace DermSchedule.Tests.Scheduling.Hours;

/// <summary>Hours and visits as a test writes them down: one provider at one clinic in New York.</summary>
internal static class Written
{
    public static readonly ClinicClock NewYork = ClinicClock.In(DefaultPractice.Zone);

    public static VisitTime Visit(string from, string to) => Visit(Wall(from), Wall(to));

    public static VisitTime Visit(Instant from, Instant to) => new(default, DefaultPractice.Clinic, DefaultPractice.Avery, DefaultPractice.SkinCheck, from, to, NewYork.WallOf(from));

    /// <summary>Whether the clinic is open for all of the visit.</summary>
    public static bool IsOpen(VisitTime visit, Catalog catalog) => !VisitGrounds.Of(visit, catalog).Any(ground => ground.Why is Outside.Holiday or Outside.ClinicHours);

    /// <summary>Whether the provider works there for as long as the visit needs the provider.</summary>
    public static bool Works(VisitTime visit, Catalog catalog) => !VisitGrounds.Of(visit, catalog).Any(ground => ground.Why is Outside.TimeOff or Outside.ProviderHours);

    private static Instant Wall(string text) => NewYork.Bound(NodaTime.Text.LocalDateTimePattern.GeneralIso.Parse(text).Value);

    public static ProviderSchedule From(int year, params WeeklyHours[] weekly) => new()
    {
        PracticeId = DefaultPractice.Practice,
        ProviderId = DefaultPractice.Avery,
        ClinicId = DefaultPractice.Clinic,
        EffectiveFrom = new LocalDate(year, 1, 1),
        Weekly = weekly,
    };

    public static DateOverride On(int year, int month, int day, params WeeklyHours[] windows) => new()
    {
        PracticeId = DefaultPractice.Practice,
        ProviderId = DefaultPractice.Avery,
        ClinicId = DefaultPractice.Clinic,
        Date = new LocalDate(year, month, day),
        Windows = windows,
    };

    public static ProviderException Exception(ExceptionKind kind, string from, string to) => new()
    {
        PracticeId = DefaultPractice.Practice,
        Id = default,
        ProviderId = DefaultPractice.Avery,
        ClinicId = DefaultPractice.Clinic,
        Kind = kind,
        StartsAt = Wall(from),
        EndsAt = Wall(to),
    };

    public static Catalog Catalog(
        WeeklyHours[]? hours = null, Holiday[]? holidays = null, ProviderSchedule[]? schedules = null, DateOverride[]? overrides = null, ProviderException[]? exceptions = null)
    {
        var clinic = new Clinic
        {
            PracticeId = DefaultPractice.Practice,
            Id = DefaultPractice.Clinic,
            Slug = "demo",
            Name = "Demo",
            TimeZone = DefaultPractice.Zone,
            Phone = "+12125550100",
            Address = "1 Test Street",
            Hours = hours ?? [],
            Holidays = holidays ?? [],
        };
        return new Catalog
        {
            Practice = new Practice { Id = DefaultPractice.Practice, Name = "Demo" },
            Clinics = new[] { clinic }.ToFrozenDictionary(row => row.Id),
            Providers = FrozenDictionary<ProviderId, Provider>.Empty,
            Resources = FrozenDictionary<ResourceId, Resource>.Empty,
            AppointmentTypes = FrozenDictionary<AppointmentTypeId, AppointmentType>.Empty,
            Schedules = schedules ?? [],
            Exceptions = exceptions ?? [],
            DateOverrides = overrides ?? [],
            PolicySets = FrozenDictionary<ClinicId, PolicySet>.Empty,
        };
    }
}

using System.Collections.Frozen;
using DermSchedule.Kernel;
using DermSchedule.Practices;
using NodaTime;
using Xunit;

namespace DermSchedule.Tests.Settings;

/// <summary>When somebody picks up the phone (domain.md 6): against a naive walk over minutes, through the changes of the clocks.</summary>
public sealed class OpeningTimesTests
{
    private static readonly PracticeId Practice = new(new Guid("01950000-0000-7000-8000-000000000001"));
    private static readonly ClinicId Here = new(new Guid("01950000-0000-7000-8000-000000000002"));
    private static readonly DateTimeZone NewYork = DateTimeZoneProviders.Tzdb["America/New_York"];

    [Fact]
    public void Open_next_opening_and_opening_minutes_agree_with_a_walk_over_every_minute()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            var clinic = RandomClinic(random);
            var times = OpeningTimes.Of(Catalog([]), clinic);

            // The weeks of both changes of the clocks and one of none.
            var start = new[] { new LocalDate(2027, 3, 12), new LocalDate(2027, 11, 5), new LocalDate(2027, 6, 3) }[seed % 3].At(new LocalTime(random.Next(24), random.Next(60)));
            var now = NewYork.AtLeniently(start).ToInstant();
            var minutes = Enumerable.Range(0, 6 * 24 * 60).Select(minute => now + Duration.FromMinutes(minute)).ToList();
            var open = minutes.Where(minute => IsOpen(clinic, minute)).ToList();

            Assert.All(minutes.Where((_, index) => index % 97 == 0), minute => Assert.Equal(IsOpen(clinic, minute), times.IsOpen(minute)));
            Assert.True(open.Count == 0 || times.OpensAt(now) == open[0], $"seed {seed}");
            Assert.True(open.Count < 90 || times.After(now, Duration.FromMinutes(90)) == open[89] + Duration.FromMinutes(1), $"seed {seed}");
        }
    }

    [Fact]
    public void A_clinic_without_hours_answers_when_anybody_works_there_and_a_new_schedule_takes_the_place_of_the_old()
    {
        var clinic = Clinic([]);
        ProviderSchedule Of(LocalDate from, int start) => new()
        {
            PracticeId = Practice,
            ProviderId = new ProviderId(new Guid("01950000-0000-7000-8000-000000000003")),
            ClinicId = Here,
            EffectiveFrom = from,
            Weekly = [new WeeklyHours(IsoDayOfWeek.Monday, start * 60, 12 * 60)],
        };
        var times = OpeningTimes.Of(Catalog([Of(new LocalDate(2020, 1, 1), 8), Of(new LocalDate(2027, 3, 8), 10)]), clinic);

        Assert.True(times.IsOpen(At(2027, 3, 1, 8)));
        Assert.False(times.IsOpen(At(2027, 3, 8, 8)));
        Assert.True(times.IsOpen(At(2027, 3, 8, 10)));
        Assert.False(times.IsOpen(At(2027, 3, 2, 10)));
    }

    [Fact]
    public void A_clinic_that_never_opens_opens_at_no_time_and_what_is_due_there_is_due_as_if_it_did()
    {
        var times = OpeningTimes.Of(Catalog([]), Clinic([]));

        Assert.Null(times.OpensAt(At(2027, 3, 1, 8)));
        Assert.Equal(At(2027, 3, 1, 9), times.After(At(2027, 3, 1, 8), Duration.FromHours(1)));
    }

    private static Instant At(int year, int month, int day, int hour) => NewYork.AtStrictly(new LocalDateTime(year, month, day, hour, 0)).ToInstant();

    /// <summary>The rule in one sentence: a window of that local day, or one of the day before that runs past midnight, covers the minute.</summary>
    private static bool IsOpen(Clinic clinic, Instant minute)
    {
        var date = minute.InZone(NewYork).Date;
        return new[] { date.PlusDays(-1), date }.Where(day => clinic.Holidays.All(holiday => holiday.Date != day)).Any(day => clinic.Hours.Where(window => window.Day == day.DayOfWeek).Any(window =>
            Bound(day, window.Start) <= minute && minute < Bound(day, window.Start + window.Minutes)));
    }

    private static Instant Bound(LocalDate day, int minutes) => new ClinicClock(NewYork).Bound(day.AtMidnight().PlusMinutes(minutes));

    private static Clinic RandomClinic(Random random)
    {
        var hours = Enumerable.Range(0, random.Next(1, 8)).Select(_ => new WeeklyHours((IsoDayOfWeek)random.Next(1, 8), random.Next(1440), random.Next(1441))).ToList();
        var clinic = Clinic(hours);
        clinic.Holidays = random.Next(2) == 0 ? [] : [new Holiday(new LocalDate(2027, 3, 14), "A holiday"), new Holiday(new LocalDate(2027, 11, 8), "Another")];
        return clinic;
    }

    private static Clinic Clinic(IReadOnlyList<WeeklyHours> hours) => new()
    {
        PracticeId = Practice,
        Id = Here,
        Slug = "here",
        Name = "Here",
        TimeZone = "America/New_York",
        Phone = "+12125550100",
        Address = "1 Test Street",
        Hours = hours,
    };

    private static Catalog Catalog(IReadOnlyList<ProviderSchedule> schedules) => new()
    {
        Practice = new Practice { Id = Practice, Name = "Here" },
        Clinics = FrozenDictionary<ClinicId, Clinic>.Empty,
        Providers = schedules.Select(schedule => new Provider { PracticeId = Practice, Id = schedule.ProviderId, Name = "Dr. Avery", ClinicIds = [Here] })
            .DistinctBy(provider => provider.Id).ToFrozenDictionary(provider => provider.Id),
        Resources = FrozenDictionary<ResourceId, Resource>.Empty,
        AppointmentTypes = FrozenDictionary<AppointmentTypeId, AppointmentType>.Empty,
        Schedules = schedules,
        Exceptions = [],
        DateOverrides = [],
        PolicySets = FrozenDictionary<ClinicId, PolicySet>.Empty,
    };
}

using System.Collections.Frozen;
using DermSchedule.Kernel;
using DermSchedule.Practices;
using DermSchedule.Scheduling;
using DermSchedule.Tests.Infrastructure;
using NodaTime;
using Xunit;
using static DermSchedule.Tests.Scheduling.Hours.Written;

namespace DermSchedule.Tests.Scheduling.Hours;

/// <summary>Pure: a visit against hours, in New York. 1 March 2027 is a Monday; the clocks go forward on Sunday 14 March and back on Sunday 7 November.</summary>
public sealed class VisitHoursTests
{
    private static readonly WeeklyHours Monday = new(IsoDayOfWeek.Monday, 9 * 60, 17 * 60);

    [Theory]
    [InlineData("09:00", "09:30", true)]
    [InlineData("16:30", "17:00", true)]
    [InlineData("08:59", "09:29", false)]
    [InlineData("16:31", "17:01", false)]
    public void A_visit_lies_inside_from_its_first_minute_to_its_last(string from, string to, bool inside)
    {
        var visit = Visit($"2027-03-01T{from}:00", $"2027-03-01T{to}:00");

        Assert.Equal(inside, Works(visit, Catalog(schedules: [From(2020, Monday)])));
        Assert.Equal(inside, IsOpen(visit, Catalog(hours: [Monday])));
    }

    [Fact]
    public void A_clinic_without_hours_has_no_restriction_and_a_provider_without_a_schedule_does_not_work()
    {
        var visit = Visit("2027-03-01T09:00:00", "2027-03-01T09:30:00");

        Assert.True(IsOpen(visit, Catalog()));
        Assert.False(Works(visit, Catalog()));
    }

    [Fact]
    public void Windows_that_touch_are_one_and_a_gap_between_them_is_none()
    {
        var visit = Visit("2027-03-01T11:45:00", "2027-03-01T12:15:00");

        Assert.True(IsOpen(visit, Catalog(hours: [new(IsoDayOfWeek.Monday, 720, 1020), new(IsoDayOfWeek.Monday, 540, 720)])));
        Assert.False(IsOpen(visit, Catalog(hours: [new(IsoDayOfWeek.Monday, 725, 1020), new(IsoDayOfWeek.Monday, 540, 720)])));
    }

    [Fact]
    public void A_window_past_midnight_belongs_to_the_day_it_starts_on()
    {
        var night = Catalog(schedules: [From(2020, new WeeklyHours(IsoDayOfWeek.Monday, 22 * 60, 6 * 60))]);

        Assert.True(Works(Visit("2027-03-01T23:30:00", "2027-03-02T00:30:00"), night));
        Assert.True(Works(Visit("2027-03-02T05:00:00", "2027-03-02T06:00:00"), night));
        Assert.False(Works(Visit("2027-03-01T05:00:00", "2027-03-01T06:00:00"), night));
    }

    [Fact]
    public void Hours_follow_the_wall_clock_through_both_changes_of_the_clocks()
    {
        var sunday = Catalog(schedules: [From(2020, new WeeklyHours(IsoDayOfWeek.Sunday, 60, 240))]);
        var spring = NewYork.StartOf(new LocalDate(2027, 3, 14));
        var autumn = NewYork.StartOf(new LocalDate(2027, 11, 7));

        Assert.True(Works(Visit(spring + Duration.FromHours(1), spring + Duration.FromHours(3)), sunday));
        Assert.False(Works(Visit(spring + Duration.FromHours(1), spring + Duration.FromHours(4)), sunday));
        Assert.True(Works(Visit(autumn + Duration.FromHours(1), autumn + Duration.FromHours(5)), sunday));
    }

    [Fact]
    public void A_holiday_closes_the_whole_local_day()
    {
        var closed = Catalog(holidays: [new Holiday(new LocalDate(2027, 3, 1), "Closed")]);

        Assert.False(IsOpen(Visit("2027-03-01T00:00:00", "2027-03-01T00:30:00"), closed));
        Assert.False(IsOpen(Visit("2027-02-28T23:45:00", "2027-03-01T00:15:00"), closed));
        Assert.True(IsOpen(Visit("2027-02-28T23:30:00", "2027-03-01T00:00:00"), closed));
        Assert.True(IsOpen(Visit("2027-03-02T00:00:00", "2027-03-02T00:30:00"), closed));
    }

    [Fact]
    public void The_newest_schedule_that_has_begun_rules_and_an_override_rules_over_it()
    {
        var visit = Visit("2027-03-01T09:00:00", "2027-03-01T09:30:00");
        var afternoon = new WeeklyHours(IsoDayOfWeek.Monday, 13 * 60, 17 * 60);
        var ended = From(2026, Monday);
        ended.EffectiveTo = new LocalDate(2027, 2, 28);

        Assert.False(Works(visit, Catalog(schedules: [From(2020, Monday), From(2026, afternoon)])));
        Assert.True(Works(visit, Catalog(schedules: [From(2020, Monday), From(2028, afternoon)])));
        Assert.False(Works(visit, Catalog(schedules: [From(2020, Monday), ended])));
        Assert.False(Works(visit, Catalog(schedules: [From(2020, Monday)], overrides: [On(2027, 3, 1)])));
        Assert.True(Works(visit, Catalog(schedules: [From(2020, afternoon)], overrides: [On(2027, 3, 1, Monday)])));
    }

    [Fact]
    public void Time_off_takes_the_provider_away_and_an_extra_session_brings_one_in()
    {
        var visit = Visit("2027-03-01T09:00:00", "2027-03-01T09:30:00");
        var off = Exception(ExceptionKind.TimeOff, "2027-03-01T09:29:00", "2027-03-01T12:00:00");
        var touching = Exception(ExceptionKind.TimeOff, "2027-03-01T09:30:00", "2027-03-01T12:00:00");
        var extra = Exception(ExceptionKind.ExtraSession, "2027-03-01T08:00:00", "2027-03-01T10:00:00");

        Assert.False(Works(visit, Catalog(schedules: [From(2020, Monday)], exceptions: [off])));
        Assert.True(Works(visit, Catalog(schedules: [From(2020, Monday)], exceptions: [touching])));
        Assert.True(Works(visit, Catalog(exceptions: [extra])));
    }

    [Fact]
    public void A_provider_needed_for_a_part_only_may_leave_before_the_end()
    {
        var visit = Visit("2027-03-01T16:30:00", "2027-03-01T18:00:00");
        var type = new AppointmentType
        {
            PracticeId = DefaultPractice.Practice,
            Id = DefaultPractice.SkinCheck,
            Name = "Mohs",
            Category = Category.Medical,
            DurationMinutes = 90,
            ProviderPart = new ProviderPart(0, 30),
        };

        Assert.False(Works(visit, Catalog(schedules: [From(2020, Monday)])));
        Assert.True(Works(visit, Catalog(schedules: [From(2020, Monday)]) with { AppointmentTypes = new[] { type }.ToFrozenDictionary(row => row.Id) }));
    }

    [Fact]
    public void A_visit_that_staff_put_outside_on_purpose_is_no_news()
    {
        var visit = Visit("2027-03-01T18:00:00", "2027-03-01T18:30:00");

        Assert.False(VisitGrounds.Adds(visit, Catalog(schedules: [From(2020, Monday)]), Catalog(schedules: [From(2020, new WeeklyHours(IsoDayOfWeek.Monday, 9 * 60, 12 * 60))])));
        Assert.False(VisitGrounds.Adds(visit, Catalog(hours: [Monday]), Catalog(hours: [new(IsoDayOfWeek.Monday, 9 * 60, 12 * 60)])));
        Assert.False(VisitGrounds.Adds(visit, Catalog(), Catalog(schedules: [From(2020, Monday)])));
    }

    [Fact]
    public void What_closes_the_day_affects_also_the_visit_that_staff_put_outside_the_hours()
    {
        var visit = Visit("2027-03-01T18:00:00", "2027-03-01T18:30:00");
        var works = Catalog(hours: [Monday], schedules: [From(2020, Monday)]);
        var off = Exception(ExceptionKind.TimeOff, "2027-03-01T00:00:00", "2027-03-02T00:00:00");
        var tuesday = new WeeklyHours(IsoDayOfWeek.Tuesday, 9 * 60, 17 * 60);

        Assert.True(VisitGrounds.Adds(visit, works, works with { Exceptions = [off] }));
        Assert.True(VisitGrounds.Adds(visit, works, Catalog(hours: [Monday], schedules: [From(2020, Monday)], holidays: [new Holiday(new LocalDate(2027, 3, 1), "Closed")])));
        Assert.True(VisitGrounds.Adds(visit, works, works with { DateOverrides = [On(2027, 3, 1)] }));
        Assert.True(VisitGrounds.Adds(visit, works, works with { Schedules = [From(2020, tuesday)] }));
        Assert.True(VisitGrounds.Adds(visit, works, Catalog(hours: [tuesday], schedules: [From(2020, Monday)])));
        Assert.False(VisitGrounds.Adds(visit, works with { DateOverrides = [On(2027, 3, 1)] }, works with { DateOverrides = [On(2027, 3, 1)], Schedules = [From(2020, tuesday)] }));
    }
}

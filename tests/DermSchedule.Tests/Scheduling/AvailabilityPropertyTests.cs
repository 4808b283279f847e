using DermSchedule.Scheduling;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Xunit;

namespace DermSchedule.Tests.Scheduling;

/// <summary>The engine against the oracle, over random practices.</summary>
public sealed class AvailabilityPropertyTests
{
    private static readonly Config Several = Config.QuickThrowOnFailure.WithMaxTest(600).WithQuietOnSuccess(true);

    [Fact]
    public void The_engine_finds_what_asking_minute_by_minute_finds()
    {
        var found = 0;

        Check.One(Several, Prop.ForAll(AvailabilityWorlds.Numbers, number =>
        {
            var (world, first) = AvailabilityWorlds.Make(number);
            var expected = new AvailabilityOracle(world).Free(first, first.PlusDays(2)).ToList();
            var actual = Free(world, first).ToList();
            found += actual.Count;
            return actual.SequenceEqual(expected).Label(Difference(expected, actual));
        }));

        // Worlds in which nothing is ever free would prove nothing.
        Assert.True(found > 10_000, $"Only {found} free times in all worlds.");
    }

    [Fact]
    public void A_start_is_bookable_exactly_when_a_search_shows_it() => Check.One(Several, Prop.ForAll(AvailabilityWorlds.Numbers, number =>
    {
        var (world, first) = AvailabilityWorlds.Make(number);
        var plan = world.Plan();
        var rows = world.Rows();
        var shown = Free(world, first).ToHashSet();
        var midnight = world.Clock.StartOf(first);
        var wrong = new List<string>();
        for (var minute = 0; minute < 3 * 1440; minute += 5)
        {
            var start = midnight + Duration.FromMinutes(minute);
            foreach (var provider in plan.Providers.Where(_ => start >= world.Now || !world.Staff))
            {
                var wish = new SlotWish(world.Clinic, world.Type, provider.Id, start, world.Kind) { Staff = world.Staff, Triage = world.Triage };
                var verdict = SlotCheck.Of(plan, wish, provider.Id, rows, world.Visits.GetValueOrDefault((provider.Id, world.Clock.DateOf(start))), world.Now);
                if (verdict.IsBookable != shown.Contains((start, provider.Id)) && world.Clock.DateOf(start) <= first.PlusDays(2))
                {
                    wrong.Add($"{start} {provider.Id}: {string.Join(',', verdict.Obstacles)}");
                }
            }
        }

        return (wrong.Count == 0).Label(string.Join('\n', wrong.Take(5)));
    }));

    [Fact]
    public void Every_choice_for_a_bookable_start_fits_between_what_is_taken() => Check.One(Several, Prop.ForAll(AvailabilityWorlds.Numbers, number =>
    {
        var (world, first) = AvailabilityWorlds.Make(number);
        var plan = world.Plan();
        var ids = new Kernel.Ids(TimeProvider.System);
        return Free(world, first).Take(20).All(slot =>
        {
            var wish = new SlotWish(world.Clinic, world.Type, slot.Provider, slot.Start, world.Kind) { Staff = world.Staff, Triage = world.Triage };
            var verdict = SlotCheck.Of(plan, wish, slot.Provider, world.Rows(), 0, world.Now);
            var choices = verdict.Choices().ToList();
            return choices.Count > 0 && choices.TrueForAll(choice => verdict.Rows(choice, world.Clinic, ReservationKind.Hold, Guid.Empty, null, ids).All(row => !world.Busy.Exists(busy =>
                    busy.Resource == row.ResourceId && (busy.Clinic != row.ClinicId || (busy.LaneFrom < row.LaneTo && row.LaneFrom < busy.LaneTo) || choice.Resources.Contains(row.ResourceId))
                    && EpochMinutes.ToInstant(busy.StartMinute) < row.EndsAt && row.StartsAt < EpochMinutes.ToInstant(busy.EndMinute))))
                && choices.TrueForAll(choice => choice.Resources.Count == world.Type.ResourceKinds.Count && choice.Resources.Distinct().Count() == choice.Resources.Count);
        });
    }));

    [Fact]
    public void One_provider_sees_what_that_provider_has_among_all() => Check.One(Several, Prop.ForAll(AvailabilityWorlds.Numbers, number =>
    {
        var (world, first) = AvailabilityWorlds.Make(number);
        var all = Free(world, first).ToList();
        return world.Providers.TrueForAll(provider => Free(world, first, provider.Id).SequenceEqual(all.Where(slot => slot.Provider == provider.Id)));
    }));

    [Fact]
    public void The_closest_of_a_few_days_are_the_closest_of_many_where_that_is_said()
    {
        var settled = 0;

        Check.One(Several, Prop.ForAll(AvailabilityWorlds.Numbers, number =>
        {
            var (world, first) = AvailabilityWorlds.Make(number);
            var day = first.PlusDays(number % 3);
            var lost = world.Clock.StartOf(day) + Duration.FromMinutes(15 * (number % 92));
            var (from, to) = (day.PlusDays(-Alternatives.DaysFirst), day.PlusDays(Alternatives.DaysFirst));
            var near = Alternatives.Nearest(Days(world, from, to), lost, null);

            if (!Alternatives.AreClosest(near, lost, world.Clock.StartOf(from), world.Clock.StartOf(to.PlusDays(1))))
            {
                return true;
            }

            settled++;
            return near.SequenceEqual(Alternatives.Nearest(Days(world, day.PlusDays(-Alternatives.DaysAround), day.PlusDays(Alternatives.DaysAround)), lost, null));
        }));

        // Where nothing is ever settled, nothing is gained.
        Assert.True(settled > 100, $"Only {settled} of all worlds were settled by a few days.");
    }

    private static IReadOnlyList<FreeDay> Days(AvailabilityWorld world, LocalDate from, LocalDate to) =>
        Availability.Find(world.Plan(), new AvailabilityQuestion(from, to, world.Now) { Staff = world.Staff }, world.Rows(), world.Visits);

    private static IEnumerable<(Instant Start, ProviderId Provider)> Free(AvailabilityWorld world, LocalDate first, ProviderId? only = null)
    {
        var question = new AvailabilityQuestion(first, first.PlusDays(2), world.Now) { Provider = only, Staff = world.Staff };
        return Availability.Find(world.Plan(), question, world.Rows(), world.Visits)
            .SelectMany(day => day.Slots.Select(slot => (slot.StartsAt, slot.ProviderId)));
    }

    private static string Difference(List<(Instant Start, ProviderId Provider)> expected, List<(Instant Start, ProviderId Provider)> actual) =>
        $"missing: {string.Join(' ', expected.Except(actual).Take(3))}; invented: {string.Join(' ', actual.Except(expected).Take(3))}; order: {expected.Count}/{actual.Count}";
}

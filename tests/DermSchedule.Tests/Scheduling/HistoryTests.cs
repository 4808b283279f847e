using DermSchedule.Audit;
using DermSchedule.Data;
using DermSchedule.Scheduling;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DermSchedule.Tests.Scheduling;

/// <summary>Sixteen callers hold, book, move, cancel, release and confirm at once over six times while the clock goes on (R-CO-2).</summary>
public sealed class HistoryTests : ClinicTests
{
    private const int Callers = 16;
    private const int Calls = 25;

    [Theory, EveryDatabase(11, 22, 33)]
    public async Task What_callers_were_told_fits_one_order_of_events_and_what_is_stored(Engine engine, int seed)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var history = new History();
        var everybody = new List<Booker>();

        for (var i = 0; i < Callers; i++)
        {
            everybody.Add(new Booker(clinic, history, new Random((seed * 100) + i), everybody, "Caller " + (char)('A' + i)));
        }

        await Together(everybody, async booker =>
        {
            for (var call = 0; call < Calls; call++)
            {
                await booker.Next();
            }

            return true;
        });

        Assert.Empty(history.Contradictions());
        await CheckStore(clinic, [.. everybody.SelectMany(booker => booker.All)]);
    }

    private static async Task CheckStore(TestClinic clinic, List<Booker.Mine> promised)
    {
        await using var scope = await clinic.Scope();
        var visits = await scope.Db.Set<Appointment>().AsNoTracking().ToDictionaryAsync(visit => visit.Id);
        var events = (await scope.Db.Set<AppointmentEvent>().AsNoTracking().OrderBy(row => row.Id).ToListAsync()).ToLookup(row => row.AppointmentId);
        var lines = await scope.Db.Set<AuditEntry>().CountAsync(line => line.EntityType == "appointment" && line.Action != "appointment.read");
        var rows = await clinic.Reservations();

        Assert.Equal(promised.Select(mine => mine.Id).Order(), visits.Keys.Order());
        Assert.Equal(events.Sum(story => story.Count()), lines);
        Assert.DoesNotContain(rows, row => rows.Any(other => other.Id != row.Id && other.ResourceId == row.ResourceId && other.StartsAt < row.EndsAt && row.StartsAt < other.EndsAt));

        foreach (var mine in promised)
        {
            var visit = visits[mine.Id];
            Assert.Equal(mine.Cancelled, visit.Status == AppointmentStatus.Cancelled);
            Assert.Equal(Booker.Place(mine.Tenure.Slot), (visit.StartsAt, visit.ProviderId));
            Assert.Equal(
                mine.Cancelled ? [] : [(visit.StartsAt, visit.EndsAt, visit.ProviderId.As<Practices.Resource>(), ReservationKind.Appointment)],
                rows.Where(row => row.OwnerId == visit.Id.Value).Select(row => (row.StartsAt, row.EndsAt, row.ResourceId, row.Kind)));
            CheckStory(visit, mine, [.. events[visit.Id]]);
        }
    }

    private static void CheckStory(Appointment visit, Booker.Mine mine, List<AppointmentEvent> story)
    {
        var states = story.ConvertAll(row => row.After with { ResourceIds = [] });

        Assert.Equal("booked", story[0].Action);
        Assert.Equal(states[..^1], story.Skip(1).Select(row => row.Before! with { ResourceIds = [] }));
        Assert.Equal(AppointmentState.Of(visit) with { ResourceIds = [] }, states[^1]);
        Assert.Equal(visit.Version, story.Count);
        Assert.Equal(mine.Moves, story.Count(row => row.Action == "rescheduled"));
        Assert.Equal(mine.Cancelled ? 1 : 0, story.Count(row => row.Action == "cancelled"));
    }
}

/// <summary>One of the callers. Only they move and cancel what is theirs; anybody confirms anything.</summary>
internal sealed class Booker(TestClinic clinic, History history, Random random, IReadOnlyList<Booker> everybody, string name)
{
    private readonly Lock gate = new();
    private readonly List<Mine> all = [];
    private readonly List<(HoldSlot.Held Hold, History.Tenure Tenure)> holds = [];

    public IReadOnlyList<Mine> All
    {
        get
        {
            lock (gate)
            {
                return [.. all];
            }
        }
    }

    public static (Instant Start, ProviderId Provider) Place(int slot) =>
        (Visits.Monday(9) + Duration.FromDays(7) + Duration.FromMinutes(30 * (slot / 2)), slot % 2 == 0 ? DefaultPractice.Avery : DefaultPractice.Brook);

    public async Task Next()
    {
        try
        {
            await (random.Next(100) switch
            {
                < 25 => Hold(random.Next(6)),
                < 45 => Book(random.Next(6)),
                < 60 => UseHold(),
                < 67 => Release(),
                < 80 => Move(random.Next(6)),
                < 89 => Cancel(),
                < 96 => Confirm(),
                _ => Wait(),
            });
        }
        catch (DatabaseBusyException)
        {
            // Nothing happened, which the checks at the end hold us to.
        }
    }

    private async Task Hold(int slot)
    {
        var asked = history.Now();
        var answer = await clinic.Holds(Place(slot).Start, Place(slot).Provider);

        if (Got(answer, slot, asked))
        {
            holds.Add((answer.Value, history.Took(slot, asked, answer.Value.ExpiresAt.ToInstant())));
        }
    }

    private async Task Book(int slot)
    {
        var asked = history.Now();
        var answer = await clinic.Books(Visits.Booking(Place(slot).Start, Place(slot).Provider, name));

        if (Got(answer, slot, asked))
        {
            Keep(answer.Value.Id, history.Took(slot, asked));
        }
    }

    private async Task UseHold()
    {
        if (TakeHold() is var (hold, tenure))
        {
            var asked = history.Now();
            var answer = await clinic.Books(Visits.WithHold(hold.Token) with { Patient = Visits.Booking(default, first: name).Patient });

            if (answer.Refusal is { } refusal)
            {
                Lapsed(hold, refusal);
                return;
            }

            history.GaveUp(tenure, asked);
            Keep(answer.Value.Id, history.Took(tenure.Slot, asked));
        }
    }

    private async Task Release()
    {
        if (TakeHold() is var (hold, tenure))
        {
            var asked = history.Now();
            var answer = await clinic.Ask((ReleaseHold.Handler release) => release.Handle(DefaultPractice.Slug, hold.Id, hold.Token, CancellationToken.None));

            if (answer.Refusal is { } refusal)
            {
                Lapsed(hold, refusal);
                return;
            }

            history.GaveUp(tenure, asked);
        }
    }

    private async Task Move(int slot)
    {
        if (Live() is { } mine)
        {
            var asked = history.Now();
            var answer = await clinic.Moves(mine.Id, Place(slot).Start, Place(slot).Provider);

            if (Got(answer, slot, asked, mine.Tenure))
            {
                history.GaveUp(mine.Tenure, asked);
                (mine.Tenure, mine.Moves) = (history.Took(slot, asked), mine.Moves + 1);
            }
        }
    }

    private async Task Cancel()
    {
        if (Live() is { } mine)
        {
            var asked = history.Now();
            Assert.Null((await clinic.Cancels(mine.Id)).Refusal);
            mine.Cancelled = true;
            history.GaveUp(mine.Tenure, asked);
        }
    }

    private async Task Confirm()
    {
        if (everybody[random.Next(everybody.Count)].All is { Count: > 0 } theirs)
        {
            var visit = theirs[random.Next(theirs.Count)].Id;
            var answer = await clinic.AsPatient(visit, (ConfirmAppointment.Handler confirm) => confirm.Handle(new ConfirmAppointment.Request(visit), CancellationToken.None));
            Assert.True(answer.Refusal is null || answer.Refusal == SchedulingRefusals.IllegalTransition, answer.Refusal?.Code);
        }
    }

    private Task Wait()
    {
        history.Pass(() => clinic.TimePasses(Duration.FromMinutes(4)), () => clinic.Now);
        return Task.CompletedTask;
    }

    private bool Got<T>(Result<T> answer, int slot, long asked, History.Tenure? own = null)
    {
        if (answer.Refusal is null)
        {
            return true;
        }

        Assert.Equal(SchedulingRefusals.SlotTaken, answer.Refusal);
        history.WasRefused(slot, asked, own);
        return false;
    }

    private void Lapsed(HoldSlot.Held hold, Refusal refusal)
    {
        Assert.Equal(SchedulingRefusals.HoldExpired, refusal);
        Assert.True(clinic.Now >= hold.ExpiresAt.ToInstant(), "A hold was let go before its time.");
    }

    private (HoldSlot.Held Hold, History.Tenure Tenure)? TakeHold()
    {
        if (holds.Count == 0)
        {
            return null;
        }

        var chosen = holds[random.Next(holds.Count)];
        holds.Remove(chosen);
        return chosen;
    }

    private Mine? Live() => All.Where(mine => !mine.Cancelled).OrderBy(_ => random.Next()).FirstOrDefault();

    private void Keep(AppointmentId id, History.Tenure tenure)
    {
        lock (gate)
        {
            all.Add(new Mine(id, tenure));
        }
    }

    internal sealed class Mine(AppointmentId id, History.Tenure tenure)
    {
        public AppointmentId Id => id;

        public History.Tenure Tenure { get; set; } = tenure;

        public int Moves { get; set; }

        public bool Cancelled { get; set; }
    }
}

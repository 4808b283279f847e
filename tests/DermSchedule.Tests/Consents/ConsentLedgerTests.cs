using DermSchedule.Consents;
using DermSchedule.Scheduling;
using DermSchedule.Tests.Scheduling;
using FsCheck.Fluent;
using NodaTime;

namespace DermSchedule.Tests.Consents;

/// <summary>Whether texts may go to a number, from all that was ever said about it (domain.md 11, R-SM-1).</summary>
public sealed class ConsentLedgerTests : ClinicTests
{
    private static readonly Duration Minute = Duration.FromMinutes(1);

    [Theory, EveryDatabase]
    public async Task A_number_of_which_nothing_was_said_gets_no_text(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);

        await clinic.Says(ConsentDecision.Granted, clinic.Now, Said.Phone(1));

        Assert.False(await clinic.MayText(Said.Phone(2)));
        Assert.True(await clinic.MayText(Said.Phone(1)));
    }

    [Theory, EveryDatabase]
    public async Task A_revocation_ends_the_texts_of_a_visit_that_was_booked_with_consent_until_somebody_agrees_anew(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        Assert.Null((await clinic.Books(Visits.Booking(Visits.Monday(10)) with { SmsConsent = true })).Refusal);
        Assert.True(await clinic.MayText());

        clinic.TimePasses(Minute);
        await clinic.Says(ConsentDecision.Revoked, clinic.Now);
        Assert.False(await clinic.MayText());

        clinic.TimePasses(Minute);
        Assert.Null((await clinic.Books(Visits.Booking(Visits.Monday(14), phone: "+1 212 555 0140") with { SmsConsent = true })).Refusal);
        Assert.True(await clinic.MayText());
    }

    [Theory, EveryDatabase]
    public async Task A_revocation_holds_at_every_clinic_and_a_grant_at_the_one_that_asked(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var other = new ClinicId(Rows.NewOwner());

        await clinic.Says(ConsentDecision.Granted, clinic.Now);
        Assert.False(await clinic.MayText(where: other));
        await clinic.Says(ConsentDecision.Declined, clinic.Now + Minute, where: other);
        Assert.True(await clinic.MayText());
        await clinic.Says(ConsentDecision.Revoked, clinic.Now + Minute, where: other);
        Assert.False(await clinic.MayText());
    }

    [Theory, EveryDatabase]
    public async Task Of_two_lines_of_one_instant_the_one_that_forbids_counts(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);

        await clinic.Says(ConsentDecision.Revoked, clinic.Now);
        await clinic.Says(ConsentDecision.Granted, clinic.Now);

        Assert.False(await clinic.MayText());
    }

    [Theory, EveryDatabase]
    public async Task Any_history_is_read_as_somebody_with_a_notebook_would(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        ClinicId[] places = [DefaultPractice.Clinic, new ClinicId(Rows.NewOwner())];
        var histories = Gen.Choose(0, int.MaxValue - 1).Sample(1000).Select(number => History(number, clinic.Now, places)).ToList();

        // Lines of all numbers in between each other, and not in the order in which they were said.
        await clinic.Write<Done>(scope =>
        {
            var ledger = scope.Get<ConsentLedger>();

            for (var place = 0; place < MostLines; place++)
            {
                foreach (var (phone, lines) in histories.Index().Where(history => history.Item.Count > place))
                {
                    ledger.Record(new ConsentSaid(lines[place].Clinic, Said.Phone(phone), ConsentPurpose.VisitTexts, lines[place].Decision, ConsentSource.Desk), lines[place].At);
                }
            }

            return Task.FromResult<Result<Done>>(Done.Instance);
        });

        var granted = 0;
        await using var reading = await clinic.Scope();

        foreach (var (phone, lines) in histories.Index())
        {
            foreach (var place in places)
            {
                var answer = await reading.Get<ConsentLedger>().IsGranted(Said.Phone(phone), place, ConsentPurpose.VisitTexts, CancellationToken.None);
                Assert.True(Notebook(lines, place) == answer, $"{(place == places[0] ? "first" : "second")}: {string.Join(", ", lines)}");
                granted += answer ? 1 : 0;
            }
        }

        Assert.InRange(granted, 200, 1800);
    }

    private const int MostLines = 7;

    private sealed record Line(ClinicId Clinic, ConsentDecision Decision, Instant At);

    // Few instants, so that many lines share one.
    private static List<Line> History(int number, Instant start, ClinicId[] places)
    {
        var chance = new Random(number);
        var decisions = Enum.GetValues<ConsentDecision>();
        return [.. Enumerable.Range(0, chance.Next(MostLines + 1)).Select(_ => new Line(
            places[chance.Next(places.Length)], chance.Next(2) == 0 ? ConsentDecision.Granted : decisions[chance.Next(decisions.Length)], start + (Minute * chance.Next(5))))];
    }

    /// <summary>Reads line by line, the oldest first and what forbids last, and keeps for every clinic what holds.</summary>
    private static bool Notebook(IEnumerable<Line> lines, ClinicId clinic)
    {
        var holds = new Dictionary<ClinicId, bool>();

        foreach (var line in lines.OrderBy(line => line.At).ThenBy(line => line.Decision))
        {
            if (line.Decision == ConsentDecision.Revoked)
            {
                holds.Clear();
            }
            else
            {
                holds[line.Clinic] = line.Decision == ConsentDecision.Granted;
            }
        }

        return holds.GetValueOrDefault(clinic);
    }
}

using DermSchedule.Audit;
using DermSchedule.Consents;
using DermSchedule.Scheduling;
using DermSchedule.Triage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DermSchedule.Tests.Data;

/// <summary>What the database refuses by itself, whoever asks and however.</summary>
public sealed class WallsTests : ClinicTests
{
    private static readonly Instant Nine = DefaultPractice.Start + Duration.FromHours(1);

    [Theory, EveryDatabase("audit_entries", "audit_subjects", "audit_seals", "audit_heads", "consent_entries", "scheduling_appointment_events", "triage_rule_versions")]
    public async Task A_trail_only_grows(Engine engine, string table)
    {
        await using var clinic = await OpenClinic(engine);
        await clinic.Has(Lines());

        await Refused(clinic, $"UPDATE {table} SET practice_id = practice_id");
        await Refused(clinic, $"DELETE FROM {table}");
        await Refused(clinic, engine == Engine.Sqlite ? $"INSERT OR REPLACE INTO {table} SELECT * FROM {table}" : $"TRUNCATE {table}");
        Assert.Equal(1, await Count(clinic, table));
    }

    [Theory, EveryDatabase]
    public async Task A_proposal_for_triage_rules_is_decided_and_never_deleted(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        await clinic.Has(Proposal());

        await Refused(clinic, "DELETE FROM triage_rule_proposals");
        await Refused(clinic, engine == Engine.Sqlite ? "INSERT OR REPLACE INTO triage_rule_proposals SELECT * FROM triage_rule_proposals" : "TRUNCATE triage_rule_proposals");
        var decided = await clinic.Write<int>(async scope => await scope.Db.Database.ExecuteSqlRawAsync("UPDATE triage_rule_proposals SET decision_reason = 'No.'"));

        Assert.Equal((1, 1), (decided.Value, await Count(clinic, "triage_rule_proposals")));
    }

    [Theory, EveryDatabase]
    public async Task The_sealer_takes_lines_from_its_queue_and_nobody_changes_one(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        await clinic.Has(Lines());

        await Refused(clinic, "UPDATE audit_unsealed SET practice_id = practice_id");
        var taken = await clinic.Write<int>(async scope => await scope.Db.Database.ExecuteSqlRawAsync("DELETE FROM audit_unsealed"));

        Assert.Equal(1, taken.Value);
    }

    [Theory, EveryDatabase]
    public async Task What_overlaps_is_refused_whoever_writes_it(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        var beside = Rows.Of(DefaultPractice.Avery, Nine + Duration.FromMinutes(30));
        await clinic.Has(Rows.Of(DefaultPractice.Avery, Nine), beside);

        await Assert.ThrowsAsync<DbUpdateException>(() => clinic.Has(Rows.Of(DefaultPractice.Avery, Nine + Duration.FromMinutes(59))));
        await Assert.ThrowsAsync<DbUpdateException>(() => clinic.Has(Rows.Of(DefaultPractice.Avery, Nine, lane: 1, clinic: new ClinicId(Rows.NewOwner()))));
        await Moved(lane: 0, refused: true);
        await Moved(lane: 1, refused: false);

        Task Moved(int lane, bool refused)
        {
            var move = clinic.Write<int>(async scope => await scope.Db.Set<Reservation>().Where(row => row.Id == beside.Id).ExecuteUpdateAsync(set => set
                .SetProperty(row => row.StartsAt, Nine).SetProperty(row => row.LaneFrom, lane).SetProperty(row => row.LaneTo, lane + 1)));
            return refused ? Assert.ThrowsAnyAsync<Exception>(() => move) : move;
        }
    }

    [Theory, EveryDatabase]
    public async Task Time_that_is_empty_or_longer_than_a_day_is_refused(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);

        await Assert.ThrowsAsync<DbUpdateException>(() => clinic.Has(Rows.Of(DefaultPractice.Avery, Nine, Duration.Zero)));
        await Assert.ThrowsAsync<DbUpdateException>(() => clinic.Has(Rows.Of(DefaultPractice.Avery, Nine, Reservation.Longest + Duration.FromMinutes(1))));
        await clinic.Has(Rows.Of(DefaultPractice.Avery, Nine, Reservation.Longest));
        Assert.False(await clinic.Takes(Rows.Of(DefaultPractice.Avery, Nine + Reservation.Longest - Duration.FromMinutes(1))));
    }

    [Fact]
    public async Task Whoever_saves_outside_a_unit_of_work_is_stopped_on_SQLite_at_the_first_try()
    {
        await using var clinic = await OpenClinic(Engine.Sqlite);
        await using var scope = await clinic.Scope();
        scope.Db.Add(Rows.Of(DefaultPractice.Avery, Nine));

        await Assert.ThrowsAsync<DbUpdateException>(() => scope.Db.SaveChangesAsync());
    }

    private static object[] Lines()
    {
        var entry = new Id<AuditEntry>(Rows.NewOwner());
        var visit = Rows.Visit();
        return
        [
            new AuditEntry { PracticeId = DefaultPractice.Practice, Id = entry, At = Nine, ActorKind = CallerKind.Job, Action = "visit.read", EntityType = "visit", Route = "/", ContentHash = [1] },
            new AuditSubject { PracticeId = DefaultPractice.Practice, EntryId = entry, EntityId = visit.Id.Value },
            new AuditUnsealed { PracticeId = DefaultPractice.Practice, EntryId = entry, At = Nine },
            new AuditSeal { PracticeId = DefaultPractice.Practice, Seq = 1, EntryId = entry, PrevHash = [1], Hash = [2] },
            new AuditHead { PracticeId = DefaultPractice.Practice, Seq = 1, Hash = [2], At = Nine, KeyVersion = 1, Signature = [3] },
            new ConsentEntry
            {
                PracticeId = DefaultPractice.Practice, Id = new Id<ConsentEntry>(Rows.NewOwner()), ClinicId = DefaultPractice.Clinic, Phone = new([1]), PhoneIndex = [1], Channel = ConsentChannel.Sms,
                Purpose = ConsentPurpose.VisitTexts, Decision = ConsentDecision.Granted, Source = ConsentSource.Api, ShownByUs = false, At = Nine,
            },
            new AppointmentEvent { PracticeId = DefaultPractice.Practice, Id = new Id<AppointmentEvent>(Rows.NewOwner()), AppointmentId = visit.Id, At = Nine, Action = "booked", ActorKind = CallerKind.Job, After = AppointmentState.Of(visit) },
            new RuleVersion
            {
                PracticeId = DefaultPractice.Practice, Number = 1, ProposalId = new Id<RuleProposal>(Rows.NewOwner()), Tightenings = [], Reason = "As before.", StandardVersion = "2026.11.1",
                ProposedBy = new AccountId(Rows.NewOwner()), ApprovedBy = new AccountId(Rows.NewOwner()), InForceFrom = Nine, Trial = Trial,
            },
        ];
    }

    private static TrialFigures Trial => new("2026.11.1", 1, 0, 1, 0, 0, 0);

    private static RuleProposal Proposal() => new()
    {
        PracticeId = DefaultPractice.Practice,
        Id = new Id<RuleProposal>(Rows.NewOwner()),
        BasedOn = 0,
        Tightenings = [],
        Reason = "As before.",
        ProposedBy = new AccountId(Rows.NewOwner()),
        ProposedByClinician = true,
        ProposedAt = Nine,
        Trial = Trial,
    };

    private static async Task Refused(TestClinic clinic, string sql)
    {
        var refused = await Assert.ThrowsAnyAsync<Exception>(() => clinic.Write<int>(async scope => await scope.Db.Database.ExecuteSqlRawAsync(sql)));
        Assert.Matches("append-only|never changed|never deleted", refused.Message);
    }

    private static async Task<int> Count(TestClinic clinic, string table)
    {
        await using var scope = await clinic.Scope();
        return await scope.Db.Database.SqlQueryRaw<int>($"SELECT CAST(count(*) AS INTEGER) AS \"Value\" FROM {table}").SingleAsync();
    }
}

using DermSchedule.Audit;
using DermSchedule.Kernel;
using DermSchedule.Tests.Identity;
using DermSchedule.Tests.Infrastructure;
using DermSchedule.Tests.Scheduling;
using DermSchedule.Tests.Settings;
using DermSchedule.Triage;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static DermSchedule.Tests.Triage.Committee;

namespace DermSchedule.Tests.Triage;

/// <summary>A practice tightens its rules: two people, one of them a clinician, and the old rules are kept (triage.md 1.6, R-TR-10).</summary>
public sealed class TriageRulesTests : ClinicTests
{
    private static readonly string Standard = TriageRules.Standard.Version;

    [Theory, EveryDatabase]
    public async Task What_a_manager_proposes_and_a_clinician_approves_stops_the_next_patient(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var before = await clinic.Says("I have zebra stripes on my back");

        var proposal = (await clinic.Proposes(Manager, WantsStripes())).Value;
        var waiting = await clinic.Says("I have zebra stripes on my back");
        var version = (await clinic.Approves(Doctor, proposal.Id)).Value;
        var after = await clinic.Says("I have zebra stripes on my back");

        Assert.Equal((Disposition.Routine, Disposition.Routine, Disposition.Emergency), (before.Disposition, waiting.Disposition, after.Disposition));
        Assert.Equal((Standard + "+1", 1, Manager.Id, Doctor.Id), (version.Version, version.Number, version.ProposedBy!.Value.Value, version.ApprovedBy!.Value.Value));
        var kept = await clinic.As(Role.Owner, (ReadTriage.Handler read) => read.Handle(after.Id, CancellationToken.None));
        Assert.Equal(Standard + "+1", kept.Value.RuleVersion);
    }

    [Theory, EveryDatabase]
    public async Task A_question_about_the_clinics_word_comes_in_the_language_of_the_patient(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        _ = await clinic.Agrees(WantsStripes());

        var english = (await clinic.Says(Answers.Of("I have no zebra stripes, only a dry spot"))).Value;
        var spanish = (await clinic.Says(Answers.Of("No tengo rayas de cebra, solo resequedad"), "es")).Value;
        var yes = (await clinic.Says(Answers.Of("I have no zebra stripes") with { Answers = new Dictionary<string, TriageAnswer> { ["clinic_shingles"] = TriageAnswer.Yes } })).Value;

        Assert.Equal("Do you have this now: painful blisters on one side?", Assert.Single(english.Questions, question => question.Id == "clinic_shingles").Text);
        Assert.StartsWith("¿Tiene esto ahora: ", Assert.Single(spanish.Questions, question => question.Id == "clinic_shingles").Text, StringComparison.Ordinal);
        Assert.Equal(Disposition.Emergency, yes.Disposition);
    }

    [Theory, EveryDatabase]
    public async Task Nobody_approves_what_is_their_own(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        var proposal = (await clinic.Proposes(Doctor, WantsStripes())).Value;

        var own = await clinic.Approves(Doctor, proposal.Id);

        Assert.Equal(ApproveTriageRules.SecondPerson, own.Refusal);
        Assert.Equal(Standard, await clinic.VersionInForce());
        Assert.Null((await clinic.Approves(Owner, proposal.Id)).Refusal);
    }

    [Theory, EveryDatabase]
    public async Task Two_who_are_no_clinicians_are_not_enough(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        var proposal = (await clinic.Proposes(Manager, WantsStripes())).Value;

        var owner = await clinic.Approves(Owner, proposal.Id);

        Assert.Equal(ApproveTriageRules.SecondPerson, owner.Refusal);
        Assert.Contains("clinician", owner.Refusal!.Detail, StringComparison.Ordinal);
        Assert.Null((await clinic.Approves(Nurse, proposal.Id)).Refusal);
    }

    [Theory, EveryDatabase]
    public async Task A_program_and_somebody_of_one_clinic_change_no_rules(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        var proposal = (await clinic.Proposes(Manager, WantsStripes())).Value;
        var program = Doctor with { Kind = CallerKind.ApiKey };
        var elsewhere = Doctor with { Clinics = [DefaultPractice.Clinic.Value] };

        var answers = new[]
        {
            (await clinic.Proposes(program, WantsStripes())).Refusal, (await clinic.Approves(program, proposal.Id)).Refusal, (await clinic.Rejects(program, proposal.Id)).Refusal,
            (await clinic.Proposes(elsewhere, WantsStripes())).Refusal, (await clinic.Approves(elsewhere, proposal.Id)).Refusal, (await clinic.Rejects(elsewhere, proposal.Id)).Refusal,
        };

        Assert.All(answers, refusal => Assert.Equal(Refusals.Forbidden, refusal));
        Assert.Single((await clinic.Rules()).Waiting);
    }

    [Theory, EveryDatabase]
    public async Task Of_proposals_against_one_version_one_wins_whoever_presses_at_once(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        var proposals = new List<ProposalView>();

        for (var number = 0; number < 4; number++)
        {
            proposals.Add((await clinic.Proposes(Manager, WantsStripes())).Value);
        }

        // Each is approved by two clinicians at once.
        var answers = await Together(8, number => clinic.Approves(number % 2 == 0 ? Doctor : Nurse, proposals[number / 2].Id));

        Assert.Single(answers, answer => answer.Refusal is null);
        Assert.All(answers.Where(answer => answer.Refusal is not null), answer => Assert.Contains(answer.Refusal, new[] { ApproveTriageRules.Outdated, ApproveTriageRules.Decided }));
        var rules = await clinic.Rules();
        Assert.Equal((1, 0, 3), (rules.InForce.Number, rules.Older.Count, rules.Waiting.Count));
        Assert.All(rules.Waiting, waiting => Assert.True(waiting.Outdated));
        Assert.Single(await clinic.Trail(), line => line == "triage_rules.approved");
    }

    [Theory, EveryDatabase]
    public async Task Approving_and_rejecting_at_once_is_one_decision(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        var proposal = (await clinic.Proposes(Manager, WantsStripes())).Value;

        var refusals = await Together(4, async number => number % 2 == 0 ? (await clinic.Approves(Doctor, proposal.Id)).Refusal : (await clinic.Rejects(Manager, proposal.Id)).Refusal);

        Assert.Single(refusals, refusal => refusal is null);
        var approved = (await clinic.Rules()).InForce.Number == 1;
        Assert.Equal(["triage_rules.proposed", approved ? "triage_rules.approved" : "triage_rules.rejected"], await clinic.Trail());
    }

    [Theory, EveryDatabase]
    public async Task Old_rules_stay_with_who_answered_for_them_and_the_way_back_is_a_new_version(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        _ = await clinic.Agrees(WantsStripes());
        _ = await clinic.Agrees(Wants(Flag("burn", Disposition.Emergency)));
        var back = await clinic.Agrees(Wants());

        var rules = await clinic.Rules();
        var after = await clinic.Says("I have zebra stripes on my back");

        Assert.Equal((Standard + "+3", Disposition.Routine), (back.Version, after.Disposition));
        Assert.Equal(Standard + "+3", await clinic.VersionInForce());
        Assert.Empty(rules.InForce.Tightenings);
        Assert.Equal([2, 1], rules.Older.Select(version => version.Number));
        Assert.Equal(Saying, Assert.Single(Assert.Single(rules.Older[1].Tightenings).EnglishCues));
        Assert.All(rules.Older, version => Assert.Equal((Manager.Id, Doctor.Id), (version.ProposedBy!.Value.Value, version.ApprovedBy!.Value.Value)));
    }

    [Theory, EveryDatabase]
    public async Task A_rejected_proposal_is_off_the_list_and_its_author_may_reject_it_too(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        var first = (await clinic.Proposes(Manager, WantsStripes())).Value;
        var second = (await clinic.Proposes(Manager, WantsStripes())).Value;

        var own = (await clinic.Rejects(Manager, first.Id, "Meant another flag.")).Value;
        var other = await clinic.Rejects(Doctor, second.Id, " ");
        var late = await clinic.Approves(Doctor, first.Id);

        Assert.Equal((RuleDecision.Rejected, "Meant another flag."), (own.Decision!.Value, own.DecisionReason));
        Assert.Equal(["reason"], other.Fields());
        Assert.Equal(ApproveTriageRules.Decided, late.Refusal);
        Assert.Equal(second.Id, Assert.Single((await clinic.Rules()).Waiting).Id);
    }

    [Theory, EveryDatabase]
    public async Task Another_practice_keeps_its_rules_and_sees_nothing_of_it(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var other = await OtherPractice.Opened(clinic);
        var proposal = (await clinic.Proposes(Manager, WantsStripes())).Value;

        var stranger = await clinic.Approves(Doctor, proposal.Id, other.Practice);
        _ = await clinic.Approves(Doctor, proposal.Id);
        var theirs = await clinic.Rules(other.Practice);

        Assert.Equal(Refusals.NotFound, stranger.Refusal);
        Assert.Equal((Standard, Standard + "+1"), (await clinic.VersionInForce(other.Practice), await clinic.VersionInForce()));
        Assert.Equal((0, 0, 0), (theirs.InForce.Number, theirs.Waiting.Count, theirs.Older.Count));
    }

    [Theory, EveryDatabase]
    public async Task A_second_server_goes_by_the_new_version_at_its_next_triage(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        _ = await clinic.Agrees(WantsStripes());
        await using var second = clinic.SecondServer();
        var before = await second.VersionInForce();

        _ = await clinic.Agrees(Wants());

        Assert.Equal((Standard + "+1", Standard + "+2"), (before, await second.VersionInForce()));
    }

    [Theory, EveryDatabase]
    public async Task The_trail_says_who_proposed_and_who_approved_what(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);

        _ = await clinic.Agrees(WantsStripes());

        await using var scope = await clinic.Scope();
        var lines = await scope.Db.Set<AuditEntry>().AsNoTracking().Where(line => line.EntityType == "triage_rules").OrderBy(line => line.Id).ToListAsync();
        Assert.Equal([("triage_rules.proposed", (Guid?)Manager.Id), ("triage_rules.approved", Doctor.Id)], lines.Select(line => (line.Action, line.ActorId)));
    }
}

using DermSchedule.Kernel;
using DermSchedule.Tests.Infrastructure;
using DermSchedule.Tests.Settings;
using DermSchedule.Triage;
using Xunit;
using static DermSchedule.Tests.Triage.Committee;

namespace DermSchedule.Tests.Triage;

/// <summary>Rules are tried on sentences that ship with the product before anybody meets them (triage.md R-TR-2, R-TR-10).</summary>
public sealed class RuleTrialTests : ClinicTests
{
    [Fact]
    public void The_product_brings_enough_sentences_in_both_languages_and_each_once()
    {
        var (routine, flags) = (RuleTrial.Sentences.Routine, RuleTrial.Sentences.RedFlags);

        Assert.True(routine.All.Count >= 60 && flags.All.Count >= 60);
        Assert.All([routine.En, routine.Es, flags.En, flags.Es], list => Assert.True(list.Count >= 30));
        Assert.Equal(routine.All.Count + flags.All.Count, routine.All.Concat(flags.All).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void The_standard_passes_its_own_trial_and_misses_no_red_flag_of_it()
    {
        var trial = RuleTrial.Of([]);
        var missed = RuleTrial.Sentences.RedFlags.All.Where(sentence =>
            Assess.Of(TriageRules.Standard, new TriageSheet { Symptoms = sentence }) is { Disposition: < Disposition.SameDay, Questions.Count: 0 });

        Assert.Empty(trial.Complaints);
        Assert.Empty(missed);
    }

    [Fact]
    public void A_word_that_stops_every_second_visitor_is_refused_with_the_share_and_the_word()
    {
        var trial = RuleTrial.Of([new Tightening("bleeding", Disposition.Emergency, ["mole", "zebra stripes"], ["lunar"])]);

        var complaint = Assert.Single(trial.Complaints);
        Assert.Contains($"{trial.Figures.Stopped} of {trial.Figures.Routine} (", complaint, StringComparison.Ordinal);
        Assert.EndsWith("Words behind it: \"lunar\", \"mole\".", complaint, StringComparison.Ordinal);
    }

    [Fact]
    public void A_word_that_leads_to_a_question_for_too_many_is_refused()
    {
        // Nobody is stopped by what they deny, or had years ago; each is asked.
        var trial = RuleTrial.Of([new Tightening("shingles", null, ["years"], ["desde hace", "siempre", "nunca"])]);

        Assert.True(trial.Figures.Asked * 100 > RuleTrial.MostAskedPercent * trial.Figures.Routine || trial.Figures.Stopped > 2);
        Assert.NotEmpty(trial.Complaints);
    }

    [Fact]
    public void A_flag_raised_too_far_is_refused_by_the_words_that_meet_it()
    {
        var trial = RuleTrial.Of([new Tightening("changing_spot", Disposition.Emergency, ["freckles", "birthmark", "age spots"], ["pecas", "mancha"])]);

        Assert.NotEmpty(trial.Complaints);
        Assert.Contains("\"freckles\"", trial.Complaints[0], StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_newer_standard_does_by_itself_or_has_given_up_no_longer_counts()
    {
        var fitting = TriageRules.StillTightening(
            [new("shingles", Disposition.Urgent, ["zebra stripes"], []), new("anaphylaxis", Disposition.SameDay, [], []), new("gone", Disposition.Emergency, ["words"], []), new("burn", Disposition.Emergency, [], [])]);

        Assert.Equal([("shingles", (Disposition?)null), ("burn", Disposition.Emergency)], fitting.Select(one => (one.FlagCode, one.RaiseTo)));
        Assert.Equal(TriageRules.Standard.Version + "+7", TriageRules.Standard.Tightened(fitting, 7).Version);
    }

    [Theory, EveryDatabase]
    public async Task A_refused_set_leaves_nothing_behind(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);

        var refused = await clinic.Proposes(Manager, Wants(Flag("bleeding", english: ["mole"], spanish: ["lunar"])));

        Assert.Equal(["tightenings"], refused.Fields());
        Assert.Empty((await clinic.Rules()).Waiting);
    }

    [Theory, EveryDatabase]
    public async Task The_figures_go_with_the_proposal_and_the_version(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);

        var proposal = (await clinic.Proposes(Manager, WantsStripes())).Value;
        var version = (await clinic.Approves(Doctor, proposal.Id)).Value;

        Assert.Equal(RuleTrial.Of(proposal.Tightenings).Figures, proposal.Trial);
        Assert.Equal(proposal.Trial, version.Trial);
        Assert.Equal((RuleTrial.Sentences.RedFlags.All.Count, 0), (proposal.Trial.RedFlags, proposal.Trial.Lowered));
    }

    [Theory, EveryDatabase]
    public async Task Rules_are_tried_again_when_they_are_approved(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        var figures = RuleTrial.Of([]).Figures;

        // As if the standard had changed since: what would not be taken today lies there from then.
        var old = Old(1, new Tightening("bleeding", null, ["mole"], ["lunar"]), figures);
        var looser = Old(2, new Tightening("shingles", Disposition.Urgent, [], []), figures);
        await clinic.Has(old, looser);

        var answers = new[] { await clinic.Approves(Doctor, old.Id), await clinic.Approves(Doctor, looser.Id) };

        Assert.All(answers, answer => Assert.Equal(ApproveTriageRules.Unfit, answer.Refusal));
        Assert.All(answers, answer => Assert.NotEmpty((IReadOnlyList<string>)answer.Refusal!.Members["complaints"]!));
        Assert.Equal(2, (await clinic.Rules()).Waiting.Count);
    }

    [Fact]
    public async Task What_is_wrong_is_said_field_by_field()
    {
        await using var clinic = await OpenClinic(Engine.Sqlite);

        var wrong = await clinic.Proposes(Manager, Wants(Flag("shingles", Disposition.Routine), Flag("burn", english: ["ok then"]), Flag("burn", Disposition.Emergency), Flag("nothing", Disposition.Emergency)));
        var silent = await clinic.Proposes(Manager, WantsStripes() with { Reason = " " });
        var endless = await clinic.Proposes(Manager, Wants(Flag("burn", english: [new string('a', 81)]), Flag("bite", english: ["a b"])));

        Assert.Equal(["tightenings[0]", "tightenings[2].flagCode", "tightenings[3]"], wrong.Fields());
        Assert.Equal(["reason"], silent.Fields());
        Assert.Equal(["tightenings[0]", "tightenings[1]"], endless.Fields());
    }

    private static RuleProposal Old(int number, Tightening tightening, TrialFigures figures) => new()
    {
        PracticeId = DefaultPractice.Practice,
        Id = new Id<RuleProposal>(new Guid($"01950000-0000-7000-8000-0000000000e{number}")),
        BasedOn = 0,
        Tightenings = [tightening],
        Reason = "From before.",
        ProposedBy = new AccountId(Manager.Id),
        ProposedByClinician = false,
        ProposedAt = DefaultPractice.Start,
        Trial = figures,
    };
}

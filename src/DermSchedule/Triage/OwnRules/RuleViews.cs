using NodaTime;

namespace DermSchedule.Triage;

/// <summary>A proposal as settings show it.</summary>
/// <param name="Id">Names it when it is approved or rejected.</param>
/// <param name="BasedOn">The number of the version it was written against; 0 is the standard.</param>
/// <param name="Outdated">Another version came since: it can be rejected and proposed anew, not approved.</param>
/// <param name="Tightenings">The whole set.</param>
/// <param name="Reason">What the proposer wrote.</param>
/// <param name="ProposedBy">An account.</param>
/// <param name="ProposedByClinician">Then anybody else who may approve can; otherwise it takes a clinician.</param>
/// <param name="ProposedAt">When.</param>
/// <param name="Trial">How it did on the sentences that ship with the product.</param>
/// <param name="Decision">Null while it waits.</param>
/// <param name="DecidedBy">An account.</param>
/// <param name="DecidedAt">When.</param>
/// <param name="DecisionReason">Why it was rejected.</param>
public sealed record ProposalView(
    Id<RuleProposal> Id,
    int BasedOn,
    bool Outdated,
    IReadOnlyList<Tightening> Tightenings,
    string Reason,
    AccountId ProposedBy,
    bool ProposedByClinician,
    Instant ProposedAt,
    TrialFigures Trial,
    RuleDecision? Decision,
    AccountId? DecidedBy,
    Instant? DecidedAt,
    string? DecisionReason)
{
    internal static ProposalView Of(RuleProposal row, int newest) => new(
        row.Id, row.BasedOn, row.BasedOn != newest, row.Tightenings, row.Reason, row.ProposedBy, row.ProposedByClinician, row.ProposedAt, row.Trial, row.Decision, row.DecidedBy, row.DecidedAt,
        row.DecisionReason);
}

/// <summary>Rules that are or were in force.</summary>
/// <param name="Version">As each triage keeps it: the standard's version, a plus, and the practice's own number. Rules of today on the standard of today.</param>
/// <param name="Number">0 is the standard as it ships.</param>
/// <param name="ApprovedOn">The version of the standard when they were approved; null for the standard itself.</param>
/// <param name="Since">Null for the standard, which holds from the beginning.</param>
/// <param name="ProposedBy">An account; null for the standard.</param>
/// <param name="ApprovedBy">Another account; null for the standard.</param>
/// <param name="Reason">What the proposer wrote.</param>
/// <param name="Tightenings">Empty is the standard.</param>
/// <param name="Trial">As measured at the approval.</param>
public sealed record VersionView(
    string Version,
    int Number,
    string? ApprovedOn,
    Instant? Since,
    AccountId? ProposedBy,
    AccountId? ApprovedBy,
    string? Reason,
    IReadOnlyList<Tightening> Tightenings,
    TrialFigures? Trial)
{
    internal static readonly VersionView Standard = new(TriageRules.Standard.Version, 0, null, null, null, null, null, [], null);

    /// <param name="row">A version of the practice.</param>
    /// <param name="standard">The version of the standard it is, or was last, used with.</param>
    internal static VersionView Of(RuleVersion row, string standard) => new(
        TriageRules.VersionOf(standard, row.Number), row.Number, row.StandardVersion, row.InForceFrom, row.ProposedBy, row.ApprovedBy, row.Reason, row.Tightenings, row.Trial);
}

/// <summary>The same in both languages of the product.</summary>
public sealed record TwoLanguages(string En, string Es);

/// <summary>A red flag of the standard, for whoever chooses what to tighten.</summary>
/// <param name="Code">For <c>flagCode</c>.</param>
/// <param name="Label">In plain words.</param>
/// <param name="Tier">The most it is worth. <c>raiseTo</c> takes this or more.</param>
/// <param name="AwaitsSignOff">Not yet confirmed by a dermatologist.</param>
public sealed record FlagView(string Code, TwoLanguages Label, Disposition Tier, bool AwaitsSignOff);

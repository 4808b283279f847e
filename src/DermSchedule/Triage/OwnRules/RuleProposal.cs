using DermSchedule.Data;
using NodaTime;

namespace DermSchedule.Triage;

/// <summary>
/// A whole set of tightenings that somebody of the practice wants instead of the one in force. It becomes a <see cref="RuleVersion"/> when a second person approves it
/// (triage.md R-TR-10), and stays as it was written whatever becomes of it.
/// </summary>
public sealed class RuleProposal : IPracticeOwned
{
    public required PracticeId PracticeId { get; init; }

    public required Id<RuleProposal> Id { get; init; }

    /// <summary>The number of the version it was written against; 0 is the standard. Another version since then makes it outdated.</summary>
    public required int BasedOn { get; init; }

    /// <summary>As a person typed them. Words that patients may write, of no patient.</summary>
    public required IReadOnlyList<Tightening> Tightenings { get; init; }

    public required string Reason { get; init; }

    public required AccountId ProposedBy { get; init; }

    /// <summary>Whether the role of a clinician was theirs when they proposed it.</summary>
    public required bool ProposedByClinician { get; init; }

    public required Instant ProposedAt { get; init; }

    /// <summary>How it did on the sentences that ship with the product.</summary>
    public required TrialFigures Trial { get; init; }

    public RuleDecision? Decision { get; set; }

    public AccountId? DecidedBy { get; set; }

    public Instant? DecidedAt { get; set; }

    /// <summary>Why it was rejected.</summary>
    public string? DecisionReason { get; set; }

    /// <summary>Raised by the decision, so that two at once are not both the last word.</summary>
    public int Version { get; set; } = 1;

    internal void Decide(RuleDecision decision, AccountId by, Instant at, string? reason)
    {
        (Decision, DecidedBy, DecidedAt, DecisionReason) = (decision, by, at, reason);
        Version++;
    }
}

/// <summary>What became of a proposal.</summary>
public enum RuleDecision
{
    Approved,
    Rejected,
}

/// <summary>Rules that are or were in force in a practice. Numbered from 1 without a gap, kept for ever and never changed: a triage of then names its version.</summary>
public sealed class RuleVersion : IPracticeOwned, IAppendOnly
{
    public required PracticeId PracticeId { get; init; }

    /// <summary>The key: whoever is second with a number has lost.</summary>
    public required int Number { get; init; }

    public required Id<RuleProposal> ProposalId { get; init; }

    public required IReadOnlyList<Tightening> Tightenings { get; init; }

    public required string Reason { get; init; }

    /// <summary>The version of the standard they were approved on.</summary>
    public required string StandardVersion { get; init; }

    public required AccountId ProposedBy { get; init; }

    public required AccountId ApprovedBy { get; init; }

    public required Instant InForceFrom { get; init; }

    /// <summary>As measured when they were approved.</summary>
    public required TrialFigures Trial { get; init; }
}

using DermSchedule.Audit;
using DermSchedule.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace DermSchedule.Triage;

/// <summary>
/// A second person puts proposed rules in force, and one of the two is a clinician (R-TR-10). The number of the new version is its key: of several proposals against one
/// version the first to be approved wins, the others are outdated.
/// </summary>
public static class ApproveTriageRules
{
    public static readonly Refusal SecondPerson = new(RefusalKind.NotAllowed, "second_person_needed", "Rules are approved by somebody other than who proposed them.");
    public static readonly Refusal Decided = new(RefusalKind.Conflict, "proposal_decided", "This proposal was approved or rejected already.");
    public static readonly Refusal Outdated = new(RefusalKind.Conflict, "proposal_outdated", "Other rules came into force since this was proposed. Look at them, and propose it anew.");
    public static readonly Refusal Unfit = new(RefusalKind.Invalid, "proposal_unfit", "These rules did not pass the sentences that ship with the product. Propose others.");

    internal static void Map(IEndpointRouteBuilder rules) => rules
        .MapPost("/{id}/approve", async (Id<RuleProposal> id, Handler approve, CancellationToken ct) => (await approve.Handle(id, ct)).ToHttp(TypedResults.Ok))
        .Produces<VersionView>()
        .WithName(nameof(ApproveTriageRules))
        .ForStaff(RuleBook.Authors)
        .Refuses(Refusals.Unauthenticated, Refusals.Forbidden, SecondPerson, Refusals.NotFound, Decided, Outdated, Unfit);

    public sealed class Handler(ScheduleDb db, RuleBook book, AuditTrail audit, TimeProvider clock)
    {
        public async Task<Result<VersionView>> Handle(Id<RuleProposal> id, CancellationToken ct)
        {
            if (book.Refuses() is { } forbidden)
            {
                return forbidden;
            }

            if (await book.Find(id, ct) is not { } proposed)
            {
                return Refusals.NotFound;
            }

            // What was proposed never changes, so it is tried before the unit; the standard may be another than when it was proposed.
            var complaints = proposed.Tightenings.SelectMany(TriageRules.Check).ToList();
            var trial = complaints.Count == 0 ? RuleTrial.Of(proposed.Tightenings) : new RuleTrial.Outcome(proposed.Trial, complaints);
            db.ChangeTracker.Clear();
            return await db.Write(() => Approve(id, trial, ct), ct, table => table == TriageTables.Versions ? Outdated : null);
        }

        private async Task<Result<VersionView>> Approve(Id<RuleProposal> id, RuleTrial.Outcome trial, CancellationToken ct)
        {
            var proposal = (await book.Find(id, ct))!;
            var newest = await book.Newest(ct);

            if (Refuses(proposal, newest, trial) is { } refusal)
            {
                return refusal;
            }

            var now = clock.GetCurrentInstant();
            var version = Next(proposal, trial.Figures, now);
            proposal.Decide(RuleDecision.Approved, book.CallerId, now, reason: null);
            db.Add(version);
            var view = VersionView.Of(version, version.StandardVersion);
            audit.Record("triage_rules.approved", new AuditRecord("triage_rules", id.Value), new { Number = newest }, view);
            return view;
        }

        private RuleVersion Next(RuleProposal proposal, TrialFigures figures, Instant now) => new()
        {
            PracticeId = proposal.PracticeId,
            Number = proposal.BasedOn + 1,
            ProposalId = proposal.Id,
            Tightenings = proposal.Tightenings,
            Reason = proposal.Reason,
            StandardVersion = TriageRules.Standard.Version,
            ProposedBy = proposal.ProposedBy,
            ApprovedBy = book.CallerId,
            InForceFrom = now,
            Trial = figures,
        };

        private Refusal? Refuses(RuleProposal proposal, int newest, RuleTrial.Outcome trial)
        {
            if (proposal.Decision is not null)
            {
                return Decided;
            }

            if (proposal.BasedOn != newest)
            {
                return Outdated;
            }

            if (proposal.ProposedBy == book.CallerId)
            {
                return SecondPerson;
            }

            if (!proposal.ProposedByClinician && !book.CallerIsClinician)
            {
                return SecondPerson.Saying("One of the two who change triage rules is a clinician. Ask a provider of the practice to approve them.");
            }

            return trial.Complaints.Count > 0 ? Unfit.With("complaints", trial.Complaints) : null;
        }
    }
}

using System.ComponentModel.DataAnnotations;
using DermSchedule.Audit;
using DermSchedule.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DermSchedule.Triage;

/// <summary>Takes a proposal off the list, with the reason. Also its own author may: to change one's mind takes nobody else.</summary>
public static class RejectTriageRules
{
    /// <param name="Reason">Why, for its author. Kept for ever: no names of patients.</param>
    public sealed record Request([property: Required, MaxLength(500)] string? Reason);

    internal static void Map(IEndpointRouteBuilder rules) => rules
        .MapPost("/{id}/reject", async (Id<RuleProposal> id, Request request, Handler reject, CancellationToken ct) => (await reject.Handle(id, request, ct)).ToHttp(TypedResults.Ok))
        .Produces<ProposalView>()
        .WithName(nameof(RejectTriageRules))
        .ForStaff(RuleBook.Authors)
        .Refuses(Refusals.ValidationFailed, Refusals.Unauthenticated, Refusals.Forbidden, Refusals.NotFound, ApproveTriageRules.Decided);

    public sealed class Handler(ScheduleDb db, RuleBook book, AuditTrail audit, TimeProvider clock)
    {
        public Task<Result<ProposalView>> Handle(Id<RuleProposal> id, Request request, CancellationToken ct) => db.Write<ProposalView>(
            async () =>
            {
                if (book.Refuses() is { } forbidden)
                {
                    return forbidden;
                }

                if (new FieldErrors().Attributes(request).Found is { } wrong)
                {
                    return wrong;
                }

                if (await book.Find(id, ct) is not { } proposal)
                {
                    return Refusals.NotFound;
                }

                if (proposal.Decision is not null)
                {
                    return ApproveTriageRules.Decided;
                }

                var newest = await book.Newest(ct);
                var before = ProposalView.Of(proposal, newest);
                proposal.Decide(RuleDecision.Rejected, book.CallerId, clock.GetCurrentInstant(), request.Reason!.Trim());
                var view = ProposalView.Of(proposal, newest);
                audit.Record("triage_rules.rejected", new AuditRecord("triage_rules", id.Value), before, view, view.DecisionReason);
                return view;
            },
            ct);
    }
}

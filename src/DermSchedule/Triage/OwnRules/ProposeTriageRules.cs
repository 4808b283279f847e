using System.ComponentModel.DataAnnotations;
using DermSchedule.Audit;
using DermSchedule.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DermSchedule.Triage;

/// <summary>
/// Somebody of the practice wants patients stopped sooner: a whole new set of tightenings, tried on the sentences that ship with the product. Nothing changes for patients
/// until a second person approves it (R-TR-10). An empty set goes back to the standard.
/// </summary>
public static class ProposeTriageRules
{
    /// <param name="Tightenings">The whole set that shall hold, one per flag; what is in force and not named here is gone with the approval.</param>
    /// <param name="Reason">Why, for the colleague who approves it. Kept for ever: no names of patients.</param>
    public sealed record Request(
        [property: Required, MaxLength(60)] IReadOnlyList<Wanted>? Tightenings,
        [property: Required, MaxLength(500)] string? Reason);

    /// <param name="FlagCode">Of a flag of the standard.</param>
    /// <param name="RaiseTo">The least the flag is worth here; null leaves it.</param>
    /// <param name="EnglishCues">Further words that raise the flag, as patients write them.</param>
    /// <param name="SpanishCues">The same in Spanish.</param>
    public sealed record Wanted(
        [property: Required, MaxLength(60)] string? FlagCode,
        Disposition? RaiseTo,
        [property: MaxLength(Tightening.MostCues)] IReadOnlyList<string>? EnglishCues,
        [property: MaxLength(Tightening.MostCues)] IReadOnlyList<string>? SpanishCues)
    {
        internal Tightening Read() => new(FlagCode!, RaiseTo, Trimmed(EnglishCues), Trimmed(SpanishCues));

        private static List<string> Trimmed(IReadOnlyList<string>? cues) => [.. (cues ?? []).Select(cue => cue?.Trim() ?? "")];
    }

    internal static void Map(IEndpointRouteBuilder rules) => rules
        .MapPost("", async (Request request, Handler propose, CancellationToken ct) =>
            (await propose.Handle(request, ct)).ToHttp(proposal => TypedResults.Created("/api/v1/settings/triage-rules", proposal)))
        .Produces<ProposalView>(StatusCodes.Status201Created)
        .WithName(nameof(ProposeTriageRules))
        .ForStaff(RuleBook.Authors)
        .Refuses(Refusals.ValidationFailed, Refusals.Unauthenticated, Refusals.Forbidden);

    public sealed class Handler(ScheduleDb db, PracticeScope scope, RuleBook book, AuditTrail audit, Ids ids, TimeProvider clock)
    {
        public async Task<Result<ProposalView>> Handle(Request request, CancellationToken ct)
        {
            if (book.Refuses() is { } forbidden)
            {
                return forbidden;
            }

            if (Check(request, out var own).Found is { } wrong)
            {
                return wrong;
            }

            // Before the unit: it reads hundreds of sentences, and a writer must not wait for that.
            var trial = RuleTrial.Of(own);

            return trial.Complaints.Count > 0 ? Unfit(trial.Complaints) : await db.Write(() => Keep(own, request.Reason!.Trim(), trial.Figures, ct), ct);
        }

        private async Task<Result<ProposalView>> Keep(IReadOnlyList<Tightening> own, string reason, TrialFigures figures, CancellationToken ct)
        {
            var newest = await book.Newest(ct);
            var proposal = new RuleProposal
            {
                PracticeId = scope.Practice,
                Id = ids.Next<RuleProposal>(),
                BasedOn = newest,
                Tightenings = own,
                Reason = reason,
                ProposedBy = book.CallerId,
                ProposedByClinician = book.CallerIsClinician,
                ProposedAt = clock.GetCurrentInstant(),
                Trial = figures,
            };
            db.Add(proposal);
            var view = ProposalView.Of(proposal, newest);
            audit.Record("triage_rules.proposed", new AuditRecord("triage_rules", proposal.Id.Value), null, view, reason);
            return view;
        }

        private static Refusal Unfit(IReadOnlyList<string> complaints) => Complaining("tightenings", complaints).Refusal;
    }

    private static FieldErrors Check(Request request, out IReadOnlyList<Tightening> own)
    {
        var errors = new FieldErrors().Attributes(request);
        errors.AddWhen(string.IsNullOrWhiteSpace(request.Reason), "reason", "Say why, for the colleague who approves it.");
        own = errors.Any ? [] : [.. request.Tightenings!.Select(wanted => wanted.Read())];

        foreach (var (index, tightening) in own.Index())
        {
            errors.AddWhen(own.Take(index).Any(before => before.FlagCode == tightening.FlagCode), $"tightenings[{index}].flagCode", "Name each flag once.");
            Complaining($"tightenings[{index}]", TriageRules.Check(tightening), errors);
        }

        return errors;
    }

    private static FieldErrors Complaining(string path, IEnumerable<string> complaints, FieldErrors? errors = null)
    {
        errors ??= new FieldErrors();

        foreach (var complaint in complaints)
        {
            errors.Add(path, complaint);
        }

        return errors;
    }
}

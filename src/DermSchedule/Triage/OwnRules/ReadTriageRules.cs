using DermSchedule.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace DermSchedule.Triage;

/// <summary>Shows by which rules the practice judges, who answers for them, what waits for a second person, and what held before.</summary>
public static class ReadTriageRules
{
    /// <summary>Rows of one list. Older ones stay in the database and in the audit trail.</summary>
    private const int Most = 200;

    /// <param name="InForce">What every triage goes by from now on.</param>
    /// <param name="Waiting">Proposals without a decision, newest first.</param>
    /// <param name="Older">Versions that held before, newest first; the 200 last ones.</param>
    /// <param name="Standard">What ships with the product.</param>
    public sealed record Shown(VersionView InForce, IReadOnlyList<ProposalView> Waiting, IReadOnlyList<VersionView> Older, StandardView Standard);

    /// <param name="Version">Of the standard.</param>
    /// <param name="EffectiveFrom">A date.</param>
    /// <param name="SignedOffBy">The dermatologist who answers for it; null means nobody yet.</param>
    /// <param name="Flags">Every red flag it knows.</param>
    public sealed record StandardView(string Version, string EffectiveFrom, string? SignedOffBy, IReadOnlyList<FlagView> Flags)
    {
        internal static readonly StandardView Shipped = new(
            TriageRules.Standard.Version, TriageRules.Standard.EffectiveFrom, TriageRules.Standard.SignedOffBy,
            [.. TriageRules.Standard.Flags.Select(flag => new FlagView(flag.Code, new TwoLanguages(flag.LabelEnglish, flag.LabelSpanish), flag.Disposition, flag.AwaitsSignOff))]);
    }

    internal static void Map(IEndpointRouteBuilder rules) => rules
        .MapGet("", async (Handler read, CancellationToken ct) => (await read.Handle(ct)).ToHttp(TypedResults.Ok))
        .Produces<Shown>()
        .WithName(nameof(ReadTriageRules))
        .ForStaff(RuleBook.Readers)
        .Refuses(Refusals.Unauthenticated, Refusals.Forbidden);

    public sealed class Handler(ScheduleDb db)
    {
        public async Task<Result<Shown>> Handle(CancellationToken ct)
        {
            var versions = await db.Set<RuleVersion>().AsNoTracking().OrderByDescending(version => version.Number).Take(Most + 1).ToListAsync(ct);
            var newest = versions is [var last, ..] ? last.Number : 0;
            var waiting = await db.Set<RuleProposal>().AsNoTracking().Where(row => row.Decision == null).OrderByDescending(row => row.Id).Take(Most).ToListAsync(ct);
            var older = versions.Skip(1).Take(Most).Select(version => VersionView.Of(version, version.StandardVersion)).ToList();

            return new Shown(
                newest == 0 ? VersionView.Standard : VersionView.Of(versions[0], TriageRules.Standard.Version),
                waiting.ConvertAll(row => ProposalView.Of(row, newest)),
                older,
                StandardView.Shipped);
        }
    }
}

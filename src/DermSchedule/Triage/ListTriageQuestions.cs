using DermSchedule.Practices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DermSchedule.Triage;

/// <summary>What another program, a widget or an app, may offer as concerns and has to ask before it submits a triage: the same as our own pages.</summary>
public static class ListTriageQuestions
{
    /// <param name="Category">Absent means medical.</param>
    /// <param name="Concern">A code of <c>concerns</c>; absent or unknown is <c>other</c>.</param>
    /// <param name="VisitFor">Who the visit is for; absent means oneself.</param>
    /// <param name="AgeYears">Whole years.</param>
    public sealed record Request(Category? Category, string? Concern, VisitFor? VisitFor, int? AgeYears);

    /// <param name="RuleVersion">Of the rules in force at this practice.</param>
    /// <param name="Concerns">What brings people in, in this category.</param>
    /// <param name="Questions">Of the concern: at most eight, answered under <c>answers</c> by their id.</param>
    public sealed record Sheet(string RuleVersion, IReadOnlyList<Concern> Concerns, IReadOnlyList<SubmitTriage.Question> Questions);

    /// <param name="Code">For <c>concern</c>.</param>
    /// <param name="Label">In the language that was asked for.</param>
    public sealed record Concern(string Code, string Label);

    internal static void Map(IEndpointRouteBuilder clinic) => clinic
        .MapGet("/triage/questions", async (string slug, [AsParameters] Request request, HttpContext http, Handler list, CancellationToken ct) =>
            (await list.Handle(slug, request, Languages.Asked(http), ct)).ToHttp(TypedResults.Ok))
        .WithName(nameof(ListTriageQuestions))
        .Produces<Sheet>()
        .ForAnyone()
        .Refuses(Refusals.NotFound);

    public sealed class Handler(RulesInForce rules, Catalogs catalogs)
    {
        public async Task<Result<Sheet>> Handle(string slug, Request request, string? language, CancellationToken ct)
        {
            if ((await catalogs.Current(ct)).ClinicBySlug(slug) is null)
            {
                return Refusals.NotFound;
            }

            var spanish = string.Equals(language, "es", StringComparison.Ordinal);
            var current = await rules.Current(ct);
            var cosmetic = request.Category == Category.Cosmetic;
            var sheet = new TriageSheet { VisitFor = request.VisitFor ?? VisitFor.Self, AgeYears = request.AgeYears, Cosmetic = cosmetic, Concern = request.Concern ?? "other" };
            return new Sheet(
                current.Version,
                [.. current.Concerns.Where(concern => concern.Cosmetic == cosmetic).Select(concern => new Concern(concern.Code, spanish ? concern.Spanish : concern.English))],
                [.. Questionnaire.For(current, sheet).Select(question => SubmitTriage.Question.Of(question, spanish))]);
        }
    }
}

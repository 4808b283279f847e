using System.ComponentModel.DataAnnotations;
using DermSchedule.Practices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DermSchedule.Triage;

/// <summary>
/// A visitor says what the visit is about, and learns how soon somebody should look at it. What must not wait raises an alert with the staff in the
/// same transaction; everything is kept as it was said (domain.md 6). It never diagnoses.
/// </summary>
public static class SubmitTriage
{
    public sealed record Request
    {
        /// <summary>Who the visit is for; absent means oneself.</summary>
        public VisitFor? VisitFor { get; init; }

        /// <summary>Whole years.</summary>
        [Range(0, 130)]
        public int? AgeYears { get; init; }

        /// <summary>Whole months of a child under three years, instead of <c>ageYears</c>: some rules are for babies.</summary>
        [Range(0, 35)]
        public int? AgeMonths { get; init; }

        [Required]
        public PatientKind? PatientKind { get; init; }

        [Required]
        public Category? Category { get; init; }

        /// <summary>A short word such as <c>mole</c>; an unknown one is <c>other</c>.</summary>
        public string? Concern { get; init; }

        /// <summary>In the patient's own words, English or Spanish.</summary>
        [MaxLength(4000)]
        public string? Symptoms { get; init; }

        [MaxLength(30)]
        public IReadOnlyList<string>? BodyAreas { get; init; }

        /// <summary>Since when: <c>hours</c>, <c>days</c>, <c>weeks</c>, <c>months</c>, <c>longer</c>, <c>not_sure</c>.</summary>
        [MaxLength(40)]
        public string? Onset { get; init; }

        /// <summary>By question id.</summary>
        [MaxLength(60)]
        public IReadOnlyDictionary<string, TriageAnswer>? Answers { get; init; }

        /// <summary>"In case we must call you."</summary>
        public TypedContact? Contact { get; init; }

        /// <summary>The answers that these ones replace.</summary>
        public Earlier? Follows { get; init; }

        /// <summary>Nothing about health in a log.</summary>
        public override string ToString() => "triage request";
    }

    public sealed record TypedContact([property: MaxLength(100)] string? FirstName, [property: MaxLength(40)] string? Phone)
    {
        public override string ToString() => "contact";
    }

    public sealed record Earlier([property: Required] TriageId? Id, [property: Required, MaxLength(100)] string? Token);

    /// <param name="Id">Names the triage in a booking.</param>
    /// <param name="Disposition">How soon.</param>
    /// <param name="Flags">What was recognised, in plain words.</param>
    /// <param name="Message">What to do.</param>
    /// <param name="RecommendedAppointmentTypeIds">Best first; empty when no visit can be booked online.</param>
    /// <param name="Questions">Must be answered before it is known for sure: send them again with <c>answers</c>.</param>
    /// <param name="Token">Opens the triage to its author; shown once.</param>
    /// <param name="Phone">Of the clinic.</param>
    public sealed record Judged(
        TriageId Id,
        Disposition Disposition,
        IReadOnlyList<TriageLabel> Flags,
        string Message,
        IReadOnlyList<AppointmentTypeId> RecommendedAppointmentTypeIds,
        IReadOnlyList<Question> Questions,
        string Token,
        string Phone)
    {
        internal static Judged Of(TriageDesk.Made made, bool spanish)
        {
            var assessment = made.Outcome.Assessment;
            return new Judged(
                made.Id,
                assessment.Disposition,
                [.. assessment.Flags.Select(flag => new TriageLabel(flag.Code, spanish ? flag.LabelSpanish : flag.LabelEnglish))],
                made.Outcome.Told,
                made.Outcome.Recommended,
                [.. assessment.Questions.Select(question => Question.Of(question, spanish))],
                made.Token.Value,
                made.Phone);
        }
    }

    /// <param name="Options">Always <c>yes</c>, <c>no</c>, <c>not_sure</c>.</param>
    public sealed record Question(string Id, string Text, IReadOnlyList<TriageAnswer> Options)
    {
        internal static Question Of(TriageQuestion question, bool spanish) =>
            new(question.Id, spanish ? question.Spanish : question.English, [TriageAnswer.Yes, TriageAnswer.No, TriageAnswer.NotSure]);
    }

    internal static void Map(IEndpointRouteBuilder clinic) => clinic
        .MapPost("/triage", async (string slug, Request request, HttpContext http, Handler submit, CancellationToken ct) =>
            (await submit.Handle(slug, request, Languages.Asked(http), ct)).ToHttp(judged => TypedResults.Created((string?)null, judged)))
        .WithName(nameof(SubmitTriage))
        .Produces<Judged>(StatusCodes.Status201Created)
        .ForAnyone()
        .Refuses(Refusals.NotFound, Refusals.ValidationFailed);

    public sealed class Handler(TriageDesk desk)
    {
        public async Task<Result<Judged>> Handle(string slug, Request request, string? language, CancellationToken ct)
        {
            if (TriageInput.Read(request).IsRefused(out var invalid, out var input))
            {
                return invalid;
            }

            if (input.ContactRefusal is { } wrongPhone && !await desk.MustNotWait(input, ct))
            {
                return wrongPhone;
            }

            var spanish = string.Equals(language, "es", StringComparison.Ordinal);

            if ((await desk.Judge(slug, input with { Language = spanish ? "es" : "en" }, ct)).IsRefused(out var refusal, out var made))
            {
                return refusal;
            }

            return Judged.Of(made, spanish);
        }
    }
}

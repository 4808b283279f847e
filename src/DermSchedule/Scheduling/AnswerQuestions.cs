using DermSchedule.Practices;
using DermSchedule.Triage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DermSchedule.Scheduling;

/// <summary>
/// The questions of triage for a visit that stands: it was booked without them (through the API, a widget), or one was left open. Its patient answers by
/// the visit's link, or the desk asks on the phone (api.md). The visit keeps its time whatever comes of it; what must not wait rings the same alarm.
/// </summary>
public static class AnswerQuestions
{
    internal static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/appointments/{id}/triage", async (AppointmentId id, SubmitTriage.Request request, HttpContext http, Handler answer, CancellationToken ct) =>
            (await answer.Handle(id, request, Languages.Asked(http), ct)).ToHttp(judged => TypedResults.Created((string?)null, judged)))
        .WithName(nameof(AnswerQuestions))
        .Produces<SubmitTriage.Judged>(StatusCodes.Status201Created)
        .ForPatientOrStaff(Access.Desk)
        .Refuses(Refusals.NotFound, Refusals.ValidationFailed, SchedulingRefusals.IllegalTransition);

    public sealed class Handler(VisitQuestions questions)
    {
        /// <param name="id">Of the visit. Its own kind of patient and of care count, whatever the request says of them.</param>
        /// <param name="request">The same answers as before a booking.</param>
        /// <param name="language">Of the words in the answer.</param>
        /// <param name="ct">Cancels the unit.</param>
        public async Task<Result<SubmitTriage.Judged>> Handle(AppointmentId id, SubmitTriage.Request request, string? language, CancellationToken ct)
        {
            if (TriageInput.Read(request).IsRefused(out var invalid, out var input))
            {
                return invalid;
            }

            var spanish = string.Equals(language, "es", StringComparison.Ordinal);
            return (await questions.Answer(id, input with { Language = spanish ? "es" : "en" }, ct)).IsRefused(out var refusal, out var made)
                ? refusal
                : SubmitTriage.Judged.Of(made, spanish);
        }
    }
}

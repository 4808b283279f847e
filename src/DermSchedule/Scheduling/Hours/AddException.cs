using System.ComponentModel.DataAnnotations;
using DermSchedule.Practices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace DermSchedule.Scheduling;

/// <summary>
/// Notes that a provider is away, or works an extra session. Time off takes effect at once for what is free; visits it covers stay as they are and are
/// listed, so that somebody moves them.
/// </summary>
public static class AddException
{
    public sealed record Request
    {
        /// <summary>Absent: time off at every clinic. An extra session is at one.</summary>
        public ClinicId? ClinicId { get; init; }

        [Required]
        public ExceptionKind? Kind { get; init; }

        [Required]
        public Instant? Start { get; init; }

        [Required]
        public Instant? End { get; init; }

        [MaxLength(300)]
        public string? Reason { get; init; }
    }

    public sealed record Answer(
        Guid Id, ClinicId? ClinicId, ExceptionKind Kind, OffsetDateTime Start, OffsetDateTime End, string Reason, IReadOnlyList<AffectedVisit> Affected);

    internal static void Map(IEndpointRouteBuilder providers) => providers
        .MapPost("/{id}/exceptions", async (ProviderId id, Request request, Handler add, CancellationToken ct) =>
            (await add.Handle(id, request, ct)).ToHttp(added => TypedResults.Created($"/api/v1/settings/providers/{id}/exceptions/{added.Id}", added)))
        .Produces<Answer>(StatusCodes.Status201Created)
        .WithName(nameof(AddException))
        .ForStaff(Access.Managers)
        .Refuses(Refusals.ValidationFailed, Refusals.Unauthenticated, Refusals.Forbidden, Refusals.NotFound);

    public sealed class Handler(Settings settings, PracticeHours hours, AffectedVisits visits)
    {
        private static readonly Duration Longest = Duration.FromDays(731);

        public Task<Result<Answer>> Handle(ProviderId id, Request request, CancellationToken ct) => settings.Change<Answer>(
            async before =>
            {
                if ((HoursRules.Provider(before, settings, id, request.ClinicId) ?? Check(request).Found) is { } refusal)
                {
                    return refusal;
                }

                var (exception, after) = hours.AddException(
                    before, id, request.ClinicId, request.Kind!.Value, request.Start!.Value, request.End!.Value, request.Reason?.Trim() ?? "");
                var affected = await visits.Of(new Reach { Provider = id }, before, after, ct);
                var stored = StoredException.Of(exception, after);
                return new Answer(stored.Id, stored.ClinicId, stored.Kind, stored.Start, stored.End, stored.Reason, affected);
            },
            ct);

        private static FieldErrors Check(Request request)
        {
            var errors = new FieldErrors().Attributes(request);
            errors.AddWhen(request.Kind == ExceptionKind.ExtraSession && request.ClinicId is null, "clinicId", "Say at which clinic the extra session is.");
            errors.AddWhen(request.Start is { } start && !HoursRules.IsSensible(start), "start", "This time is too far away.");
            errors.AddWhen(request.End is { } end && !HoursRules.IsSensible(end), "end", "This time is too far away.");
            errors.AddWhen(request.End <= request.Start, "end", "The end comes after the start.");
            errors.AddWhen(request.End - request.Start > Longest, "end", "An exception lasts at most two years: deactivate a provider who is gone.");
            errors.AddWhen(
                request.Kind == ExceptionKind.ExtraSession && request.End - request.Start > Duration.FromHours(24), "end", "An extra session lasts at most a day.");
            return errors;
        }
    }
}

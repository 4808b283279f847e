using System.ComponentModel.DataAnnotations;
using DermSchedule.Data;
using DermSchedule.Practices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace DermSchedule.Scheduling;

/// <summary>Gives a slow typist more time, twice at most, as WCAG 2.2.1 asks of every time limit.</summary>
public static class ExtendHold
{
    /// <summary>How often one hold can be extended (api.md).</summary>
    public const int AtMost = 2;

    public static readonly Refusal Exhausted = new(RefusalKind.Conflict, "hold_not_extendable", "This time has been kept longer twice already.");

    /// <param name="Token">The hold's token; it may come as <c>Authorization: Bearer</c> instead.</param>
    public sealed record Request([property: MaxLength(100)] string? Token = null);

    public sealed record Extended(HoldId Id, OffsetDateTime ExpiresAt, int ExtensionsLeft);

    internal static void Map(IEndpointRouteBuilder clinic) => clinic
        .MapPost("/holds/{id}/extend", async (string slug, HoldId id, [FromHeader(Name = "Authorization")] string? authorization, Request? request, Handler extend, CancellationToken ct) =>
            (await extend.Handle(slug, id, request?.Token ?? BearerToken.From(authorization), ct)).ToHttp(TypedResults.Ok))
        .WithName(nameof(ExtendHold))
        .Produces<Extended>()
        .ForAnyone()
        .Refuses(Refusals.ValidationFailed, Refusals.NotFound, SchedulingRefusals.HoldUsed, SchedulingRefusals.HoldExpired, Exhausted);

    public sealed class Handler(ScheduleDb db, Holds holds, Catalogs catalogs, IReservationWall wall, TimeProvider clock)
    {
        public Task<Result<Extended>> Handle(string slug, HoldId id, string? token, CancellationToken ct) => db.Write<Extended>(async () =>
        {
            if (token is null)
            {
                return Refusals.Field("token", "Send the token of the hold.");
            }

            var now = clock.GetCurrentInstant();
            var catalog = await catalogs.Current(ct);

            if ((await holds.Live(token, now, ct)).IsRefused(out var refusal, out var hold))
            {
                return refusal;
            }

            if (hold.Id != id || catalog.ClinicBySlug(slug)?.Id != hold.ClinicId)
            {
                return Refusals.NotFound;
            }

            if (hold.Extensions >= AtMost)
            {
                return Exhausted;
            }

            hold.ExpiresAt = now + Duration.FromMinutes(catalog.PoliciesAt(hold.ClinicId).HoldMinutes);
            hold.Extensions++;

            if (!await wall.Extend(hold.Id, hold.ExpiresAt, now, ct))
            {
                return SchedulingRefusals.HoldExpired;
            }

            return new Extended(hold.Id, ClinicClock.In(catalog.Clinics[hold.ClinicId].TimeZone).OnTheWire(hold.ExpiresAt), AtMost - hold.Extensions);
        }, ct);
    }
}

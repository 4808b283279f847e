using System.ComponentModel.DataAnnotations;
using DermSchedule.Audit;
using DermSchedule.Data;
using DermSchedule.Practices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DermSchedule.Identity;

/// <summary>Gives a program of the practice a key of its own, with roles like a person's. It is shown once; we keep its hash.</summary>
public static class CreateApiKey
{
    /// <param name="Name">What holds the key.</param>
    /// <param name="Roles">At least one.</param>
    /// <param name="ClinicIds">Where the roles hold; absent means every clinic.</param>
    public sealed record Request(
        [property: Required, MaxLength(100)] string? Name,
        [property: Required] IReadOnlyList<Role>? Roles,
        [property: MaxLength(200)] IReadOnlyList<ClinicId>? ClinicIds = null);

    /// <summary>The stored key, with its secret <paramref name="Key"/>, this once.</summary>
    public sealed record Created(
        ApiKeyId Id, string Name, IReadOnlyList<Role> Roles, IReadOnlyList<Guid>? ClinicIds, NodaTime.Instant CreatedAt, NodaTime.Instant? RevokedAt, string Key);

    internal static void Map(IEndpointRouteBuilder keys) => keys
        .MapPost("", async (Request request, Handler create, CancellationToken ct) =>
            (await create.Handle(request, ct)).ToHttp(created => TypedResults.Created($"/api/v1/settings/api-keys/{created.Id}", created)))
        .Produces<Created>(StatusCodes.Status201Created)
        .WithName(nameof(CreateApiKey))
        .ForStaff(Access.Managers)
        .Refuses(Refusals.ValidationFailed, Refusals.Unauthenticated, Refusals.Forbidden);

    public sealed class Handler(ScheduleDb db, Team team, PracticeDirectory directory, Caller caller, Ids ids, NewApiKey fresh)
    {
        public Task<Result<Created>> Handle(Request request, CancellationToken ct) => team.Change<Created>(
            catalog => Task.FromResult(Create(catalog, request)), ct);

        private Result<Created> Create(Catalog catalog, Request request)
        {
            if (Grants.Check(catalog, request.Roles, request.ClinicIds) is { } wrong)
            {
                return wrong;
            }

            var clinics = Grants.Plain(request.ClinicIds);

            if (Grants.Refuse(caller, request.Roles!, clinics) is { } refusal)
            {
                return refusal;
            }

            var token = Token.New(Token.ApiKey);
            var key = fresh.Make(ids.Next<ApiKey>(), request.Name!.Trim(), token, request.Roles!, clinics);
            db.Add(key);
            directory.List(DirectoryKind.ApiKey, key.TokenHash);
            return new Created(key.Id, key.Name, key.Roles, key.ClinicIds, key.CreatedAt, null, token.Value);
        }
    }
}

/// <summary>Makes the row of a key and its audit line.</summary>
public sealed class NewApiKey(PracticeScope scope, AuditTrail audit, SignInClock clock)
{
    internal ApiKey Make(ApiKeyId id, string name, Token token, IReadOnlyList<Role> roles, IReadOnlyList<Guid>? clinics)
    {
        audit.Record("api_key.created", new AuditRecord("api_key", id.Value), after: new { name, roles, clinicIds = clinics });
        return new ApiKey
        {
            PracticeId = scope.Practice,
            Id = id,
            Name = name,
            TokenHash = token.Hash(),
            Roles = roles,
            ClinicIds = clinics,
            CreatedAt = clock.Now,
        };
    }
}

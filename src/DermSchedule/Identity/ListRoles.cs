using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DermSchedule.Identity;

/// <summary>Shows the roles and what each may do, read off the routes themselves, so that the list cannot be wrong.</summary>
public static class ListRoles
{
    public sealed record Roles(IReadOnlyList<StoredRole> Items);

    /// <param name="Role">Its word.</param>
    /// <param name="Description">In a sentence.</param>
    /// <param name="Operations">The operations of the HTTP contract (their <c>operationId</c>) that it may call.</param>
    public sealed record StoredRole(Role Role, string Description, IReadOnlyList<string> Operations);

    internal static void Map(IEndpointRouteBuilder roles) => roles
        .MapGet("", (Handler list) => list.Handle().ToHttp(TypedResults.Ok))
        .Produces<Roles>()
        .WithName(nameof(ListRoles))
        .ForStaff([.. Access.Managers, Role.Auditor])
        .Refuses(Refusals.Unauthenticated, Refusals.Forbidden);

    public sealed class Handler(EndpointDataSource routes)
    {
        public Result<Roles> Handle() => new Roles([.. Enum.GetValues<Role>().Select(role => new StoredRole(role, Describe(role), OperationsOf(role)))]);

        private List<string> OperationsOf(Role role) => [.. routes.Endpoints
            .Where(endpoint => endpoint.Metadata.GetMetadata<Access>()?.Roles.Contains(role) == true)
            .Select(endpoint => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName)
            .OfType<string>().Distinct().Order(StringComparer.Ordinal)];

        private static string Describe(Role role) => role switch
        {
            Role.Owner => "Everything, including other owners.",
            Role.Manager => "Runs the practice: visits, patients, settings and staff, but not owners.",
            Role.Provider => "Sees and changes visits and patients.",
            Role.FrontDesk => "Books and moves visits, and keeps patients' records.",
            Role.Billing => "Reads visits and patients, and handles payments.",
            Role.Auditor => "Reads everything including the audit trail, and changes nothing.",
        };
    }
}

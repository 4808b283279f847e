using Microsoft.AspNetCore.Builder;

namespace DermSchedule.Kernel;

/// <summary>Who may call a route. Every route says so; one that does not is refused to everybody, and fails the authorization table test.</summary>
/// <param name="Roles">Staff roles (one suffices).</param>
/// <param name="Patient">Whether a patient's link for the very record may.</param>
/// <param name="Anyone">Whether nobody needs to be signed in.</param>
public sealed record Access(IReadOnlyList<Role> Roles, bool Patient, bool Anyone)
{
    /// <summary>Roles that read what the desk reads.</summary>
    public static readonly Role[] Readers = [Role.Owner, Role.Manager, Role.Provider, Role.FrontDesk, Role.Billing, Role.Auditor];

    /// <summary>Roles that change visits and patients.</summary>
    public static readonly Role[] Desk = [Role.Owner, Role.Manager, Role.Provider, Role.FrontDesk];

    /// <summary>Roles that change settings.</summary>
    public static readonly Role[] Managers = [Role.Owner, Role.Manager];
}

/// <summary>Endpoint metadata of <see cref="AccessRoutes.TakesTokenInQuery"/>.</summary>
public sealed record TokenInQuery
{
    public static readonly TokenInQuery Allowed = new();
}

/// <summary>How a route says who may call it.</summary>
public static class AccessRoutes
{
    /// <summary>Staff with one of these roles in the practice. What belongs to one clinic is checked by the use case with <see cref="Caller.MayAt"/>.</summary>
    public static TBuilder ForStaff<TBuilder>(this TBuilder route, params Role[] roles)
        where TBuilder : IEndpointConventionBuilder => route.WithAccess(new Access(roles, Patient: false, Anyone: false));

    /// <summary>The holder of the record's own link, or staff with one of these roles.</summary>
    public static TBuilder ForPatientOrStaff<TBuilder>(this TBuilder route, params Role[] roles)
        where TBuilder : IEndpointConventionBuilder => route.WithAccess(new Access(roles, Patient: true, Anyone: false));

    /// <summary>Everybody, without a token.</summary>
    public static TBuilder ForAnyone<TBuilder>(this TBuilder route)
        where TBuilder : IEndpointConventionBuilder => route.WithAccess(new Access([], Patient: false, Anyone: true));

    /// <summary>
    /// The link's token may also come as <c>?token=</c>: for calendar programs, which send no headers. No other route takes a secret in its address.
    /// </summary>
    public static TBuilder TakesTokenInQuery<TBuilder>(this TBuilder route)
        where TBuilder : IEndpointConventionBuilder
    {
        route.Add(endpoint => endpoint.Metadata.Add(TokenInQuery.Allowed));
        return route;
    }

    private static TBuilder WithAccess<TBuilder>(this TBuilder route, Access access)
        where TBuilder : IEndpointConventionBuilder
    {
        route.Add(endpoint => endpoint.Metadata.Add(access));
        return route;
    }
}

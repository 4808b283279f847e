using DermSchedule.Practices;

namespace DermSchedule.Identity;

/// <summary>Nobody gives away more than they have (domain.md 1, least privilege): only an owner makes or changes an owner, and who manages some clinics grants those at most.</summary>
internal static class Grants
{
    /// <summary>Whether the caller may give, change or take away these rights; null when so.</summary>
    public static Refusal? Refuse(Caller caller, IReadOnlyCollection<Role> roles, IReadOnlyCollection<Guid>? clinics)
    {
        var outranks = roles.Contains(Role.Owner) && !caller.Has(Role.Owner);
        var reaches = caller.Clinics is null || (clinics is not null && clinics.All(caller.Clinics.Contains));
        return outranks || !reaches ? Refusals.Forbidden : null;
    }

    /// <summary>Only who reads what patients typed lets others read it; taking it away is any manager's right. Null when so.</summary>
    public static Refusal? Refuse(Caller caller, IReadOnlyList<Privilege> before, IReadOnlyList<Privilege> after) =>
        after.Except(before).Any() && !caller.SeesClinicalIntake ? Refusals.Forbidden : null;

    /// <summary>What is wrong with the rights themselves; null when nothing.</summary>
    public static Refusal? Check(Catalog catalog, IReadOnlyCollection<Role>? roles, IReadOnlyCollection<ClinicId>? clinics)
    {
        if (roles is null or { Count: 0 } || roles.Distinct().Count() != roles.Count)
        {
            return Refusals.Field("roles", "Name at least one role, each once.");
        }

        if (clinics is null)
        {
            return null;
        }

        if (roles.Contains(Role.Owner))
        {
            return Refusals.Field("clinicIds", "An owner owns the whole practice. Leave the clinics out.");
        }

        return clinics.Count == 0 || !clinics.All(catalog.Clinics.ContainsKey)
            ? Refusals.Field("clinicIds", "Name clinics of this practice, or leave them out for all of them.")
            : null;
    }

    public static IReadOnlyList<Guid>? Plain(IReadOnlyCollection<ClinicId>? clinics) => clinics is null ? null : [.. clinics.Select(clinic => clinic.Value).Distinct()];
}

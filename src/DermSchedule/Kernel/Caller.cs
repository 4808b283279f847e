namespace DermSchedule.Kernel;

/// <summary>What a member of staff may do, per practice (api.md "Roles"). Least privilege: a route names the roles it allows.</summary>
public enum Role
{
    Owner,
    Manager,
    Provider,
    FrontDesk,
    Billing,

    /// <summary>Reads everything including the audit trail, changes nothing.</summary>
    Auditor,
}

/// <summary>What is granted to a member of staff beyond the roles.</summary>
public enum Privilege
{
    /// <summary>Reads what patients typed and the photos they sent before a visit (R-HI-13).</summary>
    ClinicalIntake,
}

/// <summary>Who is behind a request.</summary>
public enum CallerKind
{
    Anonymous,
    User,
    ApiKey,
    PatientLink,
    Job,
}

/// <summary>
/// Who is calling, from where and by which route: filled once per request by authentication, read by authorization and by
/// the audit trail. A background job says so with <see cref="BecomeJob"/>.
/// </summary>
public sealed class Caller
{
    public CallerKind Kind { get; private set; } = CallerKind.Anonymous;

    /// <summary>Account, API key, or what the patient's link opens; null for anonymous callers and jobs.</summary>
    public Guid? Id { get; private set; }

    /// <summary>The session (refresh-token family) of a user; null for everybody else.</summary>
    public Guid? Session { get; private set; }

    public IReadOnlyCollection<Role> Roles { get; private set; } = [];

    public IReadOnlyCollection<Privilege> Privileges { get; private set; } = [];

    /// <summary>The clinics the roles hold for; null means every clinic of the practice.</summary>
    public IReadOnlyCollection<Guid>? Clinics { get; private set; }

    /// <summary>The route template or the job's name: never a path with ids or tokens in it.</summary>
    public string Route { get; set; } = "";

    /// <summary>The peer's address as the trusted proxy chain gives it.</summary>
    public string? Address { get; set; }

    /// <summary>The visitor's session in the booking pages; null for callers of the API, who are told apart by their address.</summary>
    public string? Visitor { get; set; }

    /// <summary>The <c>X-Live</c> refresh of a screen that is already open (architecture.md 3.7).</summary>
    public bool IsLiveRefresh { get; set; }

    /// <summary>Whether the caller may read what patients typed and the photos they sent: clinicians, owners, and who was granted it (R-HI-13).</summary>
    public bool SeesClinicalIntake => Has(Role.Provider, Role.Owner) || Privileges.Contains(Privilege.ClinicalIntake);

    public bool IsStaff => Kind is CallerKind.User or CallerKind.ApiKey;

    public void BecomeStaff(CallerKind kind, Guid id, Guid? session, IReadOnlyCollection<Role> roles, IReadOnlyCollection<Guid>? clinics) =>
        (Kind, Id, Session, Roles, Clinics) = (kind, id, session, roles, clinics);

    public void Grant(IReadOnlyCollection<Privilege> privileges) => Privileges = privileges;

    public void BecomePatient(Guid visit) => (Kind, Id) = (CallerKind.PatientLink, visit);

    public void BecomeJob(string name) => (Kind, Route) = (CallerKind.Job, name);

    public bool Has(params ReadOnlySpan<Role> any)
    {
        foreach (var role in any)
        {
            if (Roles.Contains(role))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether staff roles reach this clinic.</summary>
    public bool MayAt(Guid clinic) => Clinics is null || Clinics.Contains(clinic);
}

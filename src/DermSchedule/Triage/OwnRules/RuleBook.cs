using DermSchedule.Data;
using Microsoft.EntityFrameworkCore;

namespace DermSchedule.Triage;

/// <summary>What the use cases of a practice's own rules have in common: who may, and which version holds.</summary>
public sealed class RuleBook(ScheduleDb db, Caller caller)
{
    /// <summary>
    /// Who proposes, approves and rejects. Managers keep the settings (api.md "Settings"), and clinicians must be one of any two (R-TR-10): the role <see cref="Role.Provider"/> is
    /// theirs. The privilege to read what patients typed makes nobody a clinician, and neither does owning the practice.
    /// </summary>
    internal static readonly Role[] Authors = [Role.Owner, Role.Manager, Role.Provider];

    internal static readonly Role[] Readers = [.. Authors, Role.Auditor];

    public bool CallerIsClinician => caller.Has(Role.Provider);

    public AccountId CallerId => new(caller.Id!.Value);

    /// <summary>Null when the caller may change rules. A key is no person, and these rules hold at every clinic of the practice.</summary>
    internal Refusal? Refuses() => caller switch
    {
        { Kind: not CallerKind.User } => Refusals.Forbidden.Saying("Triage rules are changed by people. Sign in with your own account."),
        { Clinics: not null } => Refusals.Forbidden.Saying("Triage rules hold at every clinic of the practice. This takes somebody whose role does, too."),
        _ => null,
    };

    /// <summary>The number of the version in force; 0 is the standard.</summary>
    internal async Task<int> Newest(CancellationToken ct) => await db.Set<RuleVersion>().MaxAsync(version => (int?)version.Number, ct) ?? 0;

    internal Task<RuleProposal?> Find(Id<RuleProposal> id, CancellationToken ct) => db.Set<RuleProposal>().SingleOrDefaultAsync(row => row.Id == id, ct);
}

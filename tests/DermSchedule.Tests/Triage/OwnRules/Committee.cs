using DermSchedule.Kernel;
using DermSchedule.Tests.Infrastructure;
using DermSchedule.Triage;

namespace DermSchedule.Tests.Triage;

/// <summary>Those of the practice who speak about its triage rules.</summary>
internal static class Committee
{
    /// <summary>A word of this clinic that the standard has never heard of.</summary>
    public const string Saying = "zebra stripes";

    public static readonly Member Doctor = new(new Guid("01950000-0000-7000-8000-0000000000d1"), Role.Provider);
    public static readonly Member Nurse = new(new Guid("01950000-0000-7000-8000-0000000000d2"), Role.Provider);
    public static readonly Member Manager = new(new Guid("01950000-0000-7000-8000-0000000000d3"), Role.Manager);
    public static readonly Member Owner = new(new Guid("01950000-0000-7000-8000-0000000000d4"), Role.Owner);
    public static readonly Member Desk = new(new Guid("01950000-0000-7000-8000-0000000000d5"), Role.FrontDesk);

    internal sealed record Member(Guid Id, Role Role, CallerKind Kind = CallerKind.User, IReadOnlyCollection<Guid>? Clinics = null);

    public static ProposeTriageRules.Request Wants(params ProposeTriageRules.Wanted[] set) => new(set, "Two patients last month said it so.");

    public static ProposeTriageRules.Wanted Flag(string code, Disposition? raiseTo = null, string[]? english = null, string[]? spanish = null) => new(code, raiseTo, english, spanish);

    /// <summary>The word of this clinic means shingles, and shingles mean an emergency.</summary>
    public static ProposeTriageRules.Request WantsStripes() => Wants(Flag("shingles", Disposition.Emergency, [Saying], ["rayas de cebra"]));

    public static Task<Result<ProposalView>> Proposes(this TestClinic clinic, Member who, ProposeTriageRules.Request request, PracticeId? practice = null) =>
        clinic.As(who, (ProposeTriageRules.Handler propose) => propose.Handle(request, CancellationToken.None), practice);

    public static Task<Result<VersionView>> Approves(this TestClinic clinic, Member who, Id<RuleProposal> id, PracticeId? practice = null) =>
        clinic.As(who, (ApproveTriageRules.Handler approve) => approve.Handle(id, CancellationToken.None), practice);

    public static Task<Result<ProposalView>> Rejects(this TestClinic clinic, Member who, Id<RuleProposal> id, string reason = "Not now.") =>
        clinic.As(who, (RejectTriageRules.Handler reject) => reject.Handle(id, new RejectTriageRules.Request(reason), CancellationToken.None), practice: null);

    public static async Task<ReadTriageRules.Shown> Rules(this TestClinic clinic, PracticeId? practice = null) =>
        (await clinic.As(Manager, (ReadTriageRules.Handler read) => read.Handle(CancellationToken.None), practice)).Value;

    /// <summary>What one proposes and the other approves.</summary>
    public static async Task<VersionView> Agrees(this TestClinic clinic, ProposeTriageRules.Request request) =>
        (await clinic.Approves(Doctor, (await clinic.Proposes(Manager, request)).Value.Id)).Value;

    /// <summary>The version a triage of this moment goes by.</summary>
    public static async Task<string> VersionInForce(this TestClinic clinic, PracticeId? practice = null)
    {
        await using var scope = await clinic.Scope(practice ?? DefaultPractice.Practice);
        return (await scope.Get<RulesInForce>().Current(CancellationToken.None)).Version;
    }

    private static async Task<TAnswer> As<THandler, TAnswer>(this TestClinic clinic, Member who, Func<THandler, Task<TAnswer>> ask, PracticeId? practice)
        where THandler : notnull
    {
        await using var scope = await clinic.Scope(practice ?? DefaultPractice.Practice);
        scope.Get<Caller>().BecomeStaff(who.Kind, who.Id, session: null, [who.Role], who.Clinics);
        return await ask(scope.Get<THandler>());
    }
}

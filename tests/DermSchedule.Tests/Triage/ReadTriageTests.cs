using DermSchedule.Audit;
using DermSchedule.Kernel;
using DermSchedule.Tests.Infrastructure;
using DermSchedule.Tests.Scheduling;
using DermSchedule.Triage;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DermSchedule.Tests.Triage;

/// <summary>Who sees what of the answers (R-HI-13, domain.md 13): the desk how soon and whom to call, clinicians the words, and each look is in the trail.</summary>
public sealed class ReadTriageTests : ClinicTests
{
    private static readonly Guid Somebody = new("01950000-0000-7000-8000-0000000000aa");

    [Theory, EveryDatabase]
    public async Task The_desk_sees_how_soon_and_whom_to_call_and_never_the_words(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var triage = (await clinic.Says(Answers.Of(Answers.SameDay) with { Contact = new SubmitTriage.TypedContact("Ana", "(646) 555-0187") })).Value;

        var desk = await Reads(clinic, triage.Id, Role.FrontDesk);
        var manager = await Reads(clinic, triage.Id, Role.Manager);

        Assert.Equal((Disposition.SameDay, "+16465550187"), (desk.Disposition, desk.Contact!.Phone));
        Assert.NotEmpty(desk.Flags);
        Assert.Equal(triage.Message, desk.Told);
        Assert.All([desk, manager], shown => Assert.Null(shown.Clinical));
    }

    [Theory, EveryDatabase]
    public async Task Clinicians_and_who_was_granted_it_see_the_words_and_what_led_to_which_flag(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var triage = await clinic.Says(Answers.SameDay);

        var provider = await Reads(clinic, triage.Id, Role.Provider);
        var granted = await Reads(clinic, triage.Id, Role.FrontDesk, Privilege.ClinicalIntake);

        Assert.All([provider, granted], shown => Assert.Equal(Answers.SameDay, shown.Clinical!.Sheet.Symptoms));
        Assert.All(provider.Flags, flag => Assert.Contains(flag.Code, provider.Clinical!.Evidence.Keys));
    }

    [Theory, EveryDatabase]
    public async Task Each_look_is_a_line_in_the_trail_and_says_whether_the_words_were_shown(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var triage = await clinic.Says(Answers.Urgent);

        _ = await Reads(clinic, triage.Id, Role.FrontDesk);
        _ = await Reads(clinic, triage.Id, Role.Provider);

        await using var scope = await clinic.Scope();
        var lines = await scope.Db.Set<AuditEntry>().Where(line => line.EntityId == triage.Id.Value && line.ActorId == Somebody).OrderBy(line => line.Id).Select(line => line.Action).ToListAsync();
        Assert.Equal(["triage.summary_read", "triage.read"], lines);
    }

    private static async Task<ReadTriage.Shown> Reads(TestClinic clinic, TriageId id, Role role, params Privilege[] privileges)
    {
        await using var scope = await clinic.Scope();
        scope.Get<Caller>().BecomeStaff(CallerKind.User, Somebody, null, [role], null);
        scope.Get<Caller>().Grant(privileges);
        return (await scope.Get<ReadTriage.Handler>().Handle(id, CancellationToken.None)).Value;
    }
}

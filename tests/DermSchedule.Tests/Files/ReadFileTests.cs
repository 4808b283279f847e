using DermSchedule.Audit;
using DermSchedule.Files;
using DermSchedule.Scheduling;
using DermSchedule.Tests.Audit;
using DermSchedule.Tests.Scheduling;
using NodaTime;

namespace DermSchedule.Tests.Files;

public sealed class ReadFileTests : ClinicTests
{
    private static readonly Guid Someone = Rows.NewOwner();

    [Theory, EveryDatabase]
    public async Task A_link_opens_for_a_minute_for_the_one_who_got_it_and_for_nobody_else(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        var kept = (await clinic.Keeps(Cabinet.ATriage())).Value;
        var other = (await clinic.Keeps(Cabinet.ATriage())).Value;
        var (url, expiresAt) = await clinic.As(Someone, (FileCabinet files) => Task.FromResult(files.Link(kept.Id)), Role.Provider);
        var (expires, signature) = Parts(url);

        var mine = await clinic.Reads(kept.Id, expires, signature, Someone, Role.Provider);
        var elsewhere = await clinic.Reads(other.Id, expires, signature, Someone, Role.Provider);
        var stranger = await clinic.Reads(kept.Id, expires, signature, Rows.NewOwner(), Role.Owner);
        var forged = await clinic.Reads(kept.Id, expires, signature![..^2] + (signature.EndsWith('A') ? "BA" : "AA"), Someone, Role.Provider);
        var longer = await clinic.Reads(kept.Id, expires + "0", signature, Someone, Role.Provider);
        var half = await clinic.Reads(kept.Id, expires, null, Someone, Role.Provider);
        clinic.TimePasses(FileLinks.GoodFor - Duration.FromSeconds(1));
        var late = await clinic.Reads(kept.Id, expires, signature, Someone, Role.Provider);
        clinic.TimePasses(Duration.FromSeconds(1));
        var tooLate = await clinic.Reads(kept.Id, expires, signature, Someone, Role.Provider);

        Assert.StartsWith($"/api/v1/files/{kept.Id}?", url, StringComparison.Ordinal);
        Assert.Equal(clinic.Now, expiresAt);
        Assert.Equal((null, null), (mine.Refusal, late.Refusal));
        Assert.All([elsewhere, stranger, forged, longer, half, tooLate], answer => Assert.Equal(Refusals.Forbidden, answer.Refusal));
    }

    [Theory, EveryDatabase]
    public async Task Skin_is_for_clinicians_and_cards_for_who_works_with_them(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        var skin = (await clinic.Keeps(Cabinet.ATriage())).Value;
        var card = (await clinic.Keeps(Cabinet.ATriage(), purpose: FilePurpose.InsuranceBack)).Value;

        foreach (var role in Enum.GetValues<Role>())
        {
            var (photo, insurance) = (await clinic.Reads(skin.Id, null, null, Someone, role), await clinic.Reads(card.Id, null, null, Someone, role));

            Assert.Equal(role is Role.Owner or Role.Provider ? null : Refusals.Forbidden, photo.Refusal);
            Assert.Equal(role is Role.Auditor ? Refusals.Forbidden : null, insurance.Refusal);
        }

        var granted = await clinic.As(Someone, (ReadFile.Handler read) => read.Handle(new ReadFile.Request(skin.Id, null, null), CancellationToken.None), [Role.FrontDesk], caller => caller.Grant([Privilege.ClinicalIntake]));
        Assert.Null(granted.Refusal);
    }

    [Theory, EveryDatabase]
    public async Task Who_works_at_other_clinics_finds_nothing(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var visit = await clinic.HasVisit();
        var card = (await clinic.Keeps(FileOwner.Of(visit), purpose: FilePurpose.InsuranceFront)).Value;
        var nobodys = (await clinic.Keeps(new FileOwner(FileOwnerKind.Visit, Rows.NewOwner()), purpose: FilePurpose.InsuranceFront)).Value;

        var here = await clinic.Reads(card.Id, null, null, Someone, [Role.FrontDesk], [DefaultPractice.Clinic.Value]);
        var elsewhere = await clinic.Reads(card.Id, null, null, Someone, [Role.FrontDesk], [Rows.NewOwner()]);
        var unplaced = await clinic.Reads(nobodys.Id, null, null, Someone, [Role.FrontDesk], [DefaultPractice.Clinic.Value]);

        Assert.Null(here.Refusal);
        Assert.Equal((Refusals.NotFound, Refusals.NotFound), (elsewhere.Refusal, unplaced.Refusal));
    }

    [Theory, EveryDatabase]
    public async Task The_trail_has_a_look_with_its_patient_and_a_removed_file_is_gone_at_once(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var visit = await clinic.HasVisit();
        var card = (await clinic.Keeps(FileOwner.Of(visit), purpose: FilePurpose.InsuranceFront)).Value;

        await clinic.Reads(card.Id);
        await clinic.Ask((FileCabinet files) => files.Remove(FileOwner.Of(visit), card.Id, CancellationToken.None));
        var after = await clinic.Reads(card.Id);

        var patient = Assert.Single(await clinic.Rows<Appointment>()).PatientId;
        Assert.Equal(Refusals.NotFound, after.Refusal);
        Assert.Equal((card.Id.Value, patient), Assert.Single(await clinic.Rows<AuditEntry>(), line => line.Action == "file.read") is var line ? (line.EntityId!.Value, line.PatientId!.Value) : default);
    }

    private static (string? Expires, string? Signature) Parts(string url)
    {
        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(url[url.IndexOf('?', StringComparison.Ordinal)..]);
        return (query["expires"], query["signature"]);
    }
}

/// <summary>Reading as somebody of the staff.</summary>
internal static class Readers
{
    public static Task<Result<ReadFile.Picture>> Reads(this TestClinic clinic, FileId file) => clinic.Reads(file, null, null, Rows.NewOwner(), Role.Owner);

    public static Task<Result<ReadFile.Picture>> Reads(this TestClinic clinic, FileId file, string? expires, string? signature, Guid who, Role role) =>
        clinic.As(who, (ReadFile.Handler read) => read.Handle(new ReadFile.Request(file, expires, signature), CancellationToken.None), role);

    public static Task<Result<ReadFile.Picture>> Reads(this TestClinic clinic, FileId file, string? expires, string? signature, Guid who, Role[] roles, Guid[] clinics) =>
        clinic.As(who, (ReadFile.Handler read) => read.Handle(new ReadFile.Request(file, expires, signature), CancellationToken.None), roles, more: null, clinics);

    public static Task<TAnswer> As<TService, TAnswer>(this TestClinic clinic, Guid who, Func<TService, Task<TAnswer>> ask, Role role)
        where TService : notnull => clinic.As(who, ask, [role], more: null);

    public static async Task<TAnswer> As<TService, TAnswer>(this TestClinic clinic, Guid who, Func<TService, Task<TAnswer>> ask, Role[] roles, Action<Caller>? more, Guid[]? clinics = null)
        where TService : notnull
    {
        await using var scope = await clinic.Scope();
        scope.Get<Caller>().BecomeStaff(CallerKind.User, who, null, roles, clinics);
        more?.Invoke(scope.Get<Caller>());
        return await ask(scope.Get<TService>());
    }
}

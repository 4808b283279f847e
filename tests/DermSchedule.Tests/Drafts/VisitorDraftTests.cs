using DermSchedule.Data;
using DermSchedule.Drafts;
using DermSchedule.Jobs;
using DermSchedule.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Xunit;

namespace DermSchedule.Tests.Drafts;

/// <summary>What a visitor typed lies sealed on the server for a day, and is gone when it is over or when the visitor says so (decision 0019).</summary>
public sealed class VisitorDraftTests : ClinicTests
{
    [Theory, EveryDatabase]
    public async Task It_is_found_by_its_secret_alone_and_stands_nowhere_in_clear(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);

        var key = await Changes(clinic, null, _ => new VisitorDrafts.Text("my-answers", "my-name"));

        Assert.Equal(new VisitorDrafts.Text("my-answers", "my-name"), await Reads(clinic, key));
        Assert.Null(await Reads(clinic, "d_" + new string('A', 43)));
        Assert.Null(await Reads(clinic, null));
        await using var scope = await clinic.Scope();
        var row = await scope.Db.Set<VisitorDraft>().AsNoTracking().SingleAsync();
        Assert.DoesNotContain("my-answers", System.Text.Encoding.UTF8.GetString(row.Answers.Bytes), StringComparison.Ordinal);
        Assert.DoesNotContain("my-name", System.Text.Encoding.UTF8.GetString(row.Typed!.Bytes), StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Two_tabs_do_not_undo_each_others_changes(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        var key = await Changes(clinic, null, _ => new VisitorDrafts.Text("", null));

        _ = await Together(8, number => Changes(clinic, key, text => text! with { Answers = text.Answers + (char)('a' + number) }));

        Assert.Equal("abcdefgh", string.Concat((await Reads(clinic, key))!.Answers.Order()));
    }

    [Theory, EveryDatabase]
    public async Task A_day_after_the_last_change_it_is_not_read_any_more_and_then_gone(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        var key = await Changes(clinic, null, _ => new VisitorDrafts.Text("a", null));
        clinic.TimePasses(Duration.FromHours(23));
        _ = await Changes(clinic, key, text => text! with { Answers = "b" });

        clinic.TimePasses(Duration.FromHours(24) - Duration.FromSeconds(1));
        await Tidy(clinic);
        Assert.Equal("b", (await Reads(clinic, key))?.Answers);

        clinic.TimePasses(Duration.FromSeconds(1));
        Assert.Null(await Reads(clinic, key));
        await Tidy(clinic);
        Assert.Equal(0, await Rows(clinic));
    }

    [Theory, EveryDatabase]
    public async Task Who_deletes_it_leaves_nothing_and_begins_anew(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        var key = await Changes(clinic, null, _ => new VisitorDrafts.Text("a", "b"));

        await Forgets(clinic, key);

        Assert.Equal(0, await Rows(clinic));
        Assert.NotEqual(key, await Changes(clinic, key, text => text ?? new VisitorDrafts.Text("new", null)));
    }

    private static Task<VisitorDrafts.Text?> Reads(TestClinic clinic, string? key) => clinic.Ask((VisitorDrafts drafts) => drafts.Read(key, CancellationToken.None));

    private static Task<string> Changes(TestClinic clinic, string? key, Func<VisitorDrafts.Text?, VisitorDrafts.Text> change) =>
        clinic.Ask((VisitorDrafts drafts) => drafts.Change(key, change, CancellationToken.None));

    private static async Task Forgets(TestClinic clinic, string key)
    {
        await using var scope = await clinic.Scope();
        await scope.Get<VisitorDrafts>().Forget(key, CancellationToken.None);
    }

    private static async Task Tidy(TestClinic clinic)
    {
        while (await clinic.Services.GetRequiredService<DueRunner>().RunDue(CancellationToken.None) > 0)
        {
        }
    }

    private static async Task<int> Rows(TestClinic clinic)
    {
        await using var scope = await clinic.Scope();
        return await scope.Db.Set<VisitorDraft>().CountAsync();
    }
}

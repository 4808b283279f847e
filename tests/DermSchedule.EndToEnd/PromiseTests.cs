using System.Globalization;
using DermSchedule.EndToEnd.Infrastructure;
using Microsoft.Playwright;
using Xunit;

namespace DermSchedule.EndToEnd;

/// <summary>What the pages promise beyond their words: light, private, and the same for everybody who opens a link.</summary>
public sealed class PromiseTests(Clinic clinic) : IClassFixture<Clinic>
{
    /// <summary>Bytes on the wire for a first visit, fonts and scripts included.</summary>
    private const long Heaviest = 150 * 1024;

    /// <summary>Cumulative layout shift.</summary>
    private const double MostShift = 0.02;

    [Theory]
    [InlineData("/demo")]
    [InlineData("/demo/book")]
    [InlineData("/demo/book/find")]
    [InlineData("/nothing-here")]
    public async Task A_first_page_is_light(string path)
    {
        await using var patient = await clinic.Visitor();
        List<IRequest> asked = [];
        patient.Page.RequestFinished += (_, request) => asked.Add(request);

        await patient.Open(path);

        // Heads and bodies as they came over the wire.
        var weights = new List<(string Url, long Weight)>();

        foreach (var request in asked)
        {
            var sizes = await request.SizesAsync();
            weights.Add((request.Url, sizes.ResponseBodySize + sizes.ResponseHeadersSize));
        }

        Assert.True(weights.Sum(answer => answer.Weight) is > 0 and <= Heaviest, string.Join('\n', weights));
        Assert.Equal(weights.Count, weights.Select(answer => answer.Url).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Style_sheets_and_scripts_come_compressed_and_are_kept_for_a_year()
    {
        await using var patient = await clinic.Visitor();
        List<IResponse> answers = [];
        patient.Page.Response += (_, answer) => answers.Add(answer);

        await patient.Open("/demo");

        var files = answers.Where(answer => answer.Request.ResourceType is "stylesheet" or "script").ToList();
        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.Equal("max-age=31536000, immutable", file.Headers["cache-control"]));
        Assert.All(files, file => Assert.Contains(file.Headers["content-encoding"], new[] { "br", "gzip" }));
    }

    [Fact]
    public async Task No_page_asks_anybody_else_for_anything()
    {
        await using var patient = await clinic.Visitor();
        List<string> asked = [];
        patient.Page.Request += (_, request) => asked.Add(request.Url);

        await patient.Open("/demo");
        await patient.ChooseVisit();

        Assert.All(asked, url => Assert.StartsWith(clinic.Address.ToString(), url, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_on_the_page_jumps()
    {
        await using var patient = await clinic.Visitor();
        await patient.Page.AddInitScriptAsync("window.shifts = []; new PerformanceObserver(list => list.getEntries().forEach(entry => window.shifts.push([entry.value, ...entry.sources.map(source => source.node?.className ?? '')].join(' ')))).observe({ type: 'layout-shift', buffered: true })");

        await patient.Open("/demo");

        var shifts = await patient.Page.EvaluateAsync<string[]>("window.shifts");
        Assert.True(shifts.Sum(shift => double.Parse(shift.Split(' ')[0], CultureInfo.InvariantCulture)) <= MostShift, string.Join('\n', shifts));
    }

    [Fact]
    public async Task Opening_a_private_link_changes_nothing_and_is_kept_by_nobody()
    {
        await using var patient = await clinic.Visitor(scripts: false);
        await patient.ChooseVisit(visit: "Rash visit");
        await patient.Hold(day: 2, time: 0);
        await patient.TypeDetails();
        await patient.Book();
        var link = await patient.Page.Locator("a.btn[href^='/m/']").GetAttributeAsync("href");

        await using var scanner = await clinic.Visitor();
        foreach (var path in new[] { link!, link + "/move", link + "/cancel", link + "?done=moved" })
        {
            var answer = await scanner.Page.GotoAsync(path);
            Assert.Equal(200, answer!.Status);
            Assert.Contains("no-store", answer.Headers["cache-control"], StringComparison.Ordinal);
            Assert.Equal("no-referrer", answer.Headers["referrer-policy"]);
            Assert.Contains("noindex", answer.Headers["x-robots-tag"], StringComparison.Ordinal);
        }

        await patient.Open(link!);
        Assert.Contains("Not confirmed yet", await patient.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("Ana", await scanner.Page.ContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_language_is_the_browsers_until_the_reader_chooses()
    {
        await using var patient = await clinic.Visitor(language: "es-MX");
        await patient.Open("/demo");
        await patient.Speaks("es");

        await patient.Press(".bar-lang");
        await patient.Open("/demo/book");

        await patient.Speaks("en");
        Assert.Equal("Let us find the right visit", await patient.Heading());
    }
}

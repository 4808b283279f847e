using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using DermSchedule.Kernel;

namespace DermSchedule.Web.Hosting;

/// <summary>The page a problem's <c>type</c> points to: <c>docs/problems/{code}.md</c>, carried inside the program.</summary>
internal static partial class ProblemPages
{
    private const string Prefix = "problems/";

    // Before the pages, which are made of it.
    private static readonly string[] Sheets = ["dist/fonts.css", "css/tokens.css", "css/components.css", "css/patient.css", "css/pages.css", "css/problems.css"];

    private static readonly Dictionary<string, string> Pages = typeof(ProblemPages).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .ToDictionary(name => name[Prefix.Length..^".md".Length], name => Html(Read(name)), StringComparer.Ordinal);

    public static IReadOnlyCollection<string> Codes => Pages.Keys;

    public static void MapProblemPages(this WebApplication app) => app
        .MapGet("/problems/{code}", (string code) => Pages.TryGetValue(code, out var page) ? Results.Content(page, "text/html; charset=utf-8") : Results.NotFound())
        .ForAnyone()
        .ExcludeFromDescription();

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(ProblemPages).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    /// <summary>Our pages use a heading, paragraphs, lists and code words, and nothing else of Markdown.</summary>
    private static string Html(string markdown)
    {
        var blocks = markdown.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var title = blocks[0].TrimStart('#', ' ');
        var html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
            .Append("<meta name=\"color-scheme\" content=\"light dark\"><link rel=\"icon\" href=\"/mark.svg\" type=\"image/svg+xml\">")
            .Append("<title>").Append(WebUtility.HtmlEncode(title)).Append(" - DermSchedule</title>")
            .AppendJoin("", Sheets.Select(sheet => $"<link rel=\"stylesheet\" href=\"/{sheet}\">"))
            .Append("</head>\n<body class=\"patient wiz\">\n<a class=\"skip\" href=\"#main\">Skip to the content</a>\n")
            .Append("<header class=\"bar\"><div class=\"page bar-in\"><a class=\"wordmark\" href=\"/\"><svg class=\"icon\" aria-hidden=\"true\"><use href=\"/icons.svg#mark\"></use></svg><span>DermSchedule</span></a>")
            .Append("<span class=\"push\"></span><a class=\"link\" href=\"/docs\">API</a></div></header>\n<main id=\"main\" class=\"page wiz-main prose\">\n");

        foreach (var block in blocks)
        {
            html.Append(Block(block)).Append('\n');
        }

        return html.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static string Block(string block) => block switch
    {
        ['#', '#', ' ', .. var heading] => $"<h2>{Words(heading)}</h2>",
        ['#', ' ', .. var heading] => $"<h1>{Words(heading)}</h1>",
        ['-', ' ', ..] => $"<ul>{string.Concat(block.Split('\n').Select(line => $"<li>{Words(line[2..])}</li>"))}</ul>",
        _ => $"<p>{Words(block)}</p>",
    };

    private static string Words(string text) => CodeWord().Replace(WebUtility.HtmlEncode(text), "<code>${word}</code>");

    [GeneratedRegex("`(?<word>[^`]+)`", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CodeWord();
}

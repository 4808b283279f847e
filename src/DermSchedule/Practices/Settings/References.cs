using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace DermSchedule.Practices;

/// <summary>
/// Checks what settings name: ids of other settings, languages, outside ids. An id of another practice is as unknown as one that never was.
/// </summary>
internal static partial class References
{
    /// <param name="ids">What was sent; null means nothing.</param>
    /// <param name="known">The practice's own.</param>
    /// <param name="usable">Whether it may still be named.</param>
    /// <param name="path">The list in the request.</param>
    /// <param name="errors">Gets one message for each id that is unknown or doubled.</param>
    public static void Check<TOf, TRow>(IReadOnlyList<Id<TOf>>? ids, FrozenDictionary<Id<TOf>, TRow> known, Func<TRow, bool> usable, string path, FieldErrors errors)
    {
        for (var i = 0; i < ids?.Count; i++)
        {
            errors.AddWhen(!known.TryGetValue(ids[i], out var row) || !usable(row), $"{path}[{i}]", "There is no such entry in this practice.");
            errors.AddWhen(ids.Take(i).Contains(ids[i]), $"{path}[{i}]", "This stands in the list twice.");
        }
    }

    /// <summary>Translations are into a language we serve that is not the practice's own: that one is the text itself.</summary>
    public static void Translations<TWords>(IReadOnlyDictionary<string, TWords>? translations, Practice practice, FieldErrors errors, string path = "translations")
        where TWords : class
    {
        foreach (var (language, words) in translations ?? new Dictionary<string, TWords>())
        {
            errors.AddWhen(words is null, $"{path}.{language}", "Send the texts, or leave the language out.");
            errors.AddWhen(!Languages.Known.Contains(language), $"{path}.{language}", "Send translations by language: en or es.");
            errors.AddWhen(string.Equals(language, practice.Language, StringComparison.Ordinal), $"{path}.{language}", "This is the practice's own language: write the text itself.");
        }
    }

    public static void ExternalIds(IReadOnlyList<ExternalIdWords>? ids, FieldErrors errors)
    {
        errors.AddWhen(ids?.Any(id => id is null) ?? false, "externalIds", "An entry is null.");
        errors.AddWhen(ids is not null && ids.OfType<ExternalIdWords>().GroupBy(id => (id.System, id.Value)).Any(same => same.Count() > 1), "externalIds", "The same id stands in the list twice.");
    }

    /// <inheritdoc cref="ExternalIds"/>
    public static Refusal? Twice(IReadOnlyList<ExternalIdWords>? ids)
    {
        var errors = new FieldErrors();
        ExternalIds(ids, errors);
        return errors.Found;
    }

    /// <summary>A practice's word for a kind of room or device: <c>laser</c>, <c>mohs_lab</c>.</summary>
    public static bool IsKind(string kind) => Kind().IsMatch(kind);

    [GeneratedRegex(@"^[a-z][a-z0-9_]{0,39}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Kind();
}

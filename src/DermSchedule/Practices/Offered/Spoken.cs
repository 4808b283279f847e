namespace DermSchedule.Practices;

/// <summary>
/// Texts of one record in the language a patient asked for. One that is not translated falls back to the practice's language and is named, so that
/// a page can mark it and a screen reader pronounces it right (domain.md 1).
/// </summary>
/// <param name="practice">Whose texts.</param>
/// <param name="asked">The language asked for; null means the practice's own.</param>
internal sealed class Spoken(Practice practice, string? asked)
{
    private readonly List<string> untranslated = [];

    public string Language { get; } = asked ?? practice.Language;

    /// <summary>The practice's language when any text fell back to it; else null.</summary>
    public string? FellBackTo => untranslated.Count == 0 ? null : practice.Language;

    /// <summary>Which members fell back.</summary>
    public IReadOnlyList<string>? Untranslated => untranslated.Count == 0 ? null : untranslated;

    /// <param name="name">The member, as the answer calls it.</param>
    /// <param name="own">In the practice's language.</param>
    /// <param name="translation">In the language asked for; null or blank when there is none.</param>
    public string Text(string name, string own, string? translation)
    {
        if (string.Equals(Language, practice.Language, StringComparison.Ordinal) || own.Length == 0)
        {
            return own;
        }

        if (!string.IsNullOrWhiteSpace(translation))
        {
            return translation;
        }

        untranslated.Add(name);
        return own;
    }
}

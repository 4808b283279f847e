namespace DermSchedule.Web.Ui;

/// <summary>The languages the pages speak.</summary>
public enum Language
{
    English,
    Spanish,
}

/// <summary>
/// Every word the pages show, each in all languages on one line, so that a missing translation does not compile and a
/// reviewer reads both side by side. The parts of this class lie beside the screens that use them. Which of the texts still wait
/// for a reviewer is in <c>docs/translations.md</c>.
/// </summary>
public sealed partial class Texts
{
    public Texts()
    {
    }

    public Texts(Language language) => Language = language;

    public Language Language { get; private set; }

    /// <summary>BCP 47: the <c>lang</c> of the page, and what is stored with a visit.</summary>
    public string Code => CodeOf(Language);

    public static string CodeOf(Language language) => language == Language.Spanish ? "es" : "en";

    /// <summary>The language of a code such as <c>es-MX</c>; null when we do not speak it.</summary>
    public static Language? Of(string? code) => code?.Split('-', ';')[0].Trim().ToLowerInvariant() switch
    {
        "en" => Language.English,
        "es" => Language.Spanish,
        _ => null,
    };

    /// <summary>Called once per request, before anything is rendered.</summary>
    internal void Speak(Language language) => Language = language;

    private string Say(string english, string spanish) => Language == Language.Spanish ? spanish : english;
}

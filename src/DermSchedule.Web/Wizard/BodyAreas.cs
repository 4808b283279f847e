namespace DermSchedule.Web.Wizard;

/// <summary>The places on a body that can be named, by the words the rules of triage read.</summary>
public static class BodyAreas
{
    /// <summary>From the head down, so that a list is read as one looks at oneself.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        "head", "face", "eye_area", "nose", "ear", "lip", "mouth", "neck", "chest", "belly", "back", "arms", "hands", "genitals", "legs", "feet", "nails", "all_over",
    ];
}

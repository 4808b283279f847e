using System.Security.Cryptography;
using System.Text.Json;
using DermSchedule.Practices;
using DermSchedule.Triage;

namespace DermSchedule.Web.Wizard;

/// <summary>What brings somebody in, as it was filled in.</summary>
public sealed record ConcernForm
{
    public static readonly IReadOnlyList<string> Onsets = ["hours", "days", "weeks", "months", "longer", "not_sure"];

    public string Concern { get; init; } = "";

    public IReadOnlyList<string> Areas { get; init; } = [];

    public string Onset { get; init; } = "";

    public string Words { get; init; } = "";

    public string Age { get; init; } = "";

    /// <summary>Years or months, as chosen beside the age.</summary>
    public string AgeUnit { get; init; } = Wizard.ChildAge.YearsWord;

    public string FirstName { get; init; } = "";

    public string Phone { get; init; } = "";

    /// <summary>Handed in, and not only saved on the way.</summary>
    public bool Complete { get; init; }

    /// <summary>Null when not said, or no age.</summary>
    public ChildAge? ChildAge() => Wizard.ChildAge.Read(Age, AgeUnit);

    public static ConcernForm Read(IFormCollection form)
    {
        string Text(string name, int longest) => form[name].ToString() is var text && text.Length > longest ? text[..longest] : text;

        return new ConcernForm
        {
            Concern = Text("concern", 60),
            Areas = [.. form["where"].OfType<string>().Where(area => area.Length <= 60).Take(20)],
            Onset = Onsets.Contains(Text("since", 20)) ? Text("since", 20) : "",
            Words = Text("words", TriageSheet.LongestSymptoms),
            Age = Text("age", 20),
            AgeUnit = form["ageUnit"] == Wizard.ChildAge.MonthsWord ? Wizard.ChildAge.MonthsWord : Wizard.ChildAge.YearsWord,
            FirstName = Text("firstName", 100),
            Phone = Text("phone", 40),
        };
    }

    /// <summary>What the rules read.</summary>
    public TriageSheet Sheet(Draft draft) => new()
    {
        VisitFor = draft.For ?? VisitFor.Self,
        AgeYears = ChildAge()?.Years,
        AgeMonths = ChildAge()?.Months,
        Cosmetic = draft.Category == Category.Cosmetic,
        Concern = Concern,
        Symptoms = Words,
        BodyAreas = Areas,
        Onset = Onset.Length == 0 ? null : Onset,
        Answers = draft.Answers,
    };

    /// <summary>Tells the same answers sent twice from others; nothing can be read from it.</summary>
    public string Fingerprint(Draft draft) =>
        Convert.ToBase64String(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { Form = this with { Complete = false }, draft.For, draft.Kind, draft.Category, Answers = draft.Answers.OrderBy(answer => answer.Key, StringComparer.Ordinal) })));

    /// <summary>No person in a log.</summary>
    public override string ToString() => "concern";
}

using System.Globalization;
using System.Text;
using DermSchedule.Triage;
using FsCheck;
using FsCheck.Fluent;

namespace DermSchedule.Tests.Triage.Rules;

/// <summary>What must hold for any text (R-TR-4), over sentences of the corpus put together and disturbed by chance.</summary>
public sealed class MetamorphicTests
{
    private static readonly Config Several = Config.QuickThrowOnFailure.WithMaxTest(1500).WithQuietOnSuccess(true);

    /// <summary>The same emergency in both languages, plain enough to survive one slip.</summary>
    private static readonly (string English, string Spanish)[] Emergencies =
    [
        ("I have trouble breathing", "Tengo dificultad para respirar"),
        ("My tongue is swollen", "Tengo la lengua hinchada"),
        ("My throat is closing", "Se me cierra la garganta"),
        ("It does not stop bleeding", "No para de sangrar"),
        ("I want to kill myself", "Quiero matarme"),
        ("I have purple spots and fever", "Tengo manchas moradas y fiebre"),
        ("Painful rash with blisters", "Sarpullido doloroso con ampollas"),
        ("The wound turned gray and hurts", "La herida se puso negra y me duele"),
        ("A rattlesnake bite on my leg", "Me mordió una serpiente en la pierna"),
        ("After the filler my vision is blurry", "Después del relleno veo borroso"),
    ];

    private static readonly Sentence[] All = [.. Sheets.Corpus("Corpus", "en"), .. Sheets.Corpus("Corpus", "es")];

    private static readonly Arbitrary<int> Numbers = Gen.Choose(0, int.MaxValue - 1).ToArbitrary();

    [Fact]
    public void Adding_an_emergency_never_lowers() => Check.One(Several, Prop.ForAll(Numbers, number =>
    {
        var chance = new Random(number);
        var sentence = All[chance.Next(All.Length)];
        var (english, spanish) = Emergencies[chance.Next(Emergencies.Length)];
        var emergency = chance.Next(2) == 0 ? english : spanish;
        var text = chance.Next(2) == 0 ? $"{sentence.Text.TrimEnd('.')}. {emergency}" : $"{emergency}. {sentence.Text}";
        var tier = Sheets.Says(text).Disposition;
        return (tier >= Sheets.Says(sentence.Text).Disposition && tier == Disposition.Emergency).Label(text);
    }));

    [Fact]
    public void Case_accents_white_space_and_one_slip_change_nothing() => Check.One(Several, Prop.ForAll(Numbers, number =>
    {
        var chance = new Random(number);
        var (english, spanish) = Emergencies[chance.Next(Emergencies.Length)];
        var text = Disturbed(chance.Next(2) == 0 ? english : spanish, chance);
        var read = Sheets.Says(text);
        return (read.Disposition == Disposition.Emergency || read.Questions.Count > 0).Label(text);
    }));

    [Fact]
    public void English_and_Spanish_twins_agree() => Assert.All(Emergencies, twin =>
        Assert.Equal((Disposition.Emergency, Disposition.Emergency), (Sheets.Says(twin.English).Disposition, Sheets.Says(twin.Spanish).Disposition)));

    [Fact]
    public void Words_never_lower_what_answers_raised() => Check.One(Several, Prop.ForAll(Numbers, number =>
    {
        var chance = new Random(number);
        var sheet = Answered(chance, TriageAnswer.Yes);
        var with = sheet with { Symptoms = All[chance.Next(All.Length)].Text };
        return (Assess.Of(Sheets.Rules, with).Disposition >= Assess.Of(Sheets.Rules, sheet).Disposition).Label(with.Symptoms);
    }));

    [Fact]
    public void Not_sure_is_never_below_no() => Check.One(Several, Prop.ForAll(Numbers, number =>
    {
        var text = All[number % All.Length].Text;
        var unsure = Answered(new Random(number), TriageAnswer.NotSure) with { Symptoms = text };
        var no = Answered(new Random(number), TriageAnswer.No) with { Symptoms = text };
        return (Assess.Of(Sheets.Rules, unsure).Disposition >= Assess.Of(Sheets.Rules, no).Disposition).Label(text);
    }));

    private static TriageSheet Answered(Random chance, TriageAnswer answer)
    {
        var questions = Sheets.Rules.Questions;
        var ids = Enumerable.Range(0, chance.Next(1, 4)).Select(_ => questions[chance.Next(questions.Count)].Id).Distinct(StringComparer.Ordinal);
        return new TriageSheet { Answers = ids.ToDictionary(id => id, _ => answer, StringComparer.Ordinal) };
    }

    private static string Disturbed(string text, Random chance)
    {
        var words = text.Split(' ');
        var longer = Enumerable.Range(0, words.Length).Where(i => words[i].Length >= 5).ToList();
        if (longer.Count > 0 && chance.Next(2) == 0)
        {
            var at = longer[chance.Next(longer.Count)];
            words[at] = Slip(words[at], chance);
        }

        text = string.Join(chance.Next(2) == 0 ? "  " : " \t ", words);
        text = chance.Next(3) == 0 ? text.ToUpperInvariant() : text;
        return chance.Next(2) == 0 ? string.Concat(text.Normalize(NormalizationForm.FormD).Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)) : text;
    }

    /// <summary>Two letters swapped, one doubled or one dropped, not at the ends: what fingers do.</summary>
    private static string Slip(string word, Random chance)
    {
        var at = chance.Next(1, word.Length - 2);
        return chance.Next(3) switch
        {
            0 => word[..at] + word[at + 1] + word[at] + word[(at + 2)..],
            1 => word[..at] + word[at] + word[at..],
            _ => word[..at] + word[(at + 1)..],
        };
    }
}

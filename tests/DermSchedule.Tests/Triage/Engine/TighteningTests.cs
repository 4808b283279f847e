using DermSchedule.Triage;

namespace DermSchedule.Tests.Triage.Rules;

/// <summary>What a practice adds makes rules stricter and never looser (triage.md 1.6, R-TR-4), whatever it adds and however patients spell.</summary>
public sealed class TighteningTests
{
    private const int Sets = 60;

    private const int TextsOfEach = 40;

    /// <summary>Letters on whose place a slip is read as the same word.</summary>
    private const int LongEnough = 5;

    private static readonly string[] Corpora = ["Corpus", "HeldOut", "Blind", "FreshA", "FreshB", "Wordings"];

    private static IReadOnlyList<Sentence> RedFlags { get; } =
        [.. from set in Corpora from language in new[] { "en", "es" } from sentence in Sheets.Corpus(set, language) where sentence.IsRed select sentence];

    [Theory]
    [InlineData("anaphylaxis", "short of breth", "I cant breth")]
    [InlineData("slow_sore", "breth quokka", "I cant breth")]
    [InlineData("self_harm", "going to kil me", "i want to kil myself")]
    [InlineData("slow_sore", "kil quokka", "i want to kil myself")]
    [InlineData("self_harm", "feeling suicdal", "I am suicdal")]
    [InlineData("self_harm", "pienso en sucidarme y sucidar", "me quiero sucidar")]
    [InlineData("anaphylaxis", "dificil resperar", "no puedo resperar")]
    [InlineData("anaphylaxis", "tight thraot", "my thraot is closing")]
    public void A_slip_that_a_practice_adds_as_its_own_word_is_still_read_as_a_slip(string flag, string cue, string text)
    {
        var rules = Sheets.Rules.Tightened([new Tightening(flag, null, [cue], [])]);

        Assert.Equal(Disposition.Emergency, Sheets.Says(text).Disposition);
        Assert.Equal(Disposition.Emergency, Assess.Of(rules, new TriageSheet { Symptoms = text }).Disposition);
    }

    [Theory]
    [InlineData("I have zebra strpes")]
    [InlineData("tengo rayas de cebbra")]
    public void A_practices_own_words_are_read_with_slips_as_well(string text)
    {
        var rules = Sheets.Rules.Tightened([new Tightening("shingles", Disposition.Emergency, ["zebra stripes"], ["rayas de cebra"])]);

        Assert.Equal(Disposition.Emergency, Assess.Of(rules, new TriageSheet { Symptoms = text }).Disposition);
    }

    [Theory, MemberData(nameof(Numbers))]
    public void No_set_of_tightenings_reads_a_red_flag_lower_than_the_standard(int number)
    {
        var random = new Random(number);
        var texts = random.GetItems(RedFlags.ToArray(), TextsOfEach).Select(sentence => sentence with { Text = Slipped(sentence.Text, random) }).ToList();
        var own = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Random(random, texts)).ToList();
        var rules = Sheets.Rules.Tightened(own);

        foreach (var sentence in texts)
        {
            var sheet = new TriageSheet { Symptoms = sentence.Text, VisitFor = sentence.VisitFor };
            var (before, after) = (sentence.Read(), Assess.Of(rules, sheet));
            var first = after.Questions.Select(question => question.Id).ToList();

            // A flag that was raised may ask its own question first; a "no" to it leads on to the standard's.
            var then = Assess.Of(rules, sheet with { Answers = first.ToDictionary(id => id, _ => TriageAnswer.No, StringComparer.Ordinal) }).Questions.Select(question => question.Id);
            var lost = before.Questions.Select(question => question.Id).Except(first).Except(then).ToList();
            var what = $"\"{sentence.Text}\" with {string.Join(", ", own.Select(one => $"{one.FlagCode} {one.RaiseTo} [{string.Join('|', one.EnglishCues)}]"))}";

            Assert.True(after.Disposition >= before.Disposition, $"{before.Disposition} became {after.Disposition}: {what}");

            // Who is not told to call is asked all that the standard asks.
            Assert.True(after.Disposition >= Disposition.SameDay || lost.Count == 0, $"No longer asked {string.Join(", ", lost)}: {what}");
        }
    }

    [Fact]
    public void A_flag_that_was_raised_is_worth_as_much_by_the_points_of_a_spot()
    {
        var sheet = Sheets.Answered("spot_large", "spot_red", "spot_feels");
        var today = Sheets.Rules.Tightened([new Tightening("changing_spot", Disposition.SameDay, [], [])]);

        Assert.Equal(Disposition.Urgent, Assess.Of(Sheets.Rules, sheet).Disposition);
        Assert.Equal(Disposition.SameDay, Assess.Of(today, sheet).Disposition);
    }

    /// <summary>The last are some where a raised flag asks first.</summary>
    public static TheoryData<int> Numbers => [.. Enumerable.Range(1, Sets), 302, 428, 460, 1053];

    /// <summary>Some words of what patients wrote, with the slips they wrote them with or with others, and some that nobody wrote.</summary>
    private static Tightening Random(Random random, IReadOnlyList<Sentence> texts)
    {
        var cues = Enumerable.Range(0, random.Next(0, 6)).Select(_ => Cue(random, texts[random.Next(texts.Count)].Text)).Where(cue => TriageRules.Check(new Tightening("burn", null, [cue], [])).Count == 0).ToList();
        var flag = Sheets.Rules.Flags[random.Next(Sheets.Rules.Flags.Count)];
        Disposition? raised = cues.Count == 0 || random.Next(3) == 0 ? (Disposition)random.Next((int)flag.Disposition, (int)Disposition.Emergency + 1) : null;
        return new Tightening(flag.Code, raised, cues, []);
    }

    private static string Cue(Random random, string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var picked = words.Skip(random.Next(words.Length)).Take(random.Next(1, 4)).Select(word => random.Next(2) == 0 ? Slipped(word, random) : word);
        return string.Join(' ', random.Next(3) == 0 ? picked.Append("quokka") : picked);
    }

    /// <summary>One letter left out, doubled or swapped with the next, in a word that is long enough to be known again.</summary>
    private static string Slipped(string text, Random random)
    {
        var places = Enumerable.Range(0, text.Length - 1).Where(at => IsInLongWord(text, at)).ToArray();
        if (places.Length == 0)
        {
            return text;
        }

        var place = places[random.Next(places.Length)];
        return random.Next(3) switch
        {
            0 => text.Remove(place, 1),
            1 => text.Insert(place, text[place].ToString()),
            _ => text[..place] + text[place + 1] + text[place] + text[(place + 2)..],
        };
    }

    private static bool IsInLongWord(string text, int at)
    {
        var (start, end) = (at, at);
        while (start > 0 && char.IsLetter(text[start - 1]))
        {
            start--;
        }

        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        return end - start >= LongEnough && at + 1 < end;
    }
}

using DermSchedule.Triage;

namespace DermSchedule.Tests.Triage.Rules;

/// <summary>Text that nobody means well. It is read without an exception, and evidence never points outside of it.</summary>
public sealed class HostileTextTests
{
    public static TheoryData<string> Texts => new()
    {
        "",
        "   \t\r\n ",
        new string('a', 10_000),
        new string('.', 5_000),
        new string('\0', 500) + "can't breathe",
        "\ud83e can't breathe \udc00\ud800",
        string.Concat(Enumerable.Repeat("lips swollen ", 400)),
        string.Concat(Enumerable.Repeat("not no never ", 400)),
        string.Concat(Enumerable.Repeat("no puedo respirar, ", 300)),
        string.Concat(Enumerable.Repeat("('\"[{<?!;:", 400)),
        "l\u200bi\u200bp\u200bs swo\u00adllen",
        "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!",
        "ﷺﷺﷺ 𝐜𝐚𝐧'𝐭 𝐛𝐫𝐞𝐚𝐭𝐡𝐞",
        "'; DROP TABLE visits; -- \"><script>alert(1)</script>",
        string.Concat(Enumerable.Range(0, 900).Select(i => $"bl{(char)('a' + (i % 26))}{(char)('a' + (i / 26 % 26))}d ")),
        string.Concat(Enumerable.Repeat("👩‍👩‍👧‍👦🩸", 300)),
        "''''''''' ' ' @@@$$$ 1st 5wollen 20min",
    };

    [Theory, MemberData(nameof(Texts))]
    public void It_is_read_and_evidence_stays_inside(string text)
    {
        foreach (var visitFor in Enum.GetValues<VisitFor>())
        {
            var read = Sheets.Says(text, visitFor);

            Assert.All(read.Flags.Concat(read.Considered).SelectMany(flag => flag.Evidence), piece => Assert.InRange(piece.Start + piece.Length, piece.Start, text.Length));
            Assert.All(read.Flags, flag => Assert.InRange(flag.Evidence.Count, 1, 60));
            Assert.InRange(read.Questions.Count, 0, 8);
        }
    }

    [Theory]
    [InlineData("\0\0can't breathe")]
    [InlineData("\ud83e can't breathe")]
    [InlineData("c\u200ban't bre\u00adathe")]
    [InlineData("𝐜𝐚𝐧'𝐭 𝐛𝐫𝐞𝐚𝐭𝐡𝐞")]
    [InlineData("cаn't brеаthе")]
    [InlineData("C A N T can’t   BREATHE")]
    public void A_disguise_hides_no_emergency(string text) => Assert.Equal(Disposition.Emergency, Sheets.Says(text).Disposition);

    [Fact]
    public void Strange_fields_are_ignored()
    {
        var sheet = new TriageSheet
        {
            Concern = "'; --",
            Onset = "since the flood",
            AgeYears = int.MaxValue,
            BodyAreas = ["", "tail"],
            Answers = new Dictionary<string, TriageAnswer>(StringComparer.Ordinal) { ["who are you"] = TriageAnswer.Yes, [""] = (TriageAnswer)77 },
        };

        Assert.Equal(Disposition.Routine, Assess.Of(Sheets.Rules, sheet).Disposition);
    }

    [Fact]
    public void What_lies_beyond_the_limit_is_not_read() =>
        Assert.Equal(Disposition.Routine, Sheets.Says(new string(' ', TriageSheet.LongestSymptoms) + "can't breathe").Disposition);
}

using System.Text;

namespace DermSchedule.Triage;

/// <summary>Collects letters into tokens and settles what a finished word means: contractions, units stuck to numbers, digits in the place of letters.</summary>
internal sealed class WordCollector
{
    private static readonly HashSet<string> Units = new(StringComparer.Ordinal)
    {
        "min", "mins", "minute", "minutes", "minutos", "h", "hr", "hrs", "hour", "hours", "hora", "horas", "d", "day", "days", "dia", "dias", "w", "wk", "wks", "week", "weeks", "semana", "semanas",
        "mo", "mos", "month", "months", "mes", "meses", "y", "yr", "yrs", "yo", "year", "years", "ano", "anos", "mm", "cm", "f", "c", "am", "pm", "th", "st", "nd", "rd", "mg", "ml", "x",
    };

    private readonly List<FoldedWord> tokens = [];
    private readonly StringBuilder word = new();
    private int start;
    private int end;
    private bool isStretched;

    public bool IsOpen => word.Length > 0;

    public void Letter(char letter, int at, int length, int longest)
    {
        if (word.Length == 0)
        {
            start = at;
            isStretched = false;
        }

        end = at + length;
        var stretched = word.Length >= 2 && word[^1] == letter && word[^2] == letter && !char.IsAsciiDigit(letter);
        isStretched |= stretched;
        if (word.Length < longest && !stretched)
        {
            word.Append(letter);
        }
    }

    /// <summary>An emoji stands for its words, all at its own place.</summary>
    public void Whole(string meaning, int at, int length)
    {
        Close();
        foreach (var part in meaning.Split(' '))
        {
            tokens.Add(new FoldedWord(part, at, length, Triage.Pause.None));
        }
    }

    public void Pause(Pause pause)
    {
        Close();
        if (tokens.Count > 0 && pause > tokens[^1].After)
        {
            tokens[^1] = tokens[^1] with { After = pause };
        }
    }

    public IReadOnlyList<FoldedWord> Done()
    {
        Close();
        return tokens;
    }

    private void Close()
    {
        if (word.Length == 0)
        {
            return;
        }

        var text = word.ToString();
        word.Clear();
        var digits = 0;
        while (digits < text.Length && char.IsAsciiDigit(text[digits]))
        {
            digits++;
        }

        if (digits > 0 && digits < text.Length && Units.Contains(text[digits..]))
        {
            tokens.Add(new FoldedWord(text[..digits], start, digits, Triage.Pause.None));
            tokens.Add(new FoldedWord(text[digits..], start + digits, end - start - digits, Triage.Pause.None));
            return;
        }

        text = Contracted(digits == text.Length ? text : Letters(text));
        if (text.Length > 0)
        {
            tokens.Add(new FoldedWord(text, start, end - start, Triage.Pause.None) { Stretched = isStretched });
        }
    }

    /// <summary>"can't" is "cant"; endings that add a verb or an owner say nothing here, and "I'll" must not become "ill".</summary>
    private static string Contracted(string text)
    {
        var mark = text.IndexOf('\'', StringComparison.Ordinal);
        if (mark < 0)
        {
            return text;
        }

        var isEnding = text[mark..] is "'s" or "'ll" or "'ve" or "'re" or "'m" or "'d" or "'";
        return isEnding ? text[..mark] : text.Replace("'", "", StringComparison.Ordinal);
    }

    private static string Letters(string text) => string.Create(text.Length, text, (letters, source) =>
    {
        for (var i = 0; i < letters.Length; i++)
        {
            letters[i] = source[i] switch { '0' => 'o', '1' => 'i', '3' => 'e', '4' => 'a', '5' => 's', '7' => 't', '8' => 'b', var other => other };
        }
    });
}

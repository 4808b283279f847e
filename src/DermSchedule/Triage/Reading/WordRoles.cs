namespace DermSchedule.Triage;

/// <summary>What a small word does to the words around it. Names are those of the "context" part of the word file.</summary>
[Flags]
internal enum WordRole
{
    None = 0,
    Negator = 1,
    Turn = 1 << 1,
    Subject = 1 << 2,
    LongAgo = 1 << 3,
    Ago = 1 << 4,
    Past = 1 << 5,
    Onset = 1 << 6,
    Now = 1 << 7,
    Child = 1 << 8,
    Adult = 1 << 9,
    First = 1 << 10,
    Report = 1 << 11,
    Aside = 1 << 12,
    Doubt = 1 << 13,
    Suppose = 1 << 14,
    Gone = 1 << 15,
    Third = 1 << 16,
    Small = 1 << 17,
    Join = 1 << 18,
    Stranger = 1 << 19,
    Asks = 1 << 20,
    Pseudo = 1 << 21,
    Verb = 1 << 22,
    Picture = 1 << 23,
    Expert = 1 << 24,
}

/// <summary>The roles of each word of one text.</summary>
internal sealed class WordRoles
{
    /// <summary>Words between a thing and its date.</summary>
    private const int DateReach = 4;

    private readonly WordRole[] roles;

    public WordRoles(MarkedText text, IReadOnlyDictionary<WordRole, int> terms, IEnumerable<int> cueTerms, Dated dated)
    {
        roles = new WordRole[text.Tokens.Count];
        foreach (var (role, term) in terms)
        {
            foreach (var span in text.Of(term))
            {
                for (var i = span.Start; i < span.End; i++)
                {
                    roles[i] |= role;
                }
            }
        }

        // "No puedo" and "not stopping" are what is wrong, not the absence of it: a negation inside a longer known phrase is spent, and so is what it denies ("never went away").
        foreach (var span in cueTerms.SelectMany(text.Of).Where(span => span.Length > 1))
        {
            Spend(span, Any(span, WordRole.Negator) ? WordRole.Negator | WordRole.Doubt | WordRole.Gone : WordRole.Doubt);
        }

        // "A new drug two weeks ago" and "in the photos of last year" date the drug and the photo; what is told beside them is of now.
        SpendDates(text, terms[WordRole.Ago], WordRole.Ago, dated.Lately);
        SpendDates(text, terms[WordRole.LongAgo], WordRole.LongAgo, dated.Ever);

        // "Fine since then" began nothing, and "hasn't healed" is not over.
        foreach (var span in text.Of(terms[WordRole.Pseudo]))
        {
            Spend(span, WordRole.Negator | WordRole.Doubt | WordRole.Suppose | WordRole.Onset | WordRole.Gone);
        }
    }

    /// <param name="Lately">Things that weeks ago still work now.</param>
    /// <param name="Ever">Things whose year says nothing of today.</param>
    public readonly record struct Dated(IReadOnlyList<int> Lately, IReadOnlyList<int> Ever);

    public int Count => roles.Length;

    public bool Is(int token, WordRole role) => (roles[token] & role) != WordRole.None;

    public bool Any(Span span, WordRole role)
    {
        for (var i = span.Start; i < span.End; i++)
        {
            if (Is(i, role))
            {
                return true;
            }
        }

        return false;
    }

    private void SpendDates(MarkedText text, int dates, WordRole role, IReadOnlyList<int> dated)
    {
        var named = new bool[roles.Length];
        foreach (var span in dated.SelectMany(text.Of))
        {
            Array.Fill(named, value: true, span.Start, span.Length);
        }

        foreach (var date in text.Of(dates).Where(date => IsBeside(text, named, date)))
        {
            Spend(date, role);
        }
    }

    /// <summary>The thing stands right before its date ("a shot of penicillin three weeks ago") or right after it ("last week they operated").</summary>
    private bool IsBeside(MarkedText text, bool[] named, Span date)
    {
        for (var i = date.Start - 1; i >= Math.Max(date.Start - DateReach, 0) && text.Tokens[i].After < Pause.Comma && !Is(i, WordRole.Turn); i--)
        {
            if (named[i])
            {
                return true;
            }
        }

        for (var i = date.End; i < Math.Min(date.End + DateReach, roles.Length) && text.Tokens[i - 1].After < Pause.Comma && !Is(i, WordRole.Turn); i++)
        {
            if (named[i])
            {
                return true;
            }
        }

        return false;
    }

    private void Spend(Span span, WordRole spent)
    {
        for (var i = span.Start; i < span.End; i++)
        {
            roles[i] &= ~spent;
        }
    }
}

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
}

/// <summary>The roles of each word of one text.</summary>
internal sealed class WordRoles
{
    private readonly WordRole[] roles;

    public WordRoles(MarkedText text, IReadOnlyDictionary<WordRole, int> terms, IEnumerable<int> cueTerms)
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

        // "Fine since then" began nothing, and "hasn't healed" is not over.
        foreach (var span in text.Of(terms[WordRole.Pseudo]))
        {
            Spend(span, WordRole.Negator | WordRole.Doubt | WordRole.Onset | WordRole.Gone);
        }
    }

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

    private void Spend(Span span, WordRole spent)
    {
        for (var i = span.Start; i < span.End; i++)
        {
            roles[i] &= ~spent;
        }
    }
}

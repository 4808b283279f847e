namespace DermSchedule.Triage;

/// <summary>
/// Whether a mention is denied (triage.md 3c). A negator reaches five words ahead, goes on along a list ("no fever, chills or pus"), and ends at "but", at
/// "because" and where a comma or an "and" opens a new sentence of its own.
/// </summary>
internal static class Negation
{
    private const int Reach = 5;

    /// <summary>Words before a mention that are looked at; keeps a text without any stop from costing the square of its length.</summary>
    private const int Farthest = 24;

    public static bool Of(MarkedText text, WordRoles roles, Mention mention) =>
        Before(text, roles, mention) || Inside(text, roles, mention) || After(text, roles, mention);

    /// <summary>"No fever, no pus": people who run down a list mean it.</summary>
    public static bool IsInList(MarkedText text, WordRoles roles, Mention mention)
    {
        var start = mention.Whole.Start;
        var sentence = text.SentenceOf(start);
        var others = 0;
        for (var i = Math.Max(start - Farthest, 0); i < Math.Min(mention.Whole.End + Farthest, roles.Count); i++)
        {
            others += text.SentenceOf(i) == sentence && roles.Is(i, WordRole.Negator) && (i == 0 || !roles.Is(i - 1, WordRole.Negator)) ? 1 : 0;
        }

        return others > 1 && mention.Parts.Any(part => part.Start > 0 && roles.Is(part.Start - 1, WordRole.Negator));
    }

    private static bool Before(MarkedText text, WordRoles roles, Mention mention)
    {
        var start = mention.Whole.Start;
        var sentence = text.SentenceOf(start);
        var distance = 0;
        for (var i = start - 1; i >= 0 && start - i <= Farthest && text.SentenceOf(i) == sentence; i--)
        {
            var comma = text.Tokens[i].After == Pause.Comma;
            if (roles.Is(i, WordRole.Turn) || (comma && OpensClause(roles, i + 1)) || (roles.Is(i, WordRole.Join) && !roles.Is(i, WordRole.Negator) && OpensClause(roles, i + 1)))
            {
                return false;
            }

            // A list goes on: what was denied of the first thing is denied of the next.
            distance = comma || roles.Is(i, WordRole.Join) ? 0 : distance;
            if (roles.Is(i, WordRole.Negator) && !comma)
            {
                return true;
            }

            distance += roles.Is(i, WordRole.Small) ? 0 : 1;
            if (distance > Reach)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>"Lips are not swollen": a negator between the words of the cue, near the word it denies.</summary>
    private static bool Inside(MarkedText text, WordRoles roles, Mention mention)
    {
        for (var i = mention.Whole.Start; i < mention.Whole.End; i++)
        {
            if (!roles.Is(i, WordRole.Negator) || mention.Parts.Any(part => i >= part.Start && i < part.End))
            {
                continue;
            }

            for (var j = i; j < mention.Whole.End && j <= i + 3 && text.Tokens[j].After != Pause.Comma && (j == i || !roles.Is(j, WordRole.Turn | WordRole.Join)); j++)
            {
                if (mention.Parts.Any(part => part.Start == j + 1))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>"Fever: no", "trouble breathing? No.", "the swelling is gone".</summary>
    private static bool After(MarkedText text, WordRoles roles, Mention mention)
    {
        var end = mention.Whole.End;
        var tokens = text.Tokens;
        if (end < tokens.Count && roles.Is(end, WordRole.Negator) && tokens[end - 1].After != Pause.Sentence && (tokens[end].After != Pause.None || end + 1 == tokens.Count))
        {
            return true;
        }

        for (var i = end; i < tokens.Count && i < end + 4 && text.SentenceOf(i) == text.SentenceOf(end - 1); i++)
        {
            if (tokens[i - 1].After == Pause.Comma)
            {
                return false;
            }

            // "Fiebre no tengo", "fever I don't have": the denial comes last and ends the sentence, or it denies what follows.
            if (roles.Is(i, WordRole.Gone))
            {
                return !roles.Is(i, WordRole.Negator) || EndsWithin(text, roles, i);
            }

            if (roles.Is(i, WordRole.Turn | WordRole.Join | WordRole.Negator))
            {
                return false;
            }
        }

        return false;
    }

    private static bool EndsWithin(MarkedText text, WordRoles roles, int token)
    {
        while (roles.Is(token, WordRole.Gone) && text.Tokens[token].After == Pause.None && token + 1 < text.Tokens.Count)
        {
            token++;
        }

        return roles.Is(token, WordRole.Gone);
    }

    /// <summary>"…, my lips", "…, it is", "and I": somebody or something does a new thing. A bare noun goes on with the list.</summary>
    private static bool OpensClause(WordRoles roles, int token) => roles.Is(token, WordRole.Subject | WordRole.First | WordRole.Child | WordRole.Adult | WordRole.Now);
}

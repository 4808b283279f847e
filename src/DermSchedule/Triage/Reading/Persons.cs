namespace DermSchedule.Triage;

/// <summary>Whose trouble it is. The person of the visit counts as the patient; whoever else is named before the words does not (domain.md 6).</summary>
internal static class Persons
{
    private const int Farthest = 30;

    /// <summary>Whom the visit is for, and an ill baby besides.</summary>
    public static WordRole Patients(VisitFor visitFor, bool baby = false) =>
        visitFor switch { VisitFor.Child => WordRole.Child, VisitFor.OtherAdult => WordRole.Adult, _ => WordRole.None } | (baby ? WordRole.Child : WordRole.None);

    /// <param name="patient">Whoever writes where it is <see cref="WordRole.None"/>.</param>
    public static bool IsOther(MarkedText text, WordRoles roles, Mention mention, WordRole patient)
    {
        var others = (WordRole.Child | WordRole.Adult | WordRole.Stranger) & ~patient;
        var start = mention.Whole.Start;
        var sentence = text.SentenceOf(start);
        for (var i = mention.Whole.End - 1; i >= 0 && start - i <= Farthest; i--)
        {
            if (text.SentenceOf(i) != sentence)
            {
                return false;
            }

            if (roles.Is(i, patient) || IsFirst(roles, i, patient))
            {
                return false;
            }

            if (roles.Is(i, others) && !IsAside(text, roles, i))
            {
                return true;
            }

            if (roles.Is(i, WordRole.Third) && patient == WordRole.None && i < start)
            {
                return Earlier(text, roles, text.Sentence(i).Start, others);
            }
        }

        return false;
    }

    /// <summary>"I", and "my" with anything but a person behind it: "my lips" are the patient's, "my mother" is not the patient.</summary>
    private static bool IsFirst(WordRoles roles, int token, WordRole patient) =>
        roles.Is(token, WordRole.First) && !NextIsPerson(roles, token, patient);

    private static bool NextIsPerson(WordRoles roles, int token, WordRole patient)
    {
        for (var i = token + 1; i <= token + 3 && i < roles.Count; i++)
        {
            if (roles.Is(i, (WordRole.Child | WordRole.Adult | WordRole.Stranger) & ~patient))
            {
                return true;
            }

            if (roles.Is(i, WordRole.Verb | WordRole.Turn))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>"From my daughter", "like my dad", "my wife says that …": named, and not the one with the trouble.</summary>
    private static bool IsAside(MarkedText text, WordRoles roles, int token)
    {
        for (var i = token - 1; i >= 0 && i >= token - 3; i--)
        {
            if (roles.Is(i, WordRole.Aside))
            {
                return true;
            }
        }

        for (var i = token + 1; i < text.Tokens.Count && i <= token + 3; i++)
        {
            if (roles.Is(i, WordRole.Report))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"My mother had one. She bled a lot": a third person goes on with the one named before.</summary>
    private static bool Earlier(MarkedText text, WordRoles roles, int start, WordRole others)
    {
        for (var i = start - 1; i >= 0 && start - i <= Farthest; i--)
        {
            if (roles.Is(i, others))
            {
                return !IsAside(text, roles, i);
            }
        }

        return false;
    }
}

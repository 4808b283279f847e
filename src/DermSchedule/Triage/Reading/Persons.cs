namespace DermSchedule.Triage;

/// <summary>Whose trouble it is. The person of the visit counts as the patient; whoever else is named before the words does not (domain.md 6).</summary>
internal static class Persons
{
    private const int Farthest = 30;

    public static bool IsOther(MarkedText text, Roles roles, Mention mention, VisitFor visitFor)
    {
        var patient = visitFor switch { VisitFor.Child => Role.Child, VisitFor.OtherAdult => Role.Adult, _ => Role.None };
        var others = (Role.Child | Role.Adult | Role.Stranger) & ~patient;
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

            if (roles.Is(i, Role.Third) && visitFor == VisitFor.Self && i < start)
            {
                return Earlier(text, roles, text.Sentence(i).Start, others);
            }
        }

        return false;
    }

    /// <summary>"I", and "my" with anything but a person behind it: "my lips" are the patient's, "my mother" is not the patient.</summary>
    private static bool IsFirst(Roles roles, int token, Role patient) =>
        roles.Is(token, Role.First) && !NextIsPerson(roles, token, patient);

    private static bool NextIsPerson(Roles roles, int token, Role patient)
    {
        for (var i = token + 1; i <= token + 3 && i < roles.Count; i++)
        {
            if (roles.Is(i, (Role.Child | Role.Adult | Role.Stranger) & ~patient))
            {
                return true;
            }

            if (roles.Is(i, Role.Verb | Role.Turn))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>"From my daughter", "like my dad", "my wife says that …": named, and not the one with the trouble.</summary>
    private static bool IsAside(MarkedText text, Roles roles, int token)
    {
        for (var i = token - 1; i >= 0 && i >= token - 3; i--)
        {
            if (roles.Is(i, Role.Aside))
            {
                return true;
            }
        }

        for (var i = token + 1; i < text.Tokens.Count && i <= token + 3; i++)
        {
            if (roles.Is(i, Role.Report))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"My mother had one. She bled a lot": a third person goes on with the one named before.</summary>
    private static bool Earlier(MarkedText text, Roles roles, int start, Role others)
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

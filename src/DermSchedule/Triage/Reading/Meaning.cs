namespace DermSchedule.Triage;

/// <summary>How firmly a sign holds. Rises.</summary>
internal enum Strength
{
    /// <summary>Nothing was said, or it was long ago or somebody else's past.</summary>
    None,

    /// <summary>Denied in a list of things denied ("no fever, no pus, no pain"), which is seldom misread: worth a question only where an emergency is at stake.</summary>
    Denied,

    /// <summary>Denied, past or another person's: not believed, yet worth one question where it matters, since about one negation in seven is misread (triage.md 3).</summary>
    Doubtful,

    /// <summary>In doubt. Unsure counts as yes for what is not an emergency.</summary>
    Unsure,

    Present,
}

/// <summary>How one mention was meant.</summary>
internal readonly record struct Meaning(Reading Reading, Strength Strength);

/// <summary>Reads a mention in its surroundings: whose, when, denied, in doubt.</summary>
internal static class Meanings
{
    private const int Farthest = 30;

    /// <summary>Words from a doctor to what the doctor thinks.</summary>
    private const int ExpertReach = 8;

    /// <param name="patients">Whose trouble counts (<see cref="Persons.Patients"/>).</param>
    /// <param name="sign">What it would say; null for words that weigh by themselves.</param>
    public static Meaning Of(MarkedText text, WordRoles roles, Mention mention, WordRole patients, Sign? sign)
    {
        var clause = Clause(text, roles, mention);
        if (Persons.IsOther(text, roles, mention, patients))
        {
            return new Meaning(Reading.OtherPerson, roles.Any(clause, WordRole.Past) ? Strength.None : Strength.Doubtful);
        }

        if (sign is not { Timeless: true } && Past(text, roles, mention, clause) is { } past)
        {
            return past;
        }

        if (Negation.Of(text, roles, mention))
        {
            return new Meaning(Reading.Negated, Negation.IsInList(text, roles, mention) ? Strength.Denied : Strength.Doubtful);
        }

        return InDoubt(text, roles, mention, clause, sign is { Grave: true }) ? new Meaning(Reading.Uncertain, Strength.Unsure) : new Meaning(Reading.Affirmed, Strength.Present);
    }

    /// <summary>"Years ago" ends with "now"; a "now" behind the next comma may speak of another thing ("shingles five years ago, now a skin check"), so that one asks.</summary>
    private static Meaning? Past(MarkedText text, WordRoles roles, Mention mention, Span clause)
    {
        var comma = mention.Whole.End;
        while (comma < clause.End && text.Tokens[comma - 1].After != Pause.Comma)
        {
            comma++;
        }

        if (roles.Any(clause with { End = comma }, WordRole.Now | WordRole.Onset))
        {
            return null;
        }

        var isNow = roles.Any(clause, WordRole.Now | WordRole.Onset);
        if (roles.Any(clause with { End = comma }, WordRole.LongAgo) || (!isNow && roles.Any(clause, WordRole.LongAgo)))
        {
            return new Meaning(Reading.History, isNow ? Strength.Doubtful : Strength.None);
        }

        return !isNow && roles.Any(clause, WordRole.Ago) && roles.Any(clause, WordRole.Past) ? new Meaning(Reading.History, Strength.Unsure) : null;
    }

    /// <summary>"If" goes on along a list; "I think" ends at a comma ("I think it is an allergy, my lips are swollen").</summary>
    private static bool InDoubt(MarkedText text, WordRoles roles, Mention mention, Span clause, bool isGrave)
    {
        var start = mention.Whole.Start;
        while (start > clause.Start && text.Tokens[start - 1].After != Pause.Comma)
        {
            start--;
        }

        return (!isGrave && IsGuess(roles, clause, new Span(start, mention.Whole.End))) || roles.Any(new Span(clause.Start, mention.Whole.End), WordRole.Suppose) || IsAsked(text, roles, mention, clause);
    }

    /// <summary>"Maybe", but not what a doctor thinks maybe: whoever examined somebody and named the thing is believed.</summary>
    private static bool IsGuess(WordRoles roles, Span clause, Span words)
    {
        for (var i = words.Start; i < words.End; i++)
        {
            if (roles.Is(i, WordRole.Doubt))
            {
                var said = new Span(Math.Max(clause.Start, i - ExpertReach), i + 1);
                return !roles.Any(said, WordRole.Expert) || !roles.Any(said, WordRole.Report);
            }
        }

        return false;
    }

    /// <summary>A question about the thing ("can it cause …?"), not a statement with a question behind it ("…, what do I do?").</summary>
    private static bool IsAsked(MarkedText text, WordRoles roles, Mention mention, Span clause)
    {
        // "Is it normal that I see double since yesterday?" tells what happens.
        var last = text.Tokens[clause.End - 1].After == Pause.Question && !roles.Any(clause, WordRole.Onset | WordRole.Now);
        for (var i = mention.Whole.End - 1; last && i < clause.End - 1; i++)
        {
            last = text.Tokens[i].After != Pause.Comma;
        }

        return last && (roles.Any(new Span(clause.Start, mention.Whole.Start), WordRole.Asks) || !roles.Any(clause, WordRole.First));
    }

    /// <summary>The part of the sentence between two turns ("but", "now"): what is said of last year ends where "but now" begins.</summary>
    private static Span Clause(MarkedText text, WordRoles roles, Mention mention)
    {
        var (start, end) = (mention.Whole.Start, mention.Whole.End);
        var sentence = text.SentenceOf(start);
        while (start > 0 && mention.Whole.Start - start < Farthest && text.SentenceOf(start - 1) == sentence && !roles.Is(start - 1, WordRole.Turn))
        {
            start--;
        }

        while (end < text.Tokens.Count && end - mention.Whole.End < Farthest && text.SentenceOf(end) == sentence && !roles.Is(end, WordRole.Turn))
        {
            end++;
        }

        return new Span(start, end);
    }
}

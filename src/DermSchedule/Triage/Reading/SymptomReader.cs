namespace DermSchedule.Triage;

/// <summary>Reads free text once and tells every sign it speaks of. Built from the rules, then never changed.</summary>
internal sealed class SymptomReader
{
    /// <summary>Sets of things that happen on a day and go on working.</summary>
    private static readonly string[] Dated = ["MEDICINE", "PROCEDURE", "FILLER", "INJECT", "VACCINE"];

    /// <summary>What makes a baby an ill one.</summary>
    private static readonly string[] BabySigns = ["fever", "breathing", "hard_to_wake", "purple_spots", "wide_rash", "skin_peel", "unwell"];

    private readonly Lexicon lexicon;
    private readonly Dictionary<WordRole, int> roles;
    private readonly IReadOnlyList<int> classes;
    private readonly IReadOnlyList<int> dated;
    private readonly IReadOnlyList<int> lasting;
    private readonly IReadOnlyList<CuePattern> idioms;
    private readonly Worry worry;

    public SymptomReader(WordFile words, IReadOnlyList<SignRow> signs)
    {
        lexicon = new Lexicon(words);
        roles = Enum.GetValues<WordRole>().Where(role => role != WordRole.None).ToDictionary(role => role, role => lexicon.Term(NameOf(role)));
        classes = [.. words.Classes.Keys.Select(name => lexicon.Term(name))];
        lasting = [roles[WordRole.Picture], lexicon.Term("TRANSPLANT")];
        dated = [.. Dated.Select(name => lexicon.Term(name))];
        idioms = [.. words.Idioms.Select(cue => new CuePattern(cue, lexicon, exact: true))];
        Signs = signs.ToDictionary(sign => sign.Code, sign => new Sign(sign, lexicon), StringComparer.Ordinal);
        worry = new Worry(words.Points, lexicon);
    }

    private SymptomReader(SymptomReader standard, IReadOnlyList<SignRow> own)
    {
        lexicon = new Lexicon(standard.lexicon);
        (roles, classes, dated, lasting, idioms, worry) = (standard.roles, standard.classes, standard.dated, standard.lasting, standard.idioms, standard.worry);
        Signs = standard.Signs.Values.Concat(own.Select(sign => new Sign(sign, lexicon))).ToDictionary(sign => sign.Code, StringComparer.Ordinal);
    }

    public IReadOnlyDictionary<string, Sign> Signs { get; }

    /// <summary>This reader with signs of a practice's own. It reads all that this one reads, and in the same way.</summary>
    public SymptomReader With(IReadOnlyList<SignRow> own) => own.Count == 0 ? this : new(this, own);

    /// <summary>Sets that steer the reading end in a plus, so that they never meet a set of cues of the same name.</summary>
    private static string NameOf(WordRole role) => role.ToString().ToUpperInvariant() + "+";

    public IEnumerable<SignMention> Read(string symptoms, VisitFor visitFor)
    {
        var text = lexicon.Mark(symptoms);
        var marks = new WordRoles(text, roles, classes, new WordRoles.Dated(dated, lasting));
        foreach (var span in idioms.SelectMany(idiom => idiom.In(text)).Select(mention => mention.Whole).ToList())
        {
            text.Mask(span);
        }

        var patients = Persons.Patients(visitFor, visitFor != VisitFor.Child && HasIllBaby(text, marks));
        var weight = worry.Of(text, marks, patients);
        foreach (var sign in Signs.Values)
        {
            foreach (var mention in sign.Cues.SelectMany(cue => cue.In(text)))
            {
                yield return Place(text, sign, mention, Meanings.Of(text, marks, mention, patients, sign));
            }

            foreach (var mention in weight.IsCalm ? [] : sign.DoubtfulCues.SelectMany(cue => cue.In(text)))
            {
                var meaning = Meanings.Of(text, marks, mention, patients, sign);
                if (meaning.Reading == Reading.Affirmed)
                {
                    meaning = new Meaning(Reading.Uncertain, Strength.Unsure);
                }

                // Weak words that are denied besides are no reason to ask.
                yield return Place(text, sign, mention, meaning.Strength <= Strength.Doubtful ? meaning with { Strength = Strength.None } : meaning);
            }
        }

        if (weight.Heaviest is { } heaviest)
        {
            yield return Place(text, Signs[Worry.Sign], heaviest, new Meaning(Reading.Uncertain, Strength.Doubtful)) with { Cue = weight.Sum };
        }
    }

    /// <summary>A young baby's fever counts whoever the visit is said to be for: few people write of it for another reason (triage.md 1.7).</summary>
    private bool HasIllBaby(MarkedText text, WordRoles marks)
    {
        var young = Signs["young_baby"];
        return young.Cues.Concat(young.DoubtfulCues).SelectMany(cue => cue.In(text)).Any(mention => Meanings.Of(text, marks, mention, WordRole.Child, young).Strength >= Strength.Unsure)
            && BabySigns.Select(code => Signs[code]).Any(sign => sign.Cues.SelectMany(cue => cue.In(text)).Any(mention =>
                Persons.IsOther(text, marks, mention, WordRole.None) && Meanings.Of(text, marks, mention, WordRole.Child, sign).Strength >= Strength.Unsure));
    }

    private static SignMention Place(MarkedText text, Sign sign, Mention mention, Meaning meaning)
    {
        var (first, last) = (text.Tokens[mention.Whole.Start], text.Tokens[mention.Whole.End - 1]);
        return new SignMention(sign, mention.Pattern.Cue, meaning, first.Start, last.Start + last.Length - first.Start);
    }
}

/// <summary>A sign the text speaks of, where, and how it was meant.</summary>
/// <param name="Start">UTF-16 position in the original text.</param>
internal sealed record SignMention(Sign Sign, string Cue, Meaning Meaning, int Start, int Length);

namespace DermSchedule.Triage;

/// <summary>
/// The sets of words that cues are made of, ready to be found in a text. Immutable once built. A practice's own words are a lexicon on top of the standard one: each marks
/// a text with its own words alone, so that a word of the practice hides none of the standard's (triage.md 1.6).
/// </summary>
internal sealed class Lexicon
{
    private readonly Vocabulary vocabulary;
    private readonly Dictionary<string, int> terms = new(StringComparer.Ordinal);
    private readonly Dictionary<int, List<Phrase>> phrases = [];
    private readonly IReadOnlyDictionary<string, string> emoji;
    private readonly Lexicon? standard;
    private readonly int first;

    private sealed record Phrase(int Term, int[] Words);

    public Lexicon(WordFile file)
    {
        vocabulary = new Vocabulary(file.RealWords, file.Slips);
        emoji = file.Emoji;
        foreach (var (name, entries) in file.Classes)
        {
            var term = New(name);
            foreach (var entry in entries)
            {
                Add(term, entry, exact: false);
            }
        }

        foreach (var (name, entries) in file.Context)
        {
            var term = New(name + "+");
            foreach (var entry in entries)
            {
                Add(term, entry, exact: true);
            }
        }
    }

    /// <summary>A layer for a practice's own words.</summary>
    public Lexicon(Lexicon standard)
    {
        this.standard = standard;
        (vocabulary, emoji, first) = (new Vocabulary(standard.vocabulary), standard.emoji, standard.Count);
    }

    private int Count => first + terms.Count;

    /// <summary>A set by its name in capitals, or a word or phrase as it is.</summary>
    /// <param name="exact">Taken only as it is: a figure of speech is not guessed from a slip.</param>
    public int Term(string name, bool exact = false)
    {
        if (terms.TryGetValue(name, out var term))
        {
            return term;
        }

        if (name.All(letter => char.IsAsciiLetterUpper(letter) || letter is '_' or '+'))
        {
            throw new InvalidOperationException($"The rules name a set of words that does not exist: {name}.");
        }

        term = New(name);
        Add(term, name.Replace('_', ' '), exact);
        return term;
    }

    private int New(string name)
    {
        var term = Count;
        terms.Add(name, term);
        return term;
    }

    private void Add(int term, string entry, bool exact)
    {
        var words = entry.Split(' ').Select(word => vocabulary.Add(word, exact)).ToArray();
        if (!phrases.TryGetValue(words[0], out var starting))
        {
            phrases.Add(words[0], starting = []);
        }

        starting.Add(new Phrase(term, words));
    }

    public MarkedText Mark(string text)
    {
        var marked = new MarkedText(Tokens(text), Count);
        MarkOn(marked);
        return marked;
    }

    // Words run together are taken apart by the standard alone: another cut would move the words its cues look for.
    private IReadOnlyList<FoldedWord> Tokens(string text) => standard?.Tokens(text) ?? Joints.Mend(Folding.Words(text, emoji), vocabulary);

    private void MarkOn(MarkedText marked)
    {
        standard?.MarkOn(marked);
        var tokens = marked.Tokens;
        var memory = new Dictionary<string, IReadOnlyList<int>>(StringComparer.Ordinal);
        var meanings = new IReadOnlyList<int>[tokens.Count];
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!memory.TryGetValue(tokens[i].Text, out var ids))
            {
                memory.Add(tokens[i].Text, ids = vocabulary.Meanings(tokens[i]));
            }

            meanings[i] = ids;
        }

        for (var i = 0; i < tokens.Count; i++)
        {
            foreach (var id in meanings[i])
            {
                foreach (var phrase in phrases.GetValueOrDefault(id) ?? [])
                {
                    if (Fits(phrase, meanings, tokens, i))
                    {
                        marked.Add(phrase.Term, new Span(i, i + phrase.Words.Length));
                    }
                }
            }
        }
    }

    private static bool Fits(Phrase phrase, IReadOnlyList<int>[] meanings, IReadOnlyList<FoldedWord> tokens, int at)
    {
        if (at + phrase.Words.Length > meanings.Length)
        {
            return false;
        }

        for (var k = 1; k < phrase.Words.Length; k++)
        {
            if (tokens[at + k - 1].After >= Pause.Comma || !meanings[at + k].Contains(phrase.Words[k]))
            {
                return false;
            }
        }

        return true;
    }
}

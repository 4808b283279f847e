namespace DermSchedule.Triage;

/// <summary>A text with every word set found in it. Filled by <see cref="Lexicon.Mark"/>, read by cues and contexts.</summary>
internal sealed class MarkedText
{
    private readonly List<Span>?[] found;
    private readonly bool[] masked;
    private readonly int[] sentences;

    public MarkedText(IReadOnlyList<FoldedWord> tokens, int terms)
    {
        Tokens = tokens;
        found = new List<Span>?[terms];
        masked = new bool[tokens.Count];
        sentences = new int[tokens.Count];
        for (var i = 1; i < tokens.Count; i++)
        {
            sentences[i] = sentences[i - 1] + (tokens[i - 1].After >= Pause.Sentence ? 1 : 0);
        }
    }

    public IReadOnlyList<FoldedWord> Tokens { get; }

    public int SentenceOf(int token) => sentences[token];

    public void Add(int term, Span span)
    {
        var spans = found[term] ??= [];
        if (spans.Count == 0 || spans[^1] != span)
        {
            spans.Add(span);
        }
    }

    /// <summary>In the order they start.</summary>
    public IReadOnlyList<Span> Of(int term) => term < found.Length && found[term] is { } spans ? spans : [];

    public bool InSentence(int term, int sentence)
    {
        foreach (var span in Of(term))
        {
            if (sentences[span.Start] == sentence)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Words of a figure of speech mean nothing by themselves.</summary>
    public void Mask(Span span)
    {
        for (var i = span.Start; i < span.End; i++)
        {
            masked[i] = true;
        }
    }

    public bool IsMasked(Span span)
    {
        for (var i = span.Start; i < span.End; i++)
        {
            if (masked[i])
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>First and last token of the sentence around a token, the last exclusive.</summary>
    public Span Sentence(int token)
    {
        var (start, end) = (token, token + 1);
        while (start > 0 && sentences[start - 1] == sentences[token])
        {
            start--;
        }

        while (end < sentences.Length && sentences[end] == sentences[token])
        {
            end++;
        }

        return new Span(start, end);
    }
}

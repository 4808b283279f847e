namespace DermSchedule.Triage;

/// <summary>What stands between a word and the next one. Rises with how much it separates.</summary>
internal enum Pause
{
    None,
    Comma,
    Sentence,
    Question,
}

/// <summary>A folded word and where it stands in the original text.</summary>
internal readonly record struct FoldedWord(string Text, int Start, int Length, Pause After)
{
    /// <summary>Written with a letter held down ("nooo"); two of them are kept.</summary>
    public bool Stretched { get; init; }
}

/// <summary>Words next to each other: [<paramref name="Start"/>, <paramref name="End"/>) in tokens.</summary>
internal readonly record struct Span(int Start, int End)
{
    public int Length => End - Start;

    public bool Overlaps(Span other) => Start < other.End && other.Start < End;
}

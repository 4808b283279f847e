namespace DermSchedule.Triage;

/// <summary>
/// Every word the rules know, and how a written word finds them: as it is, by a known slip, by ear, or by nearness. A word that stands in
/// the list of real words is itself and never a misspelt cue ("never" is not "fever").
/// </summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);
    private readonly List<(string Word, uint Letters, int Id)> tolerant = [];
    private readonly Dictionary<string, List<int>> sounds = new(StringComparer.Ordinal);
    private readonly HashSet<string> real;
    private readonly IReadOnlyDictionary<string, string> slips;
    private readonly Vocabulary? standard;

    public Vocabulary(IEnumerable<string> real, IReadOnlyDictionary<string, string> slips)
    {
        this.real = real.ToHashSet(StringComparer.Ordinal);
        this.slips = slips;
    }

    /// <summary>Words of a practice's own: a layer that takes nothing away from what the standard makes of a word. The ordinary words are the same.</summary>
    public Vocabulary(Vocabulary standard) => (this.standard, real, slips) = (standard, standard.real, standard.slips);

    /// <param name="exact">Small words that steer the reading ("never") are taken only as they are.</param>
    public int Add(string word, bool exact)
    {
        if (!ids.TryGetValue(word, out var id))
        {
            id = ids.Count;
            ids.Add(word, id);
            Hear(word, id);
        }

        if (!exact && Spelling.Allowed(word.Length) > 0 && !tolerant.Exists(known => known.Id == id))
        {
            tolerant.Add((word, Spelling.Letters(word), id));
        }

        return id;
    }

    public bool Knows(string word) => ids.ContainsKey(word);

    public bool IsOrdinary(string word) => real.Contains(word) || ids.ContainsKey(word) || slips.ContainsKey(word) || standard?.IsOrdinary(word) == true;

    public int? Id(string word) => ids.TryGetValue(word, out var id) ? id : null;

    /// <summary>The words it may stand for; several where it is as near to one as to the other.</summary>
    public IReadOnlyList<int> Meanings(FoldedWord token)
    {
        if (ids.TryGetValue(token.Text, out var id))
        {
            return [id];
        }

        if (slips.TryGetValue(token.Text, out var meant) && ids.TryGetValue(meant, out id))
        {
            return [id];
        }

        if (token.Stretched && ids.TryGetValue(Single(token.Text), out id))
        {
            return [id];
        }

        if (real.Contains(token.Text) || standard?.IsOrdinary(token.Text) == true)
        {
            return [];
        }

        var near = token.Text.Length < 4 ? [] : Near(token.Text);
        return token.Text.Length >= Sounds.Shortest && sounds.TryGetValue(Sounds.Of(token.Text), out var heard) ? [.. heard.Union(near)] : near;
    }

    private void Hear(string word, int id)
    {
        var sound = Sounds.Of(word);
        if (word.Length < Sounds.Shortest || sound.Length < Sounds.Shortest)
        {
            return;
        }

        if (!sounds.TryGetValue(sound, out var same))
        {
            sounds.Add(sound, same = []);
        }

        same.Add(id);
    }

    private List<int> Near(string word)
    {
        var letters = Spelling.Letters(word);
        var nearest = int.MaxValue;
        var found = new List<int>();
        foreach (var (known, knownLetters, id) in tolerant)
        {
            var limit = Math.Min(Spelling.Allowed(known.Length), nearest);
            if (Math.Abs(known.Length - word.Length) > limit || !Spelling.MayBeNear(letters, knownLetters, limit))
            {
                continue;
            }

            var distance = Spelling.Distance(word, known, limit);
            if (distance > limit)
            {
                continue;
            }

            if (distance < nearest)
            {
                nearest = distance;
                found.Clear();
            }

            found.Add(id);
        }

        return found;
    }

    private static string Single(string word) => string.Concat(word.Where((letter, i) => i == 0 || word[i - 1] != letter));
}

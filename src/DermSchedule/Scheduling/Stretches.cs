namespace DermSchedule.Scheduling;

/// <summary>Minutes since the Unix epoch, <c>[From, To)</c>.</summary>
internal readonly record struct Stretch(int From, int To)
{
    /// <summary>Before and after every visit anybody can book; far enough from the ends of <see cref="int"/> to be added to.</summary>
    public static readonly Stretch Always = new(int.MinValue / 4, int.MaxValue / 4);

    public bool Overlaps(int from, int to) => From < to && from < To;
}

/// <summary>Arithmetic on lists of stretches that are sorted and do not touch each other.</summary>
internal static class Stretches
{
    /// <summary>Appends in ascending order of the starts; what touches the last one joins it.</summary>
    public static void Join(this List<Stretch> list, int from, int to)
    {
        if (from >= to)
        {
            return;
        }

        if (list.Count > 0 && from <= list[^1].To)
        {
            list[^1] = new Stretch(list[^1].From, Math.Max(list[^1].To, to));
            return;
        }

        list.Add(new Stretch(from, to));
    }

    public static List<Stretch> Sorted(IEnumerable<Stretch> any)
    {
        var sorted = new List<Stretch>();
        foreach (var stretch in any.OrderBy(stretch => stretch.From))
        {
            sorted.Join(stretch.From, stretch.To);
        }

        return sorted;
    }

    public static List<Stretch> Either(List<Stretch> a, List<Stretch> b)
    {
        if (a.Count == 0 || b.Count == 0)
        {
            return a.Count == 0 ? b : a;
        }

        var either = new List<Stretch>(a.Count + b.Count);
        var (i, j) = (0, 0);
        while (i < a.Count || j < b.Count)
        {
            var next = j == b.Count || (i < a.Count && a[i].From <= b[j].From) ? a[i++] : b[j++];
            either.Join(next.From, next.To);
        }

        return either;
    }

    public static List<Stretch> Both(List<Stretch> a, List<Stretch> b)
    {
        var both = new List<Stretch>();
        var (i, j) = (0, 0);
        while (i < a.Count && j < b.Count)
        {
            both.Join(Math.Max(a[i].From, b[j].From), Math.Min(a[i].To, b[j].To));
            _ = a[i].To < b[j].To ? i++ : j++;
        }

        return both;
    }

    /// <summary>Where at least <paramref name="wanted"/> of the lists overlap.</summary>
    public static List<Stretch> AtLeast(int wanted, IReadOnlyList<List<Stretch>> lists)
    {
        if (wanted <= 0)
        {
            return [Stretch.Always];
        }

        var edges = lists.SelectMany(list => list.SelectMany(stretch => new[] { (At: stretch.From, Step: 1), (At: stretch.To, Step: -1) })).ToArray();
        Array.Sort(edges, (x, y) => x.At.CompareTo(y.At));
        var found = new List<Stretch>();
        var depth = 0;
        for (var i = 0; i < edges.Length - 1; i++)
        {
            depth += edges[i].Step;
            if (depth >= wanted)
            {
                found.Join(edges[i].At, edges[i + 1].At);
            }
        }

        return found;
    }

    public static List<Stretch> Without(this List<Stretch> list, Stretch hole)
    {
        var rest = new List<Stretch>(list.Count + 1);
        foreach (var stretch in list)
        {
            rest.Join(stretch.From, Math.Min(stretch.To, hole.From));
            rest.Join(Math.Max(stretch.From, hole.To), stretch.To);
        }

        return rest;
    }

    /// <summary>Whether one stretch contains all of <c>[from, to)</c>.</summary>
    public static bool Contain(this List<Stretch> list, int from, int to)
    {
        foreach (var stretch in list)
        {
            if (stretch.From <= from && to <= stretch.To)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether one stretch has a minute of <c>[from, to)</c>.</summary>
    public static bool Overlap(this List<Stretch> list, int from, int to)
    {
        foreach (var stretch in list)
        {
            if (stretch.Overlaps(from, to))
            {
                return true;
            }
        }

        return false;
    }
}

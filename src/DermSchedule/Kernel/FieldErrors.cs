namespace DermSchedule.Kernel;

/// <summary>Collects what is wrong with an input, so that a person sees all of it at once. Keys are camelCase JSON paths (api.md).</summary>
public sealed class FieldErrors
{
    private readonly Dictionary<string, List<string>> messages = new(StringComparer.Ordinal);

    public bool Any => messages.Count > 0;

    public void Add(string path, string message)
    {
        if (!messages.TryGetValue(path, out var list))
        {
            messages[path] = list = [];
        }

        list.Add(message);
    }

    /// <summary>All of it as one <c>validation_failed</c>.</summary>
    public Refusal Refusal => Refusals.ValidationFailed.With("errors", messages.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.Ordinal));
}

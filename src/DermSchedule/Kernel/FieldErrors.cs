using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;

namespace DermSchedule.Kernel;

/// <summary>
/// Everything that is wrong with an input at once, by field, as <c>validation_failed</c> carries it (api.md). The attributes on a request serve the
/// framework's check of a JSON body, and this one where the request did not come as a body: from a page, or out of a patch.
/// </summary>
public sealed class FieldErrors
{
    private readonly Dictionary<string, List<string>> errors = new(StringComparer.Ordinal);

    /// <summary>Null while nothing is wrong.</summary>
    public Refusal? Refusal => errors.Count == 0
        ? null
        : Refusals.ValidationFailed.With("errors", errors.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.Ordinal));

    /// <param name="path">A camelCase JSON path: <c>weekly[0].start</c>.</param>
    /// <param name="message">What is wrong with it, for people.</param>
    public void Add(string path, string message)
    {
        if (!errors.TryGetValue(path, out var messages))
        {
            errors[path] = messages = [];
        }

        messages.Add(message);
    }

    public void AddWhen(bool wrong, string path, string message)
    {
        if (wrong)
        {
            Add(path, message);
        }
    }

    /// <summary>Checks the validation attributes of <paramref name="input"/> and of what is inside it.</summary>
    public FieldErrors Attributes(object input, string path = "")
    {
        foreach (var property in input.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0))
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            var value = property.GetValue(input);
            var context = new ValidationContext(input) { MemberName = property.Name, DisplayName = name };

            foreach (var attribute in property.GetCustomAttributes<ValidationAttribute>())
            {
                if (attribute.GetValidationResult(value, context) is { } result)
                {
                    Add(path + name, result.ErrorMessage ?? "This value is not valid.");
                }
            }

            Inside(value, path + name);
        }

        return this;
    }

    private void Inside(object? value, string path)
    {
        switch (value)
        {
            case null or string or ValueType:
                break;
            case IDictionary words:
                foreach (DictionaryEntry entry in words)
                {
                    Inside(entry.Value, $"{path}.{entry.Key}");
                }

                break;
            case IEnumerable items:
                var index = 0;

                foreach (var item in items)
                {
                    AddWhen(item is null, $"{path}[{index}]", "This entry is null.");
                    Inside(item, $"{path}[{index}]");
                    index++;
                }

                break;
            default:
                Attributes(value, path + ".");
                break;
        }
    }
}

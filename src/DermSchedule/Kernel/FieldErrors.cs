using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace DermSchedule.Kernel;

/// <summary>Collects what is wrong with an input, so that a person sees all of it at once. Keys are camelCase JSON paths (api.md).</summary>
public sealed partial class FieldErrors
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

    public void AddWhen(bool wrong, string path, string message)
    {
        if (wrong)
        {
            Add(path, message);
        }
    }

    /// <summary>The refusal, or null while nothing is wrong.</summary>
    public Refusal? Found => Any ? Refusal : null;

    /// <summary>All of it as one <c>validation_failed</c>.</summary>
    public Refusal Refusal => Refusals.ValidationFailed.With("errors", messages.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.Ordinal));

    /// <summary>
    /// Checks the validation attributes of <paramref name="input"/> and of what is inside it. The framework does so for a JSON body; here it is done
    /// for what did not come as one: from a page, or out of a patch.
    /// </summary>
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
                    Add(path + name, InWords(result.ErrorMessage));
                }
            }

            Inside(value, path + name);
        }

        return this;
    }

    /// <summary>What the framework says of a value. It names the property as C# does; who sent the field is told about "this field".</summary>
    public static string InWords(string? message) => message is null ? "This value is not valid." : Named().Replace(message, "This field ")
        .Replace("must be a string or array type with a maximum length of", "is longer than", StringComparison.Ordinal)
        .Replace("must be a string or array type with a minimum length of", "is shorter than", StringComparison.Ordinal);

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

    [GeneratedRegex(@"^The (field \S+|\S+ field) ", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Named();
}

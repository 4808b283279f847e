using System.Text.Json;
using DermSchedule.Kernel;

namespace DermSchedule.Tests.Settings;

/// <summary>How tests of settings read refusals and write patches.</summary>
internal static class Said
{
    /// <summary>The fields that are wrong, sorted.</summary>
    public static IEnumerable<string> Fields(this Refusal? refusal) =>
        ((IReadOnlyDictionary<string, string[]>)refusal!.Members["errors"]!).Keys.Order(StringComparer.Ordinal);

    public static IEnumerable<string> Fields(this FieldErrors errors) => errors.Found is { } refusal ? refusal.Fields() : [];

    public static IEnumerable<string> Fields<T>(this Result<T> result) => result.Refusal.Fields();

    /// <summary>A body as it comes in.</summary>
    public static JsonElement Json(string text) => JsonSerializer.Deserialize<JsonElement>(text);

    public static JsonElement Json<T>(T value) => JsonSerializer.SerializeToElement(value, KernelJson.Options);
}

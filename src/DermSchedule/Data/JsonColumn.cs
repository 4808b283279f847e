using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DermSchedule.Data;

/// <summary>A list or record that is read and written whole and never searched: one JSON column.</summary>
internal static class JsonColumn
{
    /// <summary>Compared by its text, so that an unchanged value is an unchanged column.</summary>
    public static void StoredAsJson<T>(this PropertyBuilder<T> property)
    {
        property.HasConversion(value => Write(value), text => JsonSerializer.Deserialize<T>(text, KernelJson.Options)!);
        property.Metadata.SetValueComparer(new ValueComparer<T>((a, b) => Write(a) == Write(b), value => Write(value).GetHashCode(StringComparison.Ordinal), value => value));
    }

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, KernelJson.Options);
}

using System.ComponentModel.DataAnnotations;

namespace DermSchedule.Practices;

/// <summary>How a list of settings is asked for.</summary>
/// <param name="Inactive">True lists what was deactivated, too.</param>
/// <param name="Limit">At most 200, 100 unless said.</param>
/// <param name="Cursor">Of the page before.</param>
public sealed record SettingsQuery(bool? Inactive, [property: Range(1, Cursor.MostItems)] int? Limit, [property: MaxLength(120)] string? Cursor);

/// <summary>A page of settings, oldest first.</summary>
/// <param name="Items">At most as many as were asked for.</param>
/// <param name="NextCursor">Null on the last page.</param>
public sealed record SettingsPage<T>(IReadOnlyList<T> Items, string? NextCursor);

internal static class SettingsPages
{
    private const int Usual = 100;

    /// <param name="rows">All rows of the practice, from the catalog.</param>
    /// <param name="query">Which of them.</param>
    /// <param name="id">Its identity: ids grow with time.</param>
    /// <param name="isActive">Whether it is in use.</param>
    /// <param name="shown">As it is answered.</param>
    public static Result<SettingsPage<TShown>> Of<TRow, TShown>(
        IEnumerable<TRow> rows, SettingsQuery query, Func<TRow, Guid> id, Func<TRow, bool> isActive, Func<TRow, TShown> shown)
    {
        if (new FieldErrors().Attributes(query).Found is { } wrong)
        {
            return wrong;
        }

        if (!Cursor.TryRead(query.Cursor, out var after))
        {
            return Refusals.Field("cursor", "Send the cursor as the page before gave it.");
        }

        var limit = query.Limit ?? Usual;
        var found = rows.Where(row => (query.Inactive == true || isActive(row)) && id(row).CompareTo(after?.Id ?? Guid.Empty) > 0)
            .OrderBy(id).Take(limit + 1).ToList();
        var page = found.Take(limit).ToList();
        return new SettingsPage<TShown>(page.ConvertAll(row => shown(row)), found.Count > limit ? new Cursor(0, id(page[^1])).ToString() : null);
    }
}

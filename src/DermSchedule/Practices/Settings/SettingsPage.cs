using System.Buffers.Text;
using System.ComponentModel.DataAnnotations;

namespace DermSchedule.Practices;

/// <summary>How a list of settings is asked for.</summary>
/// <param name="Inactive">True lists what was deactivated, too.</param>
/// <param name="Limit">At most 200, 100 unless said.</param>
/// <param name="Cursor">Of the page before.</param>
public sealed record SettingsQuery(bool? Inactive, [property: Range(1, 200)] int? Limit, [property: MaxLength(100)] string? Cursor);

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
        if (new FieldErrors().Attributes(query).Refusal is { } wrong)
        {
            return wrong;
        }

        if (!IdCursor.TryRead(query.Cursor, out var after))
        {
            return Refusals.Field("cursor", "Send the cursor as the page before gave it.");
        }

        var limit = query.Limit ?? Usual;
        var found = rows.Where(row => (query.Inactive == true || isActive(row)) && id(row).CompareTo(after) > 0)
            .OrderBy(id).Take(limit + 1).ToList();
        var page = found.Take(limit).ToList();
        return new SettingsPage<TShown>(page.ConvertAll(row => shown(row)), found.Count > limit ? IdCursor.Of(id(page[^1])) : null);
    }
}

/// <summary>An opaque cursor that says behind which id the next page begins.</summary>
internal static class IdCursor
{
    public static string Of(Guid last) => Base64Url.EncodeToString(last.ToByteArray(bigEndian: true));

    /// <param name="cursor">Null asks for the first page.</param>
    /// <param name="after">The smallest of all ids for the first page.</param>
    public static bool TryRead(string? cursor, out Guid after)
    {
        after = Guid.Empty;

        if (cursor is null)
        {
            return true;
        }

        Span<byte> bytes = stackalloc byte[16];

        if (!Base64Url.IsValid(cursor) || !Base64Url.TryDecodeFromChars(cursor, bytes, out var length) || length != bytes.Length)
        {
            return false;
        }

        after = new Guid(bytes, bigEndian: true);
        return true;
    }
}

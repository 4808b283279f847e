using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace DermSchedule.Kernel;

/// <summary>
/// Where the next page of a list begins: the sort key and id of the last item, opaque to callers. Stays right while rows come and go, which an
/// offset does not.
/// </summary>
/// <param name="Key">The sort key as a whole number, e.g. microseconds.</param>
/// <param name="Id">Breaks ties.</param>
public readonly record struct Cursor(long Key, Guid Id)
{
    /// <summary>Most items of one page (api.md).</summary>
    public const int MostItems = 200;

    // The calendar in microseconds since 1970: no list is sorted by anything outside it, and nothing outside it can be counted with.
    private const long First = -62_135_596_800_000_000;
    private const long Last = 253_402_300_799_999_999;

    public static bool TryRead(string? text, out Cursor? cursor)
    {
        cursor = null;

        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        if (text.Length > 120 || !Base64Url.IsValid(text))
        {
            return false;
        }

        var parts = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(text)).Split('|');

        if (parts.Length != 2 || !long.TryParse(parts[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var key) || key is < First or > Last || !Guid.TryParseExact(parts[1], "N", out var id))
        {
            return false;
        }

        cursor = new Cursor(key, id);
        return true;
    }

    public override string ToString() =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Key}|{Id:N}")));
}

using System.Diagnostics.CodeAnalysis;

namespace DermSchedule.Kernel;

/// <summary>A phone number in E.164. North American numbers may be typed in any usual way and must obey the NANP.</summary>
public readonly record struct PhoneNumber
{
    private PhoneNumber(string e164) => E164 = e164;

    /// <summary><c>+12125550140</c>. The only way to the digits: <see cref="ToString"/> masks them for logs.</summary>
    public string E164 { get; }

    public static bool TryParse([NotNullWhen(true)] string? typed, out PhoneNumber phone)
    {
        phone = default;

        if (typed is null || typed.Length > 40 || typed.Any(c => !char.IsAsciiDigit(c) && c is not ('+' or ' ' or '-' or '.' or '(' or ')' or '/' or '\u00a0')))
        {
            return false;
        }

        var trimmed = typed.Trim();
        var digits = new string([.. trimmed.Where(char.IsAsciiDigit)]);
        var international = trimmed.StartsWith('+');

        if (trimmed.LastIndexOf('+') > 0)
        {
            return false;
        }

        if (!international && digits.Length == 10)
        {
            digits = "1" + digits;
        }
        else if (!international && !(digits.Length == 11 && digits[0] == '1'))
        {
            return false;
        }

        if (digits.Length is < 8 or > 15 || digits[0] == '0' || (digits[0] == '1' && !IsNanp(digits)))
        {
            return false;
        }

        phone = new PhoneNumber("+" + digits);
        return true;
    }

    /// <summary>As a North American reader expects it: <c>(212) 555-0140</c>; others in E.164.</summary>
    public string Display() => E164 is ['+', '1', .. var rest] && rest.Length == 10
        ? $"({rest[..3]}) {rest[3..6]}-{rest[6..]}"
        : E164;

    /// <summary>Masked: a number that slips into a log says nothing.</summary>
    public override string ToString() => E164 is { Length: > 4 } ? "…" + E164[^2..] : "…";

    // Area and exchange code start with 2–9, and N11 is a service, not a place.
    private static bool IsNanp(string digits) =>
        digits.Length == 11 && digits[1] is >= '2' and <= '9' && digits[4] is >= '2' and <= '9'
        && !(digits[2] == '1' && digits[3] == '1') && !(digits[5] == '1' && digits[6] == '1');
}

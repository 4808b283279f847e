using System.Collections.Frozen;

namespace DermSchedule.Identity;

/// <summary>What a password must be: long enough, not the e-mail, not one that everybody tries first (ASVS 6.2). No composition rules, no expiry.</summary>
public static class PasswordRules
{
    public const int Shortest = 8;
    public const int Longest = 128;
    private static readonly FrozenSet<string> Common = Read();

    /// <summary>What is wrong with it, as a sentence; null when it is fine.</summary>
    public static string? Complaint(string password, string email)
    {
        if (password.Length is < Shortest or > Longest)
        {
            return $"A password has {Shortest} to {Longest} characters.";
        }

        if (IsLike(password, email) || IsLike(password, email.Split('@')[0]))
        {
            return "The password must not be the e-mail address.";
        }

        return Common.Contains(password) || password.Distinct().Count() < 3 ? "This password is one of the first that others would try." : null;
    }

    private static bool IsLike(string password, string other) => string.Equals(password, other, StringComparison.OrdinalIgnoreCase);

    private static FrozenSet<string> Read()
    {
        using var stream = typeof(PasswordRules).Assembly.GetManifestResourceStream("common-passwords.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }
}

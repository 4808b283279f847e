using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace DermSchedule.Identity;

/// <summary>Hashes and checks passwords with the framework's PBKDF2-HMAC-SHA512, at the work factor OWASP asks for (210,000).</summary>
public sealed class Passwords
{
    private readonly PasswordHasher<Account> hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = 210_000 }));
    private readonly string dummy;

    public Passwords() => dummy = hasher.HashPassword(null!, "nobody has this password");

    public string Hash(string password) => hasher.HashPassword(null!, password);

    /// <summary>
    /// Whether the password is the account's. For no account, or one without a password, the same work is done and the answer is no: time
    /// does not tell who works here (ASVS 6.3.8).
    /// </summary>
    public bool Verify(Account? account, string password)
    {
        var result = hasher.VerifyHashedPassword(null!, account?.PasswordHash ?? dummy, password);
        return result != PasswordVerificationResult.Failed && account is { PasswordHash: not null, Active: true };
    }
}

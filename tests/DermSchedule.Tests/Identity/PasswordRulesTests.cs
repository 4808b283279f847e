using DermSchedule.Identity;
using Xunit;

namespace DermSchedule.Tests.Identity;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("correct horse battery")]
    [InlineData("Zürich-Käse-88")]
    [InlineData("kxq7vbn2")]
    public void A_long_enough_password_of_ones_own_is_fine(string password)
    {
        Assert.Null(PasswordRules.Complaint(password, "ana@demo.test"));
    }

    [Theory]
    [InlineData("short1!")]
    [InlineData("password123")]
    [InlineData("PASSWORD123")]
    [InlineData("dermatology")]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("ana.lopez@demo.test")]
    [InlineData("Ana.Lopez@Demo.test")]
    [InlineData("ANA.LOPEZ")]
    public void What_others_would_try_first_is_refused(string password)
    {
        Assert.NotNull(PasswordRules.Complaint(password, "ana.lopez@demo.test"));
    }

    [Fact]
    public void A_password_has_at_most_128_characters()
    {
        var longest = string.Concat(Enumerable.Range(0, 43).Select(i => $"{i % 10}ab"))[..128];

        Assert.Null(PasswordRules.Complaint(longest, "ana@demo.test"));
        Assert.NotNull(PasswordRules.Complaint(longest + "x", "ana@demo.test"));
    }

    [Fact]
    public void No_account_and_no_password_are_never_right()
    {
        var passwords = new Passwords();
        var invited = new Account { Id = default, Email = "a@b.c", NormalizedEmail = "a@b.c", Name = "A", SecurityStamp = "", CreatedAt = default };

        Assert.False(passwords.Verify(null, "nobody has this password"));
        Assert.False(passwords.Verify(invited, "nobody has this password"));
    }

    [Fact]
    public void Only_the_password_itself_is_right_and_only_while_the_account_is_active()
    {
        var passwords = new Passwords();
        var account = new Account
        {
            Id = default,
            Email = "a@b.c",
            NormalizedEmail = "a@b.c",
            Name = "A",
            SecurityStamp = "",
            CreatedAt = default,
            PasswordHash = passwords.Hash("correct horse"),
        };

        Assert.True(passwords.Verify(account, "correct horse"));
        Assert.False(passwords.Verify(account, "Correct horse"));

        account.Active = false;
        Assert.False(passwords.Verify(account, "correct horse"));
    }
}

using DermSchedule.Patients;
using Xunit;

namespace DermSchedule.Tests.Patients;

public sealed class NameKeyTests
{
    [Theory]
    [InlineData("José", "JOSE")]
    [InlineData("García-López", "garcia lopez")]
    [InlineData("O'Brien", "o’brien")]
    [InlineData("Nguyễn", "nguyen")]
    [InlineData("Müller", "MU\u0308LLER")]
    [InlineData("Łukasz", "lukasz")]
    [InlineData("Strauß", "strauss")]
    [InlineData("İpek", "ipek")]
    [InlineData("Ａｎｎａ", "anna")]
    public void Spellings_of_one_name_have_one_key(string one, string other)
    {
        Assert.Equal(NameKey.Of(one), NameKey.Of(other));
    }

    [Theory]
    [InlineData("Ann", "Anne")]
    [InlineData("राम", "रिम")]
    [InlineData("李", "王")]
    [InlineData("--", "?")]
    public void Names_that_differ_keep_their_own_keys(string one, string other)
    {
        Assert.NotEqual(NameKey.Of(one), NameKey.Of(other));
    }

    [Fact]
    public void A_name_is_found_by_the_beginning_of_each_of_its_words()
    {
        var prefixes = NameKey.Prefixes("María José", "García-López");

        Assert.Superset(new HashSet<string> { "ma", "mar", "jo", "jose", "ga", "garcia", "lo", "lopez", "garcialope" }, prefixes.ToHashSet());
        Assert.DoesNotContain("m", prefixes);
        Assert.All(prefixes, prefix => Assert.InRange(prefix.Length, 2, 10));
    }

    [Fact]
    public void Half_a_character_is_no_reason_to_fail()
    {
        Assert.Equal("ana", NameKey.Of("An\ud800a"));
        Assert.Empty(NameKey.Searched("\udc00"));
    }
}

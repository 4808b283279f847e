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
        var prefixes = NameKey.Prefixes("María José", "García-López", "");

        Assert.Superset(new HashSet<string> { "ma", "mar", "jo", "jose", "ga", "garcia", "lo", "lopez", "garcialope" }, prefixes.ToHashSet());
        Assert.DoesNotContain("m", prefixes);
        Assert.All(prefixes, prefix => Assert.InRange(prefix.Length, 2, 10));
    }

    [Theory]
    [InlineData("小明", "王", "王")]
    [InlineData("小明", "王", "小")]
    [InlineData("小明", "王", "王小明")]
    [InlineData("さくら", "田中", "田")]
    [InlineData("さくら", "田中", "田中さくら")]
    [InlineData("민준", "김", "김")]
    [InlineData("민준", "김", "김민준")]
    [InlineData("\U00020BB7野", "\U00020BB7", "\U00020BB7")]
    public void A_name_without_an_alphabet_is_found_by_one_character_and_in_one_word(string first, string last, string typed)
    {
        var searched = NameKey.Searched(typed);

        Assert.NotEmpty(searched);
        Assert.Superset(searched.ToHashSet(), NameKey.Prefixes(first, last, "").ToHashSet());
    }

    [Theory]
    [InlineData("m")]
    [InlineData("é")]
    [InlineData("я")]
    public void One_letter_of_an_alphabet_finds_nothing(string typed) => Assert.Empty(NameKey.Searched(typed));

    [Fact]
    public void Half_a_character_is_no_reason_to_fail()
    {
        Assert.Equal("ana", NameKey.Of("An\ud800a"));
        Assert.Empty(NameKey.Searched("\udc00"));
    }
}

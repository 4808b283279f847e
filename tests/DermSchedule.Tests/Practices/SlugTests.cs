using DermSchedule.Practices;
using Xunit;

namespace DermSchedule.Tests.Settings;

public sealed class SlugTests
{
    [Theory]
    [InlineData("demo")]
    [InlineData("demo-phoenix")]
    [InlineData("a1")]
    [InlineData("1-2-3")]
    [InlineData("apix")]
    public void Small_letters_digits_and_single_hyphens_make_an_address(string slug) => Assert.True(Slugs.IsValid(slug));

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("Demo")]
    [InlineData("-demo")]
    [InlineData("demo-")]
    [InlineData("de--mo")]
    [InlineData("de mo")]
    [InlineData("démo")]
    [InlineData("demo\n")]
    [InlineData("a2345678901234567890123456789012345678901")]
    public void Anything_else_does_not(string slug) => Assert.False(Slugs.IsValid(slug));

    [Theory]
    [InlineData("api")]
    [InlineData("staff")]
    [InlineData("sign-in")]
    [InlineData("widget")]
    [InlineData("openapi")]
    public void A_word_the_application_needs_itself_is_no_address(string slug) => Assert.False(Slugs.IsValid(slug));
}

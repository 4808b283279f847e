using DermSchedule.Web.Wizard;
using Xunit;

namespace DermSchedule.Web.Tests.Wizard;

/// <summary>Parents say ages in years, months, weeks and days, in both languages.</summary>
public sealed class ChildAgeTests
{
    [Theory]
    [InlineData("4", "years", 4, null)]
    [InlineData(" 0 ", "years", 0, null)]
    [InlineData("6", "months", 0, 6)]
    [InlineData("6 months", "years", 0, 6)]
    [InlineData("6 meses", "years", 0, 6)]
    [InlineData("1 mes", "years", 0, 1)]
    [InlineData("6m", "years", 0, 6)]
    [InlineData("18 mo.", "years", 1, 18)]
    [InlineData("11 weeks", "years", 0, 2)]
    [InlineData("13 semanas", "years", 0, 3)]
    [InlineData("20 días", "years", 0, 0)]
    [InlineData("newborn", "years", 0, 0)]
    [InlineData("recién nacida", "years", 0, 0)]
    [InlineData("2 years old", "months", 2, null)]
    [InlineData("3 años", "months", 3, null)]
    [InlineData("48 months", "years", 4, null)]
    public void An_age_is_understood(string text, string unit, int years, int? months) => Assert.Equal(new ChildAge(years, months), ChildAge.Read(text, unit));

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("-3")]
    [InlineData("4.5")]
    [InlineData("131")]
    [InlineData("9999 years")]
    [InlineData("6 parsecs")]
    public void What_is_no_age_is_none(string text) => Assert.Null(ChildAge.Read(text, "years"));
}

using DermSchedule.Web.Ui;
using DermSchedule.Web.Wizard;
using NodaTime;
using Xunit;

namespace DermSchedule.Web.Tests.Wizard;

/// <summary>What the details may be, and what is said when they are not.</summary>
public sealed class DetailsCheckTests
{
    private static readonly LocalDate Today = new(2026, 12, 1);
    private static readonly Texts English = new(Language.English);

    private static readonly DetailsForm Ana = new()
    {
        FirstName = "Ana",
        LastName = "Ruiz",
        BirthMonth = "3",
        BirthDay = "14",
        BirthYear = "1988",
        Phone = "(646) 555-0187",
        Language = "en",
    };

    [Fact]
    public void A_name_a_birth_date_and_a_phone_are_enough() => Assert.Empty(DetailsCheck.Check(Ana, Today, 18, English));

    [Fact]
    public void An_empty_form_hears_all_that_is_missing_in_the_order_of_the_page()
    {
        var errors = DetailsCheck.Check(new DetailsForm(), Today, 18, English);

        Assert.Equal(["firstName", "lastName", "birth", "phone"], errors.Keys);
        Assert.Equal("Enter the birth date", errors["birth"]);
    }

    [Fact]
    public void Errors_are_said_in_the_language_of_the_reader() =>
        Assert.Equal("Escriba un teléfono", DetailsCheck.Check(new DetailsForm(), Today, 18, new Texts(Language.Spanish))["phone"]);

    [Theory]
    [InlineData("2", "30", "1990")]
    [InlineData("13", "1", "1990")]
    [InlineData("1", "1", "1899")]
    [InlineData("12", "2", "2026")]
    [InlineData("March", "1", "1990")]
    [InlineData("1", "1", "-5")]
    [InlineData("99999999999", "1", "1990")]
    public void A_date_nobody_was_born_on_is_refused(string month, string day, string year)
    {
        var errors = DetailsCheck.Check(Ana with { BirthMonth = month, BirthDay = day, BirthYear = year }, Today, 18, English);

        Assert.Equal("Enter a real birth date, like 3 14 1988", errors["birth"]);
    }

    [Theory]
    [InlineData("555")]
    [InlineData("911")]
    [InlineData("not a phone")]
    public void A_number_nobody_can_call_is_refused(string phone) =>
        Assert.Equal(["phone"], DetailsCheck.Check(Ana with { Phone = phone }, Today, 18, English).Keys);

    [Fact]
    public void A_minor_does_not_book_alone()
    {
        var errors = DetailsCheck.Check(Ana with { BirthYear = "2010" }, Today, 18, English);

        Assert.Equal(English.TooYoung(18), errors["birth"]);
    }

    [Fact]
    public void A_parent_books_for_a_child_with_the_parents_phone()
    {
        var form = Ana with { For = DetailsForm.Child, BirthYear = "2018", BookerFirstName = "Luz", BookerLastName = "Ruiz", Relationship = "parent" };

        Assert.Empty(DetailsCheck.Check(form, Today, 18, English));
        Assert.Null(form.Patient().Phone);
        Assert.Equal("(646) 555-0187", form.Booker()!.Phone);
    }

    [Fact]
    public void Who_books_for_somebody_says_who_that_is()
    {
        var errors = DetailsCheck.Check(Ana with { For = DetailsForm.OtherAdult }, Today, 18, English);

        Assert.Equal(["bookerFirstName", "bookerLastName", "relationship"], errors.Keys);
    }

    [Fact]
    public void What_was_typed_never_shows_in_a_log() => Assert.Equal("details", Ana.ToString());
}

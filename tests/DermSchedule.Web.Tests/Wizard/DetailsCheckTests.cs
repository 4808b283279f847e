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
    public void Of_age_is_who_the_clinic_says_is()
    {
        var eighteen = Ana with { BirthYear = $"{Today.Year - 19}", BirthMonth = "12", BirthDay = "31" };

        Assert.Empty(DetailsCheck.Check(eighteen, Today, 18, English));
        Assert.Contains("under 19", DetailsCheck.Check(eighteen, Today, 19, English)["birth"], StringComparison.Ordinal);
    }

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
    public void Whose_name_is_missing_is_said_where_there_are_two()
    {
        var errors = DetailsCheck.Check(new DetailsForm { For = DetailsForm.Child }, Today, 18, English);

        Assert.Equal("Enter your own first name", errors["bookerFirstName"]);
        Assert.Equal("Enter the patient's first name", errors["firstName"]);
    }

    [Fact]
    public void A_name_with_what_is_no_letter_is_not_called_missing() =>
        Assert.Equal(English.WrongLetters, DetailsCheck.Check(Ana with { FirstName = "Jean\u202elive" }, Today, 18, English)["firstName"]);

    [Fact]
    public void Errors_are_said_in_the_language_of_the_reader() =>
        Assert.Equal("Escriba un teléfono", DetailsCheck.Check(new DetailsForm(), Today, 18, new Texts(Language.Spanish))["phone"]);

    [Theory]
    [InlineData("2", "30", "1990", "That month has no day 30. Check the day and the month.")]
    [InlineData("14", "3", "1988", "The month is a number from 1 to 12, like 3 for March. The month comes first, then the day.")]
    [InlineData("March", "1", "1990", "The month is a number from 1 to 12, like 3 for March. The month comes first, then the day.")]
    [InlineData("3", "32", "1990", "The day is a number from 1 to 31")]
    [InlineData("3", "0", "1990", "The day is a number from 1 to 31")]
    [InlineData("1", "1", "1899", "This birth date is before 1900. Check the year.")]
    [InlineData("12", "2", "2026", "This birth date has not come yet. Check the year.")]
    [InlineData("1", "1", "-5", "Enter all 4 digits of the year, like 1988")]
    [InlineData("1", "1", "88", "Enter all 4 digits of the year, like 1988")]
    [InlineData("99999999999", "1", "1990", "The month is a number from 1 to 12, like 3 for March. The month comes first, then the day.")]
    [InlineData("3", "", "1988", "Enter the day of birth too")]
    [InlineData("3", " ", "", "Enter the day and the year of birth too")]
    public void A_date_nobody_was_born_on_is_refused_and_it_is_said_why(string month, string day, string year, string why)
    {
        var errors = DetailsCheck.Check(Ana with { BirthMonth = month, BirthDay = day, BirthYear = year }, Today, 18, English);

        Assert.Equal(why, errors["birth"]);
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

        Assert.Equal(English.TooYoung(16, 18), errors["birth"]);
    }

    [Theory]
    [InlineData("self", "2008", "12", "2", 17)]
    [InlineData("self", "2008", "12", "1", null)]
    [InlineData("child", "2008", "12", "1", 18)]
    [InlineData("child", "2008", "12", "2", null)]
    [InlineData("child", "1988", "3", "14", 38)]
    [InlineData("other_adult", "1988", "3", "14", null)]
    [InlineData("other_adult", "2020", "3", "14", null)]
    public void The_age_fits_who_the_visit_is_for(string whom, string year, string month, string day, int? saidAge)
    {
        var form = Ana with { For = whom, BirthYear = year, BirthMonth = month, BirthDay = day, BookerFirstName = "Luz", BookerLastName = "Ruiz", Relationship = "parent" };

        var said = DetailsCheck.Check(form, Today, 18, English).GetValueOrDefault("birth");

        Assert.Equal(saidAge is { } age ? (whom == "child" ? English.TooOld(age) : English.TooYoung(age, 18)) : null, said);
    }

    [Fact]
    public void A_parent_books_for_a_child_with_the_parents_phone()
    {
        var form = Ana with { For = DetailsForm.Child, BirthYear = "2018", BookerFirstName = "Luz", BookerLastName = "Ruiz", Relationship = "parent" };

        Assert.Empty(DetailsCheck.Check(form, Today, 18, English));
        Assert.Null(form.Patient()!.Phone);
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

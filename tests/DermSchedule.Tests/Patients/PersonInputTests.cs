using DermSchedule.Patients;
using NodaTime;
using Xunit;

namespace DermSchedule.Tests.Patients;

public sealed class PersonInputTests
{
    private static readonly LocalDate Today = new(2027, 3, 1);
    private static readonly TypedPerson Maria = new("  María  José ", "García", "1985-04-12", "(212) 555-0140", " maria@example.org ", "es", "America/New_York", "medicaid");

    [Fact]
    public void What_was_typed_comes_out_in_one_form()
    {
        var errors = new FieldErrors();

        var person = PersonInput.Read(Maria, "patient", Today, phoneNeeded: true, errors);

        Assert.False(errors.Any);
        Assert.Equal("María José", person!.FirstName);
        Assert.Equal("+12125550140", person.Phone!.Value.E164);
        Assert.Equal("maria@example.org", person.Email);
        Assert.Equal(new LocalDate(1985, 4, 12), person.DateOfBirth);
        Assert.Equal("America/New_York", person.TimeZone);
    }

    [Fact]
    public void All_that_is_wrong_is_said_at_once_under_its_field()
    {
        var wrong = new TypedPerson("", "a\u202eb", "1985-02-30", "12345", "no at", "de", "Mars/Base", "gold");

        var errors = Errors(wrong);

        Assert.Equal(
            ["patient.dateOfBirth", "patient.email", "patient.firstName", "patient.lastName", "patient.payer", "patient.phone", "patient.preferredLanguage", "patient.timeZone"],
            errors.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("2027-03-02")]
    [InlineData("1899-12-31")]
    [InlineData("4/12/1985")]
    [InlineData(" ")]
    public void A_birth_date_nobody_can_have_is_refused(string typed)
    {
        Assert.Equal(["patient.dateOfBirth"], Errors(Maria with { DateOfBirth = typed }));
    }

    [Theory]
    [InlineData("a\0b")]
    [InlineData("a\nb")]
    [InlineData("\u200b")]
    [InlineData("a\ufeffb")]
    [InlineData("a\ud800")]
    public void A_name_with_hidden_characters_is_refused(string typed)
    {
        Assert.Equal(["patient.firstName"], Errors(Maria with { FirstName = typed }));
    }

    [Theory]
    [InlineData("O’Neil-Śmith Jr.")]
    [InlineData("علی\u200cرضا")]
    [InlineData("王")]
    public void Names_of_the_world_are_taken(string typed)
    {
        Assert.Empty(Errors(Maria with { FirstName = typed }));
    }

    [Fact]
    public void A_name_has_a_hundred_characters_at_most_and_accents_do_not_count()
    {
        Assert.Empty(Errors(Maria with { LastName = string.Concat(Enumerable.Repeat("q\u0301", 100)) }));
        Assert.Equal(["patient.lastName"], Errors(Maria with { LastName = new string('q', 101) }));
        Assert.Equal(["patient.lastName"], Errors(Maria with { LastName = "q" + new string('\u0301', 5000) }));
    }

    [Theory]
    [InlineData("a@b.c", true)]
    [InlineData("first.last+tag@sub.example.org", true)]
    [InlineData("o'neil@example.org", true)]
    [InlineData("a@b", false)]
    [InlineData("a@@b.c", false)]
    [InlineData(".a@b.c", false)]
    [InlineData("a@-b.c", false)]
    [InlineData("a@b..c", false)]
    [InlineData("a b@c.d", false)]
    [InlineData("a@b.c\r\nBcc: x@y.z", false)]
    public void An_address_must_look_like_one(string typed, bool taken)
    {
        Assert.Equal(taken, Errors(Maria with { Email = typed }).Count == 0);
    }

    [Fact]
    public void A_phone_is_needed_only_where_nobody_else_books()
    {
        var child = Maria with { Phone = null };

        Assert.Equal(["patient.phone"], Errors(child));
        Assert.NotNull(PersonInput.Read(child, "patient", Today, phoneNeeded: false, new FieldErrors()));
    }

    [Fact]
    public void A_guardian_needs_a_phone_and_a_relationship()
    {
        var errors = new FieldErrors();

        var guardian = PersonInput.Read(new TypedGuardian("Ana", "García", null, null), "bookedBy", "es", errors);

        Assert.Null(guardian);
        Assert.Equal(["bookedBy.phone", "bookedBy.relationship"], Keys(errors).Order(StringComparer.Ordinal));
    }

    private static List<string> Errors(TypedPerson typed)
    {
        var errors = new FieldErrors();
        var person = PersonInput.Read(typed, "patient", Today, phoneNeeded: true, errors);
        Assert.Equal(errors.Any, person is null);
        return Keys(errors);
    }

    private static List<string> Keys(FieldErrors errors) =>
        errors.Any ? [.. ((IReadOnlyDictionary<string, string[]>)errors.Refusal.Members["errors"]!).Keys] : [];
}

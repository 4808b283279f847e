using DermSchedule.Patients;
using DermSchedule.Web.Ui;
using NodaTime;

namespace DermSchedule.Web.Wizard;

/// <summary>Says what is wrong with a typed birth date, as closely as it can be told: whoever reads it knows which box to look at.</summary>
internal static class BirthCheck
{
    private const int YearDigits = 4;
    private const int LastMonth = 12;
    private const int LongestMonth = 31;

    /// <summary>Null when the three boxes are a day on which somebody alive may be born.</summary>
    public static string? Date(DetailsForm form, LocalDate today, Texts texts)
    {
        if (Missing(form, texts) is { } missing)
        {
            return missing;
        }

        if (!Within(form.BirthMonth, LastMonth))
        {
            return texts.WrongBirthMonth;
        }

        if (!Within(form.BirthDay, LongestMonth))
        {
            return texts.WrongBirthDay;
        }

        if (form.BirthYear.Trim() is not { Length: YearDigits } year || !year.All(char.IsAsciiDigit))
        {
            return texts.WrongBirthYear;
        }

        return form.Birth() switch
        {
            null => texts.NoSuchBirthDay(form.BirthDay.Trim()),
            { } born when born > today => texts.FutureBirth,
            { } born when born < PersonInput.EarliestBirth => texts.OldBirth,
            _ => null,
        };
    }

    /// <summary>Whether the age fits who the visit is for; a slip of one digit is the usual reason, so the sentence names the age.</summary>
    /// <param name="form">What was typed.</param>
    /// <param name="today">At the clinic.</param>
    /// <param name="adultAge">Under this age a visit is booked by somebody else: the clinic's policy.</param>
    /// <param name="texts">In the reader's language.</param>
    public static string? Age(DetailsForm form, LocalDate today, int adultAge, Texts texts)
    {
        if (form.Birth() is not { } born || born > today)
        {
            return null;
        }

        var age = (int)Period.Between(born, today, PeriodUnits.Years).Years;
        return form.For switch
        {
            DetailsForm.Self when age < adultAge => texts.TooYoung(age, adultAge),
            DetailsForm.Child when age >= adultAge => texts.TooOld(age),
            _ => null,
        };
    }

    private static string? Missing(DetailsForm form, Texts texts)
    {
        (string Value, string Name)[] parts = texts.Language == Language.Spanish
            ? [(form.BirthDay, texts.TheBirthDay), (form.BirthMonth, texts.TheBirthMonth), (form.BirthYear, texts.TheBirthYear)]
            : [(form.BirthMonth, texts.TheBirthMonth), (form.BirthDay, texts.TheBirthDay), (form.BirthYear, texts.TheBirthYear)];
        var missing = parts.Where(part => string.IsNullOrWhiteSpace(part.Value)).Select(part => part.Name).ToList();
        return missing.Count == 0 ? null : missing.Count == parts.Length ? texts.NeedBirth : texts.NeedBirthPart(string.Join($" {texts.And} ", missing));
    }

    private static bool Within(string text, int last) =>
        int.TryParse(text.Trim(), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= last;
}

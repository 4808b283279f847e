namespace DermSchedule.Web.Ui;

/// <summary>What is said about a birth date that cannot be. Who may book for whom: see <c>docs/translations.md</c>.</summary>
public sealed partial class Texts
{
    public string NeedBirth => Say("Enter the birth date", "Escriba la fecha de nacimiento");

    public string NeedBirthPart(string parts) => Say($"Enter {parts} of birth too", $"Escriba también {parts} de nacimiento");

    public string And => Say("and", "y");

    public string TheBirthMonth => Say("the month", "el mes");

    public string TheBirthDay => Say("the day", "el día");

    public string TheBirthYear => Say("the year", "el año");

    public string WrongBirthMonth => Say(
        "The month is a number from 1 to 12, like 3 for March. The month comes first, then the day.",
        "El mes es un número de 1 a 12, como 3 para marzo. Primero va el día y después el mes.");

    public string WrongBirthDay => Say("The day is a number from 1 to 31", "El día es un número de 1 a 31");

    public string WrongBirthYear => Say("Enter all 4 digits of the year, like 1988", "Escriba los 4 números del año, como 1988");

    public string NoSuchBirthDay(string day) => Say($"That month has no day {day}. Check the day and the month.", $"Ese mes no tiene día {day}. Revise el día y el mes.");

    public string FutureBirth => Say("This birth date has not come yet. Check the year.", "Esta fecha de nacimiento aún no ha llegado. Revise el año.");

    public string OldBirth => Say("This birth date is before 1900. Check the year.", "Esta fecha de nacimiento es anterior a 1900. Revise el año.");

    public string WrongBirth => Say("Enter a real birth date, like 3, 14 and 1988", "Escriba una fecha de nacimiento real, como 14, 3 y 1988");

    public string TooYoung(int age, int adultAge) => Say(
        $"By this date the patient is {Years(age)} old. Check the year, or choose “My child” above: a parent or guardian books for a patient under {adultAge}.",
        $"Según esta fecha, el paciente tiene {Years(age)}. Revise el año o elija «Mi hijo o hija» arriba: la madre, el padre o un tutor reserva por un menor de {adultAge} años.");

    public string TooOld(int age) => Say(
        $"By this date the patient is {Years(age)} old. Check the year. To book for a grown-up child, choose “Someone I care for” above.",
        $"Según esta fecha, el paciente tiene {Years(age)}. Revise el año. Si reserva por un hijo o hija mayor de edad, elija «Alguien a quien cuido» arriba.");

    private string Years(int age) => age == 1 ? Say("1 year", "1 año") : Say($"{age} years", $"{age} años");
}

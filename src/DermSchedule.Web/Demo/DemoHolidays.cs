using DermSchedule.Practices;
using NodaTime;

namespace DermSchedule.Web.Demo;

/// <summary>The days on which both invented practices are closed, for this year and the next.</summary>
internal static class DemoHolidays
{
    public static IReadOnlyList<Holiday> From(LocalDate today) => [.. Of(today.Year - 1), .. Of(today.Year), .. Of(today.Year + 1)];

    private static IEnumerable<Holiday> Of(int year) =>
    [
        Day(new LocalDate(year, 1, 1), "New Year's Day", "Año Nuevo"),
        Day(new LocalDate(year, 5, 31).Next(IsoDayOfWeek.Monday).PlusWeeks(-1), "Memorial Day", "Día de los Caídos"),
        Day(new LocalDate(year, 7, 4), "Independence Day", "Día de la Independencia"),
        Day(new LocalDate(year, 8, 31).Next(IsoDayOfWeek.Monday), "Labor Day", "Día del Trabajo"),
        Day(new LocalDate(year, 10, 31).Next(IsoDayOfWeek.Thursday).PlusWeeks(3), "Thanksgiving", "Día de Acción de Gracias"),
        Day(new LocalDate(year, 12, 25), "Christmas Day", "Navidad"),
    ];

    private static Holiday Day(LocalDate date, string name, string spanish) => new(date, name, new Dictionary<string, HolidayWords> { ["es"] = new(spanish) });
}

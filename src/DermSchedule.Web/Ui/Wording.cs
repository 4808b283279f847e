using System.Globalization;
using DermSchedule.Kernel;
using NodaTime;

namespace DermSchedule.Web.Ui;

/// <summary>
/// Dates, times and money as people say them: "Tue, Dec 1, 9:30 AM EST", "mar, 1 dic, 9:30 a. m. EST". Written out here and not
/// taken from the machine's locale tables, which differ from one system to the next.
/// </summary>
public sealed class Wording(Texts texts)
{
    private static readonly string[] EnglishDays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    private static readonly string[] SpanishDays = ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"];
    private static readonly string[] EnglishMonths = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
    private static readonly string[] SpanishMonths = ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"];

    private bool Spanish => texts.Language == Language.Spanish;

    /// <summary>"Tuesday".</summary>
    public string Day(IsoDayOfWeek day) => (Spanish ? SpanishDays : EnglishDays)[(int)day - 1];

    /// <summary>"Tue".</summary>
    public string ShortDay(IsoDayOfWeek day) => Day(day)[..3];

    /// <summary>"T", for the head of a month.</summary>
    public string DayLetter(IsoDayOfWeek day) => Day(day)[..1].ToUpperInvariant();

    /// <summary>"December 2026", "Diciembre 2026".</summary>
    public string Month(YearMonth month) => Capital($"{MonthName(month.Month)} {month.Year.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>"Dec 1", "1 dic".</summary>
    public string MonthDay(LocalDate date) => Spanish ? $"{date.Day} {MonthName(date.Month)[..3]}" : $"{MonthName(date.Month)[..3]} {date.Day}";

    /// <summary>"Tue, Dec 1", "mar, 1 dic".</summary>
    public string Date(LocalDate date) => $"{ShortDay(date.DayOfWeek)}, {MonthDay(date)}";

    /// <summary>"Tuesday, December 1", "Martes, 1 de diciembre".</summary>
    public string LongDate(LocalDate date) => Spanish
        ? Capital($"{Day(date.DayOfWeek)}, {date.Day} de {MonthName(date.Month)}")
        : $"{Day(date.DayOfWeek)}, {MonthName(date.Month)} {date.Day}";

    /// <summary>"December 1, 1988", "1 de diciembre de 1988".</summary>
    public string FullDate(LocalDate date) => Spanish
        ? $"{date.Day} de {MonthName(date.Month)} de {date.Year}"
        : $"{MonthName(date.Month)} {date.Day}, {date.Year}";

    /// <summary>"9:30".</summary>
    public static string Hours(LocalTime time) => $"{(time.Hour % 12 == 0 ? 12 : time.Hour % 12)}:{time.Minute:00}";

    /// <summary>"AM", "a. m.".</summary>
    public string HalfOfDay(LocalTime time) => time.Hour < 12 ? (Spanish ? "a.\u00a0m." : "AM") : (Spanish ? "p.\u00a0m." : "PM");

    /// <summary>"9:30 AM", kept together at the end of a line.</summary>
    public string Time(LocalTime time) => $"{Hours(time)}\u00a0{HalfOfDay(time)}";

    /// <summary>"9:30 AM EST", for who may be elsewhere.</summary>
    public string Time(ZonedDateTime moment) => $"{Time(moment.TimeOfDay)}\u00a0{Zone(moment)}";

    /// <summary>"Tue, Dec 1, 9:30 AM EST".</summary>
    public string Moment(ZonedDateTime moment) => $"{Short(moment)} {Zone(moment)}";

    /// <summary>"Tue, Dec 1, 9:30 AM".</summary>
    public string Short(ZonedDateTime moment) => $"{Date(moment.Date)}, {Time(moment.TimeOfDay)}";

    /// <summary>"EST"; zones without letters as "GMT+10:30".</summary>
    public static string Zone(ZonedDateTime moment)
    {
        var name = moment.GetZoneInterval().Name;
        return char.IsAsciiLetter(name[0]) ? name : $"GMT{(name.Length > 3 ? name[..3] + ":" + name[3..] : name)}";
    }

    /// <summary>The place a zone is named after: "New York" of <c>America/New_York</c>.</summary>
    public static string City(string zone) => zone[(zone.LastIndexOf('/') + 1)..].Replace('_', ' ');

    /// <summary>"$50.00".</summary>
    public static string Amount(Money money) => money.Display(CultureInfo.InvariantCulture);

    /// <summary>For <c>datetime</c> attributes.</summary>
    public static string Machine(ZonedDateTime moment) => moment.ToString("uuuu-MM-dd'T'HH:mmo<m>", CultureInfo.InvariantCulture);

    /// <summary>"Dr. Chen" with the title kept to the name at the end of a line.</summary>
    public static string Together(string name) => name.Replace(". ", ".\u00a0", StringComparison.Ordinal);

    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private string MonthName(int month) => (Spanish ? SpanishMonths : EnglishMonths)[month - 1];
}

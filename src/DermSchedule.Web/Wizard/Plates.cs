using System.Globalization;
using DermSchedule.Kernel;
using DermSchedule.Practices;
using NodaTime;
using NodaTime.Text;

namespace DermSchedule.Web.Wizard;

/// <summary>What every page of a clinic shows of it.</summary>
/// <param name="Phone">E.164.</param>
public sealed record ClinicPlate(string Slug, string Name, string Phone, string Address, DateTimeZone Zone)
{
    /// <summary>The postal code stays with what stands before it.</summary>
    public string AddressTogether => Address.LastIndexOf(' ') is > 0 and var last ? string.Concat(Address.AsSpan(0, last), "\u00a0", Address.AsSpan(last + 1)) : Address;

    public string PhoneDisplay => PhoneNumber.TryParse(Phone, out var phone) ? phone.Display() : Phone;
}

/// <summary>A kind of visit, as a patient chooses it.</summary>
/// <param name="Online">Whether it can be booked here; otherwise the clinic's phone is the way.</param>
/// <param name="Lang">The language of its texts where that is not the reader's.</param>
public sealed record TypePlate(
    AppointmentTypeId Id, string Name, Category Category, string Description, int Minutes, int MinutesNew, Money? Deposit, string Preparation, bool Online, bool UrgentOnly = false, string? Lang = null)
{
    public int MinutesFor(PatientKind? kind) => kind == PatientKind.New ? MinutesNew : Minutes;
}

/// <summary>Somebody who sees patients.</summary>
/// <param name="Lang">The language of title and bio where that is not the reader's.</param>
public sealed record ProviderPlate(ProviderId Id, string Name, string Title, string Bio, string? Lang = null)
{
    private static readonly char[] Spaces = [' ', '\u00a0'];

    /// <summary>"AJ" of "Dr. Amara Johnson".</summary>
    public string Initials
    {
        get
        {
            var words = Name.Split(',')[0].Split(Spaces, StringSplitOptions.RemoveEmptyEntries).Where(word => !word.EndsWith('.')).ToList();
            return words.Count == 0 ? "" : string.Concat(words[0][..1], words.Count > 1 ? words[^1][..1] : "").ToUpperInvariant();
        }
    }

    /// <summary>"Dr. Johnson" of "Dr. Amara Johnson", "M. Ortiz" of "Maya Ortiz, PA-C": what fits on a chip.</summary>
    public string ShortName
    {
        get
        {
            var words = Name.Split(',')[0].Split(Spaces, StringSplitOptions.RemoveEmptyEntries);
            return words switch
            {
                [var title, _, .., var last] when title.EndsWith('.') => $"{title}\u00a0{last}",
                [var title, var last] when title.EndsWith('.') => $"{title}\u00a0{last}",
                [var first, .., var last] => $"{first[..1]}.\u00a0{last}",
                _ => Name,
            };
        }
    }
}

/// <summary>A start that is free.</summary>
/// <param name="Provider">Null when several are free then: any of them.</param>
public sealed record FreeTime(ZonedDateTime Start, ProviderId? Provider, int Choices)
{
    private const char Between = '|';

    /// <summary>What a chip sends: the start, and with whom.</summary>
    public string Value => $"{Start.ToOffsetDateTime().ToString("uuuu-MM-dd'T'HH:mmo<m>", CultureInfo.InvariantCulture)}{Between}{Provider}";

    /// <summary>Reads what a chip sent; null when it is no time.</summary>
    public static FreeTime? Read(string? value, DateTimeZone zone)
    {
        var parts = value?.Split(Between) ?? [];
        return parts.Length == 2
            && OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mmo<m>").Parse(parts[0]) is { Success: true } start && Instants.IsKnown(start.Value.Date)
            && (parts[1].Length == 0 || ProviderId.TryParse(parts[1], null, out _))
            ? new FreeTime(start.Value.ToInstant().InZone(zone), parts[1].Length == 0 ? null : ProviderId.Parse(parts[1], null), 1)
            : null;
    }
}

/// <summary>The free starts of one day.</summary>
public sealed record FreeDay(LocalDate Date, IReadOnlyList<FreeTime> Times);

/// <summary>When the clinic is open on one day of the week, as wall times; empty means closed.</summary>
public sealed record OpenDay(IsoDayOfWeek Day, IReadOnlyList<(LocalTime Start, LocalTime End)> Windows);

using System.Text;
using DermSchedule.Encryption;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace DermSchedule.Patients;

/// <summary>
/// What somebody typed into the desk's search: the beginning of names, a phone, an e-mail, a birth date, or several of them, all of which must fit.
/// It is answered from blind indexes alone, in one query (domain.md 12).
/// </summary>
internal sealed class PatientSearch
{
    private const int MostWords = 5;

    private LocalDate? born;
    private PhoneNumber? phone;
    private string? email;
    private IReadOnlyList<string> names = [];

    /// <summary>Null when nothing in it can be searched, e.g. one single letter.</summary>
    public static PatientSearch? Read(string typed)
    {
        var search = new PatientSearch();
        var rest = new List<string>();

        foreach (var word in typed.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (Date(word) is { } date)
            {
                search.born = date;
            }
            else if (word.Contains('@', StringComparison.Ordinal))
            {
                search.email = word;
            }
            else
            {
                rest.Add(word);
            }
        }

        // A phone may be typed with spaces and beside a name, so its digits are taken together.
        var digits = string.Join(' ', rest.Where(word => word.Any(char.IsAsciiDigit) || word.All(char.IsPunctuation)));
        search.phone = PhoneNumber.TryParse(digits, out var number) ? number : null;
        search.names = NameKey.Searched(string.Join(' ', rest.Where(word => word.EnumerateRunes().Any(Rune.IsLetter))));
        return search is { born: null, phone: null, email: null, names: [] } ? null : search;
    }

    public IQueryable<Patient> Among(DbContext db, Vault vault)
    {
        var found = db.Set<Patient>().AsNoTracking();

        if (born is { } date)
        {
            var index = PatientIndexes.BirthDate(vault, date);
            found = found.Where(patient => patient.BirthDateIndex == index);
        }

        if (phone is { } number)
        {
            var index = PatientIndexes.Phone(vault, number.E164);
            found = found.Where(patient => patient.PhoneIndex == index);
        }

        if (email is { } address)
        {
            var index = PatientIndexes.Email(vault, address);
            found = found.Where(patient => patient.EmailIndex == index);
        }

        foreach (var name in names.Take(MostWords))
        {
            var index = PatientIndexes.NamePrefix(vault, name);
            found = found.Where(patient => db.Set<PatientNamePrefix>().Any(prefix => prefix.Prefix == index && prefix.PatientId == patient.Id));
        }

        return found;
    }

    /// <summary>ISO, or as an American writes it: 3/7/1985.</summary>
    private static LocalDate? Date(string word)
    {
        if (LocalDatePattern.Iso.Parse(word) is { Success: true } iso)
        {
            return iso.Value;
        }

        return LocalDatePattern.CreateWithInvariantCulture("M/d/uuuu").Parse(word) is { Success: true } american ? american.Value : null;
    }
}

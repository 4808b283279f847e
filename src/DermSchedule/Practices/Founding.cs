using DermSchedule.Data;
using DermSchedule.Encryption;

namespace DermSchedule.Practices;

/// <summary>The door for set-up and the demo: makes a practice with its keys, and its first clinic, in the caller's unit of work.</summary>
public sealed class Founding(ScheduleDb db, PracticeScope scope, KeyRing keys, PracticeDirectory directory, Ids ids)
{
    /// <summary>Makes the practice and enters it: the scope must not have entered another.</summary>
    public Practice Found(string name, string language = "en", string currency = "USD")
    {
        var practice = new Practice { Id = scope.Current ?? ids.Next<Practice>(), Name = name, Language = language, CurrencyCode = currency };
        keys.Found(db, scope, practice.Id);
        db.Add(practice);
        return practice;
    }

    /// <summary>Makes a clinic under a slug that nobody has; a taken slug is refused by the key of the directory.</summary>
    public Clinic Open(string slug, string name, string timeZone, string phone, string address)
    {
        var clinic = new Clinic
        {
            PracticeId = scope.Practice,
            Id = ids.Next<Clinic>(),
            Slug = slug,
            Name = name,
            TimeZone = timeZone,
            Phone = phone,
            Address = address,
        };
        db.Add(clinic);
        directory.List(DirectoryKind.Slug, PracticeDirectory.SlugHash(slug));
        return clinic;
    }
}

using Xunit;

namespace DermSchedule.Tests.Architecture;

/// <summary>
/// Which room may use which (architecture.md 1.2). An allow-list: a room without a row fails, and so does an arrow nobody wrote down. Whoever
/// needs a new arrow adds it here with its reason, and it is seen in review.
/// </summary>
public sealed class RoomWallsTests
{
    /// <summary>What stands below every room. <c>Data</c> is the one cycle we allow: it maps every room's tables, and every room writes through it.</summary>
    private static readonly string[] Ground = ["Kernel", "Data", "Encryption"];

    private static readonly Dictionary<string, string[]> May = new(StringComparer.Ordinal)
    {
        ["Kernel"] = [],
        ["Encryption"] = ["Kernel", "Data"],
        ["Audit"] = [],
        ["Jobs"] = ["Audit"],
        ["Tasks"] = ["Audit", "Jobs"],
        ["Drafts"] = ["Jobs"],
        ["Practices"] = ["Audit", "Tasks"],
        ["Patients"] = ["Audit", "Tasks"],
        ["Consents"] = ["Audit", "Patients", "Practices"],
        ["Identity"] = ["Audit", "Tasks"],
        ["Messaging"] = ["Audit", "Tasks"],
        ["Files"] = ["Audit", "Tasks", "Jobs"],
        ["Payments"] = ["Audit", "Tasks", "Messaging", "Practices", "Patients"],
        ["Triage"] = ["Audit", "Tasks", "Jobs", "Messaging", "Files", "Patients", "Practices"],
        ["Scheduling"] = ["Audit", "Tasks", "Jobs", "Messaging", "Practices", "Patients", "Payments", "Triage", "Files", "Consents"],
        ["Confirmations"] = ["Audit", "Tasks", "Jobs", "Messaging", "Practices", "Patients", "Payments", "Scheduling"],
        ["Waitlist"] = ["Audit", "Tasks", "Jobs", "Messaging", "Practices", "Patients", "Payments", "Triage", "Scheduling"],
    };

    /// <summary>Single doors through a wall, each with the reason it is there.</summary>
    private static readonly Dictionary<string, string> Doors = new(StringComparer.Ordinal)
    {
        ["Audit -> Practices.PracticeDirectory"] = "The sealer visits every practice, and only the directory lets anybody in.",
        ["Encryption -> Practices.PracticeDirectory"] = "A rotation visits every practice.",
        ["Jobs -> Practices.PracticeDirectory"] = "A due row is done inside its practice.",
        ["Practices -> Jobs.DueRow"] = "The directory says where something is due: it alone looks beyond the tenant.",
        ["Practices -> Jobs.DueClaim"] = "The same look claims the row.",
        ["Encryption -> Jobs.DueRow"] = "Sealing again after a rotation is work for the background.",
        ["Encryption -> Jobs.DueRows"] = "It plans its next batch.",
        ["Encryption -> Jobs.IDueHandler"] = "It carries a batch out.",
        ["Encryption -> Audit.AuditTrail"] = "A rotation is a line in the trail.",
        ["Encryption -> Audit.AuditRecord"] = "The same line.",
        ["Identity -> Practices.PracticeDirectory"] = "A token leads to its practice.",
        ["Identity -> Practices.Founding"] = "The first owner comes with a new practice.",
        ["Identity -> Practices.Practice"] = "What founding answers.",
        ["Identity -> Practices.Clinic"] = "What founding answers.",
        ["Identity -> Practices.Catalogs"] = "Roles hold for clinics that exist.",
        ["Identity -> Practices.Catalog"] = "The same look.",
        ["Tasks -> Practices.Catalogs"] = "An answer shows times in the clinic's zone.",
        ["Tasks -> Practices.Catalog"] = "The same look.",
        ["Tasks -> Practices.Clinic"] = "The same look.",
        ["Scheduling -> Identity.PatientLinks"] = "A booking gives its patient the link.",
    };

    [Fact]
    public void Every_room_has_a_row() => Complaints.None(Rooms().Where(room => room is not "Data").Except(May.Keys));

    [Fact]
    public void No_room_uses_what_it_may_not()
    {
        var crossings =
            from type in Uses()
            let room = Room(type.Key)
            where room.Length > 0 && room is not "Data"
            from target in type.Value
            let other = Room(target)
            where other.Length > 0 && other != room && !Allowed(room).Contains(other, StringComparer.Ordinal)
            select $"{room} -> {other}.{target.Split('.')[^1]}";

        Complaints.None(crossings.Except(Doors.Keys).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_door_is_used() =>
        Complaints.None(Doors.Keys.Except(from type in Uses() from target in type.Value select $"{Room(type.Key)} -> {Room(target)}.{target.Split('.')[^1]}"));

    private static string[] Allowed(string room) => room is "Kernel" or "Encryption" ? May[room] : [.. May.GetValueOrDefault(room, []), .. Ground];

    private static string Room(string type) => type.Split('.') is ["DermSchedule", var room, _, ..] ? room : "";

    private static HashSet<string> Rooms() => [.. typeof(Rooms).Assembly.GetTypes().Select(type => Room(type.FullName ?? "")).Where(room => room.Length > 0)];

    private static IReadOnlyDictionary<string, ISet<string>> Uses()
    {
        using var code = new TypeUse(typeof(Rooms).Assembly.Location);
        return code.All();
    }
}

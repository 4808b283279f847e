using System.Reflection;
using System.Xml.Linq;
using Xunit;

namespace DermSchedule.Tests.Architecture;

/// <summary>Sizes, names and words of the source (architecture.md 4).</summary>
public sealed class SourceTests
{
    private const int LongestFile = 150;
    private const int LongestTestFile = 400;

    private static readonly string[] BannedEndings = ["Manager", "Helper", "Util", "Utils", "Service", "Impl", "Dto", "Model", "Base", "Data", "Info"];

    /// <summary>Longer than the rule, each with its reason.</summary>
    private static readonly Dictionary<string, string> LongFiles = new(StringComparer.Ordinal)
    {
    };

    private static readonly Assembly[] Production = [typeof(Rooms).Assembly, typeof(global::DermSchedule.Sqlite.SqliteDatabase).Assembly, typeof(global::DermSchedule.Postgres.PostgresDatabase).Assembly];

    [Fact]
    public void Files_stay_short_enough_to_read_in_one_go() => Complaints.None(
        Repository.Sources("src").Where(file => Lines(file) > LongestFile).Select(Repository.Relative).Except(LongFiles.Keys));

    [Fact]
    public void No_file_stays_on_the_list_of_long_ones_without_need() => Complaints.None(
        LongFiles.Keys.Where(file => Lines(Path.Combine(Repository.Root, file)) <= LongestFile));

    [Fact]
    public void Test_files_stay_short_too() => Complaints.None(
        Repository.Sources("tests").Where(file => Lines(file) > LongestTestFile).Select(Repository.Relative));

    [Fact]
    public void No_type_has_a_name_that_says_nothing() => Complaints.None(
        Production.SelectMany(assembly => assembly.GetTypes()).Where(type => type.Namespace?.StartsWith("DermSchedule", StringComparison.Ordinal) == true && !type.Name.Contains('<', StringComparison.Ordinal))
            .Where(type => Array.Exists(BannedEndings, ending => type.Name.EndsWith(ending, StringComparison.Ordinal)))
            .Select(type => type.FullName));

    [Fact]
    public void Every_public_type_of_a_room_says_what_it_is()
    {
        var documented = XDocument.Load(Path.ChangeExtension(typeof(Rooms).Assembly.Location, ".xml")).Descendants("member")
            .Where(member => !string.IsNullOrWhiteSpace(member.Element("summary")?.Value)).Select(member => member.Attribute("name")!.Value).ToHashSet(StringComparer.Ordinal);

        Complaints.None(typeof(Rooms).Assembly.GetExportedTypes()
            .Where(type => !type.IsNested && type.Namespace?.StartsWith("DermSchedule", StringComparison.Ordinal) == true)
            .Where(type => !documented.Contains("T:" + type.FullName)).Select(type => type.FullName));
    }

    [Fact]
    public void Requests_name_what_they_mean_by_typed_ids() => Complaints.None(
        from useCase in typeof(Rooms).Assembly.GetTypes()
        where useCase is { IsAbstract: true, IsSealed: true }
        from request in useCase.GetNestedTypes()
        where request.Name.EndsWith("Request", StringComparison.Ordinal)
        from property in request.GetProperties()
        where (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) == typeof(Guid)
        let name = $"{useCase.Name}.{property.Name}"
        where name is not ("ListAudit.User" or "ListAudit.EntityId" or "ExportAudit.User" or "ExportAudit.EntityId")
        select name);

    [Fact]
    public void Nothing_is_left_for_later() => Complaints.None(
        Repository.Sources("src").Concat(Repository.Sources("tests"))
            .Where(file => !file.EndsWith("SourceTests.cs", StringComparison.Ordinal))
            .Where(file => File.ReadAllText(file) is var text && (text.Contains("NotImplementedException", StringComparison.Ordinal) || text.Contains("#region", StringComparison.Ordinal) || text.Contains("// TODO", StringComparison.OrdinalIgnoreCase)))
            .Select(Repository.Relative));

    private static int Lines(string file) => File.ReadLines(file).Count();
}

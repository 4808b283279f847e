using System.Reflection;
using DermSchedule;
using DermSchedule.Data;
using DermSchedule.Encryption;
using DermSchedule.Postgres;
using DermSchedule.Sqlite;
using Microsoft.EntityFrameworkCore.Design.Internal;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.Extensions.DependencyInjection;

// Writes the difference between the rooms' tables and the last migration as a new migration, once for each database.
// No database is needed: both are asked for their model only.
if (args is not [var name] || !char.IsAsciiLetterUpper(name[0]) || !name.All(char.IsAsciiLetterOrDigit))
{
    await Console.Error.WriteLineAsync("Say what changes, in one word: dotnet run --project tools/Migrations -- AddWaitlist");
    return 1;
}

var root = FindRoot();
Scaffold(typeof(SqliteDatabase).Assembly, services => services.AddSqlite(Path.Combine(Path.GetTempPath(), "no-such-file.db")));
Scaffold(typeof(PostgresDatabase).Assembly, services => services.AddPostgres("Host=localhost;Database=none"));
return 0;

void Scaffold(Assembly provider, Action<IServiceCollection> addEngine)
{
    var services = new ServiceCollection().AddRooms().AddSingleton(TimeProvider.System).AddSingleton(new MasterKey(new byte[32]));
    addEngine(services);
    using var host = services.BuildServiceProvider();
    using var scope = host.CreateScope();
    using var db = scope.ServiceProvider.GetRequiredService<ScheduleDb>();
    using var design = new DesignTimeServicesBuilder(provider, provider, new OperationReporter(null), []).Build(db).CreateScope();
    var scaffolder = design.ServiceProvider.GetRequiredService<IMigrationsScaffolder>();
    var project = Path.Combine(root, "src", provider.GetName().Name!);
    var files = scaffolder.Save(project, scaffolder.ScaffoldMigration(name, provider.GetName().Name!, null, "C#"), null);

    // EF marks them with a byte order mark; the repository has none.
    foreach (var file in new[] { files.MigrationFile!, files.MetadataFile!, files.SnapshotFile! })
    {
        File.WriteAllText(file, File.ReadAllText(file));
    }

    Console.WriteLine(Path.GetRelativePath(root, files.MigrationFile!));
}

static string FindRoot()
{
    var folder = new DirectoryInfo(Directory.GetCurrentDirectory());

    while (!File.Exists(Path.Combine(folder.FullName, "DermSchedule.slnx")))
    {
        folder = folder.Parent ?? throw new InvalidOperationException("Run this inside the repository.");
    }

    return folder.FullName;
}

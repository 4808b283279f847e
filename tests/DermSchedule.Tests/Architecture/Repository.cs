namespace DermSchedule.Tests.Architecture;

/// <summary>Where the sources lie, for tests about files.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>The C# files we wrote below a folder: neither built nor scaffolded ones.</summary>
    public static IEnumerable<string> Sources(string folder) => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
        .Where(file => !Relative(file).Split('/').Any(part => part is "obj" or "bin" or "node_modules" or "Migrations"));

    public static string Relative(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);

        while (!File.Exists(Path.Combine(folder.FullName, "DermSchedule.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return folder.FullName;
    }
}

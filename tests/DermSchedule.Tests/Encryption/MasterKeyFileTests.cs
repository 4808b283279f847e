using DermSchedule.Encryption;
using DermSchedule.Encryption.Rotation;

namespace DermSchedule.Tests.Encryption;

public sealed class MasterKeyFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("derm-keys-").FullName;

    private string File => Path.Combine(folder, "keys", "master.key");

    [Fact]
    public void Twenty_processes_that_start_at_once_share_one_key()
    {
        for (var round = 0; round < 50; round++)
        {
            var file = Path.Combine(folder, $"keys{round}", "master.key");
            var ids = new string[20];
            using var start = new Barrier(ids.Length);
            var processes = Enumerable.Range(0, ids.Length).Select(process => new Thread(() =>
            {
                start.SignalAndWait();
                ids[process] = MasterKeyFile.Open(file, create: true).Id;
            })).ToList();

            processes.ForEach(process => process.Start());
            processes.ForEach(process => process.Join());

            Assert.Single(ids.Distinct());
            Assert.Single(Directory.GetFiles(Path.GetDirectoryName(file)!));
        }
    }

    [Fact]
    public void The_file_is_for_its_owner_alone()
    {
        MasterKeyFile.Create(File);

        Assert.True(OperatingSystem.IsWindows() || System.IO.File.GetUnixFileMode(File) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Fact]
    public void A_key_is_never_replaced()
    {
        KeyCommands.Create(File);
        var before = MasterKeyFile.Open(File, create: false).Id;

        var refused = Assert.Throws<StartRefusedException>(() => KeyCommands.Create(File));

        Assert.Contains("is there already", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, MasterKeyFile.Open(File, create: false).Id);
    }

    [Fact]
    public void Production_wants_the_file_made_and_closed_to_others()
    {
        Assert.Contains("no file", Assert.Throws<StartRefusedException>(() => MasterKeyFile.Open(File, create: false)).Message, StringComparison.Ordinal);

        if (!OperatingSystem.IsWindows())
        {
            MasterKeyFile.Create(File);
            System.IO.File.SetUnixFileMode(File, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);

            Assert.Contains("0600", Assert.Throws<StartRefusedException>(() => MasterKeyFile.Open(File, create: false)).Message, StringComparison.Ordinal);
            Assert.NotEmpty(MasterKeyFile.Open(File, create: true).Id);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("c2hvcnQ=")]
    [InlineData("not base64 at all, though it has just the length")]
    public void A_file_that_holds_no_key_stops_the_start(string content)
    {
        MasterKeyFile.Create(File);
        System.IO.File.WriteAllText(File, content);

        Assert.Contains("does not hold a key", Assert.Throws<StartRefusedException>(() => MasterKeyFile.Open(File, create: true)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_among_the_data_is_refused_also_behind_a_link()
    {
        var data = Directory.CreateDirectory(Path.Combine(folder, "data")).FullName;
        Directory.CreateSymbolicLink(Path.Combine(folder, "elsewhere"), data);

        Assert.Throws<StartRefusedException>(() => MasterKeyFile.RefuseInside(data, Path.Combine(data, "master.key")));
        Assert.Throws<StartRefusedException>(() => MasterKeyFile.RefuseInside(data, Path.Combine(folder, "elsewhere", "master.key")));
        MasterKeyFile.RefuseInside(data, Path.Combine(folder, "data-keys", "master.key"));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}

using DermSchedule.Files;
using DermSchedule.Kernel;
using DermSchedule.Tests.Infrastructure;
using DermSchedule.Web.Adapters.LocalDisk;
using Xunit;

namespace DermSchedule.Web.Tests.Files;

public sealed class LocalDiskStoreTests : IDisposable
{
    private readonly string folder = Path.Combine(Directory.CreateTempSubdirectory("derm-uploads-").FullName, "uploads");
    private readonly FileKey key = new(DefaultPractice.Practice, new FileId(Rows.NewOwner()));

    [Fact]
    public async Task What_is_saved_is_opened_and_what_is_deleted_is_gone()
    {
        var store = new LocalDiskStore(folder);

        await store.Save(key, new byte[] { 1, 2, 3 }, CancellationToken.None);
        var there = await store.Open(key, CancellationToken.None);
        var elsewhere = await store.Open(key with { File = new FileId(Rows.NewOwner()) }, CancellationToken.None);
        await store.Delete(key, CancellationToken.None);
        await store.Delete(key, CancellationToken.None);

        Assert.Equal([1, 2, 3], there);
        Assert.Null(elsewhere);
        Assert.Null(await store.Open(key, CancellationToken.None));
        Assert.Empty(Directory.GetFiles(folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Files_are_for_the_account_alone_and_lie_where_our_ids_say()
    {
        await new LocalDiskStore(folder).Save(key, new byte[] { 1 }, CancellationToken.None);

        var path = Assert.Single(Directory.GetFiles(folder, "*", SearchOption.AllDirectories));
        var name = key.File.Value.ToString("N");
        Assert.Equal(Path.Combine(folder, key.Practice.Value.ToString("N"), name[^2..], name), path);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.GetDirectoryName(path)!));
    }

    [Fact]
    public async Task What_an_interrupted_save_left_is_no_file_and_goes_with_it()
    {
        var store = new LocalDiskStore(folder);
        await store.Save(key, new byte[] { 1 }, CancellationToken.None);
        var path = Assert.Single(Directory.GetFiles(folder, "*", SearchOption.AllDirectories));
        File.Move(path, path + ".part");

        var half = await store.Open(key, CancellationToken.None);
        await store.Delete(key, CancellationToken.None);

        Assert.Null(half);
        Assert.Empty(Directory.GetFiles(folder, "*", SearchOption.AllDirectories));
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
}

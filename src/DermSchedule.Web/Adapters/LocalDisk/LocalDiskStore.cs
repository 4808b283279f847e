using DermSchedule.Files;

namespace DermSchedule.Web.Adapters.LocalDisk;

/// <summary>
/// Sealed bytes as files below <c>uploads/</c> of the data directory, readable by the server's account only. The path is made of our ids alone; the
/// last digits choose the folder, because the first ones are a time and would fill one folder after the other.
/// </summary>
internal sealed class LocalDiskStore(string folder) : IFileStore
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const string Unfinished = ".part";

    public async Task Save(FileKey key, ReadOnlyMemory<byte> sealedBytes, CancellationToken ct)
    {
        var path = PathOf(key);
        MakeFolder(Path.GetDirectoryName(path)!);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None, Options = FileOptions.Asynchronous };

        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        await using (var file = new FileStream(path + Unfinished, options))
        {
            await file.WriteAsync(sealedBytes, ct);
            await file.FlushAsync(ct);
            file.Flush(flushToDisk: true);
        }

        // Whole or not at all: a name that is there has all its bytes.
        File.Move(path + Unfinished, path, overwrite: true);
    }

    public async Task<byte[]?> Open(FileKey key, CancellationToken ct)
    {
        try
        {
            return await File.ReadAllBytesAsync(PathOf(key), ct);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public Task Delete(FileKey key, CancellationToken ct)
    {
        var path = PathOf(key);

        if (Directory.Exists(Path.GetDirectoryName(path)))
        {
            File.Delete(path + Unfinished);
            File.Delete(path);
        }

        return Task.CompletedTask;
    }

    private static void MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnerOnly | UnixFileMode.UserExecute);
        }
    }

    private string PathOf(FileKey key)
    {
        var name = key.File.Value.ToString("N");
        return Path.Combine(folder, key.Practice.Value.ToString("N"), name[^2..], name);
    }
}

using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace DermSchedule.Encryption;

/// <summary>The file that holds the master key: 32 bytes in Base64, readable by the account of the server alone (domain.md 12).</summary>
public static class MasterKeyFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Reads the key; makes the file first when <paramref name="create"/> is set and there is none.</summary>
    /// <param name="path">Of the file.</param>
    /// <param name="create">Development: makes a missing file, and takes one that others may read. Production does neither.</param>
    public static MasterKey Open(string path, bool create)
    {
        if (!File.Exists(path))
        {
            if (!create)
            {
                throw new StartRefusedException($"Keys__MasterKeyFile points to {path}, where there is no file: make one with \"keys create\", or restore it from its backup.");
            }

            Create(path);
        }

        if (!create && !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~OwnerOnly) != UnixFileMode.None)
        {
            throw new StartRefusedException($"Keys__MasterKeyFile points to {path}, which others than its owner may read: set its mode to 0600.");
        }

        return Read(path);
    }

    /// <summary>Makes a new key. Of two processes that try at once one makes it, true, and the other finds it, false.</summary>
    public static bool Create(string path)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);

            // Whole under another name first: nobody ever reads half a key, and a crash leaves none behind that looks like one.
            var temporary = path + "." + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
            Write(temporary, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
            return Publish(temporary, path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"The key file {path} cannot be made: {FirstLine(exception)}", exception);
        }
    }

    /// <summary>Refuses a key that lies with the data: whoever copies the one would have the other too. Links are followed.</summary>
    public static void RefuseInside(string dataDirectory, string path)
    {
        var data = Path.TrimEndingDirectorySeparator(Real(dataDirectory)) + Path.DirectorySeparatorChar;

        if ((Real(path) + Path.DirectorySeparatorChar).StartsWith(data, OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal))
        {
            throw new StartRefusedException("Keys__MasterKeyFile lies inside Data__Directory: whoever copies the data would have its key too, so put it elsewhere.");
        }
    }

    private static MasterKey Read(string path)
    {
        string text;

        try
        {
            text = File.ReadAllText(path).Trim();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"Keys__MasterKeyFile points to {path}, which cannot be read: {FirstLine(exception)}", exception);
        }

        var secret = new byte[32];

        return text.Length == 44 && Convert.TryFromBase64String(text, secret, out var length) && length == secret.Length
            ? new MasterKey(secret)
            : throw new StartRefusedException($"Keys__MasterKeyFile points to {path}, which does not hold a key: restore it from its backup.");
    }

    private static void Write(string temporary, string secret)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };

        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using var file = new FileStream(temporary, options);
        using var writer = new StreamWriter(file);
        writer.WriteLine(secret);
        writer.Flush();

        // On the disk before anything is sealed with it: data without its key is lost.
        file.Flush(flushToDisk: true);
    }

    private static bool Publish(string temporary, string path)
    {
        // A move looks first and replaces then on Unix, so one of two could take away a key that the other seals with already. A link is made or refused.
        if (!OperatingSystem.IsWindows() && Link(Native(temporary), Native(path)) == 0)
        {
            File.Delete(temporary);
            return true;
        }

        try
        {
            // Also where a file system has no links; there nobody starts two servers on one key file at the same instant.
            File.Move(temporary, path, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(temporary);
            return false;
        }
    }

    /// <summary>The path with every link on the way resolved.</summary>
    private static string Real(string path)
    {
        var full = Path.GetFullPath(path);
        var entry = Directory.Exists(full) ? new DirectoryInfo(full) : (FileSystemInfo)new FileInfo(full);
        var target = entry.Exists ? entry.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? full : full;
        return Path.GetDirectoryName(target) is { } parent ? Path.Combine(Real(parent), Path.GetFileName(target)) : target;
    }

    [DllImport("libc", EntryPoint = "link", SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Link(byte[] from, byte[] to);

    private static byte[] Native(string path) => Encoding.UTF8.GetBytes(path + '\0');

    private static string FirstLine(Exception exception) => exception.Message.Split('\n')[0].Trim();
}

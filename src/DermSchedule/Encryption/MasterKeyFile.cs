using System.Security.Cryptography;

namespace DermSchedule.Encryption;

/// <summary>The file that holds the master key: 32 bytes in Base64, readable by the account of the server alone (domain.md 12).</summary>
public static class MasterKeyFile
{
    /// <summary>Reads the key; makes the file first when <paramref name="create"/> is set and there is none.</summary>
    public static MasterKey Open(string path, bool create)
    {
        if (!File.Exists(path))
        {
            if (!create)
            {
                throw new StartRefusedException($"Keys__MasterKeyFile points to {path}, where there is no file: make one with \"keys create\".");
            }

            Create(path);
        }

        return Read(path);
    }

    /// <summary>Makes a new key. Of two processes that try at once one makes it and the other finds it.</summary>
    public static bool Create(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var temporary = path + "." + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };

        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var writer = new StreamWriter(temporary, options))
        {
            writer.WriteLine(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        }

        try
        {
            File.Move(temporary, path, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(temporary);
            return false;
        }
    }

    private static MasterKey Read(string path)
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite)) != UnixFileMode.None)
        {
            throw new StartRefusedException($"Keys__MasterKeyFile points to {path}, which others than its owner may read: set its mode to 0600.");
        }

        var secret = new byte[32];

        if (!Convert.TryFromBase64String(File.ReadAllText(path).Trim(), secret, out var length) || length != secret.Length)
        {
            throw new StartRefusedException($"Keys__MasterKeyFile points to {path}, which does not hold a key: restore it from its backup.");
        }

        return new MasterKey(secret);
    }
}

using System.Collections.Concurrent;
using DermSchedule.Files;
using Microsoft.Extensions.DependencyInjection;

namespace DermSchedule.Tests.Files;

/// <summary>The ports of the files room as tests of use cases need them; the real ones are tested with the host they belong to.</summary>
public static class FilePorts
{
    public static void AddTo(IServiceCollection services) => services
        .AddSingleton<ShelfInMemory>().AddSingleton<IFileStore>(services => services.GetRequiredService<ShelfInMemory>())
        .AddSingleton<IImageCleaner, TrustingCleaner>()
        .AddSingleton<TestScanner>().AddSingleton<IFileScanner>(services => services.GetRequiredService<TestScanner>());
}

/// <summary>Keeps bytes in memory.</summary>
public sealed class ShelfInMemory : IFileStore
{
    public ConcurrentDictionary<FileKey, byte[]> Kept { get; } = new();

    public Task Save(FileKey key, ReadOnlyMemory<byte> sealedBytes, CancellationToken ct)
    {
        Kept[key] = sealedBytes.ToArray();
        return Task.CompletedTask;
    }

    public Task<byte[]?> Open(FileKey key, CancellationToken ct) => Task.FromResult(Kept.GetValueOrDefault(key));

    public Task Delete(FileKey key, CancellationToken ct)
    {
        Kept.TryRemove(key, out _);
        return Task.CompletedTask;
    }
}

/// <summary>Takes every picture for what its header says, and for clean.</summary>
internal sealed class TrustingCleaner : IImageCleaner
{
    public bool Takes(PictureKind kind) => true;

    public Task<CleanPicture?> Clean(ReadOnlyMemory<byte> content, PictureHeader header, CancellationToken ct) =>
        Task.FromResult<CleanPicture?>(new CleanPicture(content, "image/jpeg", header.Width, header.Height));
}

/// <summary>Says what the test says.</summary>
public sealed class TestScanner : IFileScanner
{
    public ScanVerdict Says { get; set; } = ScanVerdict.Clean;

    public Task<ScanVerdict> Scan(ReadOnlyMemory<byte> content, CancellationToken ct) => Task.FromResult(Says);
}

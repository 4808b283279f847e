using DermSchedule.Files;
using DermSchedule.Jobs;
using DermSchedule.Tests.Jobs;
using DermSchedule.Tests.Scheduling;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace DermSchedule.Tests.Files;

/// <summary>How tests keep pictures, in the clinic's words.</summary>
internal static class Cabinet
{
    public static FileOwner ATriage() => new(FileOwnerKind.Triage, Rows.NewOwner());

    public static Upload AnUpload(byte[]? content = null) => new(new MemoryStream(content ?? TestPictures.Jpeg), "text/html", "../../etc/passwd");

    public static Task<Result<KeptFile>> Keeps(this TestClinic clinic, FileOwner owner, byte[]? content = null, FilePurpose purpose = FilePurpose.TriagePhoto, string? note = "near, left arm") =>
        clinic.Ask((FileCabinet files) => files.Keep(owner, purpose, AnUpload(content), note, CancellationToken.None));

    public static Task<IReadOnlyList<KeptFile>> FilesOf(this TestClinic clinic, FileOwner owner) => clinic.Ask((FileCabinet files) => files.Of(owner, CancellationToken.None));

    public static ShelfInMemory Bytes(this TestClinic clinic) => clinic.Services.GetRequiredService<ShelfInMemory>();

    public static TestScanner Scanner(this TestClinic clinic) => clinic.Services.GetRequiredService<TestScanner>();

    /// <summary>A picture that is as large as allowed.</summary>
    public static byte[] OfSize(int bytes)
    {
        var large = new byte[bytes];
        TestPictures.Jpeg.CopyTo(large, 0);
        return large;
    }

    /// <summary>A visit, its link's holder and one clean photo of skin in it.</summary>
    public static async Task<AppointmentId> HasVisit(this TestClinic clinic, int hour = 10) => (await clinic.Books(Visits.Booking(Visits.Monday(hour)))).Value.Id;

    /// <summary>Lets rows that rest after a failure be tried at once.</summary>
    public static Task<int> WakesRestingRows(this TestClinic clinic) =>
        clinic.Asks(async scope => await scope.Db.Set<DueRow>().Where(row => row.DoneAt == null).ExecuteUpdateAsync(set => set.SetProperty(row => row.LeasedUntil, (Instant?)null)));

    public static Task<int> Drains(this TestClinic clinic) => clinic.Runner().Drains();

    private static async Task<T> Asks<T>(this TestClinic clinic, Func<ClinicScope, Task<T>> ask) => (await clinic.Write<T>(async scope => await ask(scope))).Value;
}

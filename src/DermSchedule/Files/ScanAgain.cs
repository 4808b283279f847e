using DermSchedule.Data;
using DermSchedule.Jobs;
using Microsoft.EntityFrameworkCore;

namespace DermSchedule.Files;

/// <summary>Asks the scanner about a file that waits for it. A scanner that does not answer is asked again later, for a day.</summary>
internal sealed class ScanAgain(ScheduleDb db, FileBytes bytes, IFileScanner scanner, FileRecords records, FileLines lines) : IDueHandler
{
    public const string Name = "file.scan";

    public string Kind => Name;

    public bool ActsOutside => true;

    public async Task Handle(DueRow row, CancellationToken ct)
    {
        var id = new FileId(row.SubjectId);
        var waiting = db.Set<StoredFile>().Where(file => file.Id == id && file.RemovedAt == null && file.State == FileState.Quarantined);

        if (!await waiting.AnyAsync(ct) || await bytes.Open(id, ct) is not { } content)
        {
            return;
        }

        var verdict = await scanner.Scan(content, ct);

        if (verdict == ScanVerdict.Unreachable)
        {
            throw new ScannerUnreachableException("The virus scanner does not answer; the file waits.");
        }

        await db.Write<Done>(
            async () =>
            {
                if (await waiting.Locked().SingleOrDefaultAsync(ct) is { } file)
                {
                    file.State = verdict == ScanVerdict.Clean ? FileState.Clean : FileState.Infected;
                    file.Version++;
                    await lines.Changed("scanned", file, ct);

                    if (file.State == FileState.Infected)
                    {
                        file.Note = null;
                        records.PlanErasing(id);
                    }
                }

                return Done.Instance;
            },
            ct);
    }
}

/// <summary>The scanner that is set up did not answer.</summary>
public sealed class ScannerUnreachableException : Exception
{
    public ScannerUnreachableException()
    {
    }

    public ScannerUnreachableException(string message)
        : base(message)
    {
    }

    public ScannerUnreachableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

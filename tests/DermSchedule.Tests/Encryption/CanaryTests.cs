using System.Text;
using DermSchedule.Data;
using DermSchedule.Jobs;
using DermSchedule.Patients;
using DermSchedule.Practices;
using DermSchedule.Scheduling;
using DermSchedule.Tests.Scheduling;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DermSchedule.Tests.Encryption;

/// <summary>A copy of the database, its log or a backup shows no patient data (domain.md 12, R-HI-6).</summary>
public sealed class CanaryTests : ClinicTests
{
    private const string Song = "Zqcanary";
    private const string Marker = "Zqmarker";

    [Theory, EveryDatabase]
    public async Task Not_one_of_fifty_canaries_sings_in_the_stored_bytes(Engine engine)
    {
        var cage = new Cage();
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var patient = await AddsAndCorrects(clinic, cage);
        await BooksAndPlans(clinic, cage, patient);
        Assert.True(cage.Count >= 50, $"Only {cage.Count} canaries were let in.");

        // What is stored in clear is found, so a silent search means silence.
        await clinic.Write<int>(async scope => await scope.Db.Set<Appointment>().ExecuteUpdateAsync(set => set.SetProperty(visit => visit.Language, Marker)));
        var stored = engine == Engine.Sqlite ? await FilesOf(clinic.Address) : await FilesOf(new NpgsqlConnectionStringBuilder(clinic.Address));

        Assert.Contains(stored, bytes => Finds(bytes, Marker));
        Assert.DoesNotContain(stored, bytes => Finds(bytes, Song) || Finds(bytes, Song.ToLowerInvariant()) || Finds(bytes, Convert.ToHexStringLower(Encoding.UTF8.GetBytes(Song))));
    }

    private static async Task<PatientId> AddsAndCorrects(TestClinic clinic, Cage cage)
    {
        await using var scope = await clinic.Scope();

        // The answer is remembered under this key, with everything the form said.
        scope.Get<IdempotentRequest>().Arm("POST /patients", "desk", "key", new byte[32]);
        var added = await scope.Get<AddPatient.Handler>().Handle(Form(cage), CancellationToken.None);
        using var patch = System.Text.Json.JsonDocument.Parse(System.Text.Json.JsonSerializer.Serialize(Form(cage), KernelJson.Options));
        var changed = await clinic.Ask((ChangePatient.Handler change) => change.Handle(new ChangePatient.Request(added.Value.Id, "*", patch.RootElement), CancellationToken.None));
        return changed.Value.Id;
    }

    private static async Task BooksAndPlans(TestClinic clinic, Cage cage, PatientId patient)
    {
        var start = Visits.Monday(10);
        var guarded = Visits.Booking(start) with
        {
            Patient = new TypedPerson(cage.Next(), cage.Next(), "2019-05-05", null, cage.Email(), "en"),
            BookedBy = new TypedGuardian(cage.Next(), cage.Next(), "(212) 555-0142", Relationship: cage.Next(), Email: cage.Email()),
        };
        Assert.Null((await clinic.Books(guarded)).Refusal);
        Assert.Null((await clinic.BooksAtDesk(Visits.Monday(11), DefaultPractice.Avery, "Ana", request => request with { Patient = null, PatientId = patient, Notes = cage.Next(), ExternalIds = [new ExternalIdWords { System = cage.Next(), Value = cage.Next() }] })).Refusal);
        var visit = (await clinic.BooksAtDesk(Visits.Monday(14), DefaultPractice.Avery, "Ana")).Value.Id;
        Assert.Null((await clinic.AsDesk((CancelAppointment.Handler cancel) => cancel.Handle(new CancelAppointment.Request(visit, CancelReason.Patient, cage.Next()), CancellationToken.None))).Refusal);
        await clinic.Write<Done>(scope =>
        {
            scope.Get<DueRows>().Plan("test", "canary", Guid.Empty, 1, clinic.Now, cage.Next());
            scope.Get<DermSchedule.Audit.AuditTrail>().Record("patient.changed", new DermSchedule.Audit.AuditRecord("patient", patient.Value, patient), new { note = cage.Next() }, new { note = cage.Next() });
            return Task.FromResult<Result<Done>>(Done.Instance);
        });
    }

    private static PatientForm Form(Cage cage) => new()
    {
        FirstName = cage.Next(),
        LastName = cage.Next(),
        DateOfBirth = "1985-04-12",
        Phone = "(212) 555-0141",
        Email = cage.Email(),
        PreferredName = cage.Next(),
        SexForClinic = cage.Next(),
        Address = cage.Next() + "\n" + cage.Next(),
        Notes = cage.Next() + " " + cage.Next(),
        Flags = [cage.Next(), cage.Next()],
        Interpreter = cage.Next(),
        AccessNeeds = cage.Next(),
        Insurance = new Insurance(cage.Next(), cage.Next(), cage.Next(), cage.Next()),
        Referral = cage.Next(),
        ExternalIds = [new PatientExternalId(cage.Next(), cage.Next())],
    };

    /// <summary>The file as it stands and its log, without a checkpoint.</summary>
    private static async Task<List<byte[]>> FilesOf(string path)
    {
        var files = new List<byte[]>();

        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(path)!, Path.GetFileName(path) + "*").Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var copy = new MemoryStream();
            await stream.CopyToAsync(copy);
            files.Add(copy.ToArray());
        }

        return files;
    }

    /// <summary>The log of the server and the files of this database, as a thief of the disk has them.</summary>
    private static async Task<List<byte[]>> FilesOf(NpgsqlConnectionStringBuilder database)
    {
        database.Pooling = false;
        await using var connection = new NpgsqlConnection(database.ToString());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();

        // The log first, before a checkpoint may recycle it; then the checkpoint that brings the pages to their files.
        command.CommandText = """
            SELECT pg_read_binary_file('pg_wal/' || pg_walfile_name(pg_current_wal_insert_lsn()));
            CHECKPOINT;
            SELECT pg_read_binary_file(base || name) FROM (SELECT 'base/' || oid || '/' AS base FROM pg_database WHERE datname = current_database()) AS folder, pg_ls_dir(base) AS name
            WHERE name ~ '^[0-9]+$';
            """;
        var files = new List<byte[]>();
        await using var reader = await command.ExecuteReaderAsync();

        do
        {
            while (await reader.ReadAsync())
            {
                files.Add((byte[])reader[0]);
            }
        }
        while (await reader.NextResultAsync());

        return files;
    }

    private static bool Finds(byte[] bytes, string text) => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0 || bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(text)) >= 0;

    private sealed class Cage
    {
        public int Count { get; private set; }

        public string Next() => $"{Song}{(char)('a' + (Count / 26))}{(char)('a' + (Count++ % 26))}";

        public string Email() => Next() + "@example.org";
    }
}

using DermSchedule.Audit;
using DermSchedule.Encryption;
using DermSchedule.Encryption.Rotation;
using DermSchedule.Jobs;
using DermSchedule.Patients;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace DermSchedule.Tests.Encryption;

public sealed class RotationTests : ClinicTests
{
    [Theory, EveryDatabase]
    public async Task After_a_rotation_every_mutable_row_is_under_the_new_key_and_the_trail_keeps_its_own(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        await HasPatients(clinic, 250);
        var trail = await Trail(clinic);
        Assert.Equal(2, await Rotate(clinic));

        await RunOut(clinic);

        Assert.Equal([2], await Versions(clinic));
        Assert.Equal(250, (await Names(clinic)).Count);
        Assert.Equal(trail, (await Trail(clinic)).Take(trail.Count));
    }

    [Theory, EveryDatabase]
    public async Task A_crash_in_any_batch_repeats_that_batch_and_loses_nothing(Engine engine)
    {
        var switches = new CrashSwitch();
        await using var clinic = await OpenClinic(engine, services =>
        {
            services.Remove(services.Single(service => service.ImplementationType == typeof(ResealWork) && service.ServiceType == typeof(IDueHandler)));
            services.AddScoped<IDueHandler>(provider => new CrashingReseal(provider.GetRequiredService<ResealWork>(), switches));
        });
        await HasPatients(clinic, 210);
        var names = await Names(clinic);
        await Rotate(clinic);
        var batches = 0;

        // Every batch fails once after its work and before its commit; then the row rests and is tried again.
        while (await Pending(clinic) > 0)
        {
            switches.Armed = true;
            await clinic.Services.GetRequiredService<DueRunner>().RunDue(CancellationToken.None);
            Assert.Equal(names, await Names(clinic));
            await Wake(clinic);
            switches.Armed = false;
            await clinic.Services.GetRequiredService<DueRunner>().RunDue(CancellationToken.None);
            Assert.Equal(names, await Names(clinic));
            clinic.TimePasses(ResealWork.SecondWalk);
            Assert.InRange(++batches, 1, 100);
        }

        Assert.True(batches > 4);
        Assert.Equal([2], await Versions(clinic));
    }

    [Theory, EveryDatabase]
    public async Task Another_server_reads_what_the_new_key_sealed_at_once(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        await using var second = clinic.SecondServer();
        await HasPatients(clinic, 1);
        Assert.Single(await Names(second));
        await using var open = await second.Scope();

        await Rotate(clinic);
        await HasPatients(clinic, 1);

        Assert.Equal(2, (await Names(second)).Count);
        Assert.Equal(2, Vault.KeyVersionOf(open.Get<Vault>().Seal("x", PatientsTables.FirstName, Guid.Empty)));
    }

    [Theory, EveryDatabase]
    public async Task A_change_during_the_walk_is_not_undone(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        await HasPatients(clinic, 150);
        await Rotate(clinic);

        await Together(2, async caller =>
        {
            if (caller == 0)
            {
                await RunOut(clinic);
                return Done.Instance;
            }

            var changed = await clinic.Write<Done>(async scope =>
            {
                foreach (var patient in await scope.Db.Set<Patient>().ToListAsync())
                {
                    (PatientFacts.Open(patient, scope.Get<Vault>()) with { FirstName = "Changed" }).SealInto(patient, scope.Get<Vault>());
                    patient.Version++;
                }

                return Done.Instance;
            });
            return changed.Value;
        });
        await RunOut(clinic);

        Assert.All(await Names(clinic), name => Assert.StartsWith("Changed", name, StringComparison.Ordinal));
        Assert.Equal([2], await Versions(clinic));
    }

    [Theory, EveryDatabase]
    public async Task A_new_master_key_takes_all_keys_over_and_the_old_file_is_refused(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        await HasPatients(clinic, 1);
        var names = await Names(clinic);
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

        try
        {
            var said = await clinic.Services.GetRequiredService<KeyCommands>().RotateMaster(file, CancellationToken.None);
            var again = await clinic.Services.GetRequiredService<KeyCommands>().RotateMaster(file, CancellationToken.None);

            Assert.Contains("start every server again", said, StringComparison.Ordinal);
            Assert.Contains("already", again, StringComparison.Ordinal);
            var next = MasterKeyFile.Open(file, create: false);
            await using var after = clinic.SecondServer();
            await using var scope = after.Stranger();
            await MasterKeyCheck.Refuse(scope.Db, next, CancellationToken.None);
            var refused = await Assert.ThrowsAsync<StartRefusedException>(() => MasterKeyCheck.Refuse(scope.Db, DefaultPractice.MasterKey, CancellationToken.None));
            Assert.Contains(next.Id, refused.Message, StringComparison.Ordinal);

            // What this server has opened stays open, and one that starts with the new file reads everything.
            Assert.Equal(names, await Names(clinic));
            await using var restarted = after.SecondServer(services => services.AddSingleton(next));
            Assert.Equal(names, await Names(restarted));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static Task<int> Rotate(TestClinic clinic) => clinic.Services.GetRequiredService<KeyCommands>().RotateData(DefaultPractice.Practice, CancellationToken.None);

    private static async Task HasPatients(TestClinic clinic, int count) => await clinic.Write<Done>(async scope =>
    {
        for (var i = 0; i < count; i++)
        {
            await scope.Get<PatientRecords>().Add(Patients.PatientRecordsTests.Person("Ana", "Ruiz" + (char)('a' + (i % 26)), "+12125550140"), clinic.Now, CancellationToken.None);
        }

        return Done.Instance;
    });

    private static async Task RunOut(TestClinic clinic)
    {
        while (await Pending(clinic) > 0)
        {
            if (await clinic.Services.GetRequiredService<DueRunner>().RunDue(CancellationToken.None) == 0)
            {
                clinic.TimePasses(ResealWork.SecondWalk);
            }
        }
    }

    private static async Task<int> Pending(TestClinic clinic)
    {
        await using var scope = await clinic.Scope();
        return await scope.Db.Set<DueRow>().CountAsync(row => row.Kind == ResealWork.Work && row.DoneAt == null);
    }

    private static Task Wake(TestClinic clinic) => clinic.Write<int>(async scope =>
        await scope.Db.Set<DueRow>().Where(row => row.DoneAt == null).ExecuteUpdateAsync(set => set.SetProperty(row => row.LeasedUntil, (Instant?)null)));

    private static async Task<List<int>> Versions(TestClinic clinic)
    {
        await using var scope = await clinic.Scope();
        var patients = await scope.Db.Set<Patient>().AsNoTracking().ToListAsync();
        return [.. patients.SelectMany(row => new[] { Vault.KeyVersionOf(row.FirstName), Vault.KeyVersionOf(row.LastName), Vault.KeyVersionOf(row.Phone!), Vault.KeyVersionOf(row.Details!) }).Distinct().Order()];
    }

    private static async Task<List<string>> Names(TestClinic clinic)
    {
        await using var scope = await clinic.Scope();
        var patients = await scope.Db.Set<Patient>().AsNoTracking().OrderBy(row => row.Id).ToListAsync();
        return patients.ConvertAll(row => PatientFacts.Open(row, scope.Get<Vault>()) is var facts ? $"{facts.FirstName} {facts.LastName}" : "");
    }

    private static async Task<List<int>> Trail(TestClinic clinic)
    {
        await using var scope = await clinic.Scope();
        var lines = await scope.Db.Set<AuditEntry>().AsNoTracking().Where(line => line.Change != null).OrderBy(line => line.Id).ToListAsync();
        return lines.ConvertAll(line => Vault.KeyVersionOf(line.Change!));
    }

    private sealed class CrashSwitch
    {
        public bool Armed { get; set; }
    }

    /// <summary>The real one in a process that dies.</summary>
    private sealed class CrashingReseal(ResealWork work, CrashSwitch switches) : IDueHandler
    {
        public string Kind => work.Kind;

        public async Task Handle(DueRow row, CancellationToken ct)
        {
            await work.Handle(row, ct);

            if (switches.Armed)
            {
                throw new InvalidOperationException("The process ends here.");
            }
        }
    }
}

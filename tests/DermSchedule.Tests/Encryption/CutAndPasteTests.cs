using System.Security.Cryptography;
using DermSchedule.Data;
using DermSchedule.Encryption;
using DermSchedule.Patients;
using DermSchedule.Practices;
using Microsoft.EntityFrameworkCore;

namespace DermSchedule.Tests.Encryption;

/// <summary>Somebody who may write to the database and not read it gains nothing by moving sealed values about.</summary>
public sealed class CutAndPasteTests : ClinicTests
{
    private static readonly PracticeId Other = new(new Guid("01950000-0000-7000-8000-0000000000f1"));

    [Theory, EveryDatabase]
    public async Task A_sealed_value_opens_in_its_own_place_only(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        await Found(clinic);
        var ids = clinic.Services.GetService(typeof(Ids)) as Ids;
        var (row, otherRow) = (ids!.Next<Patient>().Value, ids.Next<Patient>().Value);
        await using var here = await clinic.Scope();
        await using var there = await clinic.Scope(Other);
        var vault = here.Get<Vault>();

        var value = vault.Seal("Ana", PatientsTables.FirstName, row);

        Assert.Equal("Ana", vault.Open(value, PatientsTables.FirstName, row));
        Assert.ThrowsAny<CryptographicException>(() => vault.Open(value, PatientsTables.FirstName, otherRow));
        Assert.ThrowsAny<CryptographicException>(() => vault.Open(value, PatientsTables.LastName, row));
        Assert.ThrowsAny<CryptographicException>(() => vault.Open(value, PatientsTables.FirstName with { Table = "elsewhere" }, row));
        Assert.ThrowsAny<CryptographicException>(() => there.Get<Vault>().Open(value, PatientsTables.FirstName, row));

        for (var at = 0; at < value.Bytes.Length; at++)
        {
            var bent = value.Bytes.ToArray();
            bent[at] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => vault.Open(new Sealed<string>(bent), PatientsTables.FirstName, row));
        }
    }

    [Theory, EveryDatabase]
    public async Task Names_that_were_swapped_in_the_database_are_noticed(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        var ana = await clinic.Write<MatchedPatient>(async scope => await scope.Get<PatientRecords>().Add(Patients.PatientRecordsTests.Person("Ana", "Ruiz"), clinic.Now, CancellationToken.None));
        var eva = await clinic.Write<MatchedPatient>(async scope => await scope.Get<PatientRecords>().Add(Patients.PatientRecordsTests.Person("Eva", "Katz"), clinic.Now, CancellationToken.None));
        await clinic.Write<Done>(async scope =>
        {
            var stolen = await scope.Db.Set<Patient>().Where(row => row.Id == ana.Value.PatientId).Select(row => row.FirstName).SingleAsync();
            await scope.Db.Set<Patient>().Where(row => row.Id == eva.Value.PatientId).ExecuteUpdateAsync(set => set.SetProperty(row => row.FirstName, stolen));
            return Done.Instance;
        });

        await Assert.ThrowsAnyAsync<CryptographicException>(() =>
            clinic.Ask((PatientRecords records) => records.Names([eva.Value.PatientId], CancellationToken.None)));
    }

    [Theory, EveryDatabase]
    public async Task The_same_value_has_another_index_in_another_practice(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        await Found(clinic);
        await using var here = await clinic.Scope();
        await using var there = await clinic.Scope(Other);

        var index = PatientIndexes.Phone(here.Get<Vault>(), "+12125550140");

        Assert.Equal(index, PatientIndexes.Phone(here.Get<Vault>(), "+12125550140"));
        Assert.NotEqual(index, PatientIndexes.Phone(there.Get<Vault>(), "+12125550140"));
        Assert.NotEqual(index, PatientIndexes.Email(here.Get<Vault>(), "+12125550140"));
    }

    internal static async Task Found(TestClinic clinic)
    {
        await using var scope = clinic.Stranger();
        await scope.Db.Write<Done>(
            () =>
            {
                scope.Get<KeyRing>().Found(scope.Db, scope.Get<PracticeScope>(), Other);
                scope.Db.Add(new Practice { Id = Other, Name = "Lakeside Skin" });
                return Task.FromResult<Result<Done>>(Done.Instance);
            },
            CancellationToken.None);
    }
}

using DermSchedule.Audit;

namespace DermSchedule.Tests.Audit;

public sealed class AuditChainTests : ClinicTests
{
    [Theory, EveryDatabase]
    public async Task Parallel_writers_and_four_sealers_on_two_servers_leave_one_chain_without_gaps(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        await using var other = clinic.SecondServer();
        var before = (await clinic.Rows<AuditEntry>()).Count;

        await Together(60, async number =>
        {
            await clinic.Changes("thing.done");
            return number % 15 == 0 ? await (number % 2 == 0 ? clinic : engine == Engine.Postgres ? other : clinic).Seals() : 0;
        });
        await Together(4, _ => clinic.Seals());
        await clinic.Seals();

        var seals = (await clinic.Rows<AuditSeal>()).OrderBy(seal => seal.Seq).ToList();
        Assert.Equal(Enumerable.Range(1, before + 60).Select(seq => (long)seq), seals.Select(seal => seal.Seq));
        Assert.Equal(before + 60, seals.DistinctBy(seal => seal.EntryId).Count());
        Assert.Empty(await clinic.Rows<AuditUnsealed>());
        Assert.True((await clinic.Verifies()).Valid);
    }

    [Theory, EveryDatabase]
    public async Task Verifying_seals_first_and_names_what_somebody_edited_or_deleted(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        await Together(12, async _ =>
        {
            await clinic.Changes("thing.done");
            return true;
        });
        var whole = await clinic.Verifies();

        await clinic.IsTamperedWith(engine, "UPDATE audit_entries SET action = 'thing.undone' WHERE id = (SELECT entry_id FROM audit_seals WHERE seq = 3)");
        await clinic.IsTamperedWith(engine, "DELETE FROM audit_entries WHERE id = (SELECT entry_id FROM audit_seals WHERE seq = 5)");
        await clinic.IsTamperedWith(engine, "DELETE FROM audit_seals WHERE seq = 8");

        var after = await clinic.Verifies();
        var seals = whole.Rows;
        Assert.True(whole.Valid);
        Assert.True(seals >= 12);
        Assert.False(after.Valid);
        Assert.Equal(
            [AuditProblemKind.Edited, AuditProblemKind.Missing, AuditProblemKind.SealMissing, AuditProblemKind.Unsealed],
            after.Problems.Select(problem => problem.Kind));
        Assert.Equal([3, 5, 8, null], after.Problems.Select(problem => problem.Seq));
    }

    [Theory, EveryDatabase]
    public async Task A_line_whose_queue_row_was_taken_away_is_named(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        await clinic.Changes("thing.done");

        await clinic.IsTamperedWith(engine, "DELETE FROM audit_unsealed");

        var after = await clinic.Verifies();
        Assert.Contains(after.Problems, problem => problem.Kind == AuditProblemKind.Unsealed);
    }

    [Theory, EveryDatabase]
    public async Task A_signed_head_shows_that_the_end_of_the_trail_was_cut_off(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        await clinic.Changes("thing.done");
        await clinic.Changes("thing.done");
        var head = (await clinic.Ask((GetAuditHead.Handler get) => get.Handle(CancellationToken.None))).Value;

        await clinic.IsTamperedWith(engine, $"DELETE FROM audit_entries WHERE id = (SELECT entry_id FROM audit_seals WHERE seq = {head.Seq})");
        await clinic.IsTamperedWith(engine, $"DELETE FROM audit_seals WHERE seq = {head.Seq}");

        var after = await clinic.Verifies();
        Assert.Equal([new AuditProblem(AuditProblemKind.HeadBroken, head.Seq, null)], after.Problems);
    }

    [Theory, EveryDatabase]
    public async Task A_signed_head_can_be_checked_with_its_public_key_alone(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        await clinic.Changes("thing.done");

        var head = (await clinic.Ask((GetAuditHead.Handler get) => get.Handle(CancellationToken.None))).Value;

        using var key = System.Security.Cryptography.ECDsa.Create();
        key.ImportFromPem(head.PublicKey);
        Assert.True(key.VerifyData(
            System.Text.Encoding.UTF8.GetBytes(head.Statement!),
            Convert.FromBase64String(head.Signature!),
            System.Security.Cryptography.HashAlgorithmName.SHA256,
            System.Security.Cryptography.DSASignatureFormat.Rfc3279DerSequence));
        Assert.True((await clinic.Verifies()).Valid);
    }

    [Theory, EveryDatabase]
    public async Task A_line_is_sealed_once_even_when_it_was_queued_again(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        await clinic.Changes("thing.done");
        await clinic.Seals();
        var sealed1 = await clinic.Rows<AuditSeal>();

        await clinic.Has(new AuditUnsealed { PracticeId = DefaultPractice.Practice, EntryId = sealed1[^1].EntryId, At = clinic.Now });
        await clinic.Changes("thing.done");
        await clinic.Seals();

        Assert.Equal(sealed1.Count + 1, (await clinic.Rows<AuditSeal>()).Count);
        Assert.Empty(await clinic.Rows<AuditUnsealed>());
        Assert.True((await clinic.Verifies()).Valid);
    }
}

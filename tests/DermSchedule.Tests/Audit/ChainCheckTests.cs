using DermSchedule.Audit;
using DermSchedule.Encryption;
using DermSchedule.Kernel;
using NodaTime;

namespace DermSchedule.Tests.Audit;

public sealed class ChainCheckTests
{
    private static readonly PracticeId Practice = new(Guid.Parse("01900000-0000-7000-8000-000000000001"));
    private readonly List<(AuditSeal Seal, AuditEntry? Entry, AuditSubject[] Subjects)> chain = Chain(5);

    [Fact]
    public void A_chain_as_it_was_written_is_valid()
    {
        var check = Walk();

        Assert.Empty(check.Problems);
        Assert.Equal((5, 5), (check.Rows, check.Seq));
        Assert.Equal(chain[4].Seal.Hash, check.Hash);
    }

    [Fact]
    public void A_flipped_bit_of_a_line_names_that_line_only()
    {
        chain[2] = chain[2] with { Entry = AuditHash.Stamp(Draft(3, reason: "another reason"), []) };

        var check = Walk();

        Assert.Equal([new AuditProblem(AuditProblemKind.Edited, 3, Id(3))], check.Problems);
    }

    [Fact]
    public void A_stored_hash_that_was_changed_names_its_line()
    {
        var bent = AuditHash.Stamp(Draft(2), []);
        bent.ContentHash[0] ^= 1;
        chain[1] = chain[1] with { Entry = bent };

        Assert.Equal([new AuditProblem(AuditProblemKind.Edited, 2, Id(2))], Walk().Problems);
    }

    [Fact]
    public void A_record_taken_out_of_a_set_that_was_read_names_its_line()
    {
        AuditSubject[] both = [Subject(1, 7), Subject(1, 8)];
        var entry = AuditHash.Stamp(Draft(1), both);
        var seal = Seal(1, AuditHash.Genesis, entry);

        var whole = new ChainCheck();
        whole.Next(seal, entry, both);
        var less = new ChainCheck();
        less.Next(seal, entry, both[..1]);

        Assert.Empty(whole.Problems);
        Assert.Equal([new AuditProblem(AuditProblemKind.Edited, 1, Id(1))], less.Problems);
    }

    [Fact]
    public void A_deleted_line_is_missing_and_a_deleted_seal_leaves_a_gap()
    {
        chain[1] = chain[1] with { Entry = null };
        chain.RemoveAt(3);

        Assert.Equal([new AuditProblem(AuditProblemKind.Missing, 2, Id(2)), new AuditProblem(AuditProblemKind.SealMissing, 4, null)], Walk().Problems);
    }

    [Fact]
    public void A_rewritten_end_breaks_the_link_where_it_begins()
    {
        var entry = chain[3].Entry!;
        chain[3] = (Seal(4, new byte[32], entry), entry, []);

        var check = Walk();

        Assert.Contains(new AuditProblem(AuditProblemKind.LinkBroken, 4, Id(4)), check.Problems);
        Assert.Contains(new AuditProblem(AuditProblemKind.LinkBroken, 5, Id(5)), check.Problems);
    }

    [Fact]
    public void A_place_claimed_twice_is_named()
    {
        chain.Insert(3, chain[2]);

        Assert.Contains(new AuditProblem(AuditProblemKind.Duplicate, 3, Id(3)), Walk().Problems);
    }

    private ChainCheck Walk()
    {
        var check = new ChainCheck();
        chain.ForEach(link => check.Next(link.Seal, link.Entry, link.Subjects));
        return check;
    }

    private static List<(AuditSeal Seal, AuditEntry? Entry, AuditSubject[] Subjects)> Chain(int length)
    {
        List<(AuditSeal, AuditEntry?, AuditSubject[])> links = [];
        var previous = AuditHash.Genesis;

        for (var number = 1; number <= length; number++)
        {
            var entry = AuditHash.Stamp(Draft(number), []);
            var seal = Seal(number, previous, entry);
            previous = seal.Hash;
            links.Add((seal, entry, []));
        }

        return links;
    }

    private static Guid Id(int number) => Guid.Parse($"01900000-0000-7000-8000-{number:D12}");

    private static AuditSubject Subject(int entry, int record) => new() { PracticeId = Practice, EntryId = new Id<AuditEntry>(Id(entry)), EntityId = Id(record) };

    private static AuditSeal Seal(long seq, byte[] previous, AuditEntry entry) =>
        new() { PracticeId = Practice, Seq = seq, EntryId = entry.Id, PrevHash = previous, Hash = AuditHash.Link(seq, previous, entry.ContentHash) };

    private static AuditEntry Draft(int number, string? reason = null) => new()
    {
        PracticeId = Practice,
        Id = new Id<AuditEntry>(Id(number)),
        At = Instant.FromUnixTimeSeconds(1_800_000_000 + number),
        ActorKind = CallerKind.User,
        Action = "patient.read",
        EntityType = "patient",
        Route = "/api/v1/patients/{id}",
        Reason = reason is null ? null : new Sealed<string>(System.Text.Encoding.UTF8.GetBytes(reason)),
        ContentHash = [],
    };
}

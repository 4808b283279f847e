using DermSchedule.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace DermSchedule.Audit;

/// <summary>
/// Gives the signed head of the trail to keep outside this installation. A chain alone shows edits; a head kept elsewhere also shows when somebody
/// with the whole database wrote it anew or cut its end off (reliability.md 5.4).
/// </summary>
public static class GetAuditHead
{
    /// <param name="PracticeId">Whose trail.</param>
    /// <param name="Seq">Place of the last seal; 0 for a trail without a line, which has no signature either.</param>
    /// <param name="Hash">The chain's hash there, lower-case hex.</param>
    /// <param name="At">When it was signed.</param>
    /// <param name="Statement">The very text that is signed.</param>
    /// <param name="Algorithm"><c>ES256</c>: ECDSA P-256 with SHA-256.</param>
    /// <param name="Signature">DER, base64: <c>openssl dgst -sha256 -verify key.pem -signature sig.der statement.txt</c>.</param>
    /// <param name="PublicKey">PEM.</param>
    public sealed record Head(PracticeId PracticeId, long Seq, string Hash, Instant? At, string? Statement, string Algorithm, string? Signature, string? PublicKey);

    internal static void Map(IEndpointRouteBuilder audit) => audit
        .MapGet("/head", async (Handler head, CancellationToken ct) => (await head.Handle(ct)).ToHttp(TypedResults.Ok))
        .Produces<Head>()
        .WithName(nameof(GetAuditHead))
        .ForStaff(Role.Owner, Role.Auditor)
        .Refuses(Refusals.Unauthenticated, Refusals.Forbidden);

    public sealed class Handler(ScheduleDb db, PracticeScope scope, AuditChain chain, AuditHeads heads, AuditHeadKeys keys)
    {
        private const string Algorithm = "ES256";

        public async Task<Result<Head>> Handle(CancellationToken ct)
        {
            await chain.Seal(ct);

            if (await heads.Sign(ct) is not { } head)
            {
                return new Head(scope.Practice, 0, Convert.ToHexStringLower(AuditHash.Genesis), null, null, Algorithm, null, null);
            }

            var key = await keys.Of(db, head.KeyVersion, ct);
            return new Head(
                scope.Practice,
                head.Seq,
                Convert.ToHexStringLower(head.Hash),
                head.At,
                head.Statement,
                Algorithm,
                Convert.ToBase64String(head.Signature),
                key?.PublicKey);
        }
    }
}

using DermSchedule.Data;
using DermSchedule.Jobs;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DermSchedule.Scheduling;

/// <summary>Whether the cap of two live holds for each visitor is on. Off with <c>RateLimits__Enabled=false</c>, for load tests.</summary>
public sealed record HoldCap
{
    /// <summary>Live holds that one visitor may have (domain.md 3). Default 2; null switches the cap off.</summary>
    public int? PerVisitor { get; init; } = 2;
}

/// <summary>The rows behind holds: finding a live one by its token, counting a visitor's, adding.</summary>
public sealed class Holds(ScheduleDb db, PracticeScope scope, Caller caller, IReservationWall wall, DueRows due, VisitParts parts)
{
    public HoldId NewId() => parts.Ids.Next<Hold>();

    /// <summary>The hold behind a token while it is good: 404 unknown, 409 used, 410 expired.</summary>
    public async Task<Result<Hold>> Live(string? token, Instant now, CancellationToken ct)
    {
        return await Of(token, ct) switch
        {
            null => Refusals.NotFound,
            { BecameAppointment: not null } => SchedulingRefusals.HoldUsed,
            var hold when hold.ExpiresAt <= now => SchedulingRefusals.HoldExpired,
            var hold => hold,
        };
    }

    /// <summary>
    /// The hold behind a token, whatever has become of it; null for one that never was or is forgotten. In a unit nobody else changes it meanwhile: it is
    /// extended, replaced, released or booked, one after the other.
    /// </summary>
    public async Task<Hold?> Of(string? token, CancellationToken ct)
    {
        if (!Token.Looks(token, Token.Hold))
        {
            return null;
        }

        var hash = new Token(token!).Hash();
        var holds = db.Set<Hold>();
        return await (db.InUnit ? holds.Locked() : holds).SingleOrDefaultAsync(row => row.TokenHash == hash, ct);
    }

    /// <summary>Whether the visitor holds as many times as one may, not counting the one that is being replaced.</summary>
    public async Task<bool> AtLimit(HoldId? replaced, Instant now, CancellationToken ct)
    {
        if (parts.Cap.PerVisitor is not { } most)
        {
            return false;
        }

        var visitor = Visitor();
        await wall.LockVisitor(visitor, ct);
        return await db.Set<Hold>().CountAsync(row => row.Visitor == visitor && row.ExpiresAt > now && row.BecameAppointment == null && row.Id != replaced, ct) >= most;
    }

    /// <summary>Writes the hold, and plans to tidy up after it.</summary>
    public void Add(HoldId id, Token token, SlotWish wish, TakenSlot slot, Instant expires)
    {
        due.Plan(HoldSlot.Lapsed, id.ToString(), id.Value, 1, expires);
        db.Add(Of(id, token, wish, slot, expires));
    }

    private Hold Of(HoldId id, Token token, SlotWish wish, TakenSlot slot, Instant expires) => new()
    {
        PracticeId = scope.Practice,
        Id = id,
        TokenHash = token.Hash(),
        ClinicId = wish.Clinic.Id,
        ProviderId = slot.ProviderId,
        AppointmentTypeId = wish.Type.Id,
        PatientKind = wish.Kind,
        StartsAt = slot.StartsAt,
        EndsAt = slot.EndsAt,
        ResourceIds = slot.ResourceIds,
        ExpiresAt = expires,
        Visitor = Visitor(),
        TriageId = wish.Triage?.Id,
    };

    // The wizard's session where there is one, else the address; only its keyed fingerprint is kept.
    private byte[] Visitor() => parts.Vault.Index("visitor", caller.Visitor ?? caller.Address ?? "");
}

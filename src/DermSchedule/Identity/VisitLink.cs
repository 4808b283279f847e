using DermSchedule.Data;
using DermSchedule.Practices;
using Microsoft.EntityFrameworkCore;

namespace DermSchedule.Identity;

/// <summary>What opens a visit to its patient: the hash of a manage token. It stays valid after moves (api.md).</summary>
public sealed class VisitLink : IPracticeOwned
{
    public required PracticeId PracticeId { get; init; }

    public required byte[] TokenHash { get; init; }

    public required AppointmentId AppointmentId { get; init; }
}

/// <summary>The door for patients' links: gives them out and finds what they open. How long a visit is shown is Scheduling's rule, not ours.</summary>
public sealed class PatientLinks(ScheduleDb db, PracticeScope scope, PracticeDirectory directory)
{
    /// <summary>A new link to a visit, in the caller's unit of work. The token is nowhere but in the answer.</summary>
    public Token Give(AppointmentId visit)
    {
        var token = Token.New(Token.Visit);
        db.Add(new VisitLink { PracticeId = scope.Practice, TokenHash = token.Hash(), AppointmentId = visit });
        directory.List(DirectoryKind.Visit, token.Hash());
        return token;
    }

    /// <summary>Enters the practice a link leads to and says which visit it opens; null when nobody gave it out or it leads out of the practice already entered.</summary>
    public async Task<AppointmentId?> Open(Token token, CancellationToken ct)
    {
        if (!Token.Looks(token.Value, Token.Visit) || (scope.Current is null && !await directory.EnterByToken(DirectoryKind.Visit, token, ct)))
        {
            return null;
        }

        var hash = token.Hash();
        return await db.Set<VisitLink>().AsNoTracking().Where(link => link.TokenHash == hash)
            .Select(link => (AppointmentId?)link.AppointmentId).SingleOrDefaultAsync(ct);
    }
}

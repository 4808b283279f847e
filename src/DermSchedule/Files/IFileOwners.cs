using Microsoft.Extensions.DependencyInjection;

namespace DermSchedule.Files;

/// <summary>
/// Says of one kind of owner where it belongs. Answered by the room that owns it, which stands above this one: roles hold per clinic, and the trail
/// names the patient.
/// </summary>
public interface IFileOwners
{
    FileOwnerKind Kind { get; }

    /// <summary>Null when there is no such owner.</summary>
    Task<OwnerPlace?> Find(Guid owner, CancellationToken ct);
}

/// <summary>Where an owner of files belongs.</summary>
/// <param name="Clinic">The clinic.</param>
/// <param name="Patient">Whose it is, where that is known.</param>
public sealed record OwnerPlace(ClinicId Clinic, PatientId? Patient);

/// <summary>Asks whoever knows. Looked up when asked: those who know may themselves need this room.</summary>
public sealed class FileOwners(IServiceProvider services)
{
    public async Task<OwnerPlace?> Place(FileOwner owner, CancellationToken ct) =>
        services.GetServices<IFileOwners>().FirstOrDefault(owners => owners.Kind == owner.Kind) is { } owners ? await owners.Find(owner.Id, ct) : null;
}

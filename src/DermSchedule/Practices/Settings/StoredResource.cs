namespace DermSchedule.Practices;

/// <summary>A room or device as settings answer it.</summary>
public sealed record StoredResource(ResourceId Id, ClinicId ClinicId, string Name, string Kind, bool Active)
{
    public static StoredResource Of(Resource resource) => new(resource.Id, resource.ClinicId, resource.Name, resource.Kind, resource.Active);
}

namespace DermSchedule.Web.Hosting;

/// <summary>Which part of the server a request is for.</summary>
internal static class Addresses
{
    /// <summary>Calls of programs: answered in JSON, also when refused.</summary>
    public static bool IsForPrograms(this HttpRequest request) => request.IsForRooms() || request.IsUnder("/openapi") || request.IsForHealth();

    public static bool IsForRooms(this HttpRequest request) => request.IsUnder("/api");

    public static bool IsForHealth(this HttpRequest request) => request.IsUnder("/health");

    public static bool IsForContractPage(this HttpRequest request) => request.IsUnder("/docs");

    private static bool IsUnder(this HttpRequest request, string segment) => request.Path.StartsWithSegments(segment, StringComparison.OrdinalIgnoreCase);
}

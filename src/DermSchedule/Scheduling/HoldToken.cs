namespace DermSchedule.Scheduling;

/// <summary>A hold's token, as callers of the API send it: <c>Authorization: Bearer h_…</c>.</summary>
internal static class HoldToken
{
    private const string Scheme = "Bearer ";

    public static string? From(string? authorization) =>
        authorization is not null && authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? authorization[Scheme.Length..].Trim() : null;
}

namespace DermSchedule.Kernel;

/// <summary>The token of a hold or of a triage, as callers of the API send it: <c>Authorization: Bearer h_…</c>. Routes for anyone read it themselves.</summary>
internal static class BearerToken
{
    private const string Scheme = "Bearer ";

    public static string? From(string? authorization) =>
        authorization is not null && authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? authorization[Scheme.Length..].Trim() : null;
}

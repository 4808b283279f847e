using DermSchedule.Kernel;
using DermSchedule.Practices;

namespace DermSchedule.Web.Demo;

/// <summary>Tells whoever looks at the demo how to sign in, in every role of both practices (api.md, demo mode). Not there in Production.</summary>
internal static class DemoCredentials
{
    public sealed record Answer(IReadOnlyList<Credential> Items);

    /// <param name="Practice">Its name.</param>
    /// <param name="Email">Nobody's.</param>
    /// <param name="Password">Of this installation.</param>
    /// <param name="Role">In the practice.</param>
    /// <param name="TotpSecret">Null: the demo staff has no second factor.</param>
    public sealed record Credential(string Practice, string Email, string Password, Role Role, string? TotpSecret);

    public static void Map(IEndpointRouteBuilder demo) => demo
        .MapGet("/credentials", async (IServiceScopeFactory scopes, CancellationToken ct) => TypedResults.Ok(await Handle(scopes, ct)))
        .WithName(nameof(DemoCredentials))
        .ForAnyone();

    private static async Task<Answer> Handle(IServiceScopeFactory scopes, CancellationToken ct)
    {
        var items = new List<Credential>();

        foreach (var practice in DemoSeed.Practices)
        {
            // A scope for each: the passwords come from the practice's keys, and a scope has one practice.
            await using var services = scopes.CreateAsyncScope();

            if (await services.ServiceProvider.GetRequiredService<PracticeDirectory>().EnterBySlug(practice.Clinics[0].Slug, ct))
            {
                var passwords = services.ServiceProvider.GetRequiredService<DemoPasswords>();
                items.AddRange(practice.Staff.Select(member => new Credential(practice.Name, member.Email, passwords.Of(member), member.Role, null)));
            }
        }

        return new Answer(items);
    }
}

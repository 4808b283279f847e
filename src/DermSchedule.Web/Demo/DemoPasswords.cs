using DermSchedule.Encryption;

namespace DermSchedule.Web.Demo;

/// <summary>
/// Passwords of the demo staff: derived from the practice's own keys, so that they work after a restart, differ in every installation and stand
/// nowhere.
/// </summary>
internal sealed class DemoPasswords(Vault vault)
{
    /// <summary>Of the practice in scope.</summary>
    public string Of(DemoMember member) => "demo-" + Convert.ToHexStringLower(vault.Index("demo_password", member.Email).AsSpan(0, 8));
}

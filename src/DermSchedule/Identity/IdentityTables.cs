using DermSchedule.Data;
using Microsoft.EntityFrameworkCore;

namespace DermSchedule.Identity;

internal static class IdentityTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Account>(table =>
        {
            table.ToTable("identity_accounts");
            table.HasKey(account => account.Id);
            table.HasIndex(account => account.NormalizedEmail).IsUnique();
        });

        model.Entity<Membership>(table =>
        {
            table.ToTable("identity_memberships");
            table.HasKey(membership => new { membership.PracticeId, membership.AccountId });
            table.HasIndex(membership => membership.AccountId);
            table.Property(membership => membership.Roles).StoredAsJson();
            table.Property(membership => membership.ClinicIds).StoredAsJson();
        });

        model.Entity<Session>(table =>
        {
            table.ToTable("identity_sessions");
            table.HasKey(session => session.Id);
            table.HasIndex(session => session.TokenHash).IsUnique();
            table.HasIndex(session => session.PreviousTokenHash);
            table.HasIndex(session => session.AccountId);
        });

        model.Entity<ApiKey>(table =>
        {
            table.ToTable("identity_api_keys");
            table.HasKey(key => new { key.PracticeId, key.Id });
            table.HasIndex(key => new { key.PracticeId, key.TokenHash }).IsUnique();
            table.Property(key => key.Roles).StoredAsJson();
            table.Property(key => key.ClinicIds).StoredAsJson();
        });
    }
}

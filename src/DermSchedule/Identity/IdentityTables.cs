using DermSchedule.Data;
using Microsoft.EntityFrameworkCore;

namespace DermSchedule.Identity;

internal static class IdentityTables
{
    public const string Accounts = "identity_accounts";
    public const string Memberships = "identity_memberships";

    public static void Map(ModelBuilder model)
    {
        MapPeople(model);

        model.Entity<Session>(table =>
        {
            table.ToTable("identity_sessions");
            table.HasKey(session => session.Id);
            table.HasIndex(session => session.FamilyHash).IsUnique();
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

        model.Entity<VisitLink>(table =>
        {
            table.ToTable("identity_visit_links");
            table.HasKey(link => new { link.PracticeId, link.TokenHash });
            table.HasIndex(link => new { link.PracticeId, link.AppointmentId });
        });
    }

    private static void MapPeople(ModelBuilder model)
    {
        model.Entity<Account>(table =>
        {
            table.ToTable(Accounts);
            table.HasKey(account => account.Id);
            table.HasIndex(account => account.NormalizedEmail).IsUnique();
        });

        model.Entity<Membership>(table =>
        {
            table.ToTable(Memberships);
            table.HasKey(membership => new { membership.PracticeId, membership.AccountId });
            table.HasIndex(membership => membership.AccountId);
            table.Property(membership => membership.Roles).StoredAsJson();
            table.Property(membership => membership.ClinicIds).StoredAsJson();
            table.Property(membership => membership.Privileges).StoredAsJson();
            table.Ignore(membership => membership.IsIn);
        });

        // The account leads: the only question is where somebody may sign in.
        model.Entity<Workplace>(table =>
        {
            table.ToTable("identity_workplaces");
            table.HasKey(workplace => new { workplace.AccountId, workplace.PracticeId });
        });

        model.Entity<Invitation>(table =>
        {
            table.ToTable("identity_invitations");
            table.HasKey(invitation => invitation.TokenHash);
            table.HasIndex(invitation => new { invitation.PracticeId, invitation.AccountId });
        });
    }
}

using DermSchedule.Encryption;
using Microsoft.EntityFrameworkCore;

namespace DermSchedule.Patients;

internal static class PatientsTables
{
    public static readonly SealedField FirstName = new("patients", "first_name");
    public static readonly SealedField LastName = new("patients", "last_name");
    public static readonly SealedField DateOfBirth = new("patients", "date_of_birth");
    public static readonly SealedField Phone = new("patients", "phone");
    public static readonly SealedField Email = new("patients", "email");
    public static readonly SealedField Details = new("patients", "details");

    public static void Map(ModelBuilder model)
    {
        model.Entity<Patient>(table =>
        {
            table.ToTable("patients");
            table.HasKey(patient => new { patient.PracticeId, patient.Id });
            table.HasIndex(patient => new { patient.PracticeId, patient.IdentityIndex });
            table.HasIndex(patient => new { patient.PracticeId, patient.PhoneIndex });
            table.HasIndex(patient => new { patient.PracticeId, patient.EmailIndex });
            table.HasIndex(patient => new { patient.PracticeId, patient.BirthDateIndex });
            table.Property(patient => patient.Version).IsConcurrencyToken();
        });

        model.Entity<IdentityClaim>(table =>
        {
            table.ToTable("patients_identities");
            table.HasKey(claim => new { claim.PracticeId, claim.IdentityIndex });
        });

        model.Entity<PatientNamePrefix>(table =>
        {
            table.ToTable("patients_name_prefixes");
            table.HasKey(prefix => new { prefix.PracticeId, prefix.Prefix, prefix.PatientId });
            table.HasIndex(prefix => new { prefix.PracticeId, prefix.PatientId });
        });
    }
}

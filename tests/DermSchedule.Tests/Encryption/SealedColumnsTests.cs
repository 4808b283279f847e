using System.Reflection;
using DermSchedule.Data;
using DermSchedule.Encryption;
using DermSchedule.Encryption.Rotation;
using DermSchedule.Patients;
using DermSchedule.Scheduling;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DermSchedule.Tests.Encryption;

public sealed class SealedColumnsTests : ClinicTests
{
    /// <summary>Columns of patients and visits that are stored as they are, each with the reason why that reveals nothing.</summary>
    private static readonly Dictionary<string, string> Harmless = new(StringComparer.Ordinal)
    {
        ["Patient.PreferredLanguage"] = "en or es: shared by millions",
        ["Patient.TimeZone"] = "a zone of the world, needed to find who may be texted now",
        ["Patient.IdentityIndex"] = "keyed index",
        ["Patient.PhoneIndex"] = "keyed index",
        ["Patient.EmailIndex"] = "keyed index",
        ["Patient.BirthDateIndex"] = "keyed index",
        ["PatientNamePrefix.Prefix"] = "keyed index",
        ["IdentityClaim.IdentityIndex"] = "keyed index",
        ["Appointment.Language"] = "en or es",
        ["Appointment.PromisedWall"] = "the time of the visit, which the calendar shows without a name",
        ["AppointmentEvent.Action"] = "one of our own words: booked, moved, cancelled",
        ["AppointmentEvent.Before"] = "status, times and ids",
        ["AppointmentEvent.After"] = "status, times and ids",
        ["Hold.TokenHash"] = "SHA-256 of a random token",
        ["Hold.Visitor"] = "keyed index",
        ["ConsentEntry.PhoneIndex"] = "keyed index",
        ["ConsentEntry.Words"] = "our own words with the clinic's name",
        ["ConsentEntry.Language"] = "en or es",
        ["StoredFile.ContentType"] = "one of three types that we make",
        ["Block.Reason"] = "why a provider or room is away: lunch, repair; no patient",
    };

    [Fact]
    public void Every_text_and_date_of_patients_and_visits_is_sealed_an_index_or_harmless_for_a_reason()
    {
        var columns = typeof(Patient).Assembly.GetTypes()
            .Where(type => typeof(IPracticeOwned).IsAssignableFrom(type) && type.IsClass && type.Namespace is "DermSchedule.Patients" or "DermSchedule.Scheduling" or "DermSchedule.Files" or "DermSchedule.Consents")
            .SelectMany(type => type.GetProperties().Where(MayTell).Select(property => $"{type.Name}.{property.Name}"))
            .ToHashSet(StringComparer.Ordinal);

        Assert.Equal([], columns.Except(Harmless.Keys).Order(StringComparer.Ordinal));
        Assert.Equal([], Harmless.Keys.Except(columns).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_column_is_sealed_under_its_own_name_in_the_database()
    {
        await using var clinic = await OpenClinic(Engine.Sqlite);
        await using var scope = await clinic.Scope();

        var columns = SealedTable.In(scope.Db.Model).SelectMany(table => table.Columns.Select(column => new SealedField(table.Name, column.GetColumnName()))).ToHashSet();
        var fields = typeof(Patient).Assembly.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => field.FieldType == typeof(SealedField)).Select(field => (SealedField)field.GetValue(null)!).ToHashSet();

        // Of the tables that only grow, the re-sealer keeps away; what is sealed as files_bytes lies in the store of files.
        Assert.Equal([], columns.Except(fields));
        Assert.Equal(
            ["audit_entries", "consent_entries", "files_bytes", "idempotent_answers", "scheduling_appointment_events"],
            fields.Except(columns).Select(field => field.Table).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Rows_that_are_sealed_again_are_known_by_an_id_of_their_own()
    {
        await using var clinic = await OpenClinic(Engine.Sqlite);
        await using var scope = await clinic.Scope();

        var tables = SealedTable.In(scope.Db.Model);

        Assert.NotEmpty(tables);
        Assert.All(tables, table => Assert.Equal(typeof(Id<>).MakeGenericType(table.Columns[0].DeclaringType.ClrType), table.Columns[0].DeclaringType.FindProperty("Id")?.ClrType));
    }

    [Fact]
    public async Task A_change_made_while_a_row_is_sealed_again_is_never_lost()
    {
        await using var clinic = await OpenClinic(Engine.Sqlite);
        await using var scope = await clinic.Scope();

        var unguarded = SealedTable.In(scope.Db.Model).Where(table =>
            !table.Columns[0].DeclaringType.GetProperties().Any(property => property.IsConcurrencyToken)
            && table.Columns.Any(column => !IsInitOnly(column.PropertyInfo!)));

        Assert.Equal([], unguarded.Select(table => table.Name));
    }

    private static bool IsInitOnly(PropertyInfo property) =>
        property.SetMethod!.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit));

    private static bool MayTell(PropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var told = type == typeof(string) || type == typeof(byte[]) || type == typeof(LocalDate) || type == typeof(LocalDateTime) || type == typeof(DateOnly)
            || (type.IsClass && type.Namespace?.StartsWith("DermSchedule", StringComparison.Ordinal) == true && !(type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Sealed<>)));
        return told && property.CanWrite;
    }
}

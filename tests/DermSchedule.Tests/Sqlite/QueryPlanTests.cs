using System.Collections.Concurrent;
using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using DermSchedule.Audit;
using DermSchedule.Consents;
using DermSchedule.Data;
using DermSchedule.Jobs;
using DermSchedule.Patients;
using DermSchedule.Scheduling;
using DermSchedule.Sqlite;
using DermSchedule.Tests.Scheduling;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SQLitePCL;

namespace DermSchedule.Tests.Sqlite;

/// <summary>
/// Nothing a front desk or a patient does all day reads a whole practice. SQLite's planner knows no row counts, and would rather walk a primary key
/// than sort what an index finds, so the plan of every statement is looked at and not only whether an index exists.
/// </summary>
public sealed class QueryPlanTests : ClinicTests
{
    // Not the queue of unsealed lines and the chain of seals: they are read from one end, in the order of their key.
    private static readonly string[] Growing =
    [
        "audit_entries", "audit_subjects", "consent_entries", "directory", "due_rows", "idempotent_answers", "identity_visit_links", "patients",
        "patients_identities", "patients_name_prefixes", "reservations", "scheduling_appointment_events", "scheduling_appointments", "scheduling_holds",
    ];

    [Fact]
    public async Task No_statement_of_a_busy_day_walks_through_all_rows_of_a_practice()
    {
        var statements = new Statements();
        await using var clinic = await OpenClinic(Engine.Sqlite, services => Visits.Host(services.ConfigureDbContext<ScheduleDb>(options => options.AddInterceptors(statements))));

        await Day(clinic);

        using var connection = new SqliteFile(clinic.Address).OpenForReading();
        var walks = statements.Texts.SelectMany(sql => Walks(connection, sql)).Order(StringComparer.Ordinal).ToList();
        Assert.True(statements.Texts.Count > 50, $"Only {statements.Texts.Count} statements were seen.");
        Assert.True(walks.Count == 0, string.Join('\n', walks));
    }

    [Theory]
    [InlineData("SELECT * FROM patients", true)]
    [InlineData("SELECT * FROM patients AS p WHERE p.practice_id = 'a' AND p.possible_duplicate ORDER BY id", true)]
    [InlineData("SELECT * FROM patients AS p WHERE p.practice_id = 'a' AND p.email_index = x'00' ORDER BY id", false)]
    [InlineData("SELECT * FROM practices_clinics", false)]
    [InlineData("SELECT * FROM reservations WHERE practice_id = 'a' AND expires_at <= 1", true)]
    public async Task A_walk_is_told_from_a_search(string sql, bool walks)
    {
        await using var clinic = await OpenClinic(Engine.Sqlite);
        using var connection = new SqliteFile(clinic.Address).OpenForReading();

        Assert.Equal(walks, Walks(connection, sql).Any());
    }

    private static async Task Day(TestClinic clinic)
    {
        await clinic.Ask((FindSlots.Handler find) => find.Handle(
            DefaultPractice.Slug,
            new FindSlots.Request { AppointmentTypeId = DefaultPractice.SkinCheck, From = new LocalDate(2027, 3, 1), To = new LocalDate(2027, 3, 5) },
            CancellationToken.None));
        var held = (await clinic.Holds(Visits.Monday(9), DefaultPractice.Avery)).Value;
        await clinic.Ask((ExtendHold.Handler extend) => extend.Handle(DefaultPractice.Slug, held.Id, held.Token, CancellationToken.None));
        var first = (await clinic.Books(Visits.WithHold(held.Token))).Value.Id;
        var second = (await clinic.Books(Visits.Booking(Visits.Monday(10), DefaultPractice.Avery) with { SmsConsent = true })).Value.Id;
        Assert.NotNull((await clinic.Books(Visits.Booking(Visits.Monday(10), DefaultPractice.Avery, "Eve", "(212) 555-0141"))).Refusal);
        await clinic.AsPatient(first, (ConfirmAppointment.Handler confirm) => confirm.Handle(new ConfirmAppointment.Request(first), CancellationToken.None));
        await clinic.Moves(second, Visits.Monday(11));
        await clinic.Cancels(second);
        await clinic.BooksAtDesk(Visits.Monday(14), DefaultPractice.Avery, "Bo");
        await clinic.Sets(first, new ChangeAppointment.Request { Status = "checked_in" });
        await clinic.AsDesk((AppointmentHistory.Handler history) => history.Handle(new AppointmentHistory.Request(first), CancellationToken.None));
        var day = await clinic.AsDesk((ListAppointments.Handler list) => list.Handle(
            new ListAppointments.Request("2027-03-01", "2027-03-01", DefaultPractice.Slug, null, null, null, null, null), CancellationToken.None));
        var patient = day.Value.Items[0].PatientId!.Value;
        await clinic.AsDesk((PatientTimeline.Handler timeline) => timeline.Handle(new PatientTimeline.Request(patient, null, null), CancellationToken.None));
        await clinic.AsDesk((ListConsents.Handler list) => list.Handle(new ListConsents.Request(patient, null, null), CancellationToken.None));
        await clinic.Ask((ConsentLedger ledger) => ledger.IsGranted(Consents.Said.Phone(0), DefaultPractice.Clinic, ConsentPurpose.VisitTexts, CancellationToken.None));
        await clinic.AsDesk((ListPatients.Handler list) => list.Handle(new ListPatients.Request("rivera 212 555 0140", null, null), CancellationToken.None));
        await clinic.AsDesk((ListPatients.Handler list) => list.Handle(new ListPatients.Request("1985-04-12", null, null), CancellationToken.None));
        await clinic.Services.GetRequiredService<DueRunner>().RunDue(CancellationToken.None);
        await clinic.Ask(async (AuditChain chain) =>
        {
            await chain.Seal(CancellationToken.None);
            return true;
        });
    }

    private static IEnumerable<string> Walks(SqliteConnection connection, string sql) => Plan(connection, sql)
        .Where(step => Walk.Match(step) is { Success: true } walk && Growing.Contains(Table(walk.Groups["name"].Value, sql), StringComparer.Ordinal))
        .Select(step => $"{step}\n  {sql}");

    // EF calls its tables by letters.
    private static string Table(string name, string sql) =>
        Regex.Match(sql, $"(?<table>\\w+)\"? AS \"?{name}\"?\\b", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)) is { Success: true } alias ? alias.Groups["table"].Value : name;

    private static List<string> Plan(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + sql;
        using var reader = command.ExecuteReader();
        var steps = new List<string>();

        while (reader.Read())
        {
            steps.Add(reader.GetString(3));
        }

        return steps;
    }

    private static readonly Regex Walk = new(@"^(SCAN (?<name>\w+)|SEARCH (?<name>\w+) USING (PRIMARY KEY|(COVERING )?INDEX \w+) \(practice_id=\?\)$)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    /// <summary>Every statement that contexts and walls run, with the values in it.</summary>
    private sealed class Statements : IDbConnectionInterceptor, IDbTransactionInterceptor
    {
        private readonly ConditionalWeakTable<sqlite3, Statements> hooked = [];
        private readonly ConcurrentDictionary<string, bool> texts = new(StringComparer.Ordinal);

        public IReadOnlyCollection<string> Texts => [.. texts.Keys.Where(sql => Read.IsMatch(sql))];

        public DbConnection ConnectionCreated(ConnectionCreatedEventData eventData, DbConnection result)
        {
            Watch(result);
            return result;
        }

        public ValueTask<DbTransaction> TransactionUsedAsync(DbConnection connection, TransactionEventData eventData, DbTransaction result, CancellationToken cancellationToken = default)
        {
            Watch(connection);
            return ValueTask.FromResult(result);
        }

        private void Watch(DbConnection connection)
        {
            if (connection is SqliteConnection { Handle: { } handle } && hooked.TryAdd(handle, this))
            {
                raw.sqlite3_trace(handle, (_, sql) => texts.TryAdd(sql, true), null);
            }
        }

        private static readonly Regex Read = new("^\\s*(SELECT|DELETE|UPDATE|INSERT)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
    }
}

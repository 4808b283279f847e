using System.Text.Json;
using DermSchedule.Audit;
using DermSchedule.Patients;
using DermSchedule.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DermSchedule.Tests.Patients;

public sealed class PatientDeskTests : ClinicTests
{
    private static readonly PatientForm Maria = new() { FirstName = "María José", LastName = "García-López", DateOfBirth = "1985-04-12", Phone = "212-555-0140", Email = "Maria@Example.org", Notes = "Prefers mornings" };

    [Theory, EveryDatabase]
    public async Task A_patient_is_found_by_name_phone_email_and_birth_date(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        await Add(clinic, Maria);
        await Add(clinic, new PatientForm { FirstName = "Marian", LastName = "Zhou", DateOfBirth = "1990-01-02" });

        Assert.Equal(["García-López", "Zhou"], await Search(clinic, "mari"));
        Assert.Equal(["García-López"], await Search(clinic, "LOPEZ mar"));
        Assert.Equal(["García-López"], await Search(clinic, "garcial"));
        Assert.Equal(["García-López"], await Search(clinic, "(212) 555-0140"));
        Assert.Equal(["García-López"], await Search(clinic, "maria@example.ORG"));
        Assert.Equal(["Zhou"], await Search(clinic, "1/2/1990"));
        Assert.Equal(["Zhou"], await Search(clinic, "zh 1990-01-02"));
        Assert.Empty(await Search(clinic, "zh 1985-04-12"));
        Assert.Empty(await Search(clinic, "arcia"));
    }

    [Theory, EveryDatabase]
    public async Task A_name_without_an_alphabet_is_found_from_its_first_character_on(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        await Add(clinic, new PatientForm { FirstName = "小明", LastName = "王", DateOfBirth = "1990-01-02" });
        await Add(clinic, new PatientForm { FirstName = "小红", LastName = "李", DateOfBirth = "1991-01-02" });

        Assert.Equal(["王"], await Search(clinic, "王"));
        Assert.Equal(["王"], await Search(clinic, "王小明"));
        Assert.Equal(["王"], await Search(clinic, "小明 王"));
        Assert.Equal(["李", "王"], (await Search(clinic, "小")).Order(StringComparer.Ordinal));
        Assert.Empty(await Search(clinic, "明"));
    }

    [Theory, EveryDatabase]
    public async Task Pages_of_a_search_and_of_the_whole_list_show_everybody_once(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);

        for (var i = 0; i < 7; i++)
        {
            clinic.TimePasses(NodaTime.Duration.FromSeconds(1));
            await Add(clinic, new PatientForm { FirstName = "Eva", LastName = "Quinn" + (char)('g' - i), DateOfBirth = "1990-01-02" });
        }

        foreach (var q in new[] { null, "quinn" })
        {
            var seen = new List<string>();
            string? cursor = null;

            do
            {
                var page = (await clinic.Ask((ListPatients.Handler list) => list.Handle(new ListPatients.Request(q, 3, cursor), CancellationToken.None))).Value;
                seen.AddRange(page.Items.Select(line => line.LastName));
                cursor = page.NextCursor;
            }
            while (cursor is not null);

            Assert.Equal(["Quinna", "Quinnb", "Quinnc", "Quinnd", "Quinne", "Quinnf", "Quinng"], seen);
        }
    }

    [Theory, EveryDatabase]
    public async Task One_letter_or_a_strange_cursor_is_refused(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);

        var letter = await clinic.Ask((ListPatients.Handler list) => list.Handle(new ListPatients.Request("m", null, null), CancellationToken.None));
        var cursor = await clinic.Ask((ListPatients.Handler list) => list.Handle(new ListPatients.Request(null, null, "?"), CancellationToken.None));

        Assert.Equal(Refusals.ValidationFailed, letter.Refusal);
        Assert.Equal(Refusals.ValidationFailed, cursor.Refusal);
    }

    [Theory, EveryDatabase]
    public async Task A_correction_changes_what_it_names_and_is_found_at_once(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        var before = (await Add(clinic, Maria)).Value;

        var changed = await Change(clinic, before.Id, "\"1\"", """{ "lastName": "Smith", "phone": null, "insurance": { "carrier": "Acme" }, "flags": ["latex"] }""");
        var again = await Change(clinic, before.Id, "\"2\"", """{ "insurance": { "memberId": "A-1" } }""");

        Assert.Equal(("Smith", null, "Acme"), (changed.Value.LastName, changed.Value.Phone, changed.Value.Insurance!.Carrier));
        Assert.Equal(new Insurance("Acme", "A-1", null, null), again.Value.Insurance);
        Assert.Equal(("Prefers mornings", 3), (again.Value.Notes, again.Value.Version));
        Assert.Equal(["Smith"], await Search(clinic, "smith"));
        Assert.Empty(await Search(clinic, "lopez"));
        Assert.Empty(await Search(clinic, "2125550140"));
        var read = await clinic.Ask((ReadPatient.Handler handler) => handler.Handle(new ReadPatient.Request(before.Id), CancellationToken.None));
        Assert.Equal(JsonSerializer.Serialize(again.Value), JsonSerializer.Serialize(read.Value));
    }

    [Theory, EveryDatabase]
    public async Task A_correction_needs_the_tag_of_what_was_read(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        var patient = (await Add(clinic, Maria)).Value;

        Assert.Equal(Refusals.PreconditionRequired, (await Change(clinic, patient.Id, null, "{}")).Refusal);
        Assert.Equal(Refusals.StaleVersion, (await Change(clinic, patient.Id, "\"7\"", "{}")).Refusal);
        Assert.Equal(Refusals.NotFound, (await Change(clinic, new PatientId(Guid.Empty), "\"1\"", "{}")).Refusal);
    }

    [Theory, EveryDatabase]
    public async Task Of_two_corrections_at_once_one_is_stale(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        var patient = (await Add(clinic, Maria)).Value;

        var answers = await Together(4, caller => Change(clinic, patient.Id, "\"1\"", $$"""{ "notes": "{{caller}}" }"""));

        Assert.Single(answers, answer => answer.Refusal is null);
        Assert.All(answers.Where(answer => answer.Refusal is not null), answer => Assert.Equal(Refusals.StaleVersion, answer.Refusal));
    }

    [Theory, EveryDatabase]
    public async Task Wrong_values_in_a_correction_are_named(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        var patient = (await Add(clinic, Maria)).Value;

        Assert.Equal(["firstName"], Fields(await Change(clinic, patient.Id, "\"1\"", """{ "firstName": null }""")));
        Assert.Equal(["flags"], Fields(await Change(clinic, patient.Id, "\"1\"", """{ "flags": "latex" }""")));
        Assert.Equal(["guardianId"], Fields(await Change(clinic, patient.Id, "\"1\"", $$"""{ "guardianId": "{{patient.Id}}" }""")));
        Assert.Equal(["externalIds[0].system"], Fields(await Change(clinic, patient.Id, "\"1\"", """{ "externalIds": [{ "value": "1" }] }""")));
        Assert.Equal(Refusals.ValidationFailed, (await Change(clinic, patient.Id, "\"1\"", "[]")).Refusal);
    }

    [Theory, EveryDatabase]
    public async Task Two_patients_do_not_guard_each_other(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        var one = (await Add(clinic, Maria)).Value;
        var other = (await Add(clinic, Maria with { FirstName = "Eva", GuardianId = one.Id })).Value;

        var around = await Change(clinic, one.Id, "\"1\"", $$"""{ "guardianId": "{{other.Id}}" }""");

        Assert.Equal(["guardianId"], Fields(around));
    }

    [Theory, EveryDatabase]
    public async Task A_child_guards_nobody(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        var child = (await Add(clinic, Maria with { DateOfBirth = "2021-05-05" })).Value;
        var other = (await Add(clinic, Maria with { FirstName = "Eva" })).Value;

        Assert.Equal(["guardianId"], Fields(await Add(clinic, Maria with { FirstName = "Leo", GuardianId = child.Id })));
        Assert.Equal(["guardianId"], Fields(await Change(clinic, other.Id, "\"1\"", $$"""{ "guardianId": "{{child.Id}}" }""")));
    }

    [Theory, EveryDatabase]
    public async Task Every_look_and_change_is_on_the_trail(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        var patient = (await Add(clinic, Maria)).Value;
        await Change(clinic, patient.Id, "\"1\"", """{ "notes": null }""");
        await Search(clinic, "garcia");
        await clinic.Ask((ReadPatient.Handler read) => read.Handle(new ReadPatient.Request(patient.Id), CancellationToken.None));

        await using var scope = await clinic.Scope();
        var lines = await scope.Db.Set<AuditEntry>().AsNoTracking().Where(entry => entry.PatientId == patient.Id).OrderBy(entry => entry.Id).Select(entry => entry.Action).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["patient.added", "patient.changed", "patients.listed", "patient.read"], lines);
    }

    internal static Task<Result<PatientView>> Add(TestClinic clinic, PatientForm form) => clinic.Ask((AddPatient.Handler add) => add.Handle(form, CancellationToken.None));

    private static async Task<Result<PatientView>> Change(TestClinic clinic, PatientId id, string? tag, string patch)
    {
        using var json = JsonDocument.Parse(patch);
        return await clinic.Ask((ChangePatient.Handler change) => change.Handle(new ChangePatient.Request(id, tag, json.RootElement), CancellationToken.None));
    }

    private static async Task<List<string>> Search(TestClinic clinic, string q) =>
        [.. (await clinic.Ask((ListPatients.Handler list) => list.Handle(new ListPatients.Request(q, null, null), CancellationToken.None))).Value.Items.Select(line => line.LastName)];

    private static IEnumerable<string> Fields(Result<PatientView> answer) => ((IReadOnlyDictionary<string, string[]>)answer.Refusal!.Members["errors"]!).Keys;
}

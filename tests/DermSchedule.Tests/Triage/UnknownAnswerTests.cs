using DermSchedule.Kernel;
using DermSchedule.Tests.Infrastructure;
using DermSchedule.Tests.Scheduling;
using DermSchedule.Triage;
using Xunit;

namespace DermSchedule.Tests.Triage;

/// <summary>An answer to a question that nobody asks is refused: a misspelt id would be a danger that nobody hears of.</summary>
public sealed class UnknownAnswerTests : ClinicTests
{
    [Theory, EveryDatabase("breathng", "", "BREATHING", "clinic_no_such_flag")]
    public async Task It_is_refused_by_the_name_of_the_field(Engine engine, string id)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);

        var refusal = (await clinic.Says(Answers.Of(Answers.Routine) with { Answers = Yes(id) })).Refusal;

        Assert.Equal(Refusals.ValidationFailed, refusal);
        Assert.Equal("answers", Assert.Single(Assert.IsType<Dictionary<string, string[]>>(refusal!.Members["errors"])).Key);
    }

    [Theory, EveryDatabase("breathing", "clinic_shingles")]
    public async Task Our_questions_and_those_of_a_clinic_are_answered(Engine engine, string id)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);

        Assert.Null((await clinic.Says(Answers.Of(Answers.Routine) with { Answers = Yes(id) })).Refusal);
    }

    private static Dictionary<string, TriageAnswer> Yes(string id) => new(StringComparer.Ordinal) { [id] = TriageAnswer.Yes };
}

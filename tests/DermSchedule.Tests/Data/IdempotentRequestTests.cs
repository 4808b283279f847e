using System.Text;
using DermSchedule.Data;
using DermSchedule.Practices;
using Microsoft.EntityFrameworkCore;

namespace DermSchedule.Tests.Data;

public sealed class IdempotentRequestTests : ClinicTests
{
    [Theory, EveryDatabase]
    public async Task Many_repeats_of_one_request_at_once_have_one_effect_and_one_answer(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);

        var answers = await Together(20, _ => Send(clinic, "key", "body"));

        var room = Assert.Single(answers.Select(answer => answer.Value).Distinct());
        await using var scope = await clinic.Scope();
        Assert.Equal(room.Id, (await scope.Db.Set<Resource>().SingleAsync()).Id.Value);
    }

    [Theory, EveryDatabase]
    public async Task Another_body_under_the_same_key_is_refused_and_another_key_is_another_request(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        await Send(clinic, "key", "body");

        var otherBody = await Send(clinic, "key", "other body");
        var otherKey = await Send(clinic, "other key", "body");

        Assert.Equal(IdempotentRequest.Mismatch, otherBody.Refusal);
        Assert.Null(otherKey.Refusal);
    }

    [Theory, EveryDatabase]
    public async Task After_a_day_the_key_is_new_again(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        var first = await Send(clinic, "key", "body");

        clinic.TimePasses(IdempotentRequest.Memory);
        var second = await Send(clinic, "key", "body");

        Assert.NotEqual(first.Value, second.Value);
    }

    private static async Task<Result<Made>> Send(TestClinic clinic, string key, string body)
    {
        await using var scope = await clinic.Scope();
        scope.Get<IdempotentRequest>().Arm("POST /rooms", "desk", key, Encoding.UTF8.GetBytes(body));
        return await scope.Db.Write<Made>(
            () =>
            {
                var id = Rows.NewOwner();
                scope.Db.Add(new Resource { PracticeId = DefaultPractice.Practice, Id = new ResourceId(id), ClinicId = DefaultPractice.Clinic, Name = "Room", Kind = "room" });
                return Task.FromResult<Result<Made>>(new Made(id));
            },
            CancellationToken.None);
    }

    private sealed record Made(Guid Id);
}

using DermSchedule.Data;
using DermSchedule.Encryption;
using DermSchedule.Jobs;
using DermSchedule.Practices;
using DermSchedule.Tests.Audit;
using NodaTime;

namespace DermSchedule.Tests.Jobs;

public sealed class ExpiredAnswersTests : ClinicTests
{
    [Theory, EveryDatabase]
    public async Task Answers_past_their_day_are_removed_in_batches_and_the_others_stay(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        await clinic.Has([.. Enumerable.Range(0, 2_300).Select(number => Answer(clinic.Now + Duration.FromSeconds(number - 2_199)))]);

        var removed = await clinic.Ask((ExpiredAnswers answers) => answers.Purge(CancellationToken.None));

        Assert.Equal(2_200, removed);
        Assert.Equal(100, (await clinic.Rows<IdempotentAnswer>()).Count);
        Assert.Empty(await clinic.Ask((PracticeDirectory directory) => directory.WithExpiredAnswers(clinic.Now, CancellationToken.None)));
    }

    private static IdempotentAnswer Answer(Instant expires) => new()
    {
        PracticeId = DefaultPractice.Practice,
        Fingerprint = Trail.NewId().ToByteArray(),
        BodyHash = [1],
        Answer = new Sealed<string>([1]),
        ExpiresAt = expires,
    };
}

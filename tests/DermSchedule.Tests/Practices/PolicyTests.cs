using DermSchedule.Kernel;
using DermSchedule.Practices;
using Xunit;

namespace DermSchedule.Tests.Settings;

public sealed class PolicyTests
{
    [Fact]
    public void The_defaults_are_in_order() => Assert.False(PolicyRules.Check(Policies.Default).Any);

    [Fact]
    public void A_ladder_asks_first_and_comes_nearer_with_each_step()
    {
        var wrong = Policies.Default with { Ladder = [new(24, LadderAction.AutoCancel), new(48, LadderAction.Ask)] };

        Assert.Equal(["ladder[0].action", "ladder[1].action", "ladder[1].hoursBefore"], PolicyRules.Check(wrong).Fields().Distinct());
    }

    [Fact]
    public void A_later_cancel_never_gives_more_back()
    {
        var wrong = Policies.Default with { Deposits = new DepositPolicy { RefundTiers = [new(48, 50), new(24, 100)] } };

        Assert.Equal(["deposits.refundTiers", "deposits.refundTiers[1].percent"], PolicyRules.Check(wrong).Fields());
    }

    [Fact]
    public void Every_part_is_checked_at_once()
    {
        var wrong = Policies.Default with
        {
            HoldMinutes = 0,
            QuietHours = new QuietHours("8:00", "08:00"),
            Waitlist = new WaitlistPolicy { BatchSize = 99 },
            EmergencyContactPhone = "911",
        };

        Assert.Equal(["emergencyContactPhone", "holdMinutes", "quietHours.start", "waitlist.batchSize"], PolicyRules.Check(wrong).Fields());
    }

    [Fact]
    public void Patients_read_the_policies_in_their_language()
    {
        var english = PolicyWords.Of(Policies.Default, "en");
        var spanish = PolicyWords.Of(Policies.Default, "es");

        Assert.Equal("We keep the time you choose for 10 minutes while you fill in the form.", english.Hold);
        Assert.Equal(
            [
                "If you cancel 48 hours before or earlier, you get the whole deposit back.",
                "If you cancel 24 hours before or earlier, you get 50% of the deposit back.",
                "If you cancel later or do not come, the deposit is not given back.",
            ],
            english.Cancellation);
        Assert.StartsWith("Le pedimos que confirme su cita 72 horas antes.", spanish.Confirmation, StringComparison.Ordinal);
        Assert.Equal(3, spanish.Cancellation.Count);
    }

    [Fact]
    public void A_clinic_that_takes_no_deposits_says_nothing_about_them()
    {
        var words = PolicyWords.Of(Policies.Default with { Deposits = new DepositPolicy { Mode = DepositMode.None }, Ladder = [] }, "en");

        Assert.Empty(words.Cancellation);
        Assert.Null(words.Confirmation);
    }

    [Fact]
    public void The_whole_object_is_sent_or_nothing_changes()
    {
        var all = MergePatch.Whole(Policies.Default, Said.Json(Policies.Default));
        var some = MergePatch.Whole(Policies.Default, Said.Json("""{ "holdMinutes": 15, "quietHours": { "start": "21:00" } }"""));

        Assert.Null(all.Refusal);
        Assert.Contains("waitlist", some.Fields());
        Assert.Contains("quietHours.end", some.Fields());
        Assert.DoesNotContain("emergencyContactPhone", some.Fields());
    }
}

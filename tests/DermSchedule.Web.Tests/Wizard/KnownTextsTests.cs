using DermSchedule.Web.Ui;
using NodaTime;
using Xunit;

namespace DermSchedule.Web.Tests.Wizard;

/// <summary>What is said of another visit is true of every one, and ends with one full stop.</summary>
public sealed class KnownTextsTests
{
    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Spanish)]
    public void No_e_mail_is_spoken_of_that_was_never_given(Language language)
    {
        var t = new Texts(language);
        var moment = new Wording(t).Short(Instant.FromUtc(2026, 12, 1, 15, 0).InUtc());

        Assert.All([t.OneMoreText, t.OneMoreKept(moment), t.KnownPerson, t.KnownContact], text =>
        {
            Assert.DoesNotContain("mail", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("correo", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("..", text, StringComparison.Ordinal);
        });
    }
}

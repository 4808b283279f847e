using DermSchedule.EndToEnd.Infrastructure;
using Xunit;

namespace DermSchedule.EndToEnd;

/// <summary>Whoever looks at something else for a moment finds the form as it was left; whoever is done leaves nothing.</summary>
public sealed class TypedDetailsTests(Clinic clinic) : IClassFixture<Clinic>
{
    [Theory]
    [InlineData(true, "time", ".holdbar .btn")]
    [InlineData(false, "time", ".holdbar .btn")]
    [InlineData(true, "visit", null)]
    [InlineData(false, "visit", null)]
    public async Task A_look_at_another_step_keeps_what_was_typed(bool scripts, string step, string? onward)
    {
        await using var patient = await Typing(scripts);

        await patient.Press($".held-acts button[value={step}]");
        await patient.At($"**/book/{step}");
        Assert.DoesNotContain("Ana", patient.Page.Url, StringComparison.Ordinal);
        await (onward is null ? patient.Open("/demo/book/details") : patient.Press(onward));

        await AssertKept(patient);
        await Release(patient);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Another_visit_at_another_time_keeps_who_is_coming(bool scripts)
    {
        await using var patient = await Typing(scripts);
        await patient.Press(".held-acts button[value=visit]");
        await patient.PickVisit("Rash visit");

        await patient.Hold(day: 5, time: 3);

        Assert.Contains("Rash visit", await patient.Page.InnerTextAsync(".held-card"), StringComparison.Ordinal);
        await AssertKept(patient);
        await Release(patient);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_other_language_keeps_what_was_typed_and_writes_in_it(bool scripts)
    {
        await using var patient = await Typing(scripts);

        await patient.Press(".bar-lang");

        await patient.Speaks("es");
        Assert.Equal("es", await patient.Page.InputValueAsync("#language"));
        await AssertKept(patient);
        await Release(patient);
    }

    [Fact]
    public async Task The_browsers_own_back_keeps_what_was_typed()
    {
        await using var patient = await Typing(scripts: true);

        await patient.Page.GoBackAsync();
        await patient.At("**/book/time*");
        await patient.Settle();
        await patient.Press(".holdbar .btn");

        await AssertKept(patient);
        await Release(patient);
    }

    [Fact]
    public async Task A_time_that_runs_out_while_somebody_types_takes_nothing()
    {
        await using var patient = await Typing(scripts: true);
        await clinic.TimePasses("PT11M");

        await patient.Page.EvaluateAsync("document.querySelector('.countdown').setAttribute('data-countdown-seconds-value', '0')");
        await patient.Page.WaitForSelectorAsync(".notice[data-tone=live]");

        await AssertKept(patient);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Enter_books_and_does_not_lead_back(bool scripts)
    {
        await using var patient = await Typing(scripts);

        await patient.Page.Locator("#phone").PressAsync("Enter");
        await patient.Settle();

        Assert.Contains("Enter a phone number", await patient.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await AssertKept(patient);
        await Release(patient);
    }

    [Fact]
    public async Task The_longest_names_fit()
    {
        await using var patient = await Typing(scripts: false);
        var name = string.Concat(Enumerable.Repeat("Ñandú", 20));
        await patient.Page.Locator("input[name=for][value=child]").CheckAsync();

        foreach (var field in new[] { "#firstName", "#lastName", "#bookerFirstName", "#bookerLastName" })
        {
            await patient.Page.Locator(field).FillAsync(name);
        }

        await patient.Page.Locator("#email").FillAsync(new string('é', 254));
        await patient.Press(".held-acts button[value=time]");
        await patient.Press(".holdbar .btn");

        Assert.Equal(name, await patient.Page.InputValueAsync("#bookerLastName"));
        await Release(patient);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_stops_leaves_nothing_on_the_computer_and_gives_the_time_back(bool scripts)
    {
        await using var patient = await Typing(scripts);

        await patient.Leave();

        Assert.Equal("You left the booking", await patient.Heading());
        Assert.DoesNotContain(await patient.Page.Context.CookiesAsync(), cookie => cookie.Name == "draft");
        await patient.ChooseVisit(visit: "Acne visit");
        await patient.Hold(day: 4, time: 2);
        Assert.Equal("", await patient.Page.InputValueAsync("#firstName"));
        await Release(patient);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nobody_loses_what_was_typed_by_one_wrong_press(bool scripts)
    {
        await using var patient = await Typing(scripts);

        await patient.Press("button[value=stop]");
        Assert.Contains("This cannot be undone.", await patient.Page.InnerTextAsync("[role=alert]"), StringComparison.Ordinal);
        await patient.Press("[role=alert] button[value=keep]");
        await patient.At("**/book/details");
        await AssertKept(patient);

        await patient.Open("/demo/book/left");
        await patient.At("**/book/details");
        await AssertKept(patient);
        await Release(patient);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_other_language_keeps_which_visit_is_chosen(bool scripts)
    {
        await using var patient = await clinic.Visitor(scripts: scripts);
        await patient.Open("/demo");
        await patient.Press(".next-more a");
        var time = await patient.Page.InputValueAsync("input[name=start]");
        await patient.Page.Locator("input[name=kind][value=established]").CheckAsync();
        await patient.Page.Locator("input[name=category][value=cosmetic]").CheckAsync();

        await patient.Press(".bar-lang");

        await patient.Speaks("es");
        Assert.True(await patient.Page.Locator("input[name=kind][value=established]").IsCheckedAsync());
        Assert.True(await patient.Page.Locator("input[name=category][value=cosmetic]").IsCheckedAsync());
        Assert.Equal(time, await patient.Page.InputValueAsync("input[name=start]"));
    }

    [Fact]
    public async Task Who_has_booked_leaves_no_name_and_a_late_save_brings_none_back()
    {
        await using var patient = await Typing(scripts: true);
        await patient.TypeDetails();
        await patient.Press(".held-acts button[value=time]");
        await patient.Press(".holdbar .btn");
        var late = await patient.Page.EvaluateAsync<string>("new URLSearchParams(new FormData(document.querySelector('#details'))).toString()");
        await patient.Book();
        await patient.At("**/book/done");
        await patient.ChooseVisit(visit: "Acne visit");
        await patient.Hold(day: 4, time: 2);

        await patient.Page.EvaluateAsync("late => fetch(location.pathname, { method: 'POST', body: new URLSearchParams(late + '&act=keep'), redirect: 'manual' })", late);
        await patient.Open("/demo/book/details");

        Assert.Equal("", await patient.Page.InputValueAsync("#firstName"));
        await Release(patient);
    }

    private async Task<Visitor> Typing(bool scripts)
    {
        var patient = await clinic.Visitor(scripts: scripts);
        await patient.ChooseVisit(visit: "Acne visit");
        await patient.Hold(day: 4, time: 2);
        await patient.At("**/book/details");
        await patient.Page.Locator("#firstName").FillAsync("Ana");
        await patient.Page.Locator("#birthYear").FillAsync("1988");
        return patient;
    }

    private static async Task AssertKept(Visitor patient)
    {
        Assert.Equal("Ana", await patient.Page.InputValueAsync("#firstName"));
        Assert.Equal("1988", await patient.Page.InputValueAsync("#birthYear"));
        Assert.Empty(patient.Refused);
    }

    // The clinic of these tests is one: the next of them finds the same times.
    private static Task Release(Visitor patient) => patient.Leave();
}

using DermSchedule.EndToEnd.Infrastructure;
using Microsoft.Playwright;
using Xunit;

namespace DermSchedule.EndToEnd;

/// <summary>Whoever holds the link of a visit books the next one with less to type, and answers what was not asked yet (ux.md, api.md).</summary>
public sealed class AnotherVisitTests(Clinic clinic) : IClassFixture<Clinic>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_parent_who_has_booked_books_for_a_child_next_to_it_and_types_no_contact_again(bool scripts)
    {
        await using var parent = await clinic.Visitor(scripts: scripts);
        await Booked(parent, day: scripts ? 9 : 10);

        await parent.Press("form:has(input[name=_handler][value=family]) button");
        await parent.At("**/demo/book");
        await parent.SayWhoComes(visitFor: "child");
        await parent.Page.Locator("#age").FillAsync("6");
        await parent.SayWhatFor();
        await parent.PickVisit("Full-body skin check");
        await parent.At("**/book/time*");
        await Checked(parent, "time", scripts);
        await parent.Press(".near .chip");
        await parent.At("**/book/details");

        Assert.Equal(0, await parent.Page.Locator("#phone, #email, #bookerFirstName").CountAsync());
        Assert.DoesNotContain("0187", await parent.Page.ContentAsync(), StringComparison.Ordinal);
        await Checked(parent, "details", scripts);
        await parent.Press("#details button[value=book]");
        await parent.Page.WaitForSelectorAsync("#relationship[aria-invalid]");
        Assert.Equal("true", await parent.Page.Locator("#relationship").GetAttributeAsync("aria-invalid"));
        await parent.Page.Locator("#relationship").SelectOptionAsync("parent");
        await parent.Page.Locator("#firstName").FillAsync("Tomás");
        await parent.Page.Locator("#lastName").FillAsync("Ruiz");
        await parent.Page.Locator("#birthMonth").FillAsync("5");
        await parent.Page.Locator("#birthDay").FillAsync("2");
        await parent.Page.Locator("#birthYear").FillAsync("2020");
        await parent.Book();

        await parent.At("**/book/done");
        Assert.Empty(parent.Refused);
    }

    [Fact]
    public async Task Two_children_with_the_same_complaint_are_booked_from_one_browser()
    {
        await using var parent = await clinic.Visitor(scripts: false);
        await parent.Open("/demo/book");
        await SaysTheSame(parent);
        await parent.Hold(day: 18, time: 2);
        await parent.Page.Locator("#bookerFirstName").FillAsync("Ana");
        await parent.Page.Locator("#bookerLastName").FillAsync("Ruiz");
        await parent.Page.Locator("#relationship").SelectOptionAsync("parent");
        await parent.TypeDetails(first: "Tomás");
        await parent.Page.Locator("#birthYear").FillAsync("2020");
        await parent.Book();
        await parent.At("**/book/done");

        await parent.Press("form:has(input[name=_handler][value=family]) button");
        await SaysTheSame(parent);
        await parent.Press(".near .chip");
        await parent.Page.Locator("#relationship").SelectOptionAsync("parent");
        await parent.Page.Locator("#firstName").FillAsync("Inés");
        await parent.Page.Locator("#lastName").FillAsync("Ruiz");
        await parent.Page.Locator("#birthMonth").FillAsync("3");
        await parent.Page.Locator("#birthDay").FillAsync("14");
        await parent.Page.Locator("#birthYear").FillAsync("2020");
        await parent.Book();

        await parent.At("**/book/done");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_established_patient_books_the_same_again_and_types_nothing_about_who_comes(bool scripts)
    {
        await using var patient = await clinic.Visitor(scripts: scripts);
        await Booked(patient, day: scripts ? 11 : 12, kind: "established");
        await patient.Press("a.btn[href^='/m/']");

        await patient.Press(".acts a[href$='/again']");
        await Checked(patient, "again", scripts);
        await patient.Press("main form button");
        await patient.At("**/book/concern");
        await patient.SayWhatFor();
        await patient.Press(".wiz-end button[value=go]");
        await patient.At("**/book/time*");
        await patient.Hold(day: scripts ? 13 : 14, time: 0);
        await patient.At("**/book/details");
        Assert.Equal(0, await patient.Page.Locator("#firstName, #phone").CountAsync());
        Assert.DoesNotContain("Ruiz", await patient.Page.ContentAsync(), StringComparison.Ordinal);
        await Checked(patient, "details", scripts);
        await patient.Book();

        await patient.At("**/book/done");
        Assert.Empty(patient.Refused);
    }

    [Fact]
    public async Task Who_wants_other_details_types_them_as_ever()
    {
        await using var patient = await clinic.Visitor();
        await Booked(patient, day: 15, kind: "established");
        await patient.Press("a.btn[href^='/m/']");
        await patient.Press(".acts a[href$='/again']");
        await patient.Press("main form button");
        await patient.SayWhatFor();
        await patient.Press(".wiz-end button[value=go]");
        await patient.Hold(day: 16, time: 0);

        await patient.Press("button[value=others]");
        await patient.Page.WaitForSelectorAsync("#phone");
        await patient.TypeDetails(first: "Grace");
        await patient.Book();

        await patient.At("**/book/done");
    }

    [Theory]
    [InlineData(true, "en-US")]
    [InlineData(false, "es-MX")]
    public async Task A_visit_booked_without_the_questions_gets_them_by_its_link(bool scripts, string language)
    {
        await using var patient = await clinic.Visitor(scripts: scripts, language: language);
        var link = await BookedElsewhere(patient, "Elena");
        await patient.Open(link);
        await Checked(patient, "visit", scripts);

        await patient.Press("main a[href$='/questions']");
        await Checked(patient, "questions", scripts);
        await patient.Press("main form button");
        await patient.At("**/book/concern");
        Assert.Equal(0, await patient.Page.Locator(".steps").CountAsync());
        await patient.Page.Locator("input[name=concern][value=skin_check]").CheckAsync();
        await patient.Press("#concern button[value=go]");
        await patient.AnswerAll("no");

        await patient.Page.WaitForURLAsync(url => url.Contains("/m/", StringComparison.Ordinal));
        await patient.Settle();
        Assert.Contains(language == "en-US" ? "Your answers are with the clinic" : "La clínica tiene sus respuestas", await patient.Page.InnerTextAsync(".notice"), StringComparison.Ordinal);
        Assert.Equal(0, await patient.Page.Locator("main a[href$='/questions']").CountAsync());
        Assert.Empty(patient.Refused);
    }

    [Fact]
    public async Task An_alarming_answer_for_a_visit_that_stands_leads_to_help()
    {
        await using var patient = await clinic.Visitor();
        var link = await BookedElsewhere(patient, "Irma");
        await patient.Open(link + "/questions");
        await patient.Press("main form button");
        await patient.Page.Locator("#words").FillAsync("My lips are swollen and I can't breathe");

        await patient.Press("#concern button[value=go]");

        await patient.At("**/book/help");
        Assert.Equal("Call 911 now", (await patient.Heading()).Trim());

        // Whoever comes back to the visit finds the numbers, and a way to answer anew.
        await patient.Open(link);
        await patient.AssertAccessible("visit with an alarm");
        Assert.Equal("tel:911", await patient.Page.Locator("main .btn").First.GetAttributeAsync("href"));
        await patient.Press(".visit-help a[href$='/questions']");
        await patient.AssertAccessible("answer again");
        await patient.Press("main form button");
        await patient.At("**/book/concern");

        // A new question is shown where it is, and takes the focus.
        await patient.Page.Locator("input[name=concern][value=infection]").CheckAsync();
        await patient.Page.Locator("#words").FillAsync("It is hot and there is pus");
        await patient.Press("#concern button[value=go]");
        await patient.Page.Locator(".ask input[value=no]").First.WaitForAsync();
        foreach (var choice in await patient.Page.Locator(".ask input[value=no]").AllAsync())
        {
            await choice.CheckAsync();
        }

        await patient.Page.Locator("#q-infected input[value=yes]").CheckAsync();
        await patient.Page.Locator("#q-fever input[value=yes]").CheckAsync();
        await patient.Press("#questions button[value=go]");
        await Assertions.Expect(patient.Page.Locator("#questions .notice")).ToBeFocusedAsync();
        await Assertions.Expect(patient.Page.Locator("#questions .notice")).ToContainTextAsync("One more question");
        await patient.AssertAccessible("one more question");
    }

    private static async Task SaysTheSame(Visitor parent)
    {
        await parent.SayWhoComes(visitFor: "child");
        await parent.Page.Locator("#age").FillAsync("6");
        await parent.SayWhatFor();
        await parent.PickVisit("Full-body skin check");
        await parent.At("**/book/time*");
    }

    private static async Task Booked(Visitor visitor, int day, string kind = "new")
    {
        await visitor.Open("/demo/book");
        await visitor.SayWhoComes(kind: kind);
        await visitor.SayWhatFor();
        await visitor.PickVisit("Full-body skin check");
        await visitor.At("**/book/time*");
        await visitor.Hold(day, time: 2);
        await visitor.TypeDetails();
        await visitor.Book();
        await visitor.At("**/book/done");
    }

    /// <summary>As a widget books: through the API, without the questions. The address of its private page.</summary>
    private static async Task<string> BookedElsewhere(Visitor visitor, string first)
    {
        var api = visitor.Page.Context.APIRequest;
        var types = (await (await api.GetAsync("/api/v1/clinics/demo/appointment-types?category=medical")).JsonAsync())!.Value.GetProperty("items");
        var type = types.EnumerateArray().First(item => item.GetProperty("name").GetString() == "Rash visit").GetProperty("id").GetString();
        var free = await (await api.GetAsync($"/api/v1/clinics/demo/availability?appointmentTypeId={type}&from=2026-12-07&to=2026-12-20&patientKind=new")).JsonAsync();
        var start = free!.Value.GetProperty("days")[first.Length].GetProperty("slots")[0].GetProperty("start").GetString();
        var answer = await api.PostAsync("/api/v1/clinics/demo/appointments", new APIRequestContextOptions
        {
            DataObject = new
            {
                appointmentTypeId = type,
                start,
                patientKind = "new",
                patient = new { firstName = first, lastName = "Vega", dateOfBirth = "1990-02-03", phone = "(646) 555-0142" },
            },
        });
        Assert.True(answer.Status == 201, await answer.TextAsync());
        return "/m/" + (await answer.JsonAsync())!.Value.GetProperty("manageToken").GetString();
    }

    private static Task Checked(Visitor visitor, string where, bool scripts) => scripts ? visitor.AssertAccessible(where) : Task.CompletedTask;
}

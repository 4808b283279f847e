using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using DermSchedule.Tests.Files;
using DermSchedule.Web.Tests.Infrastructure;
using Xunit;

namespace DermSchedule.Web.Tests.Files;

/// <summary>Insurance cards over HTTP: statuses, headers, limits, and what the link may and may not.</summary>
public sealed class InsuranceCardTests
{
    [Fact]
    public async Task A_card_is_sent_by_the_link_and_looked_at_by_the_staff_only()
    {
        await using var server = await CardServer.Start();
        using var form = CardServer.Form(("front", TestPictures.JpegWith(TestPictures.Exif(TestPictures.Tiff(1)))), ("back", TestPictures.Png()));

        using var sent = await server.Patient.PostAsync(CardServer.Cards, form);

        Assert.Equal(HttpStatusCode.Created, sent.StatusCode);
        var cards = await sent.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("image/jpeg 32 16", $"{cards.GetProperty("front").GetProperty("contentType")} {cards.GetProperty("front").GetProperty("width")} {cards.GetProperty("front").GetProperty("height")}");
        Assert.Equal(["insurance_back", "insurance_front"], (await server.List(server.Patient)).Select(item => item.GetProperty("purpose").GetString()).Order(StringComparer.Ordinal));
        Assert.All(await server.List(server.Patient), item => Assert.Equal(JsonValueKind.Null, item.GetProperty("url").ValueKind));
        using var byPatient = await server.Patient.GetAsync($"/api/v1/files/{cards.GetProperty("back").GetProperty("id")}");
        Assert.Equal(HttpStatusCode.Forbidden, byPatient.StatusCode);
        using var picture = await server.Owner.GetAsync((await server.List(server.Owner))[0].GetProperty("url").GetString());
        Assert.Equal(HttpStatusCode.OK, picture.StatusCode);
        Assert.False(TestPictures.Sings(await picture.Content.ReadAsByteArrayAsync()));
    }

    [Fact]
    public async Task A_picture_leaves_with_headers_that_let_nobody_keep_or_run_it()
    {
        await using var server = await CardServer.Start();
        var id = await server.Sends();

        using var picture = await server.Owner.GetAsync($"/api/v1/files/{id}");

        Assert.Equal("image/jpeg", picture.Content.Headers.ContentType?.ToString());
        Assert.Equal("attachment", picture.Content.Headers.ContentDisposition?.ToString());
        Assert.Equal("no-store", picture.Headers.CacheControl?.ToString());
        Assert.Equal("nosniff", Assert.Single(picture.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("sandbox", Assert.Single(picture.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forged_or_old_address_is_forbidden_and_none_at_all_is_unauthenticated()
    {
        await using var server = await CardServer.Start();
        await server.Sends();
        var url = (await server.List(server.Owner))[0].GetProperty("url").GetString()!;
        using var nobody = server.Server.CreateClient();

        using var unsigned = await nobody.GetAsync(url);
        using var forged = await server.Owner.GetAsync(url[..^4] + "AAAA");
        using var old = await server.Owner.GetAsync(url.Replace("expires=", "expires=1", StringComparison.Ordinal));

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (unsigned.StatusCode, forged.StatusCode, old.StatusCode));
        Assert.Equal("forbidden", await ProblemAnswer.Code(forged));
    }

    [Fact]
    public async Task What_is_on_the_disk_is_no_picture_and_goes_when_the_patient_takes_it_back()
    {
        await using var server = await CardServer.Start();
        var id = await server.Sends(TestPictures.JpegWith(TestPictures.Segment(0xFE, TestPictures.Text(TestPictures.Canary))));
        var file = Assert.Single(Directory.GetFiles(server.Uploads, "*", SearchOption.AllDirectories));
        var bytes = await File.ReadAllBytesAsync(file);

        using var removed = await server.Patient.DeleteAsync($"{server.Files}/{id}");
        using var again = await server.Patient.DeleteAsync($"{server.Files}/{id}");

        Assert.Null(DermSchedule.Files.PictureHeader.Read(bytes));
        Assert.False(TestPictures.Sings(bytes));
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NotFound), (removed.StatusCode, again.StatusCode));
        Assert.Empty(await server.List(server.Patient));
        await server.Carries("file.erase", $"{id}/gone");
        Assert.False(File.Exists(file));
    }

    [Fact]
    public async Task What_cannot_be_taken_is_refused_with_what_would_be()
    {
        await using var server = await CardServer.Start();

        Assert.Equal((415, "unsupported_media"), await Refused(server, CardServer.Form(("front", TestPictures.Eicar))));
        Assert.Equal((415, "unsupported_media"), await Refused(server, CardServer.Form(("front", []))));
        Assert.Equal((415, "unsupported_media"), await Refused(server, CardServer.Form(("front", TestPictures.Jpeg), ("back", TestPictures.Text("%PDF-1.7")))));
        Assert.Equal((413, "payload_too_large"), await Refused(server, CardServer.Form(("front", [.. TestPictures.Jpeg, .. new byte[10 * 1024 * 1024]]))));
        Assert.Equal((415, "unsupported_media"), await Refused(server, JsonContent.Create(new { front = "x" })));
        Assert.Equal((400, "validation_failed"), await Refused(server, CardServer.Form(("back", TestPictures.Jpeg))));
        Assert.Equal((400, "validation_failed"), await Refused(server, CardServer.Form(("front", TestPictures.Jpeg), ("front", TestPictures.Jpeg))));
        Assert.Equal((400, "validation_failed"), await Refused(server, Raw("--b\r\nContent-Disposition: form-data; name=\"front\"; filename=\"x\"\r\n\r\nabc")));
        Assert.Equal((400, "validation_failed"), await Refused(server, Raw("")));
        Assert.Empty(await server.List(server.Patient));
    }

    /// <summary>The whole way: form, judgement, cleaning, sealing, disk, and back to the staff.</summary>
    [Fact]
    public async Task Every_hostile_file_gets_its_answer_and_nothing_of_it_stays_on_the_disk_or_comes_back()
    {
        await using var server = await CardServer.Start();
        var wrong = new List<string>();

        foreach (var file in HostileCorpus.All)
        {
            using var form = CardServer.Form(("front", file.Content));
            using var answer = await server.Patient.PostAsync(CardServer.Cards, form);
            var expected = file.Fate switch { Fate.Kept => HttpStatusCode.Created, Fate.NotTaken => HttpStatusCode.UnsupportedMediaType, _ => HttpStatusCode.RequestEntityTooLarge };
            wrong.AddRange(answer.StatusCode == expected ? [] : [$"{file}: {(int)answer.StatusCode}"]);

            if (answer.IsSuccessStatusCode)
            {
                var id = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("front").GetProperty("id").GetString()!;
                var stored = await File.ReadAllBytesAsync(Assert.Single(Directory.GetFiles(server.Uploads, id.Replace("-", "", StringComparison.Ordinal), SearchOption.AllDirectories)));
                var shown = await server.Owner.GetByteArrayAsync($"/api/v1/files/{id}");
                wrong.AddRange(DermSchedule.Files.PictureHeader.Read(stored) is null && !TestPictures.Sings(stored) && !TestPictures.Sings(shown) ? [] : [$"{file}: something of it is left"]);
            }
        }

        Complaints.None(wrong);
    }

    [Fact]
    public async Task A_missing_front_is_named()
    {
        await using var server = await CardServer.Start();
        using var form = CardServer.Form(("other", TestPictures.Jpeg));

        using var answer = await server.Patient.PostAsync(CardServer.Cards, form);

        Assert.Equal("front", Assert.Single((await ProblemAnswer.Errors(answer)).EnumerateObject()).Name);
    }

    [Fact]
    public async Task A_body_beyond_both_sides_is_cut_off()
    {
        await using var server = await CardServer.Start();
        using var form = CardServer.Form(("other", new byte[21 * 1024 * 1024]), ("front", TestPictures.Jpeg));

        using var request = new HttpRequestMessage(HttpMethod.Post, CardServer.Cards) { Content = form };

        // Asks before it sends: whoever does not may find the connection closed while still sending.
        request.Headers.ExpectContinue = true;
        using var answer = await server.Patient.SendAsync(request);

        Assert.Equal("payload_too_large", await ProblemAnswer.Code(answer));
    }

    [Fact]
    public async Task Another_clinic_an_unknown_link_and_the_staff_find_no_such_address()
    {
        await using var server = await CardServer.Start();
        using var form = CardServer.Form(("front", TestPictures.Jpeg));
        using var byStaff = CardServer.Form(("front", TestPictures.Jpeg));

        using var elsewhere = await server.Patient.PostAsync("/api/v1/clinics/no-such-clinic/insurance-cards", form);
        using var staff = await server.Owner.PostAsync(CardServer.Cards, byStaff);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.Forbidden), (elsewhere.StatusCode, staff.StatusCode));
    }

    [Fact]
    public async Task A_repeat_with_its_key_gets_the_same_answer_and_another_picture_under_that_key_none()
    {
        await using var server = await CardServer.Start();

        var first = await Keyed(server, TestPictures.Jpeg);
        var repeat = await Keyed(server, TestPictures.Jpeg);
        var other = await Keyed(server, TestPictures.Png());

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created, HttpStatusCode.UnprocessableEntity), (first.Status, repeat.Status, other.Status));
        Assert.Equal(first.Body, repeat.Body);
        Assert.Single(await server.List(server.Patient));
    }

    [Fact]
    public async Task A_scanner_that_is_set_up_is_asked()
    {
        await using var clamd = new SmallClamd("stream: Eicar-Test-Signature FOUND");
        await using var server = await CardServer.Start($"Files:ClamAv=127.0.0.1:{clamd.Listening}");

        Assert.Equal((415, "unsupported_media"), await Refused(server, CardServer.Form(("front", TestPictures.Jpeg))));
        Assert.Empty(await server.List(server.Patient));
    }

    [Fact]
    public async Task No_name_of_a_file_and_no_word_in_it_reaches_a_log()
    {
        await using var server = await CardServer.Start();
        await server.Sends();
        await Refused(server, CardServer.Form(("front", TestPictures.Text(TestPictures.Canary))));

        Assert.DoesNotContain(server.Server.Log.Lines, line => line.Contains("card.php", StringComparison.Ordinal) || line.Contains(TestPictures.Canary, StringComparison.Ordinal));
    }

    private static async Task<(int Status, string Code)> Refused(CardServer server, HttpContent content)
    {
        using (content)
        {
            using var answer = await server.Patient.PostAsync(CardServer.Cards, content);
            return ((int)answer.StatusCode, await ProblemAnswer.Code(answer));
        }
    }

    private static async Task<(HttpStatusCode Status, string Body)> Keyed(CardServer server, byte[] front)
    {
        using var form = CardServer.Form(("front", front));
        using var request = new HttpRequestMessage(HttpMethod.Post, CardServer.Cards) { Content = form };
        request.Headers.Add("Idempotency-Key", "one-card");
        using var answer = await server.Patient.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static ByteArrayContent Raw(string text)
    {
        var content = new ByteArrayContent(Encoding.ASCII.GetBytes(text));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");
        return content;
    }
}

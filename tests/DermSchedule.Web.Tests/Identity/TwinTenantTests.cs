using System.Net;
using System.Text.Json;
using DermSchedule.Kernel;
using Xunit;

namespace DermSchedule.Web.Tests.Identity;

/// <summary>
/// No practice reaches into another (domain.md 1): every route that takes an id, called with the id of the twin's record, answers as if there
/// were no such record. Read off the routes, so a route added later is tried as well.
/// </summary>
public sealed class TwinTenantTests(TwinServer server) : IClassFixture<TwinServer>
{
    private const string NoSuchId = "01900000-0000-7000-8000-00000000dead";

    // Where the body is checked before the record is looked for, a good one is sent, about the caller's own clinic.
    private static readonly Dictionary<string, string> Bodies = new(StringComparer.Ordinal)
    {
        ["RescheduleAppointment"] = """{ "start": "2030-03-01T15:00:00Z" }""",
        ["AnswerQuestions"] = """{ "patientKind": "new", "category": "medical", "symptoms": "a rash" }""",
        ["ChangeAppointment"] = """{ "notes": "moved" }""",
        ["CancelAppointment"] = """{ "reason": "clinic" }""",
        ["SetClinicHours"] = """{ "weekly": [] }""",
        ["SetClinicHolidays"] = """{ "items": [] }""",
        ["SetProviderSchedule"] = """{ "clinicId": "(clinic)", "effectiveFrom": "2030-01-01", "weekly": [{ "day": "monday", "start": "09:00", "end": "17:00" }] }""",
        ["SetDateOverride"] = """{ "clinicId": "(clinic)", "date": "2030-01-07", "windows": [] }""",
        ["RejectTriageRules"] = """{ "reason": "not now" }""",
        ["AddException"] = """{ "clinicId": "(clinic)", "kind": "time_off", "start": "2030-03-01T15:00:00Z", "end": "2030-03-01T16:00:00Z", "reason": "away" }""",
    };

    private static readonly Dictionary<string, string> Queries = new(StringComparer.Ordinal)
    {
        ["RemoveDateOverride"] = "?clinicId=(clinic)&date=2030-01-07",
    };

    [Fact]
    public async Task Staff_find_nothing_of_the_twin_practice()
    {
        var (owner, foreign) = (server.One.Tokens[Role.Owner], server.Two);
        var wrong = new List<string>();

        foreach (var route in ById())
        {
            using var reached = await server.Send(route, owner, name => foreign.Records[WordOf(route, name)], Body(route), Own(Queries.GetValueOrDefault(route.Name, "")));
            using var unknown = await server.Send(route, owner, _ => NoSuchId, Body(route), Own(Queries.GetValueOrDefault(route.Name, "")));

            if (reached.StatusCode != HttpStatusCode.NotFound || await Text(reached) != await Text(unknown))
            {
                wrong.Add($"{route.Method} {route.Template} answers {(int)reached.StatusCode} for the twin's record and {(int)unknown.StatusCode} for none");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task The_same_ids_lead_somewhere_in_their_own_practice()
    {
        var (owner, own) = (server.Two.Tokens[Role.Owner], server.Two);

        // Reads only: they leave the twin as it is for the other tests.
        foreach (var route in ById().Where(route => route.Method == "GET"))
        {
            using var answer = await server.Send(route, owner, name => own.Records[WordOf(route, name)]);

            Assert.True(answer.IsSuccessStatusCode, $"{route.Template} answers {(int)answer.StatusCode}");
        }
    }

    [Fact]
    public async Task A_patient_finds_nothing_but_the_own_visit()
    {
        foreach (var route in server.Routes.Where(route => route.Access is { Patient: true } && route.Ids is [(_, "appointments")]))
        {
            using var answer = await server.Send(route, server.One.PatientToken, _ => server.Two.Records["appointments"], Body(route));

            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{route.Method} {route.Template} answers {(int)answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Lists_show_nothing_of_the_twin_practice()
    {
        var foreign = server.Two.Records.Values.Append(server.Two.Practice.ToString()).Append(server.Two.Slug).ToList();

        foreach (var route in server.Routes.Where(route => route is { Method: "GET", Pattern.Parameters.Count: 0, Access.Anyone: false } && route.Access.Roles.Contains(Role.Owner)))
        {
            using var answer = await server.Send(route, server.One.Tokens[Role.Owner], _ => "");
            var text = await Text(answer);

            Assert.All(foreign, id => Assert.DoesNotContain(id, text, StringComparison.OrdinalIgnoreCase));
        }
    }

    private IEnumerable<ApiRoute> ById()
    {
        var routes = server.Routes.Where(route => route.Access is { Anyone: false } access && access.Roles.Contains(Role.Owner) && route.Ids.Count > 0).ToList();
        Assert.NotEmpty(routes);
        return routes;
    }

    private string WordOf(ApiRoute route, string parameter)
    {
        var word = route.Ids.FirstOrDefault(id => id.Parameter == parameter).Word;
        Assert.True(word is not null && server.Two.Records.ContainsKey(word), $"{route.Template}: give each twin a record for {{{parameter}}}.");
        return word;
    }

    private string Body(ApiRoute route) => Own(Bodies.GetValueOrDefault(route.Name, "{}"));

    private string Own(string text) => text.Replace("(clinic)", server.One.Records["clinics"], StringComparison.Ordinal);

    // The trace differs from request to request.
    private static async Task<string> Text(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        return answer.Content.Headers.ContentType?.MediaType == "application/problem+json"
            ? string.Join('|', JsonDocument.Parse(text).RootElement.EnumerateObject().Where(member => member.Name != "traceId").Select(member => member.ToString()))
            : text;
    }
}

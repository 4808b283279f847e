using System.Globalization;
using System.Text;
using NodaTime.Text;

namespace DermSchedule.Audit;

/// <summary>The trail as RFC 4180 rows for a spreadsheet. Values of changes stay out: a spreadsheet is no place for them.</summary>
internal static class AuditCsv
{
    private const string Header = "seq,id,at,actor_kind,actor_id,session_id,action,entity_type,entity_id,patient_id,route,address,reason,subjects,content_hash,hash";

    public static async Task Write(IAsyncEnumerable<AuditView> lines, Stream stream)
    {
        await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\r\n" };
        await writer.WriteLineAsync(Header);

        await foreach (var line in lines)
        {
            await writer.WriteLineAsync(string.Join(',', Cells(line).Select(Cell)));
        }
    }

    /// <summary>Quoted where needed; a text that a spreadsheet would run as a formula gets an apostrophe in front.</summary>
    internal static string Cell(string? value)
    {
        var text = value ?? "";

        if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r')
        {
            text = "'" + text;
        }

        return text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static IEnumerable<string?> Cells(AuditView line) =>
    [
        line.Seq?.ToString(CultureInfo.InvariantCulture),
        line.Id.ToString(),
        InstantPattern.ExtendedIso.Format(line.At),
        Words.Of(line.Actor.Kind),
        line.Actor.Id?.ToString(),
        line.Actor.SessionId?.ToString(),
        line.Action,
        line.EntityType,
        line.EntityId?.ToString(),
        line.PatientId?.ToString(),
        line.Route,
        line.Address,
        line.Reason,
        string.Join(' ', line.Subjects.Select(subject => subject.EntityId)),
        line.ContentHash,
        line.Hash,
    ];
}

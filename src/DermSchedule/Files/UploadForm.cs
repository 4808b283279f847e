using System.Security.Cryptography;
using System.Text;
using DermSchedule.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace DermSchedule.Files;

/// <summary>One file of a form, while it streams by.</summary>
/// <param name="Name">Of the part.</param>
/// <param name="Upload">Read it before the next one comes.</param>
/// <param name="Fields">Short texts that came before it.</param>
public sealed record UploadPart(string Name, Upload Upload, IReadOnlyDictionary<string, string> Fields)
{
    public override string ToString() => Name;
}

/// <summary>
/// Reads <c>multipart/form-data</c> part by part: no more than one file is ever in memory, and nothing of it in a temporary folder. Parts that nobody
/// asked for are passed over.
/// </summary>
public static class UploadForm
{
    private const int MostParts = 20;
    private const int LongestField = 500;
    private const int LongestBoundary = 100;

    /// <summary>Around the files of a form: boundaries, headers, short texts.</summary>
    public const int Around = 64 * 1024;

    /// <summary>
    /// What <paramref name="take"/> made of each named file. Call it before the unit of work: it also tells the <c>Idempotency-Key</c> of the request what
    /// was sent.
    /// </summary>
    public static async Task<Result<IReadOnlyDictionary<string, T>>> Read<T>(
        HttpRequest request, IReadOnlyCollection<string> names, Func<UploadPart, Task<Result<T>>> take, CancellationToken ct)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 and <= LongestBoundary } boundary)
        {
            return FilesRefusals.NotAForm;
        }

        try
        {
            using var sent = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            sent.AppendData(Encoding.UTF8.GetBytes($"{request.Path.Value}\n{request.QueryString.Value}\n"));
            var reader = new MultipartReader(boundary.ToString(), request.Body) { HeadersCountLimit = 8, HeadersLengthLimit = 4 * 1024 };
            var form = await Parts(reader, names, take, sent, ct);
            request.HttpContext.RequestServices.GetService<IdempotentRequest>()?.ArmAwaited(sent.GetHashAndReset());
            return form;
        }
        catch (BadHttpRequestException refused) when (refused.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return FilesRefusals.TooLarge;
        }
        catch (Exception broken) when (broken is InvalidDataException || (broken is IOException and not BadHttpRequestException && !request.HttpContext.RequestAborted.IsCancellationRequested))
        {
            return Refusals.ValidationFailed.Saying("The form ends too early, or is not well formed.");
        }
    }

    private static async Task<Result<IReadOnlyDictionary<string, T>>> Parts<T>(
        MultipartReader reader, IReadOnlyCollection<string> names, Func<UploadPart, Task<Result<T>>> take, IncrementalHash sent, CancellationToken ct)
    {
        var taken = new Dictionary<string, T>(StringComparer.Ordinal);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);

        for (var count = 1; await reader.ReadNextSectionAsync(ct) is { } section; count++)
        {
            if (count > MostParts)
            {
                return Refusals.ValidationFailed.Saying("The form has too many parts.");
            }

            if (section.GetContentDispositionHeader() is not { } disposition || HeaderUtilities.RemoveQuotes(disposition.Name).Value is not { Length: > 0 and <= LongestField } name)
            {
                continue;
            }

            if (!names.Contains(name, StringComparer.Ordinal))
            {
                await Text(section, name, fields, sent, ct);
                continue;
            }

            // A browser sends an empty part for a field in which nothing was picked.
            if (disposition.FileName.HasValue && HeaderUtilities.RemoveQuotes(disposition.FileName).Length == 0)
            {
                continue;
            }

            if (taken.ContainsKey(name))
            {
                return Refusals.Field(name, "Send one file under this name.");
            }

            sent.AppendData(Encoding.UTF8.GetBytes(name + "\n"));
            var upload = new Upload(new WatchedStream(section.Body, sent), section.ContentType, disposition.FileName.Value);

            if ((await take(new UploadPart(name, upload, fields))).IsRefused(out var refusal, out var answer))
            {
                return refusal;
            }

            taken[name] = answer;
        }

        return taken;
    }

    /// <summary>A short text beside the files; a longer one, or a file nobody asked for, is passed over.</summary>
    private static async Task Text(MultipartSection section, string name, Dictionary<string, string> fields, IncrementalHash sent, CancellationToken ct)
    {
        var buffer = new byte[LongestField + 1];
        var length = await section.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct);

        if (length <= LongestField)
        {
            var text = Encoding.UTF8.GetString(buffer, 0, length);
            fields[name] = text.Replace("\0", "", StringComparison.Ordinal);
            sent.AppendData(Encoding.UTF8.GetBytes($"{name}={text}\n"));
        }
    }
}

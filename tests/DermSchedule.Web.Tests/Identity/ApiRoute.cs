using DermSchedule.Kernel;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace DermSchedule.Web.Tests.Identity;

/// <summary>A route of the contract as tests see it: nothing here is written down, all is read off the running server.</summary>
internal sealed record ApiRoute(string Method, RoutePattern Pattern, string Name, Access? Access, bool BypassesTheRule)
{
    public string Template => "/" + Pattern.RawText!.Trim('/');

    /// <summary>The words before <c>{id}</c> parameters: which kind of record each names.</summary>
    public IReadOnlyList<(string Parameter, string Word)> Ids
    {
        get
        {
            var parts = Template.Split('/');
            return [.. parts.Skip(1).Zip(parts).Where(pair => pair.First.StartsWith('{')).Select(pair => (pair.First.Trim('{', '}').Split(':')[0], pair.Second))
                .Where(pair => pair.Item1.EndsWith("id", StringComparison.OrdinalIgnoreCase))];
        }
    }

    public static IReadOnlyList<ApiRoute> All(IEnumerable<EndpointDataSource> sources) => [.. sources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith("api/", StringComparison.Ordinal))
        .SelectMany(Of)
        .DistinctBy(route => (route.Method, route.Template))
        .OrderBy(route => route.Template, StringComparer.Ordinal).ThenBy(route => route.Method, StringComparer.Ordinal)];

    public string Fill(Func<string, string> parameter)
    {
        var words = Template;

        foreach (var name in Pattern.Parameters.Select(part => part.Name))
        {
            var start = words.IndexOf("{" + name, StringComparison.Ordinal);
            words = words[..start] + Uri.EscapeDataString(parameter(name)) + words[(words.IndexOf('}', start) + 1)..];
        }

        return words;
    }

    private static IEnumerable<ApiRoute> Of(RouteEndpoint endpoint) =>
        (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["ANY"]).Select(method => new ApiRoute(
            method,
            endpoint.RoutePattern,
            endpoint.Metadata.GetMetadata<EndpointNameMetadata>()?.EndpointName ?? "",
            endpoint.Metadata.GetMetadata<Access>(),
            endpoint.Metadata.Any(item => item is Microsoft.AspNetCore.Authorization.IAllowAnonymous or Microsoft.AspNetCore.Authorization.IAuthorizeData)));
}

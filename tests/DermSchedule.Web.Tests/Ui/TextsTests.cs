using System.Reflection;
using DermSchedule.Web.Ui;
using Xunit;

namespace DermSchedule.Web.Tests.Ui;

/// <summary>Nobody reads half a page in another language.</summary>
public sealed class TextsTests
{
    // The same in both languages: names of languages and programs.
    private static readonly HashSet<string> Alike = new(StringComparer.Ordinal) { "LanguageName", "PageTitle", "ShortMinutes", "Code" };

    public static TheoryData<string> Names() => [.. Members().Select(member => member.Name).Distinct(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_text_is_said_in_both_languages(string name)
    {
        foreach (var member in Members().Where(member => member.Name == name))
        {
            var english = Say(member, new Texts(Language.English));
            var spanish = Say(member, new Texts(Language.Spanish));

            Assert.All(english.Concat(spanish), text => Assert.False(string.IsNullOrWhiteSpace(text)));

            if (!Alike.Contains(name))
            {
                Assert.NotEqual(english, spanish);
            }
        }
    }

    [Theory]
    [InlineData("es-MX", Language.Spanish)]
    [InlineData("en", Language.English)]
    [InlineData("ES", Language.Spanish)]
    public void A_language_is_known_by_its_first_part(string code, Language language) => Assert.Equal(language, Texts.Of(code));

    [Theory]
    [InlineData("fr")]
    [InlineData("")]
    [InlineData(null)]
    public void An_unknown_language_is_nobodys(string? code) => Assert.Null(Texts.Of(code));

    private static IEnumerable<MemberInfo> Members() => typeof(Texts).GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Where(member => member is PropertyInfo { PropertyType: var type } ? type == typeof(string)
            : member is MethodInfo { IsSpecialName: false } method && (method.ReturnType == typeof(string) || method.ReturnType == typeof((string, string))));

    private static List<string> Say(MemberInfo member, Texts texts)
    {
        var said = member switch
        {
            PropertyInfo property => property.GetValue(texts),
            MethodInfo method => method.Invoke(texts, [.. method.GetParameters().Select(Sample)]),
            _ => null,
        };
        return said is ValueTuple<string, string>(var head, var text) ? [head, text] : [(string)said!];
    }

    private static object? Sample(ParameterInfo parameter) => (parameter.Name, parameter.ParameterType) switch
    {
        ("code", _) => "slot_taken",
        ("relationship", _) => "parent",
        ("payer", _) => "self_pay",
        ("status", _) => 404,
        (_, { } type) when type == typeof(string) => "x",
        (_, { } type) when type == typeof(int) => 5,
        (_, { IsValueType: true } type) => Activator.CreateInstance(type),
        _ => null,
    };
}

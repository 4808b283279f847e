using System.Text.Json;

namespace DermSchedule.Kernel;

/// <summary>Enum values as the snake_case words of the contract and of the database: <c>CheckedIn</c> is <c>checked_in</c>.</summary>
public static class Words
{
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => Table<TEnum>.ByValue[value];

    /// <summary>The value of a word that we wrote ourselves; an unknown one is a bug and throws.</summary>
    public static TEnum Read<TEnum>(string word)
        where TEnum : struct, Enum => Table<TEnum>.ByWord[word];

    /// <summary>The value of a word that somebody typed.</summary>
    public static bool TryRead<TEnum>(string? word, out TEnum value)
        where TEnum : struct, Enum
    {
        value = default;
        return word is not null && Table<TEnum>.ByWord.TryGetValue(word, out value);
    }

    public static IReadOnlyCollection<string> All<TEnum>()
        where TEnum : struct, Enum => Table<TEnum>.ByWord.Keys;

    private static class Table<TEnum>
        where TEnum : struct, Enum
    {
        public static readonly Dictionary<TEnum, string> ByValue =
            Enum.GetValues<TEnum>().ToDictionary(value => value, value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()));

        public static readonly Dictionary<string, TEnum> ByWord = ByValue.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
    }
}

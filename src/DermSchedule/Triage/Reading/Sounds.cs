using System.Text;

namespace DermSchedule.Triage;

/// <summary>
/// How a Spanish word sounds, so that spelling by ear finds it: b and v, s, z and soft c, ll and y, j and soft g are the same, h is silent, and double letters count once
/// ("kiero" is "quiero", "bida" is "vida"). English words have a key as well; it does no harm, since a word that is known is never looked up by ear.
/// </summary>
internal static class Sounds
{
    public const int Shortest = 3;

    public static string Of(string word)
    {
        var sound = new StringBuilder(word.Length);
        for (var i = 0; i < word.Length; i++)
        {
            var next = i + 1 < word.Length ? word[i + 1] : ' ';
            var isSoft = next is 'e' or 'i';
            var letter = word[i] switch
            {
                'h' when i > 0 && word[i - 1] == 'c' => 'h',
                'h' => ' ',
                'v' => 'b',
                'z' or 'x' => 's',
                'c' when isSoft => 's',
                'c' when next != 'h' => 'k',
                'q' => 'k',
                'u' when i > 0 && word[i - 1] is 'q' or 'g' && isSoft => ' ',
                'l' when next == 'l' => 'y',
                'l' when i > 0 && word[i - 1] == 'l' => ' ',
                'g' when isSoft => 'j',
                var other => other,
            };
            if (letter != ' ' && (sound.Length == 0 || sound[^1] != letter))
            {
                sound.Append(letter);
            }
        }

        return sound.ToString();
    }
}

namespace DermSchedule.Consents;

/// <summary>
/// The one place of the words in which we ask for consent. The booking pages show them and the ledger keeps them, so they cannot differ. A change of words is a
/// new version at the end of the list; old ones stay, because a page that was opened before an update still shows them.
/// </summary>
public static class ConsentTexts
{
    /// <summary>Versions of the question whether texts about a visit may be sent, oldest first; <c>{0}</c> is the clinic's name.</summary>
    public static IReadOnlyList<ConsentWording> VisitTexts { get; } =
    [
        new(
            1,
            "{0} may text this number about this visit: to confirm it and when it changes. Message and data rates may apply. Reply STOP to end, HELP for help. You can book without it.",
            "{0} puede enviar mensajes de texto a este número sobre esta visita: para confirmarla y si cambia. Pueden aplicarse tarifas de mensajes y datos. Responda STOP para terminar, HELP para ayuda. Puede reservar sin esto."),
        new(
            2,
            "{0} may text the phone number of your other visit about this visit: to confirm it and when it changes. Message and data rates may apply. Reply STOP to end, HELP for help. You can book without it.",
            "{0} puede enviar mensajes de texto al número de teléfono de su otra visita sobre esta visita: para confirmarla y si cambia. Pueden aplicarse tarifas de mensajes y datos. Responda STOP para terminar, HELP para ayuda. Puede reservar sin esto.")
        {
            OfOtherVisit = true,
        },
    ];

    /// <summary>What is asked today beside the field for the number.</summary>
    public static ConsentWording Today { get; } = VisitTexts.Last(wording => !wording.OfOtherVisit);

    /// <summary>What is asked today where no number is on the page: it is the one of the visit that this one follows.</summary>
    public static ConsentWording TodayOfOtherVisit { get; } = VisitTexts.Last(wording => wording.OfOtherVisit);

    /// <summary>The words that a form says it showed, by their mark (<see cref="ConsentText.Mark"/>); null when it names none of ours.</summary>
    public static ConsentText? Shown(string? mark, string clinic)
    {
        foreach (var wording in VisitTexts)
        {
            foreach (var text in new[] { wording.In("en", clinic), wording.In("es", clinic) })
            {
                if (string.Equals(text.Mark, mark, StringComparison.Ordinal))
                {
                    return text;
                }
            }
        }

        return null;
    }
}

/// <summary>One version of the words, in both languages.</summary>
public sealed record ConsentWording(int Version, string English, string Spanish)
{
    /// <summary>It names the number of another visit, which the page does not show; else it stands beside the number.</summary>
    public bool OfOtherVisit { get; init; }

    /// <param name="language"><c>es</c>; everything else is English.</param>
    /// <param name="clinic">Its name, as patients know it.</param>
    public ConsentText In(string language, string clinic) => string.Equals(language, "es", StringComparison.Ordinal)
        ? new ConsentText(Version, "es", Spanish.Replace("{0}", clinic, StringComparison.Ordinal))
        : new ConsentText(Version, "en", English.Replace("{0}", clinic, StringComparison.Ordinal));
}

/// <summary>Words as somebody reads them.</summary>
public sealed record ConsentText(int Version, string Language, string Words)
{
    /// <summary>By which a form says what it showed: <c>1.en</c>.</summary>
    public string Mark => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Version}.{Language}");
}

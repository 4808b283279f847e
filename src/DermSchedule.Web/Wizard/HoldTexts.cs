namespace DermSchedule.Web.Ui;

/// <summary>What is said about a time that is kept for a while.</summary>
public sealed partial class Texts
{
    public string HeldUntil(string time) => Say($"Held until {time}", $"Suya hasta {The(time)}");

    public string MoreTime => Say("More time", "Más tiempo");

    public string MoreTimeGiven(string time, int left) => left > 0
        ? Say($"You have until {time} now. You can add time once more.", $"Ahora tiene hasta {The(time)} y puede añadir tiempo una vez más.")
        : Say($"You have until {time} now. This was the last time we could add.", $"Ahora tiene hasta {The(time)} y ya no se puede añadir más tiempo.");

    public string NoMoreTimeToAdd => Say("No more time can be added.", "No se puede añadir más tiempo.");

    public string MinutesLeftSpoken(int minutes) => minutes == 1
        ? Say("1 minute left to finish.", "Queda 1 minuto para terminar.")
        : Say($"{minutes} minutes left to finish.", $"Quedan {minutes} minutos para terminar.");

    public string ChosenElsewhere => Say("You chose another time in another tab.", "Eligió otra hora en otra pestaña.");

    public string ChosenElsewhereText(string time) => Say(
        $"It is {time}. Nothing is booked yet: book this time below, or change it.", $"Es {time}. Aún no hay nada reservado: reserve esta hora abajo o cámbiela.");

    public string HoldEnded => Say("Your hold has ended.", "Se acabó el tiempo de reserva.");

    public string StillFree(string time) => Say($"{time} is still free.", $"{time} sigue libre.");

    public string HoldAgain => Say("Hold it again", "Guardarla otra vez");

    public string JustTaken => Say("That time was just taken.", "Alguien acaba de tomar esa hora.");

    public string Closest => Say("These are the closest.", "Estas son las más cercanas.");

    public string NoneClose => Say("There is no other time near it.", "No hay otra hora cercana.");

    public string SeeAllTimes => Say("See all times", "Ver todas las horas");

    public string AnswersKept => Say("Your answers are kept.", "Sus respuestas se conservan.");

    public string NotOffered => Say("This time is not offered for this visit. Choose another.", "Esta hora no se ofrece para esta visita. Elija otra.");

    public string NoMoreTime => Say("This time has been extended twice already. Finish now, or choose it again when it ends.", "Ya se alargó dos veces. Termine ahora o elíjala otra vez cuando acabe.");

    // "hasta la 1:05", "hasta las 2:05".
    private static string The(string time) => (time.StartsWith("1:", StringComparison.Ordinal) ? "la " : "las ") + time;
}

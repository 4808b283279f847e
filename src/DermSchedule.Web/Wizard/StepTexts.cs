using DermSchedule.Triage;

namespace DermSchedule.Web.Ui;

/// <summary>What the steps before the time say: who comes, what it is about, and the questions of triage. Waits for review: docs/translations.md.</summary>
public sealed partial class Texts
{
    public string StepAbout => Say("About you", "Usted");

    public string StepConcern => Say("Concern", "Motivo");

    public string AboutHeading => Say("Let us find the right visit", "Busquemos la visita adecuada");

    public string AboutLead => Say("A few questions first. They take two or three minutes.", "Primero unas preguntas. Toman dos o tres minutos.");

    public string WhoFor => Say("Who is the visit for?", "¿Para quién es la visita?");

    public string ForMyChild => Say("My child", "Mi hijo o hija");

    public string ForSomeoneICareFor => Say("Someone I care for", "Alguien a quien cuido");

    public string NeedFor => Say("Choose who the visit is for.", "Elija para quién es la visita.");

    public string WhichCare => Say("What kind of care?", "¿Qué tipo de atención?");

    public string MedicalHint => Say("Moles, rashes, acne, hair, nails", "Lunares, sarpullidos, acné, cabello, uñas");

    public string CosmeticHint => Say("Laser, peels, wrinkles, fillers", "Láser, peelings, arrugas, rellenos");

    public string NeedCategory => Say("Choose medical or cosmetic.", "Elija médica o estética.");

    public string ConcernHeading => Say("What brings you in?", "¿Cuál es el motivo?");

    public string ConcernHeadingCosmetic => Say("What would you like?", "¿Qué le gustaría?");

    public string ConcernLead => Say("Your answers go to your care team. They do not give a diagnosis.", "Sus respuestas van a su equipo médico. No dan un diagnóstico.");

    public string ChooseClosest => Say("Choose the closest", "Elija lo más parecido");

    public string WhichTreatment => Say("Which treatment?", "¿Qué tratamiento?");

    public string NeedConcern => Say("Choose what it is about, or tell us in your words.", "Elija el motivo o cuéntenos con sus palabras.");

    public string ChildAge => Say("How old is the child?", "¿Qué edad tiene?");

    public string ChildAgeHint => Say("For a baby, choose months. Under one month: 0.", "Para un bebé, elija meses. Menos de un mes: 0.");

    public string NeedAge => Say("Give the age, for example 4 years or 6 months.", "Escriba la edad, por ejemplo 4 años o 6 meses.");

    public string ChildAgeIn => Say("The age is in", "La edad es en");

    public string ChildAgeYears => Say("years", "años");

    public string ChildAgeMonths => Say("months", "meses");

    public string SinceWhen => Say("Since when?", "¿Desde cuándo?");

    public string SinceWhenReaction => Say("If something is bothering you: since when?", "Si algo le molesta: ¿desde cuándo?");

    public string Onset(string since) => since switch
    {
        "hours" => Say("Today", "Hoy"),
        "days" => Say("A few days", "Unos días"),
        "weeks" => Say("A few weeks", "Unas semanas"),
        "months" => Say("Some months", "Algunos meses"),
        "longer" => Say("Longer", "Más tiempo"),
        _ => Say("Not sure", "No lo sé"),
    };

    public string InYourWords => Say("In your words", "Con sus palabras");

    public string InYourWordsHint => Say("What worries you most? One or two sentences are enough.", "¿Qué le preocupa más? Una o dos frases bastan.");

    public string InYourWordsHintCosmetic => Say("What would you like to change? Does anything bother you? One or two sentences are enough.", "¿Qué le gustaría cambiar? ¿Algo le molesta? Una o dos frases bastan.");

    public string InCase => Say("In case we must call you", "Por si tenemos que llamarle");

    public string InCaseHint => Say("We call only if your answers mean that this should not wait.", "Llamamos solo si sus respuestas indican que esto no debe esperar.");

    public string FirstNameOnly => Say("First name", "Nombre");

    public string SavedOnServer => Say(
        "Saved for a day, encrypted, so that you can come back. Nothing is stored in your browser but a key.", "Se guarda un día, cifrado, para que pueda volver. En su navegador solo queda una llave.");

    public string DeleteDraftHint => Say("On a shared computer?", "¿Computadora compartida?");

    public string DeleteDraft => Say("Delete my answers now", "Borrar mis respuestas ahora");

    public string QuestionsHeading => Say("So that nothing is missed", "Para que nada se pase por alto");

    public string QuestionsLead(int count) => count == 1
        ? Say("One question. Choose “Not sure” if you are.", "Una pregunta. Elija «No lo sé» si tiene dudas.")
        : Say($"{count} short questions. Choose “Not sure” if you are.", $"{count} preguntas cortas. Elija «No lo sé» si tiene dudas.");

    public string Answer(TriageAnswer answer) => answer switch
    {
        TriageAnswer.Yes => Say("Yes", "Sí"),
        TriageAnswer.No => Say("No", "No"),
        _ => Say("Not sure", "No lo sé"),
    };

    public string MoreQuestions(int count) => count == 1 ? Say("One more question", "Una pregunta más") : Say($"{count} more questions", $"{count} preguntas más");

    public string MoreQuestionsWhy => Say("Your answers led to it. What you chose above stays.", "Surge de sus respuestas. Lo que eligió arriba se conserva.");

    public string NeedAnswer => Say("Choose an answer.", "Elija una respuesta.");

    public string NotAdvice => Say(
        "This is not medical advice or a diagnosis. If you think this is an emergency, call 911 now.", "Esto no es un consejo médico ni un diagnóstico. Si cree que es una emergencia, llame al 911 ahora.");

    /// <summary>The same with the number to press: <see cref="NotAdviceCall"/> ends it.</summary>
    public string NotAdviceStart => Say(
        "This is not medical advice or a diagnosis. If you think this is an emergency,", "Esto no es un consejo médico ni un diagnóstico. Si cree que es una emergencia,");

    public string NotAdviceCall => Say("call 911 now", "llame al 911 ahora");

    public string RecommendedVisits => Say("These fit your answers", "Estas visitas corresponden a sus respuestas");

    /// <summary>Over visits that fit everybody, where nothing in the answers points to one.</summary>
    public string UsualVisits => Say("Most people choose", "Lo que elige la mayoría");

    public string OtherVisits => Say("Show other visits", "Mostrar otras visitas");

    public string SeenWithin14Days => Say("You should be seen within 14 days.", "Debe recibir atención en un plazo de 14 días.");

    public string SeenWithin14DaysText(bool hasWish) => hasWish
        ? Say("We keep times for this. If the time you chose is later, you see sooner ones next.", "Guardamos horas para esto. Si la hora que eligió es más tarde, después verá otras antes.")
        : Say("We keep times for this. You only see those.", "Guardamos horas para esto. Solo verá esas.");

    public string SeenUntil(string day) => Say($"So you only see times until {day}.", $"Por eso solo ve horas hasta el {day}.");
}

/// <summary>Texts that data brings in both languages.</summary>
internal static class BothLanguages
{
    public static string In(this Texts texts, string english, string spanish) => texts.Language == Language.Spanish ? spanish : english;
}

namespace DermSchedule.Web.Ui;

/// <summary>What is said where a patient comes again, or one of the family.</summary>
public sealed partial class Texts
{
    public string SameAgain => Say("Book the same again", "Reservar lo mismo otra vez");

    public string SameAgainLead => Say(
        "The same kind of visit, for the same person. We know the name and how to reach you: you only choose a time.",
        "El mismo tipo de visita, para la misma persona. Ya tenemos el nombre y cómo comunicarnos con usted: solo elige la hora.");

    public string SameAgainWhy => Say("First we ask a few questions again, because skin can change.", "Primero volvemos a hacer unas preguntas, porque la piel puede cambiar.");

    public string SameAgainNot => Say("This visit cannot be booked again online. Choose a visit anew, or call us.", "Esta visita no se puede volver a reservar en línea. Elija una visita de nuevo o llámenos.");

    public string OneMore => Say("Somebody else in the family?", "¿Alguien más de la familia?");

    public string OneMoreText => Say("Book for them too. We keep your contact details and language, and you see the times next to this one.", "Reserve también para esa persona. Conservamos sus datos de contacto y su idioma, y verá las horas junto a esta.");

    public string OneMoreGo => Say("Book for another family member", "Reservar para otro familiar");

    public string OneMoreKept(string moment) => Say(
        $"We keep your contact details and language from your visit on {moment}. You can choose a time next to it.",
        $"De su visita del {moment} conservamos sus datos de contacto y su idioma. Puede elegir una hora junto a ella.");

    public string KnownPerson => Say("For the same person as your other visit. We reach you the same way.", "Para la misma persona que su otra visita, con los mismos datos de contacto.");

    public string KnownContact => Say("We reach you the same way as for your other visit.", "Usamos los mismos datos de contacto que para su otra visita.");

    public string UseOthers => Say("Use other details", "Usar otros datos");

    public string Interpreter => Say("Language of the interpreter, if you need one", "Idioma del intérprete, si necesita uno");

    public string InterpreterHint => Say("Free of charge. For example Spanish, Mandarin, American Sign Language.", "Sin costo. Por ejemplo español, mandarín, lengua de señas.");

    public string NextToIt(string time) => Say($"Next to your other visit at {time}", $"Junto a su otra visita de las {time}");
}

namespace DermSchedule.Web.Ui;

/// <summary>What the fields for photos and insurance cards say.</summary>
public sealed partial class Texts
{
    public string Photos => Say("Photos", "Fotos");

    public string PhotosHint(int most) => Say(
        $"Up to {most}. One close, one from an arm's length. We remove the location. Only your care team sees them.",
        $"Hasta {most}. Una de cerca y otra a un brazo de distancia. Quitamos la ubicación. Solo su equipo médico las ve.");

    public string PhotoAdd => Say("Add a photo", "Añadir una foto");

    public string PhotoAccepted => Say("JPEG, PNG, WebP or HEIC, up to 10 MB each.", "JPEG, PNG, WebP o HEIC, hasta 10 MB cada una.");

    public string PhotoDistance => Say("The next photo is", "La próxima foto es");

    public string PhotoNear => Say("Close up", "De cerca");

    public string PhotoFar => Say("From an arm's length", "A un brazo de distancia");

    public string PhotoRemove(string label) => Say($"Remove: {label}", $"Quitar: {label}");

    public string PhotoRetry => Say("Try again", "Intentar otra vez");

    public string PhotoSending => Say("Sending", "Enviando");

    public string PhotoKept => Say("Saved", "Guardada");

    public string PhotoKeptAt(string at) => Say($"Saved {at}", $"Guardada: {at}");

    public string PhotoRemoved => Say("Removed", "Quitada");

    public string PhotoTooBig => Say("This photo is larger than 10 MB. Take it again with a smaller size, or choose another.", "Esta foto pasa de 10 MB. Tómela otra vez en un tamaño menor o elija otra.");

    public string PhotoWrongKind => Say("This file is not a photo we can read. Choose a JPEG, PNG, WebP or HEIC.", "No podemos leer este archivo. Elija un JPEG, PNG, WebP o HEIC.");

    public string PhotoOffline => Say("No connection. We try again when you are back online.", "Sin conexión. Lo intentamos cuando vuelva.");

    public string PhotoFailed => Say("This did not arrive. Try again, or go on without it: you can add it later from your private link.", "No llegó. Inténtelo otra vez o siga sin ella: puede añadirla después en su enlace privado.");

    public string PhotoFull(int most) => Say($"You have {most} photos. Remove one to add another.", $"Ya tiene {most} fotos. Quite una para añadir otra.");

    public string PhotoGoOn => Say("You do not have to wait: go on while photos are sent.", "No hace falta esperar: siga mientras se envían las fotos.");

    /// <summary>A photo by its place; the label is empty where nothing is said of it.</summary>
    public string PhotoNumbered(string number, string label) => Say("Photo", "Foto") + " " + number + (label.Length == 0 ? "" : ": " + label);

    /// <summary>More were picked at once than fit.</summary>
    public string PhotoLeftOut(string left, int most) => Say(
        $"Not added: {left}. You can send up to {most} photos. Remove one to add another.", $"Sin añadir: {left}. Puede enviar hasta {most} fotos. Quite una para añadir otra.");

    public string PhotoSend => Say("Send the pictures", "Enviar las fotos");

    /// <summary>What was wrong with a picture that came with the form, by the code of the refusal; null when nothing was.</summary>
    public string? UploadError(string? code) => code switch
    {
        null or "" => null,
        "payload_too_large" => PhotoTooBig,
        "unsupported_media" => PhotoWrongKind,
        "too_many_files" => PhotoFull(Wizard.Uploads.KeptPhoto.MostPhotos),
        _ => PhotoFailed,
    };

    public string FilesHead => Say("Photos and insurance card", "Fotos y tarjeta del seguro");

    /// <summary>Insurance pays no cosmetic visit: there only photos are asked for.</summary>
    public string FilesHeadFor(bool insured) => insured ? FilesHead : Photos;

    /// <summary>Beside the link that leads to where they are added.</summary>
    public string FilesLater(bool insured) => insured
        ? Say("You can add photos and your insurance card there until your visit.", "Ahí puede añadir fotos y la tarjeta del seguro hasta su visita.")
        : Say("You can add photos there until your visit.", "Ahí puede añadir fotos hasta su visita.");

    public string FilesLead => Say("You can add or take back pictures until your visit.", "Puede añadir o quitar fotos hasta su visita.");

    public string FilesOver => Say("This visit is over or cancelled, so no pictures can be added.", "Esta visita ya pasó o se canceló; no se pueden añadir fotos.");

    public string InsuranceHead => Say("Your insurance card", "Su tarjeta del seguro");

    public string InsuranceLead => Say("A photo of the card saves time at the desk. You can also do it later, on your private page.", "Una foto de la tarjeta ahorra tiempo en la recepción. También puede hacerlo después, en su página privada.");

    public string InsuranceSkip => Say("Continue", "Continuar");

    public string Card => Say("Insurance card", "Tarjeta del seguro");

    public string CardHint => Say("A photo of each side. Only the clinic sees it. You can also bring the card.", "Una foto de cada lado. Solo la clínica la ve. También puede traer la tarjeta.");

    public string CardFront => Say("Front of the card", "Frente de la tarjeta");

    public string CardBack => Say("Back of the card", "Reverso de la tarjeta");

    public string CardFull => Say("This side is saved. Remove it to add another.", "Este lado está guardado. Quítelo para añadir otro.");
}

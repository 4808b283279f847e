namespace DermSchedule.Web.Ui;

/// <summary>What error pages say: what happened, then what to do.</summary>
public sealed partial class Texts
{
    public string ErrorHome => Say("Go to the start page", "Ir a la página de inicio");

    public string ErrorTrace => Say("If you tell us about it, give this number:", "Si nos lo cuenta, díganos este número:");

    public (string Head, string Text) Error(int status) => status switch
    {
        404 => (Say("This page is not here", "Esta página no existe"), Say(
            "The link is not valid, or it has ended. Check it, or start again from the clinic's page.",
            "El enlace no es válido o ya terminó. Revíselo o empiece de nuevo en la página de la clínica.")),
        410 => (Say("This has ended", "Esto ya terminó"), Say("It was here and is over now. You can book a new time.", "Estuvo aquí y ya terminó. Puede reservar otra hora.")),
        429 => (Say("Too many tries", "Demasiados intentos"), Say("Wait a minute, then try again. Nothing is lost.", "Espere un minuto e inténtelo otra vez. No se pierde nada.")),
        503 => (Say("We are busy right now", "Ahora estamos ocupados"), Say("Nothing was changed. Try again in a moment.", "No se cambió nada. Inténtelo en un momento.")),
        >= 500 => (Say("Something went wrong on our side", "Algo falló de nuestro lado"), Say(
            "Nothing was changed. Go back and try again; if it happens once more, call the clinic.",
            "No se cambió nada. Vuelva atrás e inténtelo otra vez; si se repite, llame a la clínica.")),
        _ => (Say("That did not work", "No funcionó"), Say(
            "The page was open for too long, or something in it was not valid. Go back, load it again and repeat the step.",
            "La página estuvo abierta demasiado tiempo o algo no era válido. Vuelva atrás, cárguela de nuevo y repita el paso.")),
    };
}

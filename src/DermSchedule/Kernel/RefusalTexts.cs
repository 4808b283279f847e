using System.Collections.Frozen;

namespace DermSchedule.Kernel;

/// <summary>
/// What each refusal code says to a person, in every language of the pages. Programs go by the code; the sentence in a problem document is English.
/// A test fails when a code has no line here.
/// </summary>
public static class RefusalTexts
{
    private static readonly FrozenDictionary<string, (string English, string Spanish)> ByCode = new Dictionary<string, (string English, string Spanish)>(StringComparer.Ordinal)
    {
        ["already_member"] = ("This person is in the practice already, or was and can be brought back.", "Esta persona ya está en la práctica, o estuvo y puede volver."),
        ["busy"] = ("The clinic's system is busy. Nothing was changed. Try again in a moment.", "El sistema de la clínica está ocupado. No se cambió nada. Inténtelo de nuevo en un momento."),
        ["forbidden"] = ("Your role does not allow this. Ask a manager of the practice.", "Su función no lo permite. Pregunte a la gerencia de la práctica."),
        ["has_future_visits"] = ("There are visits ahead. Move them first, or ask for a replan.", "Hay visitas por delante. Muévalas primero o pida replanificarlas."),
        ["headers_too_large"] = ("The request was too large.", "La solicitud era demasiado grande."),
        ["hold_expired"] = ("We kept this time for you and had to let it go. Choose it again if it is still free.", "Le guardamos esta hora y tuvimos que liberarla. Elíjala de nuevo si sigue libre."),
        ["hold_not_extendable"] = ("We have kept this time longer twice already. Please finish, or choose again later.", "Ya prolongamos esta reserva dos veces. Termine, por favor, o elija de nuevo más tarde."),
        ["hold_used"] = ("This time is booked already. Your visit is in your link.", "Esta hora ya está reservada. Su visita está en su enlace."),
        ["idempotency_mismatch"] = ("This was sent before with other content. Start again.", "Esto ya se envió con otro contenido. Empiece de nuevo."),
        ["illegal_transition"] = ("The visit has changed meanwhile, so this is no longer possible.", "La visita cambió entretanto y esto ya no es posible."),
        ["invitation_ended"] = ("This invitation was used or is too old. Ask the practice for a new one.", "Esta invitación ya se usó o es muy antigua. Pida una nueva a la práctica."),
        ["last_owner"] = ("A practice keeps at least one owner. Make somebody else an owner first.", "Una práctica conserva al menos un titular. Nombre antes a otra persona."),
        ["method_not_allowed"] = ("This cannot be done here.", "Esto no se puede hacer aquí."),
        ["not_acceptable"] = ("This cannot be shown in the form that was asked for.", "Esto no se puede mostrar en la forma pedida."),
        ["not_found"] = ("This link does not match anything we know.", "Este enlace no corresponde a nada que conozcamos."),
        ["payload_too_large"] = ("That is too large.", "Eso es demasiado grande."),
        ["precondition_required"] = ("Read it again before you change it.", "Léalo de nuevo antes de cambiarlo."),
        ["proposal_decided"] = ("Somebody decided this proposal already.", "Alguien ya decidió sobre esta propuesta."),
        ["proposal_outdated"] = ("Other rules came into force meanwhile. Look at them, and propose again.", "Entretanto entraron en vigor otras reglas. Mírelas y proponga de nuevo."),
        ["proposal_unfit"] = ("These rules did not pass their test. Propose others.", "Estas reglas no pasaron su prueba. Proponga otras."),
        ["request_timeout"] = ("That took too long to arrive. Try again.", "Tardó demasiado en llegar. Inténtelo de nuevo."),
        ["second_person_needed"] = ("Another person has to approve this, and one of the two is a clinician.", "Otra persona debe aprobarlo, y una de las dos es personal clínico."),
        ["server_error"] = ("Something went wrong on our side. Nothing was changed.", "Algo falló de nuestro lado. No se cambió nada."),
        ["slot_taken"] = ("That time was just taken. These are the closest.", "Esa hora se acaba de ocupar. Estas son las más cercanas."),
        ["slot_unavailable"] = ("This time is not offered for this visit. Choose another.", "Esta hora no se ofrece para esta visita. Elija otra."),
        ["stale_version"] = ("Somebody changed this meanwhile. Look at it again before you change it.", "Alguien lo cambió entretanto. Mírelo de nuevo antes de cambiarlo."),
        ["too_many_files"] = ("There are as many pictures as we can keep here. Remove one to add another.", "Ya hay tantas imágenes como podemos guardar aquí. Quite una para añadir otra."),
        ["too_many_requests"] = ("That was too much at once. Wait a moment and try again.", "Fue demasiado a la vez. Espere un momento e inténtelo de nuevo."),
        ["triage_blocked"] = ("This visit cannot be booked online. Please call the clinic.", "Esta visita no se puede reservar en línea. Llame a la clínica, por favor."),
        ["unauthenticated"] = ("Please sign in.", "Inicie sesión, por favor."),
        ["unsupported_media"] = ("We cannot take this kind of file or content.", "No podemos recibir este tipo de archivo o contenido."),
        ["uri_too_long"] = ("The address is too long.", "La dirección es demasiado larga."),
        ["validation_failed"] = ("Some of what you entered is missing or not valid.", "Falta algo de lo que escribió o no es válido."),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IReadOnlyCollection<string> Codes => ByCode.Keys;

    /// <summary>The sentence for the code.</summary>
    /// <param name="code">Of a refusal.</param>
    /// <param name="language">BCP 47; Spanish for <c>es</c> and its regions, else English.</param>
    public static string Of(string code, string language)
    {
        var (english, spanish) = ByCode[code];
        return language.StartsWith("es", StringComparison.OrdinalIgnoreCase) ? spanish : english;
    }
}

namespace DermSchedule.Web.Ui;

/// <summary>What is said about a booked visit.</summary>
public sealed partial class Texts
{
    public string YourVisit => Say("Your visit", "Su visita");

    public string Booked => Say("You are booked", "Su visita está reservada");

    public string OnlyThis => Say("Only this visit is booked.", "Solo está reservada esta visita.");

    public string OnlyThisHelp => Say(
        "This time had been booked already in another tab. What you just typed was not sent: book another time for it.",
        "Esta hora ya se había reservado en otra pestaña. Lo que acaba de escribir no se envió: reserve otra hora para ello.");

    public string OtherNow => Say("This visit has another time now.", "Esta visita tiene ahora otra hora.");

    public string OtherNowHelp => Say("It was changed since you opened the page. Nothing was done: look at the new time first.", "Cambió desde que abrió la página. No se hizo nada: mire primero la nueva hora.");

    public string Where => Say("Where", "Dónde");

    public string CostToday => Say("To pay now", "A pagar ahora");

    public string CostNothing => Say("Nothing", "Nada");

    public string BeforeYouCome => Say("Before you come", "Antes de venir");

    public string WhatNext => Say("What happens next", "Qué pasa después");

    public string Now => Say("Now", "Ahora");

    public string NowText(bool confirmed) => confirmed
        ? Say("The visit is booked and confirmed. There is nothing more to do.", "La visita está reservada y confirmada. No tiene que hacer nada más.")
        : Say("The visit is booked. Confirm it on your private page when you know that you can come.", "La visita está reservada. Confírmela en su página privada cuando sepa que puede venir.");

    public string ArriveEarly(bool insured) => insured
        ? Say("Please arrive 15 minutes early. Bring your ID and, if insurance pays, your insurance card.", "Llegue 15 minutos antes. Traiga su identificación y, si paga el seguro, la tarjeta del seguro.")
        : Say("Please arrive 15 minutes early. Bring your ID.", "Llegue 15 minutos antes. Traiga su identificación.");

    public string PlansChange => Say("If plans change", "Si cambian sus planes");

    public string PlansChangeText(bool confirmed) => confirmed
        ? Say("This is your private link. Use it to change the time of the visit or cancel it.", "Este es su enlace privado. Úselo para cambiar la hora de la visita o cancelarla.")
        : Say("This is your private link. Use it to confirm the visit, change its time or cancel it.", "Este es su enlace privado. Úselo para confirmar la visita, cambiar la hora o cancelarla.");

    public string CopyLink => Say("Copy the link", "Copiar el enlace");

    public string LinkCopied => Say("Copied. Paste it where you find it again.", "Copiado. Péguelo donde lo vuelva a encontrar.");

    public string SendLink => Say("Send it to myself", "Enviármelo");

    public string KeepLinkWhy => Say("Save it, or take a picture. Keep it to yourself: anyone with this link can change or cancel the visit.", "Guárdelo o tómele una foto. No lo comparta: quien tenga este enlace puede cambiar o cancelar la visita.");

    public string ManageVisit => Say("Manage this visit", "Gestionar esta visita");

    public string MoveIt => Say("Change the time", "Cambiar la hora");

    public string CancelIt => Say("Cancel the visit", "Cancelar la visita");

    public string AddToCalendar => Say("Add to calendar", "Añadir al calendario");

    public string AnyOf(int choices) => Say($"{choices} providers", $"{choices} especialistas");

    public string ChangeVisit => Say("Change this visit", "Cambiar esta visita");

    public string StatusConfirmed => Say("Confirmed", "Confirmada");

    public string StatusPending => Say("Not confirmed yet", "Sin confirmar");

    public string StatusCancelled => Say("Cancelled", "Cancelada");

    public string StatusArrived => Say("You are here", "Ya llegó");

    public string StatusOver => Say("This visit is over", "Esta visita ya pasó");

    public string ConfirmQuestion => Say("Will you come?", "¿Vendrá a esta visita?");

    public string ConfirmYes => Say("Yes, I will come", "Sí, vendré");

    public string ConfirmedThanks => Say("Thank you. We look forward to seeing you.", "Gracias. Le esperamos.");

    public string MovedDone => Say("Your visit is changed.", "Su visita ha cambiado.");

    public string YourTimeNow => Say("Your time now", "Su hora actual");

    public string CancelledDone => Say("Your visit is cancelled.", "Su visita está cancelada.");

    public string CancelledText => Say("The time is free for somebody else now.", "La hora queda libre para otra persona.");

    public string BookAnother => Say("Book another visit", "Reservar otra visita");

    public string CancelQuestion => Say("Cancel this visit?", "¿Cancelar esta visita?");

    public string CancelFree => Say("Free", "Gratis");

    public string CancelFreeText => Say("You paid no deposit, so there is nothing to pay or give back.", "No pagó depósito, así que no hay nada que pagar ni devolver.");

    public string CancelCosts => Say("If you cancel now", "Si cancela ahora");

    public string CancelFrees => Say("If you cancel, the time goes to somebody else at once.", "Si cancela, la hora queda libre enseguida para otra persona.");

    public string KeepVisit => Say("Keep my visit", "Conservar mi visita");

    public string CancelNow => Say("Cancel the visit", "Cancelar la visita");

    public string MoveHeading => Say("Choose a new time", "Elija otra hora");

    public string MoveLead(string moment) => Say($"You keep {moment} until you choose another.", $"Conserva {moment} hasta elegir otra.");

    public string MoveQuestion => Say("Change to this time?", "¿Cambiar a esta hora?");

    public string MoveQuestionWith(string provider) => Say($"Change to {provider}?", $"¿Cambiar a {provider}?");

    public string MoveFrom => Say("Now", "Ahora");

    public string MoveTo => Say("New time", "Nueva hora");

    public string MoveNow(string moment) => Say($"Change to {moment}", $"Cambiar a {moment}");

    public string MoveByPhone => Say("Call us to change the time of this visit:", "Llámenos para cambiar la hora de esta visita:");

    public string MoveWithAny(string now) => Say($"Whoever is free then, not always {now}", $"Quien esté libre a esa hora, no siempre {now}");

    public string MoveOtherProvider => Say("This is with somebody else.", "Esto es con otra persona.");

    public string MoveKeep => Say("Choose another time", "Elegir otra hora");

    public string PrivateLinkHead => Say("Keep this page", "Guarde esta página");

    public string PrivateLink => Say("This page is private. Anyone with its link can change or cancel the visit.", "Esta página es privada. Quien tenga su enlace puede cambiar o cancelar la visita.");
}

using System.Text;
using DermSchedule.Data;
using DermSchedule.Practices;
using NodaTime;

namespace DermSchedule.Identity;

/// <summary>
/// The first step on an empty installation (<c>setup</c>): a practice with its keys, one clinic to fill in, and an owner, who comes in by a one-time
/// invitation. Called from the command line only; there is no route to it.
/// </summary>
public static class FoundPractice
{
    /// <param name="Practice">Its name; the clinic is called the same at first.</param>
    /// <param name="OwnerEmail">Who owns it.</param>
    /// <param name="TimeZone">IANA zone of the clinic.</param>
    public sealed record Request(string Practice, string OwnerEmail, string TimeZone = "America/New_York");

    /// <param name="Practice">Its id.</param>
    /// <param name="Slug">The clinic's word in addresses.</param>
    /// <param name="Invitation">For <c>POST /auth/accept-invitation</c>.</param>
    /// <param name="ExpiresAt">When the invitation ends.</param>
    public sealed record Founded(PracticeId Practice, string Slug, Token Invitation, Instant ExpiresAt);

    public sealed class Handler(ScheduleDb db, Founding founding, Accounts accounts, Caller caller)
    {
        public Task<Result<Founded>> Handle(Request request, CancellationToken ct) => db.Write<Founded>(
            async () =>
            {
                if (Wrong(request) is { } wrong)
                {
                    return wrong;
                }

                caller.BecomeJob("setup");
                var practice = founding.Found(request.Practice.Trim());
                var clinic = founding.Open(SlugOf(request.Practice), practice.Name, request.TimeZone, phone: "", address: "");
                var owner = await accounts.Create(request.OwnerEmail, request.OwnerEmail.Trim(), password: null, ct);
                var (_, token, invitation) = accounts.Invite(owner, owner.Name, [Role.Owner], clinics: null);
                return new Founded(practice.Id, clinic.Slug, token, invitation.ExpiresAt);
            },
            ct,
            table => table is "directory" ? Refusals.Field("practice", "A clinic with such an address exists. Choose another name.") : null);

        private static Refusal? Wrong(Request request) => request switch
        {
            { Practice: var name } when string.IsNullOrWhiteSpace(name) || name.Length > 100 => Refusals.Field("practice", "Give the practice a name of at most 100 characters."),
            { OwnerEmail: var email } when email.Length > 254 || email.Trim().Split('@') is not [{ Length: > 0 }, { Length: > 0 }] => Refusals.Field("owner", "This is not an e-mail address."),
            { TimeZone: var zone } when ClinicClock.TryIn(zone) is null => Refusals.Field("timeZone", "There is no such IANA time zone."),
            _ => null,
        };

        /// <summary>The name's letters and digits with hyphens between them, as api.md writes slugs.</summary>
        internal static string SlugOf(string name)
        {
            var slug = new StringBuilder();

            foreach (var letter in name.Normalize(NormalizationForm.FormD).ToLowerInvariant())
            {
                if (char.IsAsciiLetterOrDigit(letter))
                {
                    slug.Append(letter);
                }
                else if (char.IsAscii(letter) && slug.Length > 0 && slug[^1] != '-')
                {
                    slug.Append('-');
                }
            }

            var text = slug.ToString().Trim('-');
            text = text.Length > 40 ? text[..40].Trim('-') : text;
            return text.Length < 2 ? "clinic" : text;
        }
    }
}

using System.Security.Cryptography;
using System.Text;
using DermSchedule.Data;
using DermSchedule.Kernel;
using DermSchedule.Practices;
using DermSchedule.Triage;
using NodaTime;

namespace DermSchedule.Web.Wizard;

/// <summary>Where the wizard meets the room Triage: its answers on one side, the rules and their consequences on the other.</summary>
public sealed class ConcernDesk(ClinicFront front, TriageDesk desk, RulesInForce inForce, AddTriageContact.Handler addContact, VisitDesk visits, IdempotentRequest once, TimeProvider clock)
{
    private TriageRules rules = TriageRules.Standard;

    /// <summary>Takes the rules that the practice goes by now. Asked for once for a page, before it judges anything.</summary>
    public async Task Open(CancellationToken ct) => rules = await inForce.Current(ct);

    /// <summary>What can be chosen, in the order of the rules.</summary>
    public IReadOnlyList<TriageConcern> Concerns(Category category) => [.. rules.Concerns.Where(concern => concern.Cosmetic == (category == Category.Cosmetic))];

    /// <summary>
    /// What is asked on one page: first what the visitor's own words leave open, then what everybody with this concern is asked; at most eight at once
    /// (triage.md 1). Whatever is answered, these stay as they are, and in their order.
    /// </summary>
    public IReadOnlyList<TriageQuestion> Questions(Draft draft)
    {
        var sheet = draft.Concern!.Sheet(draft) with { Answers = new Dictionary<string, TriageAnswer>() };
        return [.. Assess.Of(rules, sheet).Questions.Concat(Questionnaire.For(rules, sheet)).DistinctBy(question => question.Id).Take(Questionnaire.Most)];
    }

    /// <summary>What the answers lead to beyond that: answered ones first, then those that are still open.</summary>
    public IReadOnlyList<TriageQuestion> MoreQuestions(Draft draft)
    {
        var (sheet, first) = (draft.Concern!.Sheet(draft), Questions(draft));
        var answered = draft.Answers.Keys.Where(id => first.All(question => question.Id != id)).SelectMany(id => Assess.Of(rules, Without(sheet, id)).Questions.Where(question => question.Id == id));
        return [.. answered.Concat(Assess.Of(rules, sheet).Questions).ExceptBy(first.Select(question => question.Id), question => question.Id).DistinctBy(question => question.Id)];
    }

    private static TriageSheet Without(TriageSheet sheet, string question) =>
        sheet with { Answers = sheet.Answers.Where(answer => answer.Key != question).ToDictionary(StringComparer.Ordinal) };

    /// <summary>Whether what was said so far is enough to stop: nobody in danger is asked more questions.</summary>
    public bool IsEmergency(Draft draft) => Assess.Of(rules, draft.Concern!.Sheet(draft)).Disposition == Disposition.Emergency;

    /// <summary>The same by the words alone.</summary>
    public bool IsEmergencyByWords(Draft draft) => IsEmergency(draft with { Answers = new Dictionary<string, TriageAnswer>() });

    /// <summary>Hands the answers in. The same answers sent twice are one triage, and ring one alarm.</summary>
    public async Task<Result<JudgedAnswers>> Judge(Draft draft, string language, CancellationToken ct)
    {
        var concern = draft.Concern!;
        var answers = concern.Fingerprint(draft);

        if (draft.Judged is { } known && known.Answers == answers)
        {
            return known;
        }

        var earlier = draft.Judged ?? draft.TakenBack;
        var input = new TriageInput(
            draft.Kind!.Value, draft.Category!.Value, concern.Sheet(draft), Contact(concern.FirstName, concern.Phone),
            earlier is null ? null : new SubmitTriage.Earlier(earlier.Id, earlier.Token))
        { Language = language };

        // Of this booking: the next visitor of the same browser may say the very same of somebody else.
        once.Arm(nameof(SubmitTriage), draft.Sheet, answers, SHA256.HashData(Encoding.UTF8.GetBytes(draft.Sheet + answers)));
        var judged = draft.Answering is { } visit ? await visits.Answer(visit, input, ct) : await desk.Judge(front.Clinic!.Slug, input, ct);
        once.Disarm();

        return judged.IsRefused(out var refusal, out var made) ? refusal : Of(made, input, clock.GetCurrentInstant(), answers);
    }

    /// <summary>The urgent times that were promised are gone: somebody of the clinic has to find one.</summary>
    public Task NoTimeLeft(JudgedAnswers judged, CancellationToken ct) => desk.NoTimeLeft(judged.Id, judged.Token, ct);

    /// <summary>Says whom the clinic can call.</summary>
    public Task<Result<Done>> Call(JudgedAnswers judged, string firstName, string phone, CancellationToken ct) =>
        addContact.Handle(front.Clinic!.Slug, judged.Id, judged.Token, new AddTriageContact.Request(firstName, phone), ct);

    public static Tasks.Contact? Contact(string firstName, string phone) =>
        PhoneNumber.TryParse(phone, out var number) ? new Tasks.Contact(string.IsNullOrWhiteSpace(firstName) ? null : firstName.Trim(), number.E164) : null;

    private static JudgedAnswers Of(TriageDesk.Made made, TriageInput input, Instant now, string answers)
    {
        var flags = made.Outcome.Assessment.Flags.Where(flag => flag.Disposition == made.Outcome.Assessment.Disposition).ToList();
        return new JudgedAnswers(
            made.Id, made.Token.Value, made.Outcome.Assessment.Disposition, made.HasUrgentTime, made.Outcome.Recommended,
            [.. flags.Select(flag => new SaidSign(flag.SignEnglish, flag.SignSpanish)).Distinct()], [.. flags.Select(flag => flag.Help).Distinct()], [.. flags.Select(flag => flag.Code)], now, input.Contact?.Phone, answers)
        {
            Recognized = flags.Count > 0 || made.Outcome.Assessment.Recommendations.Any(code => code != "other"),
        };
    }
}

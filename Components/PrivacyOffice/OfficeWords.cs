using System.Text.RegularExpressions;
using PrivacyPortal.Components.Account;
using PrivacyPortal.Components.Shared;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Concerns;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Components.PrivacyOffice;

/// <summary>The audit and the clocks in an officer's words.</summary>
internal static partial class OfficeWords
{
    /// <summary>An act's name is its sentence: <c>RecordRead</c>.</summary>
    internal static string Act(AuditAct act) => Capital().Replace(act.ToString(), found => found.Index == 0 ? found.Value : " " + char.ToLowerInvariant(found.Value[0]));

    internal static string Parts(IReadOnlyCollection<Category> parts) => parts.Count == 0 ? "nothing" : string.Join(", ", parts.Select(CategoryWords.Say));

    internal static string Why(EmergencyReason reason) => reason switch
    {
        EmergencyReason.EmergencyDepartment => "The member is in the emergency department",
        EmergencyReason.Unconscious => "The member cannot answer",
        EmergencyReason.UrgentMedicationQuestion => "An urgent question about medicines",
        EmergencyReason.CoveringColleague => "Standing in for the treating colleague",
        EmergencyReason.Disaster => "A disaster",
    };

    internal static string Found(EmergencyReview outcome) => outcome switch
    {
        EmergencyReview.Justified => "Justified",
        EmergencyReview.NotJustified => "Not justified",
        EmergencyReview.Referred => "Referred for further steps",
    };

    /// <summary>How a clock stands: how long is left, or since when it is over.</summary>
    internal static string Clock(DateTimeOffset end, DateTimeOffset now) => end > now ? Span(end - now) + " left" : "overdue by " + Span(now - end);

    internal static string Span(TimeSpan span) => span switch
    {
        { TotalDays: >= 4 } => Words.Count((int)span.TotalDays, "day", "days"),
        { TotalHours: >= 1 } => Words.Count((int)span.TotalHours, "hour", "hours"),
        _ => Words.Count((int)span.TotalMinutes, "minute", "minutes"),
    };

    internal static string Say(ConcernRefusal why) => why switch
    {
        ConcernRefusal.NotYourOffice => "This account cannot do that.",
        ConcernRefusal.Empty => "Write an answer first.",
        ConcernRefusal.TooLong => $"At most {RaiseConcern.MostCharacters:N0} characters.",
        ConcernRefusal.ReachTooLong or ConcernRefusal.NoSuchClause => "This does not belong to an answer.",
        ConcernRefusal.NotThere => "There is no such concern for you: someone else has it, or its review is over.",
        ConcernRefusal.NotNow => "The record system did not answer. Nothing was changed; try again in a few minutes.",
        ConcernRefusal.TooClose => "It is about your own record, a colleague's or a relative's. Someone else takes it.",
    };

    [GeneratedRegex("[A-Z]", RegexOptions.NonBacktracking)]
    private static partial Regex Capital();
}

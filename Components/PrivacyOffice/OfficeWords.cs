using PrivacyPortal.Components.Account;
using PrivacyPortal.Components.Shared;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Concerns;
using PrivacyPortal.Services.PrivacyOffice;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Components.PrivacyOffice;

/// <summary>What was declared and found, and the clocks, in an officer's words.</summary>
internal static class OfficeWords
{
    internal static string Parts(IReadOnlyCollection<Category> parts) => parts.Count == 0 ? T("nothing") : string.Join(", ", parts.Select(CategoryWords.Say));

    internal static string Why(EmergencyReason reason) => reason switch
    {
        EmergencyReason.EmergencyDepartment => T("The member is in the emergency department"),
        EmergencyReason.Unconscious => T("The member cannot answer"),
        EmergencyReason.UrgentMedicationQuestion => T("An urgent question about medicines"),
        EmergencyReason.CoveringColleague => T("Standing in for the treating colleague"),
        EmergencyReason.Disaster => T("A disaster"),
    };

    internal static string Found(EmergencyReview outcome) => outcome switch
    {
        EmergencyReview.Justified => T("Justified"),
        EmergencyReview.NotJustified => T("Not justified"),
        EmergencyReview.Referred => T("Referred for further steps"),
    };

    /// <summary>How a clock stands: how long is left, or since when it is over.</summary>
    internal static string Clock(DateTimeOffset end, DateTimeOffset now) => end > now ? T("{0} left", Span(end - now)) : T("overdue by {0}", Span(now - end));

    internal static string Span(TimeSpan span) => span switch
    {
        { TotalDays: >= 4 } => Words.Count((int)span.TotalDays, T("day"), T("days")),
        { TotalHours: >= 1 } => Words.Count((int)span.TotalHours, T("hour"), T("hours")),
        _ => Words.Count((int)span.TotalMinutes, T("minute"), T("minutes")),
    };

    internal static string Say(TieRefusal why) => why switch
    {
        TieRefusal.NotYourOffice => T("Only the privacy office does this."),
        TieRefusal.NoSuchAccount => T("There is no account of this name."),
        TieRefusal.AlreadyThere => T("It is written down already."),
    };

    internal static string Say(ConcernRefusal why) => why switch
    {
        ConcernRefusal.NotYourOffice => T("This account cannot do that."),
        ConcernRefusal.Empty => T("Write an answer first."),
        ConcernRefusal.TooLong => T("At most {0} characters.", RaiseConcern.MostCharacters.ToString("N0", Words.Culture)),
        ConcernRefusal.ReachTooLong or ConcernRefusal.NoSuchClause => T("This does not belong to an answer."),
        ConcernRefusal.NotThere => T("There is no such concern for you: someone else has it, or its review is over."),
        ConcernRefusal.NotNow => T("The record system did not answer. Nothing was changed; try again in a few minutes."),
        ConcernRefusal.TooClose => T("It is about your own record, a colleague's or a relative's. Someone else takes it."),
    };
}

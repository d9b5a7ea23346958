using PrivacyPortal.Services.Concerns;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Components.Concerns;

/// <summary>What became of a comment or a concern, in the words of whoever wrote it.</summary>
internal static class ConcernsWords
{
    internal static string Say(ConcernRefusal why, string telephone) => why switch
    {
        ConcernRefusal.Empty => T("Write a few words first."),
        ConcernRefusal.TooLong => T("At most {0} characters. Shorten it, or send it by post.", RaiseConcern.MostCharacters),
        ConcernRefusal.ReachTooLong => T("At most {0} characters for an address or a telephone number.", ClauseWords.MostReachCharacters),
        ConcernRefusal.NoSuchClause => T("Choose a clause from the list."),
        ConcernRefusal.NotNow => T("Your words could not be kept now, so nothing was taken. They still stand below: send them again in a few minutes, or call {0}.", telephone),
        _ => T("This cannot be done here. Call {0}.", telephone),
    };

    internal static string Say(ConcernState state) => state switch
    {
        ConcernState.Raised => T("Waits for the privacy office"),
        ConcernState.InReview => T("The privacy office is looking into it"),
        ConcernState.Answered => T("Answered"),
    };

    internal static string About(ConcernKind kind, int? clause) => (kind, clause) switch
    {
        (ConcernKind.Comment, { } number) => T("Comment about clause {0}", $"C{number}"),
        (ConcernKind.Comment, null) => T("Comment"),
        (_, { } number) => T("Concern about clause {0}", $"C{number}"),
        _ => T("Concern"),
    };
}

using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Records;

namespace PrivacyPortal.Components.Shared;

/// <summary>Why a part is not shown, one sentence each. "Not yours" and "not there" read alike (C13).</summary>
internal static class ProblemWords
{
    internal static string Say(RecordProblem problem) => problem switch
    {
        RecordProblem.Unreachable => T("The record system cannot be reached at the moment."),
        RecordProblem.TooSlow => T("The record system did not answer in time."),
        RecordProblem.Busy => T("The record system is busy and asks to try again in a few minutes."),
        RecordProblem.PortalRefused => T("The record system does not let the portal in at the moment. We have to put this right, not you."),
        RecordProblem.Unavailable => T("The record system has nothing here that can be shown to you."),
        RecordProblem.Failed => T("The record system had a fault of its own."),
        RecordProblem.Unreadable => T("The record system gave an answer that the portal cannot read."),
        RecordProblem.NotTheirs => T("The record system sent something else than what was asked for. Nothing of it was kept."),
    };

    internal static string Say(Refusal refusal) => refusal switch
    {
        Refusal.PasswordNotPersonal => T("Replace your assigned password first; then your record opens."),
        Refusal.SecondFactorOwed => T("Give your second step of signing in first; then your record opens."),
        Refusal.NotYourRole => T("Nothing here can be shown to this account."),
        Refusal.NoLiveNeed => T("Nothing here can be shown to this account."),
        Refusal.SessionEnded => T("Your session has ended. Sign in again to see this."),
        Refusal.NotAudited => T("This was not opened, because it could not be written down who opens it. Please try again in a few minutes."),
        Refusal.TooClose => T("At work, nobody opens their own, a colleague's or a relative's record."),
        Refusal.ClosedByMember => T("The member asked that this stays closed."),
        Refusal.NotPermittedByMember => T("The member has not given permission to see this."),
        Refusal.SensitiveNotNamed => T("This is specially protected and opens only to a need that names it."),
    };

    /// <summary>What is missing from a list that is not whole; null when it is whole.</summary>
    internal static string? Say(Completeness list)
    {
        if (list.Whole)
            return null;
        if (list.Stated is { } stated && stated > list.Shown + list.NotTheirs + list.Unreadable)
            return T("{0} of {1} shown: the record system did not send the rest.", Number(list.Shown), Number(stated));
        if (list.CutOff)
            return T("{0} shown: the record system has more and did not send it.", Number(list.Shown));
        return T("{0} shown: {1} could not be read.", Number(list.Shown), Words.Count(list.Unreadable, T("entry"), T("entries")));
    }

    private static string Number(int number) => number.ToString("N0", Words.Culture);
}

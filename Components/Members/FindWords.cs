using PrivacyPortal.Services.Members;

namespace PrivacyPortal.Components.Members;

/// <summary>Why a search has no answer. Whom there is not and whom this account may not open read alike (C13).</summary>
internal static class FindWords
{
    internal static string Nobody => T("There is nobody with both of these whose record this account may open now.");

    internal static string Say(FindRefusal refusal) => refusal switch
    {
        FindRefusal.NobodyThere => Nobody,
        FindRefusal.TooOften => T("That was too many searches. Please wait ten minutes; this one was not made."),
        FindRefusal.NotYourOffice => T("This account searches for nobody."),
        FindRefusal.RecordsFailed => T("The record system did not answer. Please try again in a few minutes."),
        FindRefusal.NotAudited => T("The search could not be written down, so it is not answered. Please try again in a few minutes."),
    };
}

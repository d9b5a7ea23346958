using PrivacyPortal.Services.Members;

namespace PrivacyPortal.Components.Members;

/// <summary>The reasons for showing a part of a record at the support desk.</summary>
internal static class RevealWords
{
    internal static string Say(RevealReason reason) => reason switch
    {
        RevealReason.MemberAsks => T("The member asks about it"),
        RevealReason.AnswerToMessage => T("To answer the member's message"),
        RevealReason.MistakeReported => T("The member reports a mistake"),
        RevealReason.ProviderAsks => T("A provider asks for the member"),
    };
}

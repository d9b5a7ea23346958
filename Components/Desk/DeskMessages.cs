using PrivacyPortal.Services.Desk;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Components.Desk;

/// <summary>Each refusal at the desk in one plain sentence that says what to do.</summary>
internal static class DeskMessages
{
    internal static string Sentence(DeskRefusal refusal) => refusal switch
    {
        DeskRefusal.NotYourRole => "Your account does not hold the role for this now.",
        DeskRefusal.NothingFound => "There is no account to continue with. Ask for the number again, exactly as it stands on the card.",
        DeskRefusal.TooMany => "You have searched very often in a short time. Wait a while; each search is written down.",
        DeskRefusal.RecordsUnavailable => "The record system does not answer now. Try again in a moment.",
        DeskRefusal.CallOver => "This call is over, or someone else has it. Begin again.",
        DeskRefusal.NotVerified => "Steps are missing. Finish them first.",
        DeskRefusal.WrongCode => "That is not the code. Ask for it once more.",
        DeskRefusal.CodeOver => "No code works any more: too many were wrong, it is older than ten minutes, or it was not sent yet. Call back instead.",
        DeskRefusal.NoContact => "The record names nothing to reach this person by. A letter goes nowhere and nobody can be called back: refer them to the plan's office in person.",
        DeskRefusal.NoMail => "There is no mail server, so nothing can be sent by e-mail. Use the letter.",
        DeskRefusal.HalvesWantCallBack => "Two halves are only given after a call-back. Send a letter instead, or call back.",
        DeskRefusal.ContactIsNew => "This record was changed in the last ten days. A changed address may be an impostor's: only the letter is possible now.",
        DeskRefusal.EnoughLetters => "Three letters were begun in the last seven days. No more now.",
    };

    internal static string Where(DeskWords on) => on switch
    {
        DeskWords.Screen => "on the screen on which the person asked for this call",
        DeskWords.Letter => "on the letter that the person got",
        DeskWords.CodeMail => "in the e-mail that carries the code",
    };

    internal static string Way(NoticeState state) => state switch
    {
        NoticeState.Waiting or NoticeState.Sending => "is being sent",
        NoticeState.Sent => "was sent to the address of record",
        NoticeState.InPortalOnly => "could not be sent: the record has no e-mail address",
        NoticeState.NotDelivered => "was not sent: it came too late, or the address does not take mail",
    };
}

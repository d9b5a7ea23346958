using PrivacyPortal.Services.Desk;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Components.Desk;

/// <summary>Each refusal at the desk in one plain sentence that says what to do.</summary>
internal static class DeskMessages
{
    internal static string Sentence(DeskRefusal refusal) => refusal switch
    {
        DeskRefusal.NotYourRole => T("Your account does not hold the role for this now."),
        DeskRefusal.NothingFound => T("There is no account to continue with. Ask for the number again, exactly as it stands on the card."),
        DeskRefusal.TooMany => T("You have searched very often in a short time. Wait a while; each search is written down."),
        DeskRefusal.RecordsUnavailable => T("The record system does not answer now. Try again in a moment."),
        DeskRefusal.CallOver => T("This call is over, or someone else has it. Begin again."),
        DeskRefusal.NotVerified => T("Steps are missing. Finish them first."),
        DeskRefusal.WrongCode => T("That is not the code. Ask for it once more."),
        DeskRefusal.CodeOver => T("No code works any more: too many were wrong, it is older than ten minutes, or it was not sent yet. Call back instead."),
        DeskRefusal.NoContact => T("The record names nothing to reach this person by. A letter goes nowhere and nobody can be called back: refer them to the plan's office in person."),
        DeskRefusal.NoMail => T("There is no mail server, so nothing can be sent by e-mail. Use the letter."),
        DeskRefusal.HalvesWantCallBack => T("Two halves are only given after a call-back. Send a letter instead, or call back."),
        DeskRefusal.ContactIsNew => T("This record was changed in the last ten days. A changed address may be an impostor's: only the letter is possible now."),
        DeskRefusal.EnoughLetters => T("Three letters were begun in the last seven days. No more now."),
    };

    internal static string Where(DeskWords on) => on switch
    {
        DeskWords.Screen => T("on the screen on which the person asked for this call"),
        DeskWords.Letter => T("on the letter that the person got"),
        DeskWords.CodeMail => T("in the e-mail that carries the code"),
    };

    internal static string Way(NoticeState state) => state switch
    {
        NoticeState.Waiting or NoticeState.Sending => T("is being sent"),
        NoticeState.Sent => T("was sent to the address of record"),
        NoticeState.InPortalOnly => T("could not be sent: the record has no e-mail address"),
        NoticeState.NotDelivered => T("was not sent: it came too late, or the address does not take mail"),
    };
}

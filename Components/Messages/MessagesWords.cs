using PrivacyPortal.Components.Shared;
using PrivacyPortal.Services.Messages;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Components.Messages;

/// <summary>Each kind of request in plain words: what it is, what happens next, and by when the law has it answered.</summary>
internal static class MessagesWords
{
    internal static IReadOnlyList<RequestKind> Asked { get; } =
        [RequestKind.Message, RequestKind.CallBack, RequestKind.Amendment, RequestKind.Copy, RequestKind.Restriction, RequestKind.OtherAddress, RequestKind.Accounting];

    internal static IReadOnlyList<RequestKind> Appeals { get; } = [RequestKind.AppealAfterCare, RequestKind.AppealBeforeCare, RequestKind.AppealUrgent];

    internal static string Say(RequestKind kind) => kind switch
    {
        RequestKind.Message => T("A message"),
        RequestKind.CallBack => T("Call me back"),
        RequestKind.Amendment => T("Correct something in my record"),
        RequestKind.Copy => T("A copy of my record"),
        RequestKind.Restriction => T("Limit how my information is used or shared"),
        RequestKind.OtherAddress => T("Reach me another way or at another address"),
        RequestKind.Accounting => T("A list of disclosures"),
        RequestKind.AppealAfterCare => T("Appeal: the care was already given"),
        RequestKind.AppealBeforeCare => T("Appeal: the care is still to come"),
        RequestKind.AppealUrgent => T("Appeal, urgent: waiting would endanger life, health or recovery"),
    };

    /// <summary>What happens next.</summary>
    internal static string Next(RequestKind kind) => kind switch
    {
        RequestKind.Message => T("Member services answers here within two working days. No e-mail is sent; look here for the answer."),
        RequestKind.CallBack => T("Member services calls the telephone number in your record within one working day. Say when it suits you. We never ask for your password."),
        RequestKind.Amendment => T("Say what is wrong, what it should be, and why. The privacy office answers within 60 days. It may take 30 days more, once, and tells you the reason in writing. If it is denied, you may write a statement of disagreement, which is kept with your record."),
        RequestKind.Copy => T("Say what you want and in which form. The privacy office answers within 30 days. It may take 30 days more, once, and tells you the reason in writing. You can also take your record along from this portal at once."),
        RequestKind.Restriction => T("You may ask the plan to limit how it uses or shares your information. The plan answers within 30 days; the law does not require it to agree. Your providers must keep from the plan what you paid for in full yourself, if you ask them."),
        RequestKind.OtherAddress => T("Say where or how to reach you. If you state that you could be in danger otherwise, the plan must accommodate a reasonable request. We answer within 10 days and do not ask for an explanation."),
        RequestKind.Accounting => T("Who looked in this portal you see at once under Who looked. For other disclosures the privacy office answers within 60 days. It may take 30 days more, once, and tells you the reason in writing."),
        RequestKind.AppealAfterCare => T("Someone who did not make the first decision looks at it anew and answers within 60 days."),
        RequestKind.AppealBeforeCare => T("Someone who did not make the first decision looks at it anew and answers within 30 days."),
        RequestKind.AppealUrgent => T("It is decided within 72 hours. If life is in danger now, call 911."),
    };

    internal static string Say(OwnRequest one) => one switch
    {
        { State: RequestState.InWork } => T("Being worked on"),
        { State: RequestState.Answered } => T("Answered"),
        { State: RequestState.Granted } => T("Granted"),
        { State: RequestState.Denied } => T("Denied"),
        { State: RequestState.Withdrawn } => T("Withdrawn"),
        _ => T("Received"),
    };

    /// <summary>What one can do after a denial.</summary>
    internal static string AfterDenial(RequestKind kind) => kind switch
    {
        RequestKind.Amendment => T("You may send a statement of disagreement as a message; name the number. You may also complain to the privacy office or to the US Department of Health and Human Services."),
        RequestKind.AppealAfterCare or RequestKind.AppealBeforeCare or RequestKind.AppealUrgent => T("You may have a right to an external review by someone independent. The answer says how; you can also ask us in a message."),
        _ => T("You may raise a concern with the privacy office, or complain to the US Department of Health and Human Services."),
    };

    internal static IReadOnlyList<string> Topics() => [T("A bill or a claim"), T("What is covered"), T("A doctor or a hospital"), T("A prescription"), T("Something else")];

    internal static string Say(RequestRefusal why, string telephone) => why switch
    {
        RequestRefusal.Empty => T("Write a few words first."),
        RequestRefusal.TooLong => T("At most {0} characters.", RequestTerms.MostCharacters.ToString("N0", Words.Culture)),
        RequestRefusal.NoClaim => T("An appeal begins from the page of the claim."),
        RequestRefusal.TooMany => T("Too many in the last ten minutes. Nothing was taken; your words still stand here. Wait a little, or call {0}.", telephone),
        RequestRefusal.NotThere => T("It is not open any more, or it is someone else's work. Nothing was changed."),
        RequestRefusal.NoExtension => T("It cannot be extended: this kind has no extension, has had it, or its time is over."),
        RequestRefusal.NotNow => T("The record system did not take it, so nothing was changed. Your words still stand here: try again in a few minutes, or call {0}.", telephone),
        RequestRefusal.TooClose => T("It is about your own record, a colleague's or a relative's. Someone else takes it."),
        _ => T("This account cannot do that."),
    };
}

using PrivacyPortal.Services.Privacy;

namespace PrivacyPortal.Components.Privacy;

/// <summary>One promise of the statement in the plan's own short words.</summary>
internal sealed record Promise(string Clause, string Text)
{
    /// <summary>Every clause, in order.</summary>
    internal static IReadOnlyList<Promise> All { get; } =
    [
        new(Clauses.PlanIdentity, "Every page says whose site this is and how to reach us."),
        new(Clauses.PersonalPassword, "Confidential information opens only with a password that is yours alone."),
        new(Clauses.AssignedFirst, "We assign your first password. It opens one page: the one where you replace it."),
        new(Clauses.ChangeInTheApp, "You can change your password here whenever you like."),
        new(Clauses.ForgottenMeansReassigned, "If you forget it, contact us and we assign a new one."),
        new(Clauses.NobodyAsks, "Nobody at the plan will ever ask you for your password."),
        new(Clauses.NothingWrittenDown, "Please do not write it where others may see it. We do not either."),
        new(Clauses.CompromisedAtOnce, "If you think that someone knows it, contact us at once and we close that way in."),
        new(Clauses.AlwaysEncrypted, "Everything between your browser and us is strongly encrypted, always."),
        new(Clauses.VerifiablePage, "You can tell that a page is ours by its https address."),
        new(Clauses.NotStored, "Personal information is not stored on this web server."),
        new(Clauses.OnlyWhileViewing, "It is here only while you are looking at it."),
        new(Clauses.AccessByNeed, "Only people with a need to view can see it, and only the part that they need."),
        new(Clauses.InputServesTheRequest, "What you enter is used to serve your request and for nothing else."),
        new(Clauses.NothingSentOutside, "We do not sell, license or send your information to others."),
        new(Clauses.NoConfidentialEmail, "E-mail can be read by others on its way. Please do not use it for anything confidential."),
        new(Clauses.EmailCarriesNothing, "If we answer by e-mail, the answer holds nothing from your record."),
        new(Clauses.VitalNoticesOnly, "We use your e-mail address for vital notices only."),
        new(Clauses.ExitAnytime, "You can exit or disconnect at any time."),
        new(Clauses.StayingIsConsent, "By staying connected you agree to this statement. You are free to leave instead."),
        new(Clauses.CommentsWelcome, "Your comments on this statement are welcome."),
        new(Clauses.ConcernsAnswered, "If you think that we do not keep it, tell us by telephone, e-mail or post."),
        new(Clauses.Proactive, "We have procedures that keep these promises before anyone has to ask."),
        new(Clauses.ErrorsAndStatus, "Each page says what went wrong, or that all is okay."),
    ];
}

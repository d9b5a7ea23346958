namespace PrivacyPortal.Services.Privacy;

/// <summary>The promises of the privacy and security statement. The ids are stable: code, tests, audit rows and documents use them.</summary>
/// <remarks><c>docs/privacy-statement.md</c> says what each promises, what keeps it and what proves it; a test holds the three equal.</remarks>
public static class Clauses
{
    public const string PlanIdentity = "C1";
    public const string PersonalPassword = "C2";
    public const string AssignedFirst = "C3";
    public const string ChangeInTheApp = "C4";
    public const string ForgottenMeansReassigned = "C5";
    public const string NobodyAsks = "C6";
    public const string NothingWrittenDown = "C7";
    public const string CompromisedAtOnce = "C8";
    public const string AlwaysEncrypted = "C9";
    public const string VerifiablePage = "C10";
    public const string NotStored = "C11";
    public const string OnlyWhileViewing = "C12";
    public const string AccessByNeed = "C13";
    public const string InputServesTheRequest = "C14";
    public const string NothingSentOutside = "C15";
    public const string NoConfidentialEmail = "C16";
    public const string EmailCarriesNothing = "C17";
    public const string VitalNoticesOnly = "C18";
    public const string ExitAnytime = "C19";
    public const string StayingIsConsent = "C20";
    public const string CommentsWelcome = "C21";
    public const string ConcernsAnswered = "C22";
    public const string Proactive = "C23";
    public const string ErrorsAndStatus = "C24";

    /// <summary>Every clause id, C1 to C24, in order.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enumerable.Range(1, 24).Select(n => $"C{n}")];
}

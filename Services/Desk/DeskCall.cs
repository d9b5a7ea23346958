using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Desk;

/// <summary>A call as the employee sees it: steps that are done and steps that are not. Nothing about the person.</summary>
/// <param name="Id">The call's id.</param>
/// <param name="SignInName">The account's sign-in name.</param>
/// <param name="Reach">How the person was reached; null until then.</param>
/// <param name="Words">The words that the employee says; null when there are none that the person can see.</param>
/// <param name="WordsOn">Where the person sees them.</param>
/// <param name="WordsConfirmed">Whether the person said that they are the same.</param>
/// <param name="CodeSent">How far the notice with the code has come; null when none was sent.</param>
/// <param name="HasRecord">Whether the account has a place in the record system, and with it a contact of record.</param>
public sealed record DeskCall(
    string Id, string SignInName, DeskReach? Reach, string? Words, DeskWords? WordsOn, bool WordsConfirmed, NoticeState? CodeSent, bool HasRecord)
{
    /// <summary>Only then is there anything to finish with.</summary>
    public bool Verified => Reach is not null && WordsConfirmed;

    public override string ToString() => nameof(DeskCall);
}

/// <summary>A call that somebody asked for.</summary>
public sealed record AskedCall(string Id, string SignInName, DateTimeOffset At)
{
    public override string ToString() => nameof(AskedCall);
}

/// <summary>The half that the employee reads out, and the notice that carries the other one.</summary>
public sealed record ReadOutHalf(string Half, string AssignmentId)
{
    public override string ToString() => nameof(ReadOutHalf);
}

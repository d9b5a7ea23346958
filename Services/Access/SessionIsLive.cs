namespace PrivacyPortal.Services.Access;

/// <summary>C13: only a person in a live session sees anything.</summary>
internal static class SessionIsLive
{
    internal static Refusal? Check(Actor actor, DateTimeOffset now) =>
        string.IsNullOrEmpty(actor.AccountId) || string.IsNullOrEmpty(actor.SessionId) || now >= actor.SessionUntil ? Refusal.SessionEnded : null;
}

namespace PrivacyPortal.Services.Access;

/// <summary>C3: an assigned password opens the page that replaces it and nothing else, here too.</summary>
internal static class PasswordIsPersonal
{
    internal static Refusal? Check(Actor actor) => actor.HasPersonalPassword ? null : Refusal.PasswordNotPersonal;
}

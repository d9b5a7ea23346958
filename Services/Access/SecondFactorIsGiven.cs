namespace PrivacyPortal.Services.Access;

/// <summary>A session that owes its second factor reads nothing, here too.</summary>
internal static class SecondFactorIsGiven
{
    internal static Refusal? Check(Actor actor) => actor.SecondFactorOwed ? Refusal.SecondFactorOwed : null;
}

namespace PrivacyPortal.Services.Access;

/// <summary>C13: nobody opens their own or a relative's record in a role that is work, nor the plan's people a colleague's.</summary>
internal static class NobodyOpensTheirOwnAtWork
{
    internal static Refusal? Check(in AccessRequest request, Role role, Relationship relationship)
    {
        var bit = RoleSets.Bit(role);
        if ((bit & RoleSets.AtWork) == 0)
            return null;
        if (relationship.OwnOrRelative || request.Actor.OwnRecord == request.Subject)
            return Refusal.TooClose;
        return relationship.Colleague && (bit & RoleSets.OfThePlan) != 0 ? Refusal.TooClose : null;
    }
}

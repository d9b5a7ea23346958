namespace PrivacyPortal.Services.Access;

/// <summary>C13: where a rule asks for the member's own permission, a live one to this account names the category.</summary>
internal static class MemberPermits
{
    internal static Refusal? Check(ItemCondition condition, in AccessRequest request, Relationship relationship, DateTimeOffset now)
    {
        if ((condition & ItemCondition.MemberPermits) == 0)
            return null;
        foreach (var need in relationship.Needs)
        {
            if (need.Kind == NeedKind.MemberPermission && NeedIsLive.Check(need, request, now) is null)
                return null;
        }
        return Refusal.NotPermittedByMember;
    }
}

namespace PrivacyPortal.Services.Access;

/// <summary>C13: what the member asked to be closed is closed to every role; only a recorded emergency opens it.</summary>
internal static class MemberMayCloseTheRecord
{
    internal static Refusal? Check(in AccessRequest request, Role role, Need need, Relationship relationship, DateTimeOffset now)
    {
        if (need.Kind == NeedKind.Emergency)
            return null;
        foreach (var restriction in relationship.Restrictions)
        {
            if (restriction.From <= now && restriction.Categories.Holds(request.Category)
                && (restriction.Role is not { } bound || bound == role)
                && (restriction.Account is not { } account || account == need.Account))
                return Refusal.ClosedByMember;
        }
        return null;
    }
}

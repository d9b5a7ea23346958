using PrivacyPortal.Services.Access;

namespace PrivacyPortal.Services.Members;

/// <summary>Whether a decision of now leaves less than the one by which something is held: then it may not be held any longer (C13).</summary>
internal static class Narrowing
{
    internal static bool Takes(in AccessDecision held, in AccessDecision now) => !now.Allowed
        || now.Scope < held.Scope
        || (now.Condition & ~held.Condition) != 0
        || (now.Condition != ItemCondition.None && now.Items != held.Items)
        || (held.Labels & ~now.Labels) != 0;
}

using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Needs;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Components.Cases;

/// <summary>Kinds of cases, their terms, and why one was not opened or closed.</summary>
internal static class CaseWords
{
    private static readonly int[] Terms = [1, 7, 30, 90];

    internal static string Say(CaseKind kind) => kind switch
    {
        CaseKind.Claims => T("Claims"),
        CaseKind.Support => T("Support"),
        CaseKind.CareManagement => T("Care management"),
        CaseKind.PrivacyReview => T("Privacy review"),
    };

    internal static string Say(NeedRefusal refusal) => refusal switch
    {
        NeedRefusal.NotYourOffice => T("This account may not do that."),
        NeedRefusal.TooClose => T("At work, nobody opens their own, a colleague's or a relative's record. Someone else has to take this case."),
        NeedRefusal.BadPeriod => T("Such a case lasts at least a moment and no longer than it may."),
        NeedRefusal.NoSuchPerson => T("There is nobody of that name to whom it could be assigned."),
        NeedRefusal.SamePerson or NeedRefusal.BadCategories or NeedRefusal.AnotherEmergency or NeedRefusal.NotThere => T("There is no such case any more."),
        _ => T("That could not be done."),
    };

    /// <summary>The terms to choose from, the longest last.</summary>
    internal static IEnumerable<int> Days(CaseKind kind)
    {
        var longest = (int)CaseTerms.Of(kind).Longest.TotalDays;
        return Terms.Where(days => days < longest).Append(longest);
    }

    /// <summary>The kinds of case that are the work of these roles.</summary>
    internal static IReadOnlyList<CaseKind> Of(IReadOnlySet<Role> roles) =>
        [.. Enum.GetValues<CaseKind>().Where(kind => kind != CaseKind.PrivacyReview && roles.Contains(CaseTerms.Of(kind).Role))];
}

using PrivacyPortal.Services.Access;

namespace PrivacyPortal.Components.Account;

/// <summary>The parts of a record as its owner calls them.</summary>
internal static class CategoryWords
{
    internal static string Say(Category category) => category switch
    {
        Category.Identity => T("who you are"),
        Category.Coverage => T("coverage"),
        Category.Claims => T("claims"),
        Category.Services => T("visits and procedures"),
        Category.Medications => T("medicines"),
        Category.Clinical => T("conditions, allergies and immunizations"),
        Category.Results => T("results"),
        Category.Documents => T("documents"),
        Category.Messages => T("messages"),
    };
}

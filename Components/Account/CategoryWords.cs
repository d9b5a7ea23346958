using PrivacyPortal.Services.Access;

namespace PrivacyPortal.Components.Account;

/// <summary>The parts of a record as its owner calls them.</summary>
internal static class CategoryWords
{
    internal static string Say(Category category) => category switch
    {
        Category.Identity => "who you are",
        Category.Coverage => "coverage",
        Category.Claims => "claims",
        Category.Services => "visits and procedures",
        Category.Medications => "medicines",
        Category.Clinical => "conditions, allergies and immunizations",
        Category.Results => "results",
        Category.Documents => "documents",
        Category.Messages => "messages",
    };
}

namespace PrivacyPortal.Services.Access;

/// <summary>A set of categories, as a need or a restriction names them.</summary>
[Flags]
public enum Categories
{
    None = 0,
    Identity = 1 << Category.Identity,
    Coverage = 1 << Category.Coverage,
    Claims = 1 << Category.Claims,
    Services = 1 << Category.Services,
    Medications = 1 << Category.Medications,
    Clinical = 1 << Category.Clinical,
    Results = 1 << Category.Results,
    Documents = 1 << Category.Documents,
    Messages = 1 << Category.Messages,
    All = (1 << (Category.Messages + 1)) - 1,
}

public static class CategorySets
{
    /// <summary>Whether a set holds a category; a category that does not exist is in no set.</summary>
    public static bool Holds(this Categories set, Category category) =>
        (uint)category <= (uint)Category.Messages && ((int)set & (1 << (int)category)) != 0;

    /// <summary>The set with one category in it.</summary>
    public static Categories AsSet(this Category category) =>
        (uint)category <= (uint)Category.Messages ? (Categories)(1 << (int)category) : Categories.None;

    /// <summary>The categories of a set, in their order.</summary>
    public static IEnumerable<Category> Each(this Categories set) => Enum.GetValues<Category>().Where(category => set.Holds(category));
}

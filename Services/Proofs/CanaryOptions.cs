namespace PrivacyPortal.Services.Proofs;

/// <summary>Marks that stand in the record of a test member and nowhere else. From <c>Canary:*</c>: the portal looks for them where it could have written.</summary>
public sealed class CanaryOptions
{
    public const string Section = "Canary";

    /// <summary>Words of a made-up person's record, of eight characters or more. None: nothing is looked for, and the page says so.</summary>
    public IList<string> Marks { get; } = [];

    /// <summary>Folders to search beside the portal's own data and the temporary folder, such as where logs go.</summary>
    public IList<string> Folders { get; } = [];
}

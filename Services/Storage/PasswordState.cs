namespace PrivacyPortal.Services.Storage;

/// <summary>Whose an account's password is.</summary>
public enum PasswordState
{
    /// <summary>There is none: the account cannot sign in until one is assigned.</summary>
    None,

    /// <summary>The plan assigned it; it opens only the page that replaces it (C3).</summary>
    Assigned,

    /// <summary>The account's owner chose it and nobody else knows it (C2).</summary>
    Personal,

    /// <summary>It no longer opens anything, and its hash is gone: someone else may know it, or it was guessed at too often. Only a new assignment helps (C8).</summary>
    Closed,
}

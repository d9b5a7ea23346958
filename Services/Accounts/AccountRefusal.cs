namespace PrivacyPortal.Services.Accounts;

/// <summary>Why an account was not made.</summary>
public enum AccountRefusal
{
    BadUserName,
    NameTaken,
    NoRole,
}

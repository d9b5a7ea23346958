namespace PrivacyPortal.Services.Passwords;

/// <summary>A password that someone wants, typed twice. Prints nothing.</summary>
/// <param name="Password">As typed: any Unicode, not trimmed, not cut.</param>
/// <param name="Confirmation">The second field.</param>
/// <param name="UserName">The account's sign-in name, which the password must not hold.</param>
public sealed record NewPassword(string Password, string Confirmation, string UserName)
{
    public override string ToString() => nameof(NewPassword);
}

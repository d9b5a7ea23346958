namespace PrivacyPortal.Services.SignIn;

/// <summary>The fields of a change of password, as typed; the code where the account has a second factor. Prints nothing.</summary>
public sealed record PasswordChange(string Current, string Password, string Confirmation, string? Code = null)
{
    public override string ToString() => nameof(PasswordChange);
}

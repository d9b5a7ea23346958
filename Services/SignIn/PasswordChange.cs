namespace PrivacyPortal.Services.SignIn;

/// <summary>The three fields of a change of password, as typed. Prints nothing.</summary>
public sealed record PasswordChange(string Current, string Password, string Confirmation)
{
    public override string ToString() => nameof(PasswordChange);
}

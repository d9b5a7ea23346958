namespace PrivacyPortal.Services.SignIn;

/// <summary>Where a try to sign in comes from, as the connection shows it. Neither part is stored; their keyed digests are.</summary>
/// <param name="Source">The address of the connection; what a header claims does not count.</param>
/// <param name="DeviceCookie">What the browser brought as a known device, if anything.</param>
public sealed record SignInOrigin(string? Source, string? DeviceCookie)
{
    public override string ToString() => nameof(SignInOrigin);
}

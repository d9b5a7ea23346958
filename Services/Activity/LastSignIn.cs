namespace PrivacyPortal.Services.Activity;

/// <summary>The sign-in before the present one, and the wrong tries after it.</summary>
/// <param name="At">Null when the present one is the first.</param>
/// <param name="On">The device in words.</param>
/// <param name="WrongTriesSince">Tries that were refused since, whether looked at or not.</param>
public sealed record LastSignIn(DateTimeOffset? At, string? On, int WrongTriesSince)
{
    public override string ToString() => nameof(LastSignIn);
}

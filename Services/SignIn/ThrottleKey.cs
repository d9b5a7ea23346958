namespace PrivacyPortal.Services.SignIn;

/// <summary>The key of the throttle's digests and of device cookies; kept outside the store, so that the store alone tells no typed name.</summary>
public sealed record ThrottleKey(ReadOnlyMemory<byte> Value)
{
    public override string ToString() => nameof(ThrottleKey);
}

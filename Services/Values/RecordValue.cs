namespace PrivacyPortal.Services.Values;

/// <summary>Anything read from a member's record. It prints its type's name only, so that no log, exception or trace can carry a value (C11).</summary>
public abstract record RecordValue
{
    public sealed override string ToString() => GetType().Name;
}

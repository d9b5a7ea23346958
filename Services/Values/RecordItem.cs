namespace PrivacyPortal.Services.Values;

/// <summary>One resource of a record, as pages need it. <see cref="Id"/> is for keys in memory; it never goes into a URL (C11).</summary>
/// <param name="Id">The resource's logical id in the record system.</param>
/// <param name="Labels">Its sensitivity, from <c>meta.security</c>.</param>
public abstract record RecordItem(string Id, Sensitivity Labels) : RecordValue
{
    /// <summary>The practitioners (<c>Practitioner/{id}</c>) or the case that the entry is of. Who may see only their own is shown no entry without one.</summary>
    public IReadOnlyList<string> Owners { get; init; } = [];
}

using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Members;

/// <summary>
/// Whose record a visit has open besides the viewer's own, and why: one at a time, for one purpose (C13). A handle of the visit that opened it: once that
/// closes it or opens another, it opens nothing again.
/// </summary>
public sealed class OpenRecord
{
    internal OpenRecord(PatientId subject, PurposeOfUse purpose, Sensitivity labels, string? need) => (Subject, Purpose, Labels, Need) = (subject, purpose, labels, need);

    public PatientId Subject { get; }

    public PurposeOfUse Purpose { get; }

    /// <summary>The sensitive labels that are asked for as well.</summary>
    public Sensitivity Labels { get; }

    /// <summary>The id of the need that was stated: nothing opens by another. Null when the work itself states it.</summary>
    public string? Need { get; }

    public override string ToString() => nameof(OpenRecord);
}

using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Access;

/// <summary>Why one account may look at one member's record for a while. Opaque references and closed words: no text about a member (C11, C13).</summary>
/// <param name="Id">The need's own id.</param>
/// <param name="Kind">What makes it a need.</param>
/// <param name="Account">Whose need it is.</param>
/// <param name="Subject">Whose record it opens.</param>
/// <param name="Purpose">The one purpose it is for.</param>
/// <param name="Categories">The categories that it names.</param>
/// <param name="Sensitivity">The sensitive labels that it names; a label that it does not name stays closed.</param>
/// <param name="From">Its first moment.</param>
/// <param name="Until">The first moment at which it is over.</param>
/// <param name="EstablishedBy">The account that established it, or <c>records</c> for the record system.</param>
/// <param name="EvidenceRef">What shows it: a case, or a resource of the record system.</param>
public sealed record Need(
    string Id, NeedKind Kind, string Account, PatientId Subject, PurposeOfUse Purpose, Categories Categories, Sensitivity Sensitivity,
    DateTimeOffset From, DateTimeOffset Until, string EstablishedBy, string? EvidenceRef)
{
    /// <summary>The practitioner of the record system on whose behalf the account looks, when it is a practice's need.</summary>
    public string? OnBehalfOf { get; init; }

    public override string ToString() => nameof(Need);
}

namespace PrivacyPortal.Services.Records;

/// <summary>Whether a list is whole. A page that shows an incomplete one says so in words.</summary>
/// <param name="Shown">Entries shown.</param>
/// <param name="Stated">How many the record system says there are; null when it does not say.</param>
/// <param name="Unreadable">Entries left out because they could not be read.</param>
/// <param name="NotTheirs">Entries left out because they are not this member's; more than zero is a fault of the record system.</param>
/// <param name="CutOff">True when a later page failed, a next link was not followed, or the page limit was reached.</param>
public readonly record struct Completeness(int Shown, int? Stated, int Unreadable, int NotTheirs, bool CutOff)
{
    /// <summary>Everything that the record system says it has is here.</summary>
    public bool Whole => !CutOff && Unreadable == 0 && (Stated is not { } stated || stated <= Shown + NotTheirs);
}

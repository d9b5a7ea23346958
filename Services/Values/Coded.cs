namespace PrivacyPortal.Services.Values;

/// <summary>A code or CodeableConcept. An unknown code is shown as its code, a withheld one is said to be withheld.</summary>
/// <param name="Text">The source's words: <c>text</c>, else the first <c>display</c> among its codings; null when it has none.</param>
/// <param name="Code">The code of the coding that stands for it: the first, unless a reader prefers another system.</param>
/// <param name="System">That coding's system.</param>
/// <param name="Masked">True when the source withholds the value (data-absent-reason <c>masked</c>).</param>
public sealed record Coded(string? Text, string? Code, string? System, bool Masked = false) : RecordValue
{
    /// <summary>What a page shows: words, else the code; null when there is neither.</summary>
    public string? Label => Masked ? null : Text ?? Code;
}

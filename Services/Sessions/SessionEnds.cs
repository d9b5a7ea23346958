namespace PrivacyPortal.Services.Sessions;

/// <summary>The two ends of a session.</summary>
/// <param name="IfIdle">When it ends if nothing more is done.</param>
/// <param name="AtLatest">When it ends whatever is done.</param>
public sealed record SessionEnds(DateTimeOffset IfIdle, DateTimeOffset AtLatest)
{
    /// <summary>Whichever comes first.</summary>
    public DateTimeOffset Next => IfIdle < AtLatest ? IfIdle : AtLatest;
}

namespace PrivacyPortal.Services.WhoLooked;

/// <summary>Which looks a member wants to see.</summary>
/// <param name="Most">At most this many lines, the newest.</param>
/// <param name="Refused">Also those who were refused.</param>
/// <param name="OthersOnly">Without the member's own.</param>
public sealed record LooksAsked(int Most, bool Refused = false, bool OthersOnly = false);

/// <summary>The newest looks first.</summary>
/// <param name="Items">One line for each visit.</param>
/// <param name="More">Whether there are older ones.</param>
/// <param name="AnyoneElse">Whether anybody but the member has ever opened a part of the record, however many are shown.</param>
public sealed record Looks(IReadOnlyList<Look> Items, bool More, bool AnyoneElse)
{
    public override string ToString() => nameof(Looks);
}

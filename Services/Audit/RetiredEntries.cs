namespace PrivacyPortal.Services.Audit;

/// <summary>
/// Entries are kept six years. Then whole signed stretches, from the first row on, may be moved to an archive: the row stays with its place and its hash, so
/// that the tree, its roots and every proof remain what they were, and <c>{}</c> stands where the entry was.
/// </summary>
internal static class RetiredEntries
{
    /// <summary>What stands in place of an entry that was moved to an archive.</summary>
    internal static ReadOnlySpan<byte> Nothing => "{}"u8;

    /// <summary>The rows whose entry is still there, as a condition of a query.</summary>
    internal const string StillThere = "length(\"Entry\") > 2";

    internal static bool Is(ReadOnlySpan<byte> entry) => entry.SequenceEqual(Nothing);

    /// <summary>Signed before this, a stretch may be retired.</summary>
    internal static DateTimeOffset Before(DateTimeOffset now) => now.AddYears(-6);
}

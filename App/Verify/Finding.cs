namespace PrivacyPortal.App.Verify;

/// <summary>One line of a verification: the clause, what was looked at, whether it is as promised, and what was seen.</summary>
internal sealed record Finding(string Clause, string Check, Verdict Verdict, string Seen);

internal enum Verdict
{
    Pass,
    Fail,

    /// <summary>Could not be looked at from here; never counted as passed.</summary>
    NotChecked,
}

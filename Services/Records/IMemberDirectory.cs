using PrivacyPortal.Services.Access;

namespace PrivacyPortal.Services.Records;

/// <summary>
/// Finds one member by exact identifiers, for someone at work. It answers with an opaque reference or with nothing, never with a list and never with what
/// the record says; there is no search by name (C13).
/// </summary>
public interface IMemberDirectory
{
    /// <summary>The one member with this number and this birth date.</summary>
    Task<FoundMember> FindAsync(MemberIdentifiers identifiers, CancellationToken cancel);
}

/// <summary>The member, null when there is none or more than one, or why the record system did not say.</summary>
public readonly record struct FoundMember(PatientId? Subject, RecordProblem? Problem)
{
    public override string ToString() => nameof(FoundMember);
}

/// <summary>A member number and a birth date, whole and as the plan writes them. Prints nothing (C11).</summary>
public sealed record MemberIdentifiers
{
    private MemberIdentifiers(string number, DateOnly born) => (Number, Born) = (number, born);

    internal string Number { get; }

    internal DateOnly Born { get; }

    /// <summary>Takes what was typed; null when it cannot be a number and a date.</summary>
    public static MemberIdentifiers? From(string? number, DateOnly? born) =>
        number?.Trim() is { Length: >= 4 and <= 64 } whole && whole.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.') && born is { } day ? new(whole, day) : null;

    public override string ToString() => nameof(MemberIdentifiers);
}

namespace PrivacyPortal.Services.Records;

/// <summary>
/// How the plan reaches a person, read from the record system at the moment it is needed and kept nowhere: the address a letter goes to, the numbers a
/// desk calls back. Letters leave the portal here, into the record system, whose people print and post them (C7, C11).
/// </summary>
public interface IContactOfRecord
{
    /// <summary>Name and address as they are written on a letter; both null when the record has no address.</summary>
    Task<(Addressee? To, RecordProblem? Problem)> AddresseeAsync(ContactErrand errand, CancellationToken cancel);

    /// <summary>The telephone numbers of record.</summary>
    Task<(CallBack? Numbers, RecordProblem? Problem)> TelephoneAsync(ContactErrand errand, CancellationToken cancel);

    /// <summary>The Patient ids that have exactly this member number, two at most.</summary>
    Task<(IReadOnlyList<Access.PatientId> Found, RecordProblem? Problem)> FindAsync(string memberNumber, CancellationToken cancel);

    /// <summary>Hands a letter over, under an identifier of its own.</summary>
    Task<LetterAnswer> PostLetterAsync(ContactErrand errand, Guid letter, ReadOnlyMemory<byte> page, CancellationToken cancel);

    /// <summary>Whether the record system has the letter; null when it cannot say.</summary>
    Task<bool?> HasLetterAsync(Guid letter, CancellationToken cancel);
}

/// <summary>Whom a letter is addressed to. Prints nothing (C11).</summary>
public sealed record Addressee(string Name, IReadOnlyList<string> Lines)
{
    public override string ToString() => nameof(Addressee);
}

/// <summary>The numbers to call back. Prints nothing (C11).</summary>
/// <param name="Numbers">In the record's own order of preference.</param>
/// <param name="ChangedLately">The record was changed in the last ten days, or does not say: a number or an address may be an impostor's.</param>
public sealed record CallBack(IReadOnlyList<string> Numbers, bool ChangedLately)
{
    public override string ToString() => nameof(CallBack);
}

/// <summary>What became of a letter.</summary>
public enum LetterAnswer
{
    Taken,

    /// <summary>The record system will not take it.</summary>
    Refused,

    /// <summary>The connection broke or it failed: it may have the letter, or not.</summary>
    Unknown,
}

using PrivacyPortal.Services.Access;

namespace PrivacyPortal.Services.Records;

/// <summary>Where the words of a concern and of its answer are: in the record system and nowhere else (C11, C14).</summary>
public interface IConcernWords
{
    /// <summary>Writes them down there and says where they are, or why they are not.</summary>
    Task<WordsWritten> WriteAsync(ConcernLetter letter, CancellationToken cancel);

    /// <summary>Reads them, for someone whose reading stands in the audit.</summary>
    Task<WordsRead> ReadAsync(ConcernErrand errand, CancellationToken cancel);
}

/// <summary>What is written down: about whose record, if anyone's, under which number, in answer to what. Prints nothing (C11).</summary>
public sealed record ConcernLetter(PatientId? Subject, string Number, string Words)
{
    /// <summary>The places in the audit that it is about.</summary>
    public IReadOnlyList<long> Entries { get; init; } = [];

    /// <summary>Type and id of what it answers; null for the concern itself.</summary>
    public string? Answers { get; init; }

    public override string ToString() => nameof(ConcernLetter);
}

/// <summary>Type and id of what was written, or why it was not.</summary>
public readonly record struct WordsWritten(string? Reference, RecordProblem? Problem)
{
    public override string ToString() => nameof(WordsWritten);
}

/// <summary>The words, or why they could not be read. Prints nothing (C11).</summary>
public readonly record struct WordsRead(string? Words, RecordProblem? Problem)
{
    public override string ToString() => nameof(WordsRead);
}

using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Records;

/// <summary>Where messages and requests are: in the record system and nowhere else (C11, C14). A request is a Task of its member, each text a Communication that is part of it.</summary>
public interface IRequestMail
{
    /// <summary>Makes the request there and says where it is.</summary>
    Task<WordsWritten> BeginAsync(RequestTask request, CancellationToken cancel);

    /// <summary>Says there how far it has come.</summary>
    Task<WordsWritten> UpdateAsync(string reference, RequestTask request, CancellationToken cancel);

    /// <summary>Writes one text of it.</summary>
    Task<WordsWritten> WriteAsync(RequestLetter letter, CancellationToken cancel);

    /// <summary>Reads the texts of one request, for someone whose reading stands in the audit.</summary>
    Task<Fetched<IReadOnlyList<Message>>> ReadAsync(RequestErrand errand, CancellationToken cancel);
}

/// <summary>A request as its Task: closed words, references and instants. Prints nothing (C11).</summary>
public sealed record RequestTask(PatientId Subject, string Number, RequestKind Kind, RequestState State, DateTimeOffset MadeAt, DateTimeOffset AnswerBy)
{
    /// <summary>The case that works on it.</summary>
    public string? CaseId { get; init; }

    /// <summary>Type and id of the claim that it is about.</summary>
    public string? Claim { get; init; }

    public override string ToString() => nameof(RequestTask);
}

/// <summary>One text on its way. Prints nothing (C11).</summary>
public sealed record RequestLetter(PatientId Subject, string Number, string Task, bool FromMember, string Words)
{
    public override string ToString() => nameof(RequestLetter);
}

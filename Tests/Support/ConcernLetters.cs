using PrivacyPortal.Services.Records;

namespace PrivacyPortal.Tests.Support;

/// <summary>A record system's letters in memory: it takes what is written, gives it back, and fails when told to.</summary>
internal sealed class ConcernLetters(TimeProvider clock) : IConcernWords
{
    public List<ConcernLetter> Written { get; } = [];

    public bool Broken { get; set; }

    public Task<WordsWritten> WriteAsync(ConcernLetter letter, CancellationToken cancel)
    {
        if (Broken)
            return Task.FromResult(new WordsWritten(null, RecordProblem.Unreachable));
        Written.Add(letter);
        return Task.FromResult(new WordsWritten($"Communication/{Written.Count - 1}", null));
    }

    public Task<WordsRead> ReadAsync(ConcernErrand errand, CancellationToken cancel)
    {
        var (subject, number, reference) = errand.Open(clock.GetUtcNow());
        var letter = Written[int.Parse(reference.Split('/')[1], System.Globalization.CultureInfo.InvariantCulture)];
        Assert.Equal((letter.Subject, letter.Number), (subject, number));
        return Task.FromResult(new WordsRead(letter.Words, null));
    }
}

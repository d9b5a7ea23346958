using PrivacyPortal.Services.Records;
using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Tests.Support;

/// <summary>A record system's requests and texts in memory: it takes what is written, gives it back, and fails when told to.</summary>
internal sealed class RequestLetters(TimeProvider clock) : IRequestMail
{
    public List<RequestLetter> Written { get; } = [];

    public List<RequestTask> Tasks { get; } = [];

    public bool Broken { get; set; }

    public Task<WordsWritten> BeginAsync(RequestTask request, CancellationToken cancel)
    {
        if (Broken)
            return Task.FromResult(new WordsWritten(null, RecordProblem.Unreachable));
        Tasks.Add(request);
        return Task.FromResult(new WordsWritten($"Task/{Tasks.Count - 1}", null));
    }

    public Task<WordsWritten> UpdateAsync(string reference, RequestTask request, CancellationToken cancel)
    {
        if (Broken)
            return Task.FromResult(new WordsWritten(null, RecordProblem.Unreachable));
        Tasks[int.Parse(reference.Split('/')[1], System.Globalization.CultureInfo.InvariantCulture)] = request;
        return Task.FromResult(new WordsWritten(reference, null));
    }

    public Task<WordsWritten> WriteAsync(RequestLetter letter, CancellationToken cancel)
    {
        if (Broken)
            return Task.FromResult(new WordsWritten(null, RecordProblem.Unreachable));
        Written.Add(letter);
        return Task.FromResult(new WordsWritten($"Communication/{Written.Count - 1}", null));
    }

    public Task<Fetched<IReadOnlyList<Message>>> ReadAsync(RequestErrand errand, CancellationToken cancel)
    {
        var (subject, number) = errand.Open(clock.GetUtcNow());
        IReadOnlyList<Message> found = [.. Written.Where(one => one.Subject == subject && one.Number == number)
            .Select((one, place) => new Message($"{place}", Sensitivity.None) { Number = number, FromMember = one.FromMember, Words = one.Words })];
        return Task.FromResult(Fetched.From(found, new Completeness(found.Count, null, 0, 0, false), clock.GetUtcNow()));
    }
}

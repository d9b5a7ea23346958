namespace PrivacyPortal.Services.Records.Fhir;

/// <summary>What one request brought: bytes, or a problem.</summary>
/// <param name="Body">The bytes, to be disposed; null when there is a problem.</param>
/// <param name="Problem">Why there are none.</param>
/// <param name="Gone">404 or 410: of a next link, that it has expired.</param>
internal sealed record Answer(AnswerBuffer? Body, RecordProblem? Problem, bool Gone = false) : IDisposable
{
    public void Dispose() => Body?.Dispose();

    public override string ToString() => nameof(Answer);
}

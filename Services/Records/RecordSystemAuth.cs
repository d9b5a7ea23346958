namespace PrivacyPortal.Services.Records;

/// <summary>
/// The portal's own access to the record system: a bearer token, or SMART Backend Services, or a client certificate; a certificate may also stand beside one
/// of the others. Sent to the configured address and to no other.
/// </summary>
public sealed class RecordSystemAuth
{
    /// <summary>A bearer token that somebody else renews.</summary>
    public string Bearer { get; set; } = "";

    public SmartAccess Smart { get; set; } = new();

    public ClientCertificate Certificate { get; set; } = new();

    internal IEnumerable<string> Problems()
    {
        var fixedToken = !string.IsNullOrWhiteSpace(Bearer);
        if (fixedToken && Smart.IsSet)
            yield return "Records:Auth:Bearer and Records:Auth:Smart:ClientId are two answers to one question: set one of them.";
        if (fixedToken ? Bearer.Any(c => c is <= ' ' or > '~') : !Smart.IsSet && !Certificate.IsSet)
            yield return "Records:Auth:Bearer must be the token the record system knows the portal by, in printable ASCII without spaces; or set Records:Auth:Smart or Records:Auth:Certificate.";
        foreach (var problem in Smart.Problems())
            yield return problem;
    }

    /// <summary>What is wrong with the files that the settings name; looked at once, at the start.</summary>
    public IEnumerable<string> FileProblems() => Smart.FileProblems().Concat(Certificate.FileProblems());
}

using PrivacyPortal.Services.Records.Transport;

namespace PrivacyPortal.Services.Records;

/// <summary>SMART Backend Services: the portal proves who it is with a key of its own and is given tokens of some minutes.</summary>
public sealed class SmartAccess
{
    /// <summary>The name the record system registered the portal under; empty: SMART is not used.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>The private key (PEM): elliptic on P-384, signed with ES384, or RSA of 2048 bits or more, signed with RS384.</summary>
    public string KeyPath { get; set; } = "";

    /// <summary>The key's id in the key set that was registered.</summary>
    public string KeyId { get; set; } = "";

    /// <summary>What is asked for: reading every type, and writing what the portal creates.</summary>
    public string Scope { get; set; } = "system/*.rs system/Communication.c";

    internal bool IsSet => ClientId.Length > 0;

    internal IEnumerable<string> Problems()
    {
        if (!IsSet)
            yield break;
        if (KeyPath.Length == 0)
            yield return "Records:Auth:Smart:KeyPath must name the portal's private key (PEM).";
        if (KeyId.Length == 0)
            yield return "Records:Auth:Smart:KeyId must be the key's id in the registered key set.";
        if (string.IsNullOrWhiteSpace(Scope))
            yield return "Records:Auth:Smart:Scope must not be empty.";
    }

    internal IEnumerable<string> FileProblems()
    {
        if (!IsSet || KeyPath.Length == 0)
            yield break;
        if (!File.Exists(KeyPath))
            yield return "Records:Auth:Smart:KeyPath names a file that is not there.";
        else if (PortalKey.Problem(KeyPath) is { } problem)
            yield return problem;
    }
}

namespace PrivacyPortal.App.Operations;

/// <summary>Where the portal's own figures go: an OTLP collector of the plan. From <c>Telemetry:*</c>. Off until an endpoint is set (C15).</summary>
internal sealed class TelemetryOptions
{
    public const string Section = "Telemetry";

    /// <summary>The collector's base address for OTLP over HTTP, such as <c>https://collector.plan.example:4318</c>; https, unless it is on this machine.</summary>
    public string Endpoint { get; set; } = "";

    /// <summary>Headers that the collector asks for, as <c>name=value,name=value</c>; a secret.</summary>
    public string Headers { get; set; } = "";

    /// <summary>How the portal names itself there.</summary>
    public string ServiceName { get; set; } = "privacyportal";

    internal bool IsSet => Endpoint.Length > 0;

    internal Uri? Address => Uri.TryCreate(Endpoint.TrimEnd('/') + "/", UriKind.Absolute, out var address) ? address : null;

    /// <summary>Every problem with them, each naming its setting and none its value.</summary>
    public IEnumerable<string> Problems()
    {
        if (!IsSet)
            yield break;
        if (Address is not { } address || address.Query.Length > 0 || address.UserInfo.Length > 0
            || !(address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
            yield return $"{Section}:Endpoint must be an absolute https address without user or query (http on this machine only).";
        if (Headers.Length > 0 && Headers.Split(',').Any(header => header.Split('=') is not [{ Length: > 0 }, { Length: > 0 }, ..]))
            yield return $"{Section}:Headers must be name=value, separated by commas.";
        if (string.IsNullOrWhiteSpace(ServiceName))
            yield return $"{Section}:ServiceName must not be empty.";
    }
}

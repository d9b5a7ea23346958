using PrivacyPortal.Services.Records.Fhir;

namespace PrivacyPortal.Services.Records.Transport;

/// <summary>What a request is, for those it passes on its way out: whether it only reads, and until when its answer is of use.</summary>
internal sealed record Asking(bool Reads, Deadline Deadline)
{
    private static readonly HttpRequestOptionsKey<Asking> Key = new(nameof(Asking));

    internal static Asking? Of(HttpRequestMessage? request) => request is not null && request.Options.TryGetValue(Key, out var asking) ? asking : null;

    internal static bool IsRead(HttpRequestMessage? request) => Of(request)?.Reads == true;

    public override string ToString() => nameof(Asking);

    internal void Mark(HttpRequestMessage request) => request.Options.Set(Key, this);
}

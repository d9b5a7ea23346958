namespace PrivacyPortal.App.Operations;

/// <summary>What is ready, part by part. Closed words: nothing of anybody fits in.</summary>
/// <param name="Serving">False once the portal was told to stop.</param>
/// <param name="Store">The store can be asked and changed.</param>
/// <param name="Keys">The key ring seals and opens.</param>
/// <param name="Audit">The log is what it was and is being signed.</param>
/// <param name="Disk">There is room.</param>
/// <param name="Records">The record system answered lately; null: not yet asked. Said, and not needed for "ready".</param>
internal sealed record ReadinessReport(bool Serving, bool Store, bool Keys, bool Audit, bool Disk, bool? Records)
{
    internal bool Ready => Serving && Store && Keys && Audit && Disk;

    internal string Json()
    {
        var parts = new[] { ("serving", Serving), ("store", Store), ("keys", Keys), ("audit", Audit), ("disk", Disk) };
        var state = !Serving ? "draining" : !Ready ? "not ready" : Records == false ? "degraded" : "ready";
        var records = Records switch { true => "good", false => "not reached", null => "not asked" };
        return $$"""{"state":"{{state}}",{{string.Join(',', parts.Select(part => $"\"{part.Item1}\":\"{(part.Item2 ? "good" : "not good")}\""))}},"records":"{{records}}"}""" + "\n";
    }
}

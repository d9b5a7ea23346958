using System.Net;

namespace PrivacyPortal.App.Operations;

/// <summary>Where a watcher or a load balancer asks how the portal is. From <c>Health:*</c>. Off until a port is set: the public ports never answer it.</summary>
internal sealed class HealthOptions
{
    public const string Section = "Health";

    /// <summary>The private address: this machine, unless an orchestrator asks from outside.</summary>
    public string Address { get; set; } = "127.0.0.1";

    /// <summary>The private port; not set: nobody is answered; 0: one that the system chooses.</summary>
    public int? Port { get; set; }

    /// <summary>How long a portal that is told to stop says "not ready" and still serves, so that new visitors are sent elsewhere first.</summary>
    public int DrainSeconds { get; set; }

    /// <summary>With less room on the data's disk, in MiB, the portal is not ready: a full disk refuses every audited act.</summary>
    public int LeastFreeMiB { get; set; } = 256;

    /// <summary>Every problem with them, each naming its setting.</summary>
    public IEnumerable<string> Problems()
    {
        if (!IPAddress.TryParse(Address, out _))
            yield return $"{Section}:Address must be an IP address of this machine.";
        if (Port is < 0 or > 65535)
            yield return $"{Section}:Port must be 0 to 65535, or not set.";
        if (DrainSeconds is < 0 or > 600)
            yield return $"{Section}:DrainSeconds must be 0 to 600.";
        if (LeastFreeMiB is < 0 or > 1024 * 1024)
            yield return $"{Section}:LeastFreeMiB must be 0 to 1048576.";
    }
}

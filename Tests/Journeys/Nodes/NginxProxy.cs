using System.Diagnostics;
using PrivacyPortal.Journeys.Support;

namespace PrivacyPortal.Journeys.Nodes;

/// <summary>nginx with the file of the deploy folder, in which only the places that it marks are this test's: names, ports, certificates, logs.</summary>
internal sealed class NginxProxy : IDisposable
{
    private const string Program = "/usr/sbin/nginx";

    private readonly string folder = Directory.CreateTempSubdirectory("portal-nginx-").FullName;
    private readonly Process process;

    internal NginxProxy(string certificate, string key, Uri nodeA, Uri nodeB)
    {
        var (https, http) = (LoopbackPort.Free(), LoopbackPort.Free());
        Address = new Uri($"https://localhost:{https}/");
        var text = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "deploy", "nginx.conf"));
        foreach (var (theirs, ours) in (IEnumerable<(string, string)>)
        [
            ("/run/nginx.pid", Path.Combine(folder, "pid")), ("/var/log/nginx/error.log", Path.Combine(folder, "error.log")), ("/var/log/nginx/portal.log", Path.Combine(folder, "portal.log")),
            ("node-a.internal:8443", nodeA.Authority.Replace("localhost", "127.0.0.1", StringComparison.Ordinal)), ("node-b.internal:8443", nodeB.Authority.Replace("localhost", "127.0.0.1", StringComparison.Ordinal)),
            ("listen 80 default_server", $"listen 127.0.0.1:{http} default_server"), ("listen 443 ssl", $"listen 127.0.0.1:{https} ssl"), ("server_name portal.example", "server_name localhost"),
            ("/etc/portal/tls/portal.crt", certificate), ("/etc/portal/tls/portal.key", key), ("/etc/portal/tls/nodes.crt", certificate), ("portal-nodes.internal", "localhost"),
        ])
        {
            if (!text.Contains(theirs, StringComparison.Ordinal))
                throw new InvalidOperationException($"deploy/nginx.conf no longer says {theirs}.");
            text = text.Replace(theirs, ours, StringComparison.Ordinal);
        }
        var file = Path.Combine(folder, "nginx.conf");
        File.WriteAllText(file, text.Replace("http {", $"http {{\n{string.Concat(new[] { "client_body", "proxy", "fastcgi", "uwsgi", "scgi" }.Select(kind => $"{kind}_temp_path {folder}/{kind};\n"))}", StringComparison.Ordinal));
        process = Process.Start(new ProcessStartInfo(Program, ["-p", folder, "-c", file, "-g", "daemon off;"]))!;
        AppDomain.CurrentDomain.ProcessExit += KillAtExit;
    }

    /// <summary>Why none can be started here; null when one can.</summary>
    internal static string? WhyNot => File.Exists(Program) ? null : $"Skipped: {Program} is not there.";

    internal Uri Address { get; }

    /// <summary>The port of the node that answered last.</summary>
    internal int LastNode() => int.Parse(File.ReadAllLines(Path.Combine(folder, "portal.log"))[^1].Split(' ')[3].Split(':')[^1], System.Globalization.CultureInfo.InvariantCulture);

    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= KillAtExit;
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private void KillAtExit(object? sender, EventArgs e) => process.Kill(entireProcessTree: true);
}

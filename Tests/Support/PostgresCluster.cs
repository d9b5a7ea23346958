using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PrivacyPortal.Tests.Support;

/// <summary>A PostgreSQL of the test's own, from Debian's programs: a fresh cluster in a folder of its own, on a free port of the loopback, with TLS. Never the machine's.</summary>
internal sealed class PostgresCluster : IDisposable
{
    private const string Administrator = "boss";

    private static readonly string? Programs = Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin")).LastOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")))
        : null;

    private readonly string folder = Directory.CreateTempSubdirectory("portal-pg-").FullName;
    private readonly string password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));

    internal PostgresCluster()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        WriteCertificate();
        File.WriteAllText(PasswordFile, password);
        if (Environment.UserName == "root")
            Run("chown", ["-R", "postgres", folder]);
        // the certificate is for everybody to read, its key is not
        Run("chmod", ["701", folder]);
        AsServer("initdb", "-D", Data, "-A", "scram-sha-256", "-U", Administrator, "--pwfile", PasswordFile, "-E", "UTF8", "--locale=C", "--no-sync");
        File.AppendAllText(Path.Combine(Data, "postgresql.conf"), $"""
            listen_addresses = '127.0.0.1'
            max_connections = 400
            port = {Port}
            unix_socket_directories = '{folder}'
            ssl = on
            ssl_cert_file = '{Certificate}'
            ssl_key_file = '{Path.Combine(folder, "server.key")}'

            """);
        Start();
        AppDomain.CurrentDomain.ProcessExit += StopAtExit;
    }

    /// <summary>Why none can be started here; null when one can.</summary>
    internal static string? WhyNot => Programs is null ? "Skipped: PostgreSQL's programs are not there." : null;

    internal int Port { get; }

    /// <summary>The certificate by which the server is known.</summary>
    internal string Certificate => Path.Combine(folder, "server.crt");

    private string Data => Path.Combine(folder, "data");

    private string PasswordFile => Path.Combine(folder, "password");

    /// <summary>How a role reaches a database; by way of another port of the loopback when one is given.</summary>
    internal string Connection(string database, string? role = null, string? its = null, int? by = null) =>
        $"Host=localhost;Port={by ?? Port};Database={database};Username={role ?? Administrator};Password={its ?? password};SSL Mode=VerifyFull;Root Certificate={Certificate}";

    internal void Start() => AsServer("pg_ctl", "-D", Data, "-l", Path.Combine(folder, "log"), "-w", "start");

    internal void Stop(string how = "fast") => AsServer("pg_ctl", "-D", Data, "-m", how, "-w", "stop");

    /// <summary>Runs a file or a statement as the cluster's administrator, and returns what it printed.</summary>
    internal string Psql(string database, params string[] arguments)
    {
        var start = new ProcessStartInfo("psql") { Environment = { ["PGPASSWORD"] = password } };
        return Run(start, [$"host=localhost port={Port} user={Administrator} dbname={database} sslmode=verify-full sslrootcert={Certificate}", "-qAt", "-v", "ON_ERROR_STOP=1", .. arguments]);
    }

    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= StopAtExit;
        Stop("immediate");
        Directory.Delete(folder, recursive: true);
    }

    private void StopAtExit(object? sender, EventArgs e) => Dispose();

    private void AsServer(string program, params string[] arguments)
    {
        var full = Path.Combine(Programs!, program);
        if (Environment.UserName == "root") // which the server refuses to be
            Run("setpriv", ["--reuid", "postgres", "--regid", "postgres", "--clear-groups", full, .. arguments]);
        else
            Run(full, arguments);
    }

    private string Run(string program, string[] arguments) => Run(new ProcessStartInfo(program), arguments);

    // through a file: a server that is started keeps the output open for as long as it runs
    private string Run(ProcessStartInfo start, string[] arguments)
    {
        (start.WorkingDirectory, start.RedirectStandardOutput, start.RedirectStandardError) = ("/", start.FileName == "psql", start.FileName == "psql");
        Array.ForEach(arguments, start.ArgumentList.Add);
        using var process = Process.Start(start)!;
        var said = start.RedirectStandardOutput ? process.StandardOutput.ReadToEnd() : "";
        var complained = start.RedirectStandardError ? process.StandardError.ReadToEnd() : "";
        process.WaitForExit();
        return process.ExitCode == 0 ? said : throw new InvalidOperationException($"{start.FileName} failed: {complained}");
    }

    private void WriteCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        File.WriteAllText(Certificate, made.ExportCertificatePem());
        var keyFile = Path.Combine(folder, "server.key");
        File.WriteAllText(keyFile, key.ExportPkcs8PrivateKeyPem());
        Run("chmod", ["600", keyFile]);
    }
}

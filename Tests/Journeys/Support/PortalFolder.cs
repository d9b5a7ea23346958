using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PrivacyPortal.Journeys.Support;

/// <summary>A fresh folder for one portal: its data directory, its temporary files, its accounts file. Gone when the test is.</summary>
internal sealed class PortalFolder : IDisposable
{
    private static readonly string Built = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "App", Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar))));

    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("portal-journey-");

    internal PortalFolder()
    {
        Directory.CreateDirectory(Data);
        Directory.CreateDirectory(Temporary);
    }

    /// <summary>The portal as it was built.</summary>
    internal static string Program => Path.Combine(Built, "PrivacyPortal.App.dll");

    internal string Data => Path.Combine(root.FullName, "data");

    internal string Temporary => Path.Combine(root.FullName, "tmp");

    internal string AccountsFile => Path.Combine(root.FullName, "accounts.json");

    internal string RecordDatabase => Path.Combine(Data, "record-system.db");

    /// <summary>The files of the evaluation record system, which stands for the plan's own and is no part of the portal.</summary>
    internal IEnumerable<string> RecordSystemFiles => Directory.GetFiles(Data, "record-system.db*");

    /// <summary>Every file that the portal has written, temporary ones included.</summary>
    internal IEnumerable<string> PortalFiles => Directory.GetFiles(root.FullName, "*", SearchOption.AllDirectories).Except(RecordSystemFiles);

    internal string Write(string name, string text)
    {
        var file = Path.Combine(root.FullName, name);
        File.WriteAllText(file, text);
        return file;
    }

    /// <summary>A certificate with its key, to which a portal that is no evaluation encrypts its key ring.</summary>
    internal string WriteKeyRing()
    {
        using var key = RSA.Create(2048);
        using var made = new CertificateRequest("CN=key ring", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return Write("key-ring.pem", made.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem());
    }

    /// <summary>A file of the sample records that come with the evaluation record system.</summary>
    internal static string Sample(string name) => Path.Combine(Built, "record-system", "Samples", name);

    /// <summary>Fills the evaluation record system before the portal starts; the portal then imports nothing of its own.</summary>
    internal async Task ImportAsync(IEnumerable<string> files, CancellationToken cancel)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (var argument in (string[])[Path.Combine(Built, "record-system", "PrivacyPortal.RecordSystem.dll"), "import", .. files, "--database", RecordDatabase])
            start.ArgumentList.Add(argument);
        using var import = Process.Start(start)!;
        var said = await import.StandardOutput.ReadToEndAsync(cancel);
        await import.WaitForExitAsync(cancel);
        if (import.ExitCode != 0)
            throw new InvalidOperationException($"The import was refused: {said}");
    }

    public void Dispose() => root.Delete(recursive: true);
}

using System.Security.Cryptography;
using PrivacyPortal.Services.Privacy;

namespace PrivacyPortal.Services.Audit;

/// <summary>The key that signs checkpoints: ECDSA P-256 in a file outside the database that only its owner may read. Whoever can write the store cannot sign for it.</summary>
[Enforces(Clauses.Proactive)]
internal sealed class CheckpointKey : IDisposable
{
    private readonly ECDsa key;

    private CheckpointKey(ECDsa key) => this.key = key;

    /// <summary>Reads the key, or makes it where there is none yet.</summary>
    /// <exception cref="InvalidOperationException">Others may read the file, or it holds no P-256 key.</exception>
    internal static CheckpointKey Open(string file)
    {
        if (!File.Exists(file))
            Make(file);
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite)) != 0)
            throw new InvalidOperationException("The audit's signing key can be read by others than its owner (mode 0600 is wanted); it is not used.");
        var read = ECDsa.Create();
        try
        {
            read.ImportFromPem(File.ReadAllText(file));
            if (read.KeySize == 256)
                return new(read);
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or CryptographicException)
        {
        }
        read.Dispose();
        throw new InvalidOperationException("The audit's signing key is not an ECDSA P-256 key in PEM form.");
    }

    /// <summary>What a verifier needs, and all that it needs.</summary>
    internal string PublicPem() => key.ExportSubjectPublicKeyInfoPem() + "\n";

    internal ECDsa Public() => ReadPublic(PublicPem());

    internal byte[] Sign(byte[] body) => key.SignData(body, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

    internal static ECDsa ReadPublic(string pem)
    {
        var read = ECDsa.Create();
        read.ImportFromPem(pem);
        return read;
    }

    public void Dispose() => key.Dispose();

    private static void Make(string file)
    {
        using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        // whole or not at all: a key file that was cut off would stop every later start
        var unfinished = file + ".new";
        File.Delete(unfinished);
        using (var writer = new StreamWriter(unfinished, options))
            writer.Write(made.ExportPkcs8PrivateKeyPem() + "\n");
        File.Move(unfinished, file);
    }
}

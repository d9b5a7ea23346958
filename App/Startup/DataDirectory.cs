using System.Security.Cryptography;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.SignIn;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.App.Startup;

/// <summary>The one directory the portal writes to: its store, and keys beside it that only its own user may read.</summary>
internal sealed class DataDirectory
{
    internal DataDirectory(IConfiguration configuration)
    {
        Path = PathIn(configuration);
        Keys = configuration["Portal:KeysDirectory"] is { Length: > 0 } keys ? System.IO.Path.GetFullPath(keys) : System.IO.Path.Combine(Path, "keys");
        MakePrivate(Path);
        MakePrivate(Keys);
    }

    internal string Path { get; }

    /// <summary>Beside the store's file, or the folder that <c>Portal:KeysDirectory</c> names: nodes that act as one have one.</summary>
    internal string Keys { get; }

    internal string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>The directory that the settings name; nothing is made.</summary>
    internal static string PathIn(IConfiguration configuration) => System.IO.Path.GetFullPath(configuration["Portal:DataDirectory"] is { Length: > 0 } set ? set : ".data");

    /// <summary>The SQLite file that the settings name; nothing is made.</summary>
    internal static string StoreIn(IConfiguration configuration) => System.IO.Path.Combine(PathIn(configuration), configuration["Store:File"] ?? "portal.db");

    /// <summary>Whether the store is that file, and not a database that many nodes share.</summary>
    internal static bool KeepsStore(IConfiguration configuration) =>
        configuration.GetSection(StoreOptions.Section)["Provider"] is null or "" or "0" || string.Equals(configuration.GetSection(StoreOptions.Section)["Provider"], "Sqlite", StringComparison.OrdinalIgnoreCase);

    /// <summary>Where the audit's key and checkpoints are: here, unless <c>Audit:SigningKey</c> and <c>Audit:CheckpointDirectory</c> name a place apart.</summary>
    internal AuditPlaces Audit(IConfiguration configuration) => new(
        System.IO.Path.GetFullPath(configuration["Audit:SigningKey"] is { Length: > 0 } key ? key : System.IO.Path.Combine(Keys, "audit-signing.pem")),
        System.IO.Path.GetFullPath(configuration["Audit:CheckpointDirectory"] is { Length: > 0 } folder ? folder : File("checkpoints")),
        configuration["Audit:Origin"] is { Length: > 0 } origin ? origin : AuditPlaces.DefaultOrigin);

    /// <summary>Read, or made on the first start.</summary>
    internal ThrottleKey ThrottleKey()
    {
        var file = System.IO.Path.Combine(Keys, "throttle.key");
        if (!System.IO.File.Exists(file))
            WritePrivate(file, RandomNumberGenerator.GetBytes(32));
        return new ThrottleKey(System.IO.File.ReadAllBytes(file));
    }

    /// <summary>Writes a new file that only the portal's user may read.</summary>
    internal static void WritePrivate(string file, byte[] content)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new FileStream(file, options);
        stream.Write(content);
    }

    private static void MakePrivate(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}

using PrivacyPortal.App.Startup;

namespace PrivacyPortal.App.Operations;

/// <summary>Folders and files that only the portal's user may enter or read, copied without widening that.</summary>
internal static class PrivateFiles
{
    internal static void MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    internal static void Write(string file, byte[] content)
    {
        MakeFolder(Path.GetDirectoryName(file)!);
        DataDirectory.WritePrivate(file, content);
    }

    /// <summary>Copies a file that is small, or streams one that is not; never over another.</summary>
    internal static void Copy(string from, string to)
    {
        Write(to, []);
        using var source = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var target = new FileStream(to, FileMode.Open, FileAccess.Write);
        source.CopyTo(target);
        target.Flush(flushToDisk: true);
    }

    internal static bool IsEmpty(string folder) => !Directory.Exists(folder) || !Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Any();
}

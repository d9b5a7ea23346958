namespace PrivacyPortal.Journeys.Support;

/// <summary>The folder of the solution, found upwards from the tests' own.</summary>
internal static class RepositoryRoot
{
    internal static string Path { get; } = Find();

    internal static string File(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(System.IO.Path.Combine(folder.FullName, "PrivacyPortal.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException("PrivacyPortal.sln is in no folder above the tests.");
    }
}

using PrivacyPortal.App.Startup;

namespace PrivacyPortal.App;

/// <summary>The portal's command line: <c>serve</c> (the default) and <c>accounts create</c>.</summary>
internal static class Program
{
    private static Task<int> Main(string[] args)
    {
        // No watcher on the settings files: its pinned buffer would keep what the garbage collector cannot move (C12).
        Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
        return PortalCommands.RunAsync(args);
    }
}

using PrivacyPortal.App.Memory;
using PrivacyPortal.App.Startup;

namespace PrivacyPortal.App;

/// <summary>The portal's command line: <c>serve</c> (the default) and <c>accounts create</c>.</summary>
internal static class Program
{
    private static Task<int> Main(string[] args)
    {
        MemoryProtection.Begin();
        return PortalCommands.RunAsync(args);
    }
}

using PrivacyPortal.App.Memory;
using PrivacyPortal.App.Startup;

namespace PrivacyPortal.App;

/// <summary>The portal's command line: <c>serve</c> (the default), <c>accounts</c>, <c>audit</c>, <c>verify</c>, <c>backup</c> and <c>restore</c>.</summary>
internal static class Program
{
    private static Task<int> Main(string[] args)
    {
        MemoryProtection.Begin();
        return PortalCommands.RunAsync(args);
    }
}

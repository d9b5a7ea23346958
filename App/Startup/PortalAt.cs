using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.App.Startup;

/// <summary>The portal's services for one command: the same ones that serve, over the same store, without the server.</summary>
internal static class PortalAt
{
    internal static async Task<int> CommandAsync(string[] settings, Func<IServiceProvider, Task<int>> act, CancellationToken cancel)
    {
        var builder = WebApplication.CreateBuilder(settings);
        builder.AddPortal(new DataDirectory(builder.Configuration), evaluation: false);
        await using var app = builder.Build();
        await app.Services.MigrateStoreAsync(cancel);
        return await act(app.Services);
    }
}

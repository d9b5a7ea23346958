using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.App.Startup;

/// <summary>The portal's services for one command: the same ones that serve, over the same store, without the server.</summary>
internal static class PortalAt
{
    internal static Task<int> CommandAsync(string[] settings, Func<IServiceProvider, Task<int>> act, CancellationToken cancel) => BareAsync(settings, async services =>
    {
        await services.EnsureStoreAsync(cancel);
        return await act(services);
    }, cancel);

    /// <summary>The same for a command that does not need the store to be current.</summary>
    internal static async Task<int> BareAsync(string[] settings, Func<IServiceProvider, Task<int>> act, CancellationToken cancel)
    {
        var builder = WebApplication.CreateBuilder(settings);
        var store = builder.Configuration.GetSection(StoreOptions.Section).Get<StoreOptions>() ?? new();
        if (store.Problems(evaluation: !builder.Environment.IsProduction()).ToList() is { Count: > 0 } problems)
            return await RefuseAsync(problems);
        builder.AddPortal(new DataDirectory(builder.Configuration), evaluation: false);
        await using var app = builder.Build();
        try
        {
            return await act(app.Services);
        }
        catch (StoreNotCurrentException old)
        {
            return await RefuseAsync([old.Message]);
        }
    }

    internal static async Task<int> RefuseAsync(IEnumerable<string> problems)
    {
        foreach (var problem in problems)
            await Console.Error.WriteLineAsync(problem);
        return 1;
    }
}

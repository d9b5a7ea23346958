using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.App.Startup;

/// <summary>Starts the portal: settings checked all at once, store brought up to date, and in evaluation mode a record system and accounts of its own.</summary>
internal static class ServePortal
{
    internal static async Task<int> RunAsync(string[] settings, CancellationToken cancel)
    {
        // Published, wwwroot lies beside the program and the portal starts from any directory; in the source tree the working directory decides.
        var published = Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot")) ? AppContext.BaseDirectory : null;
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = settings, ContentRootPath = published });
        var evaluation = !builder.Environment.IsProduction() && string.IsNullOrEmpty(builder.Configuration["Records:BaseUrl"]);
        if (evaluation)
            ((IConfigurationBuilder)builder.Configuration).Sources.Insert(0, new Microsoft.Extensions.Configuration.Memory.MemoryConfigurationSource { InitialData = EvaluationPlan.Settings });
        if (SettingsCheck.Problems(builder.Configuration, evaluation) is { Count: > 0 } problems)
        {
            await Console.Error.WriteLineAsync("The portal does not start:");
            foreach (var problem in problems)
                await Console.Error.WriteLineAsync($"  - {problem}");
            return 1;
        }
        var data = new DataDirectory(builder.Configuration);
        using var records = evaluation ? await EvaluationRecordSystem.StartAsync(data.File("record-system.db"), cancel) : null;
        if (records is not null)
            builder.Configuration.AddInMemoryCollection(records.Settings);
        builder.AddPortal(data, evaluation);
        await using var app = builder.Build();
        try
        {
            await app.Services.EnsureStoreAsync(cancel);
        }
        catch (StoreNotCurrentException old)
        {
            return await PortalAt.RefuseAsync(["The portal does not start:", $"  - {old.Message}"]);
        }
        if (evaluation)
            await app.Services.GetRequiredService<EvaluationAccounts>().MakeAsync(cancel);
        app.UsePortal();
        await app.RunAsync(cancel);
        return 0;
    }
}

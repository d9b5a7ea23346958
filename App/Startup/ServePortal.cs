using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.App.Startup;

/// <summary>
/// Starts the portal: settings checked all at once, store brought up to date, and in evaluation mode a record system and accounts of its own. A start that
/// is not possible says so in one sentence a reason and leaves nothing running.
/// </summary>
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
        var problems = SettingsCheck.Problems(builder.Configuration, evaluation).Concat(evaluation ? EvaluationCheck.Problems(builder.Configuration) : []).ToList();
        if (problems.Count > 0)
            return await RefuseAsync(problems);
        try
        {
            return await ServeAsync(builder, evaluation, cancel);
        }
        catch (Exception failed) when (ReasonOf(failed) is { } reason)
        {
            return await RefuseAsync([reason]);
        }
    }

    private static async Task<int> ServeAsync(WebApplicationBuilder builder, bool evaluation, CancellationToken cancel)
    {
        var data = DataOf(builder.Configuration);
        using var records = evaluation ? await EvaluationRecordSystem.StartAsync(data.File(EvaluationRecordSystem.Database), cancel) : null;
        if (records is not null)
            builder.Configuration.AddInMemoryCollection(records.Settings);
        builder.AddPortal(data, evaluation);
        await using var app = builder.Build();
        await app.Services.EnsureStoreAsync(cancel);
        if (evaluation)
            await app.Services.GetRequiredService<EvaluationAccounts>().MakeAsync(cancel);
        app.UsePortal();
        await app.RunAsync(cancel);
        return 0;
    }

    private static DataDirectory DataOf(IConfiguration configuration)
    {
        try
        {
            return new DataDirectory(configuration);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"Portal:DataDirectory cannot be made or opened by this user: {DataDirectory.PathIn(configuration)}.");
        }
    }

    /// <summary>The sentence for a start that is not possible for a reason that its operator can do something about; null for a mistake of ours.</summary>
    private static string? ReasonOf(Exception failed) => failed switch
    {
        StartRefusedException or StoreNotCurrentException => failed.Message,
        IOException { InnerException: AddressInUseException } => failed.Message,
        SocketException => $"It cannot listen at its address: {failed.Message}.",
        _ => null,
    };

    private static async Task<int> RefuseAsync(IEnumerable<string> problems)
    {
        await Console.Error.WriteLineAsync("The portal does not start:");
        foreach (var problem in problems)
            await Console.Error.WriteLineAsync($"  - {problem}");
        return 1;
    }
}

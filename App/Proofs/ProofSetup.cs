using PrivacyPortal.App.Startup;
using PrivacyPortal.Services.Proofs;

namespace PrivacyPortal.App.Proofs;

/// <summary>The live statement: what measures, and the one who asks them.</summary>
internal static class ProofSetup
{
    internal static IServiceCollection AddLiveStatement(this IServiceCollection services, DataDirectory data)
    {
        services.AddProofs(new SearchedFolders([data.Path, Path.GetTempPath()])).AddSingleton<AnswerWatch>().AddSingleton<OutgoingConnections>();
        services.AddSingleton<IProbe, GateProbe>().AddSingleton<IProbe, AssignedProbe>().AddSingleton<IProbe, OutlivedProbe>()
            .AddSingleton<IProbe, EncryptionProbe>().AddSingleton<IProbe, CertificateProbe>().AddSingleton<IProbe, OpenPartsProbe>().AddSingleton<IProbe, RecordsHeldProbe>()
            .AddSingleton<IProbe, OutgoingProbe>().AddSingleton<IProbe, BrowserPolicyProbe>()
            .AddSingleton<IProbe, ScrubProbe>().AddSingleton<IProbe, LeftProbe>().AddSingleton<IProbe, StayedProbe>();
        return services.AddScoped<IThisPage, ThisPage>().AddScoped<IYourRecord, YourRecord>().AddHostedService<ProofMeter>().AddHostedService<ProofWorker>();
    }

    /// <summary>First of all, so that it sees every answer as it leaves, with whatever the others put on it.</summary>
    internal static IApplicationBuilder UseAnswerWatch(this WebApplication app)
    {
        var watch = app.Services.GetRequiredService<AnswerWatch>();
        return app.Use((context, next) =>
        {
            context.Response.OnStarting(() =>
            {
                watch.Look(context);
                return Task.CompletedTask;
            });
            return next(context);
        });
    }
}

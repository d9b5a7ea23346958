using System.Net;
using Microsoft.AspNetCore.HttpsPolicy;
using MudBlazor.Services;
using PrivacyPortal.App.Auth;
using PrivacyPortal.App.Circuits;
using PrivacyPortal.App.Edge;
using PrivacyPortal.App.Headers;
using PrivacyPortal.App.Language;
using PrivacyPortal.App.Memory;
using PrivacyPortal.App.Operations;
using PrivacyPortal.App.Proofs;
using PrivacyPortal.App.Startup;
using PrivacyPortal.Components.Shell;
using PrivacyPortal.Services;
using PrivacyPortal.Services.Administration;
using PrivacyPortal.Services.Assignment;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Concerns;
using PrivacyPortal.Services.Messages;
using PrivacyPortal.Services.Desk;
using PrivacyPortal.Services.Needs;
using PrivacyPortal.Services.Nodes;
using PrivacyPortal.Services.Notices;
using PrivacyPortal.Services.Plan;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.PrivacyOffice;
using PrivacyPortal.Services.Records;
using PrivacyPortal.Services.Rules;
using PrivacyPortal.Services.SecondFactors;
using PrivacyPortal.Services.Sessions;
using PrivacyPortal.Services.SignIn;
using PrivacyPortal.Services.Storage;
using PrivacyPortal.Services.WhoLooked;

namespace PrivacyPortal.App;

/// <summary>The portal as a web application: its services by slice, its pipeline, its endpoints. Tests build the same one.</summary>
[Enforces(Clauses.AlwaysEncrypted)]
internal static class PortalApp
{
    internal static void AddPortal(this WebApplicationBuilder builder, DataDirectory data, bool evaluation)
    {
        // A singleton that holds scoped data, or a service that cannot be made, stops the start in every environment (C12).
        builder.Host.UseDefaultServiceProvider(provider => (provider.ValidateScopes, provider.ValidateOnBuild) = (true, true));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 64 * 1024;
            kestrel.ConfigureHttpsDefaults(https =>
            {
                https.UseStrongTls();
                if (evaluation && !builder.Configuration.GetSection("Kestrel:Certificates:Default").Exists())
                    https.ServerCertificate = SelfSignedCertificate.ForLocalhost(kestrel.ApplicationServices.GetRequiredService<TimeProvider>());
            });
        });
        var services = builder.Services;
        services.AddSingleton(TimeProvider.System).AddSingleton(new PortalMode(evaluation));
        services.AddOptions<PlanOptions>().BindConfiguration(PlanOptions.Section);
        services.AddOptions<SessionLimitOptions>().BindConfiguration(SessionLimitOptions.Section);
        services.AddOptions<SignInOptions>().BindConfiguration(SignInOptions.Section);
        services.AddOperations(data).AddTelemetry(builder.Configuration);
        services.AddOptions<StoreOptions>().BindConfiguration(StoreOptions.Section);
        services.AddStorage(builder.Configuration.GetSection(StoreOptions.Section).Get<StoreOptions>() ?? new(), data.Path);
        services.AddKnownProxies(builder.Configuration).AddNodes();
        services.AddStatement().AddAccess().AddRules().AddNeeds().AddAudit(data.Audit(builder.Configuration)).AddPasswords(builder.Configuration[SettingsCheck.BreachedList]).AddAccounts().AddSessions();
        services.AddSignIn(data.ThrottleKey()).AddActivity().AddRecords().AddMembers().AddWhoLooked();
        services.AddSecondFactors().AddNotices().AddConcerns().AddMessages().AddPrivacyOffice().AddAdministration().AddAssignment().AddDesk();
        services.AddKeyRing(data, builder.Configuration, evaluation).AddAuth().AddCircuits().AddEdge().AddOwnHosts().AddForgetting().AddLiveStatement(data).AddMudServices();
        services.Configure<HttpsRedirectionOptions>(redirect => redirect.RedirectStatusCode = (int)HttpStatusCode.PermanentRedirect);
        services.AddSingleton<EvaluationAccounts>();
    }

    internal static void UsePortal(this WebApplication app)
    {
        // Written out, so that every answer, redirects and refusals too, passes the headers first.
        app.UseKnownProxies();
        app.UseAnswerWatch();
        app.UseSecurityHeaders(SecurityHeaders.Policy()).UseNoStore();
        app.UseLanguage();
        app.UseNoPublicHealth();
        app.UseFaults();
        app.UseOwnHosts();
        app.UseHttpsRedirection();
        app.UseMethods();
        app.UseWebSockets();
        app.UseCircuitEntrance();
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.UseFormRefusal();
        app.MapStaticAssets().AllowAnonymous();
        app.MapTheme();
        app.MapLeaving();
        app.MapLanguage();
        app.MapRazorComponents<Document>()
            .AddAdditionalAssemblies(typeof(PortalUrls).Assembly)
            .AddInteractiveServerRenderMode(server =>
            {
                server.ContentSecurityFrameAncestorsPolicy = null; // SecurityHeaders says it
                server.DisableWebSocketCompression = true; // native windows would keep what was viewed, and mix it with what was typed
            })
            .LetPagesLeave();
    }
}

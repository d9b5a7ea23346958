using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PrivacyPortal.Services.Needs;
using PrivacyPortal.Services.Records.Fhir;
using PrivacyPortal.Services.Records.Transport;

namespace PrivacyPortal.Services.Records;

public static class RecordsServices
{
    /// <summary>
    /// The record client, one per circuit. It owns its connections, so that what their buffers hold ends with the circuit (C12); the container
    /// disposes it.
    /// </summary>
    public static IServiceCollection AddRecords(this IServiceCollection services)
    {
        services.AddOptions<RecordSystemOptions>().BindConfiguration(RecordSystemOptions.Section);
        services.AddOptions<PanelOptions>().BindConfiguration(PanelOptions.Section);
        services.AddSingleton<RecordSystemState>().AddSingleton<RecordRoad>().AddHostedService<CapabilityWatch>();
        services.AddOfRecord<INoticeAddress>((options, handler, clock, _) => new FhirNoticeAddress(options, handler, clock));
        services.AddOfRecord<IConcernWords>((options, handler, clock, _) => new FhirConcernWords(options, handler, clock));
        services.AddOfRecord<IRequestMail>((options, handler, clock, _) => new FhirRequestMail(options, handler, clock));
        services.AddOfRecord<IMemberDirectory>((options, handler, clock, _) => new FhirMemberDirectory(options, handler, clock));
        services.AddOfRecord<IContactOfRecord>((options, handler, clock, _) => new FhirContactOfRecord(options, handler, clock));
        services.AddOfRecord<IPractitionerPanel>((options, handler, clock, provider) =>
            new FhirPractitionerPanel(options, provider.GetRequiredService<IOptions<PanelOptions>>().Value, handler, clock));
        services.AddScoped<IMemberRecords>(provider =>
        {
            var options = provider.GetRequiredService<IOptions<RecordSystemOptions>>().Value;
            return new GrantedRecords(new FhirMemberRecords(options, provider.GetRequiredService<RecordRoad>().Handler(), provider.GetRequiredService<TimeProvider>()));
        });
        return services;
    }

    // what asks one question now and then: one for the portal, with a connection for each question
    private static void AddOfRecord<T>(this IServiceCollection services, Func<RecordSystemOptions, Func<HttpMessageHandler>, TimeProvider, IServiceProvider, T> make) where T : class =>
        services.AddSingleton(provider =>
        {
            var options = provider.GetRequiredService<IOptions<RecordSystemOptions>>().Value;
            return make(options, provider.GetRequiredService<RecordRoad>().Handler, provider.GetRequiredService<TimeProvider>(), provider);
        });
}

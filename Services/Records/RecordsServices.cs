using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PrivacyPortal.Services.Needs;
using PrivacyPortal.Services.Records.Fhir;

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
        services.AddSingleton<INoticeAddress>(provider =>
        {
            var options = provider.GetRequiredService<IOptions<RecordSystemOptions>>().Value;
            return new FhirNoticeAddress(options, () => RecordConnection.Handler(options), provider.GetRequiredService<TimeProvider>());
        });
        services.AddSingleton<IConcernWords>(provider =>
        {
            var options = provider.GetRequiredService<IOptions<RecordSystemOptions>>().Value;
            return new FhirConcernWords(options, () => RecordConnection.Handler(options), provider.GetRequiredService<TimeProvider>());
        });
        services.AddSingleton<IMemberDirectory>(provider =>
        {
            var options = provider.GetRequiredService<IOptions<RecordSystemOptions>>().Value;
            return new FhirMemberDirectory(options, () => RecordConnection.Handler(options), provider.GetRequiredService<TimeProvider>());
        });
        services.AddOptions<PanelOptions>().BindConfiguration(PanelOptions.Section);
        services.AddSingleton<IPractitionerPanel>(provider =>
        {
            var options = provider.GetRequiredService<IOptions<RecordSystemOptions>>().Value;
            var panel = provider.GetRequiredService<IOptions<PanelOptions>>().Value;
            return new FhirPractitionerPanel(options, panel, () => RecordConnection.Handler(options), provider.GetRequiredService<TimeProvider>());
        });
        services.AddSingleton<IContactOfRecord>(provider =>
        {
            var options = provider.GetRequiredService<IOptions<RecordSystemOptions>>().Value;
            return new FhirContactOfRecord(options, () => RecordConnection.Handler(options), provider.GetRequiredService<TimeProvider>());
        });
        services.AddScoped<IMemberRecords>(provider =>
        {
            var options = provider.GetRequiredService<IOptions<RecordSystemOptions>>().Value;
            return new GrantedRecords(new FhirMemberRecords(options, RecordConnection.Handler(options), provider.GetRequiredService<TimeProvider>()));
        });
        return services;
    }
}

using Microsoft.Extensions.DependencyInjection;

namespace PrivacyPortal.Services.Notices;

public static class NoticesServices
{
    /// <summary>Vital notices: the outbox, its sender in the background, and the mail relay of <c>Smtp:*</c>.</summary>
    public static IServiceCollection AddNotices(this IServiceCollection services)
    {
        services.AddOptions<SmtpOptions>().BindConfiguration(SmtpOptions.Section);
        return services.AddSingleton<IVitalNotices, VitalNotices>().AddSingleton<Needs.ITellMember, TellMember>().AddSingleton<IMailRelay, SmtpRelay>().AddSingleton<NoticeDelivery>().AddHostedService<NoticeSender>();
    }
}

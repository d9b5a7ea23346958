using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Services.Notices;

namespace PrivacyPortal.Services.Assignment;

public static class AssignmentServices
{
    /// <summary>Assigning passwords: by sealed letter, or in two halves by telephone and notice.</summary>
    public static IServiceCollection AddAssignment(this IServiceCollection services) => services.AddSingleton<AssignAnew>().AddSingleton<EnrolAccount>()
        .AddSingleton<INoticeSlot, MailedHalf>().AddSingleton<LetterDelivery>().AddHostedService<LetterSender>();
}

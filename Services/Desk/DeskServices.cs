using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Services.Notices;

namespace PrivacyPortal.Services.Desk;

public static class DeskServices
{
    /// <summary>The desk: who calls, who is sure of whom, and what is done then.</summary>
    public static IServiceCollection AddDesk(this IServiceCollection services) => services.AddSingleton<BeginCall>().AddSingleton<VerifyCaller>().AddSingleton<FinishCall>()
        .AddSingleton<INoticeSlot, MailedCode>();
}

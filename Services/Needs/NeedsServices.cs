using Microsoft.Extensions.DependencyInjection;

namespace PrivacyPortal.Services.Needs;

public static class NeedsServices
{
    /// <summary>Needs, cases and restrictions as acts. <see cref="PanelNeeds"/> is added by whoever provides an <see cref="IPractitionerPanel"/>.</summary>
    public static IServiceCollection AddNeeds(this IServiceCollection services) => services
        .AddSingleton<OpenCase>().AddSingleton<CloseCase>()
        .AddSingleton<GiveRepresentative>().AddSingleton<PermitDesignee>().AddSingleton<EndRepresentative>()
        .AddSingleton<ShowCode>().AddSingleton<GivenByMe>().AddSingleton<GivenToMe>().AddSingleton<AskRestriction>().AddSingleton<LiftRestriction>()
        .AddSingleton<BreakGlass>().AddSingleton<ReviewBreakGlass>();
}

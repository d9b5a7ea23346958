using Microsoft.Extensions.DependencyInjection;

namespace PrivacyPortal.Services.Needs;

public static class NeedsServices
{
    /// <summary>Needs, cases and restrictions as acts. The <see cref="IPractitionerPanel"/> comes with the record client.</summary>
    public static IServiceCollection AddNeeds(this IServiceCollection services) => services
        .AddSingleton<OpenCase>().AddSingleton<CloseCase>().AddSingleton<OwnCases>()
        .AddSingleton<PanelNeeds>().AddSingleton<PanelInUse>()
        .AddSingleton<GiveRepresentative>().AddSingleton<PermitDesignee>().AddSingleton<EndRepresentative>()
        .AddSingleton<ShowCode>().AddSingleton<GivenByMe>().AddSingleton<GivenToMe>().AddSingleton<AskRestriction>().AddSingleton<LiftRestriction>()
        .AddSingleton<BreakGlass>().AddSingleton<ReviewBreakGlass>();
}

using Microsoft.Extensions.DependencyInjection;

namespace PrivacyPortal.Services.Rules;

public static class RulesServices
{
    /// <summary>Rules and roles as acts, and the watch that keeps the policy in force equal to the store.</summary>
    public static IServiceCollection AddRules(this IServiceCollection services) => services
        .AddSingleton<LivePolicy>().AddSingleton<AccessChange>().AddSingleton<SeedStarterRules>().AddHostedService<PolicyWatch>()
        .AddSingleton<ProposeRuleChange>().AddSingleton<ApproveRuleChange>()
        .AddSingleton<GrantRole>().AddSingleton<ApproveRole>().AddSingleton<RevokeRole>().AddSingleton<RenewRole>()
        .AddSingleton<RoleBook>().AddSingleton<RuleBook>().AddSingleton<RehearseRules>();
}

using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Accounts;
using PrivacyPortal.Services.Activity;
using PrivacyPortal.Services.Consent;
using PrivacyPortal.Services.Members;
using PrivacyPortal.Services.Passwords;
using PrivacyPortal.Services.Privacy.Statement;
using PrivacyPortal.Services.SecondFactors;
using PrivacyPortal.Services.Sessions;
using PrivacyPortal.Services.SignIn;

namespace PrivacyPortal.Services;

/// <summary>The slices that need no settings, each by its own line.</summary>
public static class PortalServices
{
    public static IServiceCollection AddStatement(this IServiceCollection services) => services.AddSingleton<StatementVersions>().AddSingleton<StatementText>()
        .AddSingleton<StayUnderStatement>();

    public static IServiceCollection AddAccess(this IServiceCollection services) => services.AddSingleton<CurrentPolicy>().AddSingleton<AccessPolicy>();

    /// <param name="services">The portal's services.</param>
    /// <param name="breachedList">The file of passwords stolen elsewhere, or null; see <see cref="BreachedPasswords"/>.</param>
    public static IServiceCollection AddPasswords(this IServiceCollection services, string? breachedList) => services
        .AddSingleton(_ => new BreachedPasswords(breachedList))
        .AddSingleton<PasswordHashing>().AddSingleton<PasswordRules>().AddSingleton<AssignPassword>().AddSingleton<ReplaceAssignedPassword>().AddSingleton<UseAssignedPassword>();

    public static IServiceCollection AddAccounts(this IServiceCollection services) => services.AddSingleton<CreateAccount>();

    public static IServiceCollection AddSessions(this IServiceCollection services) => services.AddSingleton<SessionRegistry>()
        .AddSingleton<ISessionClock, SessionClock>().AddSingleton<OwnSessions>().AddSingleton<ExitReceipts>().AddScoped<CircuitSession>();

    public static IServiceCollection AddActivity(this IServiceCollection services) => services.AddSingleton<IOwnActivity, AuditActivity>();

    public static IServiceCollection AddSignIn(this IServiceCollection services, ThrottleKey key) => services
        .AddSingleton(key).AddSingleton<SignInThrottle>().AddSingleton<IPasswordAgain, PasswordAgain>().AddSingleton<KnownDevices>().AddSingleton<CheckPassword>().AddSingleton<SignInWithPassword>()
        .AddSingleton<ChangePassword>().AddSingleton<ClosePassword>().AddSingleton<ReassignAccount>().AddSingleton<ForgottenPassword>();

    /// <summary>One visit for each circuit; one count of what all of them hold.</summary>
    public static IServiceCollection AddMembers(this IServiceCollection services) => services.AddSingleton<HeldNow>().AddScoped<MemberVisit>()
        .AddSingleton<SearchAllowance>().AddSingleton<FindMember>().AddSingleton<RecordDoors>().AddSingleton<RevealPart>().AddSingleton<Takeaway.TakeRecord>();
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.PrivacyOffice;

public static class PrivacyOfficeServices
{
    public static IServiceCollection AddPrivacyOffice(this IServiceCollection services) => services
        .AddSingleton<DeclareTie>()
        .AddSingleton(p => new SearchAudit(p.GetRequiredService<StoreConnection>(), p.GetRequiredService<IDbContextFactory<PortalDb>>(), p.GetRequiredService<IAuditLog>(), p.GetRequiredService<AccessPolicy>()))
        .AddSingleton(p => new WhatAccountSaw(p.GetRequiredService<StoreConnection>(), p.GetRequiredService<IDbContextFactory<PortalDb>>(), p.GetRequiredService<IAuditLog>(), p.GetRequiredService<AccessPolicy>()))
        .AddSingleton(p => new UnusualAccess(p.GetRequiredService<StoreConnection>(), p.GetRequiredService<IDbContextFactory<PortalDb>>(), p.GetRequiredService<IAuditLog>(), p.GetRequiredService<AccessPolicy>(), p.GetRequiredService<TimeProvider>()))
        .AddSingleton(p => new GlassToReview(p.GetRequiredService<StoreConnection>(), p.GetRequiredService<IDbContextFactory<PortalDb>>(), p.GetRequiredService<AccessPolicy>(), p.GetRequiredService<CurrentPolicy>()));
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PrivacyPortal.Services.Notices;
using PrivacyPortal.Services.Records;
using PrivacyPortal.Services.Storage;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Services.Notices;

/// <summary>The real portal with a mail server on the loopback and one member whose record names an address.</summary>
internal sealed class NoticeHost : IAsyncDisposable
{
    private readonly Addresses addresses = new();

    private NoticeHost(PortalHost portal) => Portal = portal;

    public PortalHost Portal { get; }

    public string Account { get; private set; } = "";

    /// <summary>What the member's record says; null when it says nothing.</summary>
    public string? Address { get => addresses.Address; set => addresses.Address = value; }

    public RecordProblem? Problem { set => addresses.Problem = value; }

    public int AddressesRead => addresses.Reads;

    public IVitalNotices Notices => Portal.Services.GetRequiredService<IVitalNotices>();

    public static async Task<NoticeHost> StartAsync(IReadOnlyDictionary<string, string?> smtp)
    {
        NoticeHost host = null!;
        var portal = await PortalHost.StartAsync(smtp, services =>
        {
            // the sender in the background is stopped, so that a test decides when a round is
            services.RemoveAll(typeof(Microsoft.Extensions.Hosting.IHostedService), typeof(NoticeSender));
            services.Replace(ServiceDescriptor.Singleton<INoticeAddress>(_ => host.addresses));
        });
        host = new NoticeHost(portal);
        await portal.AccountAsync("member-1");
        await using var db = portal.Store();
        host.Account = (await db.Users.SingleAsync()).Id;
        return host;
    }

    /// <summary>One round of the sender; how many mails were sent.</summary>
    public Task<int> RoundAsync() => Portal.Services.GetRequiredService<NoticeDelivery>().SendDueAsync(default);

    public async Task<NoticeRow> OnlyRowAsync()
    {
        await using var db = Portal.Store();
        return await db.Notices.AsNoTracking().SingleAsync();
    }

    public ValueTask DisposeAsync() => Portal.DisposeAsync();

    private sealed class Addresses : INoticeAddress
    {
        public string? Address { get; set; } = "amy.shaw@mail.example";

        public RecordProblem? Problem { get; set; }

        public int Reads { get; private set; }

        public Task<NoticeAddress> ReadAsync(NoticeErrand errand, CancellationToken cancel)
        {
            Reads++;
            return Task.FromResult(Problem is null ? new NoticeAddress(Address, null) : new NoticeAddress(null, Problem));
        }
    }
}

file static class Services
{
    internal static void RemoveAll(this IServiceCollection services, Type service, Type implementation)
    {
        var found = services.Where(s => s.ServiceType == service && s.ImplementationType == implementation).ToList();
        Assert.NotEmpty(found);
        found.ForEach(s => services.Remove(s));
    }
}

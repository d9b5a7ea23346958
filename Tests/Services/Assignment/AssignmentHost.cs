using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Assignment;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Notices;
using PrivacyPortal.Services.Storage;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Services.Assignment;

/// <summary>The real portal over a real record system and a mail server on the loopback. The senders in the background are stopped: a test decides when a round is.</summary>
internal sealed partial class AssignmentHost : IAsyncDisposable
{
    internal const string Amy = """
        {"resourceType":"Patient","id":"p1","name":[{"use":"official","given":["Amy"],"family":"Shaw"}],"identifier":[{"type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v2-0203","code":"MB"}]},"value":"M-4711"}],
        "address":[{"line":["12 Canary Wharf Road"],"city":"Springfield","state":"MA","postalCode":"01101"}],
        "telecom":[{"system":"phone","value":"+1 555 0100"},{"system":"email","value":"amy.shaw@mail.example"}]}
        """;

    private AssignmentHost(RecordSystemServer records, LoopbackSmtp smtp, PortalHost portal) => (Records, Smtp, Portal) = (records, smtp, portal);

    public RecordSystemServer Records { get; }

    public LoopbackSmtp Smtp { get; }

    public PortalHost Portal { get; }

    public static async Task<AssignmentHost> StartAsync(string patient = Amy, bool mail = true, Action<IServiceCollection>? services = null, string? dataDirectory = null)
    {
        var records = await RecordSystemServer.StartAsync();
        Assert.Empty(records.Folder.ImportText($$"""{"resourceType":"Bundle","type":"collection","entry":[{"resource":{{patient}}}]}""").Reasons);
        var smtp = new LoopbackSmtp();
        var settings = records.Settings();
        foreach (var (name, value) in mail ? smtp.Settings() : [])
            settings[name] = value;
        if (dataDirectory is not null)
            settings["Portal:DataDirectory"] = dataDirectory;
        var portal = await PortalHost.StartAsync(settings, collection =>
        {
            collection.StopBackground();
            // these tests are not about what a hash costs
            collection.Replace(ServiceDescriptor.Singleton(_ => new PrivacyPortal.Services.Passwords.PasswordHashing(1000)));
            services?.Invoke(collection);
        });
        return new AssignmentHost(records, smtp, portal);
    }

    public T Get<T>() where T : notnull => Portal.Services.GetRequiredService<T>();

    public Task<int> LettersAsync() => Get<LetterDelivery>().SendDueAsync(default);

    public Task<int> MailsAsync() => Get<NoticeDelivery>().SendDueAsync(default);

    public async Task<string> IdOfAsync(string userName)
    {
        await using var db = Portal.Store();
        return await db.Users.Where(user => user.UserName == userName).Select(user => user.Id).SingleAsync();
    }

    public async Task BeginLetterAsync(string userName)
    {
        var id = await IdOfAsync(userName);
        await Get<AssignAnew>().LetterAsync(id, AssignmentCause.Forgotten, null, new AuditEntry(AuditAct.AssignmentAsked, true) { Account = id }, default);
    }

    /// <summary>Every letter that the record system has, as a page, newest last.</summary>
    public async Task<IReadOnlyList<string>> PagesAsync()
    {
        var found = await Records.GetAsync("Communication?_sort=_lastUpdated&_count=100");
        return !found.TryGetProperty("entry", out var entries) ? [] : [.. entries.EnumerateArray().Select(entry => entry.GetProperty("resource"))
            .Select(letter => Encoding.UTF8.GetString(letter.GetProperty("payload")[0].GetProperty("contentAttachment").GetProperty("data").GetBytesFromBase64()))];
    }

    public static string SecretIn(string page) => Secret().Match(page).Groups[1].Value;

    /// <summary>Where signing in leads; null when it does not.</summary>
    public async Task<string?> SignInAsync(string userName, string password)
    {
        using var browser = Portal.NewBrowser();
        return browser.Target(await browser.SignInAsync(userName, password));
    }

    /// <summary>Every byte that the portal has on disk.</summary>
    public string OnDisk() => string.Concat(Directory.EnumerateFiles(Portal.DataDirectory, "*", SearchOption.AllDirectories).Select(file =>
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var all = new MemoryStream();
        stream.CopyTo(all);
        return Encoding.Latin1.GetString(all.ToArray());
    }));

    /// <summary>The forms in which a secret could be lying about: as it is read, as it is typed, each group of four with its neighbour.</summary>
    public static IEnumerable<string> FormsOf(string secret)
    {
        var groups = secret.Split('-');
        return [secret, string.Concat(groups), .. groups.Zip(groups.Skip(1), (one, next) => $"{one}-{next}"), .. groups.Zip(groups.Skip(1), (one, next) => one + next)];
    }

    public async Task<Actor> AtDeskAsync(string name = "support-1")
    {
        var browser = await Portal.SignedInAsync(name, Role.Support, null);
        var id = PrivacyPortal.Services.Sessions.SessionRegistry.IdOf(browser.SessionCookie!);
        browser.Dispose();
        return (await Get<PrivacyPortal.Services.Sessions.SessionRegistry>().FindAsync(id, use: false, default))!;
    }

    public async ValueTask DisposeAsync()
    {
        await Portal.DisposeAsync();
        await Smtp.DisposeAsync();
        await Records.DisposeAsync();
    }

    [GeneratedRegex("<p class=\"secret\">([^<]+)</p>")]
    private static partial Regex Secret();
}

using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PrivacyPortal.Services.SignIn;
using PrivacyPortal.Services.Storage;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Services.SignIn;

/// <summary>
/// 200 tries to sign in for each of an existing, an unknown, a locked and a disabled name, in turns so that a busy machine is busy for all of them. Run
/// alone: <c>PrivacyPortal.Tests -explicit only -class "*.TimingTests"</c>; the report is in the output.
/// </summary>
[Trait("clause", "C5")]
public sealed class TimingTests(ITestOutputHelper output)
{
    private const int Tries = 200;
    private static readonly string[] Names = ["existing", "unknown", "locked", "disabled"];

    [Fact(Explicit = true)]
    public async Task Whether_a_name_exists_is_locked_or_disabled_cannot_be_told_from_the_time()
    {
        await using var portal = await PortalHost.StartAsync(services: collection =>
        {
            collection.StopBackground();
            collection.Replace(ServiceDescriptor.Singleton(_ => new PrivacyPortal.Services.Passwords.PasswordHashing())); // at its real cost
        });
        foreach (var name in Names.Where(name => name != "unknown"))
            (await portal.WithPasswordOnlyAsync(name, record: null)).Dispose();
        await using (var db = portal.Store())
            await db.Users.Where(user => user.UserName == "disabled").ExecuteUpdateAsync(set => set.SetProperty(user => user.ClosedAt, portal.Clock.GetUtcNow()));
        var check = portal.Services.GetRequiredService<SignInWithPassword>();
        var took = Names.ToDictionary(name => name, _ => new List<double>());
        var random = new Random(7);
        for (var i = -5; i < Tries; i++)
        {
            // the lanes of all but the locked name are emptied, so that each try of theirs is looked at
            await using (var db = portal.Store())
            {
                await db.ThrottleLanes.ExecuteDeleteAsync();
                for (var wrong = 0; wrong <= LaneRule.Name.FreeTries; wrong++)
                    await portal.Services.GetRequiredService<SignInThrottle>().TakeAsync("locked", new SignInOrigin("192.0.2.9", null), default);
            }
            foreach (var name in Names.OrderBy(_ => random.Next()))
            {
                var began = Stopwatch.GetTimestamp();
                Assert.Null(await check.TryAsync(name, "not the password at all", new SignInOrigin($"198.51.100.{random.Next(250)}", null), default));
                if (i >= 0)
                    took[name].Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
        }
        var median = took.ToDictionary(pair => pair.Key, pair => Median(pair.Value));
        foreach (var name in Names)
            output.WriteLine($"{name}: median {median[name]:F1} ms; against existing: {100 * (median[name] / median["existing"] - 1):F1} %, Mann-Whitney AUC {Auc(took["existing"], took[name]):F3}, z {Z(took["existing"], took[name]):F2}");
        Assert.All(Names, name => Assert.InRange(median[name] / median["existing"], 0.95, 1.05));
        // |z| below 2.58: at the level of 1 % the two are not told apart
        Assert.All(Names, name => Assert.InRange(Z(took["existing"], took[name]), -2.58, 2.58));
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    /// <summary>How often a try of the one takes longer than one of the other; one half when nothing can be told.</summary>
    private static double Auc(List<double> one, List<double> other) => one.Sum(a => other.Sum(b => a > b ? 1 : a < b ? 0 : 0.5)) / (one.Count * (double)other.Count);

    private static double Z(List<double> one, List<double> other)
    {
        var (n, m) = ((double)one.Count, (double)other.Count);
        return (Auc(one, other) * n * m - n * m / 2) / Math.Sqrt(n * m * (n + m + 1) / 12);
    }
}

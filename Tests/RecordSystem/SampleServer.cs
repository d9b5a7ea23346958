using PrivacyPortal.RecordSystem.Generate;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.RecordSystem;

/// <summary>One server with every sample file and one made-up member with many claims, shared by the tests that only read.</summary>
public sealed class SampleServer : IAsyncLifetime
{
    public const int ManyClaims = 1200;

    internal RecordSystemServer Server { get; private set; } = null!;

    internal static string ManyClaimsPatient => Member.Of(7, 0, new DateOnly(2026, 6, 30)).PatientId;

    public async ValueTask InitializeAsync()
    {
        Server = await RecordSystemServer.StartAsync(null, RecordSystemFolder.SampleFiles);
        new GeneratedPlan(1, 7, ManyClaims, new DateOnly(2026, 6, 30)).WriteTo(Server.Database, DateTimeOffset.UtcNow);
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}

[CollectionDefinition(Name)]
public sealed class SampleServerTests : ICollectionFixture<SampleServer>
{
    public const string Name = "record system with samples";
}

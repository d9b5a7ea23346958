using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PrivacyPortal.Services.Records;

namespace PrivacyPortal.Tests.Services.Records;

public sealed class RecordSystemOptionsTests
{
    [Fact]
    public void Good_settings_have_no_problem() => Assert.Empty(Good().Problems());

    [Theory]
    [InlineData("")]
    [InlineData("records.example/fhir")]
    [InlineData("http://records.example/fhir")]
    [InlineData("https://records.example/fhir?tenant=1")]
    [InlineData("https://records.example/fhir#a")]
    [InlineData("https://user:secret@records.example/fhir")]
    public void The_address_must_be_https_and_nothing_more(string address) =>
        OneProblem("Records:BaseUrl", options => options.BaseUrl = address);

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("line\r\nX-Evil: 1")]
    public void The_token_must_be_one_word(string token) => OneProblem("Records:Auth:Bearer", options => options.Auth.Bearer = token);

    [Theory]
    [InlineData("abc")]
    [InlineData("zz000000000000000000000000000000000000000000000000000000000000zz")]
    public void A_pin_must_be_a_digest(string pin) => OneProblem("Records:PinnedCertificateSha256", options => options.PinnedCertificateSha256 = pin);

    [Fact]
    public void A_pin_may_be_written_with_colons()
    {
        var options = Good();
        options.PinnedCertificateSha256 = string.Join(':', Enumerable.Repeat("aB", 32));
        Assert.Empty(options.Problems());
        Assert.Equal(32, options.Pin()!.Length);
    }

    [Fact]
    public void Bounds_must_be_bounds()
    {
        var options = Good();
        (options.TimeoutSeconds, options.MaxPages, options.MaxBytesPerAnswer) = (0, 0, 0);
        Assert.Equal(3, options.Problems().Count());
    }

    [Fact]
    public void Settings_are_read_from_their_section_and_the_client_is_one_for_each_circuit()
    {
        var settings = new Dictionary<string, string?>
        {
            ["Records:BaseUrl"] = "https://records.example/fhir",
            ["Records:Auth:Bearer"] = "token",
            ["Records:TimeoutSeconds"] = "3",
        };
        var services = new ServiceCollection().AddSingleton(TimeProvider.System)
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).AddRecords();
        Assert.Equal(ServiceLifetime.Scoped, services.Single(service => service.ServiceType == typeof(IMemberRecords)).Lifetime);
        using var provider = services.BuildServiceProvider(validateScopes: true);
        Assert.Equal(("token", 3), (provider.GetRequiredService<IOptions<RecordSystemOptions>>().Value.Auth.Bearer,
            provider.GetRequiredService<IOptions<RecordSystemOptions>>().Value.TimeoutSeconds));
        using var one = provider.CreateScope();
        using var other = provider.CreateScope();
        Assert.NotSame(one.ServiceProvider.GetRequiredService<IMemberRecords>(), other.ServiceProvider.GetRequiredService<IMemberRecords>());
    }

    private static RecordSystemOptions Good() => new() { BaseUrl = "https://records.example/fhir", Auth = { Bearer = "token" } };

    private static void OneProblem(string about, Action<RecordSystemOptions> spoil)
    {
        var options = Good();
        spoil(options);
        Assert.StartsWith(about, Assert.Single(options.Problems()), StringComparison.Ordinal);
    }
}

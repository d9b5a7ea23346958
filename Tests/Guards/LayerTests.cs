using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using PrivacyPortal.Components.Shell;
using PrivacyPortal.Services.Members;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace PrivacyPortal.Tests.Guards;

/// <summary>App sees all, Components sees Services, Services sees nobody; slices of Services have no cycles. ArchUnitNET fails a rule about nothing; what must not be depended on is looked for here.</summary>
public sealed class LayerTests
{
    private const string RecordClient = "PrivacyPortal.Services.Records.Fhir";
    private const string Records = "PrivacyPortal.Services.Records.IMemberRecords";

    private static readonly System.Reflection.Assembly App = typeof(PrivacyPortal.App.PortalApp).Assembly;
    private static readonly System.Reflection.Assembly Components = typeof(PortalUrls).Assembly;
    private static readonly System.Reflection.Assembly Services = typeof(MemberVisit).Assembly;
    private static readonly Architecture Portal = new ArchLoader().LoadAssemblies(App, Components, Services).Build();

    [Fact]
    public void Everything_that_the_rules_name_is_there()
    {
        foreach (var assembly in (System.Reflection.Assembly[])[App, Components, Services])
            Assert.NotEmpty(Types().That().ResideInAssembly(assembly).GetObjects(Portal));
        Assert.NotEmpty(Types().That().ResideInNamespace(RecordClient).GetObjects(Portal));
        Assert.DoesNotContain(Portal.Types, type => type.Namespace.FullName.StartsWith(RecordClient + ".", StringComparison.Ordinal));
        Assert.Single(Types().That().HaveFullName(Records).GetObjects(Portal));
        // both places that may touch it do
        var places = Types().That().DependOnAny(Types().That().HaveFullName(Records)).GetObjects(Portal).Select(SliceOf).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(["Members", "Records"], places);
    }

    [Fact]
    public void Services_know_neither_pages_nor_host() =>
        Types().That().ResideInAssembly(Services).Should().NotDependOnAny(Types().That().ResideInAssembly(Components).Or().ResideInAssembly(App)).Check(Portal);

    [Fact]
    public void Pages_do_not_know_the_host() =>
        Types().That().ResideInAssembly(Components).Should().NotDependOnAny(Types().That().ResideInAssembly(App)).Check(Portal);

    [Fact]
    public void Slices_of_services_have_no_cycles()
    {
        var uses = Portal.Types.Where(type => SliceOf(type) is not null)
            .SelectMany(type => type.Dependencies.Select(dependency => (From: SliceOf(type)!, To: SliceOf(dependency.Target))))
            .Where(use => use.To is not null && use.To != use.From).ToLookup(use => use.From, use => use.To!);
        Assert.NotEmpty(uses);
        foreach (var slice in uses.Select(group => group.Key))
            AssertNoWayBack(slice, uses, [slice]);
    }

    [Fact]
    public void No_FHIR_reading_leaves_the_record_client() =>
        Types().That().ResideInAssembly(Services).And().DoNotResideInNamespaceMatching(@"PrivacyPortal\.Services\.Records.*")
            .Should().NotDependOnAny(Types().That().ResideInNamespace(RecordClient)).Check(Portal);

    [Fact]
    public void Only_the_visit_and_the_client_itself_touch_the_record_client() =>
        Types().That().DependOnAny(Types().That().HaveFullName(Records))
            .Should().ResideInNamespaceMatching(@"PrivacyPortal\.Services\.(Members|Records).*").Check(Portal);

    private static void AssertNoWayBack(string slice, ILookup<string, string> uses, string[] path)
    {
        foreach (var next in uses[slice].Distinct())
        {
            Assert.False(next == path[0], string.Join(" -> ", path.Append(next)));
            if (!path.Contains(next))
                AssertNoWayBack(next, uses, [.. path, next]);
        }
    }

    // the first word after PrivacyPortal.Services: Records.Fhir is part of Records
    private static string? SliceOf(IType type) =>
        type.FullName.StartsWith("PrivacyPortal.Services.", StringComparison.Ordinal) && type.FullName.Split('.') is { Length: > 3 } words ? words[2] : null;
}

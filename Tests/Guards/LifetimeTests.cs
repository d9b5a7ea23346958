using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.App;
using PrivacyPortal.App.Startup;
using PrivacyPortal.Components.Shell;
using PrivacyPortal.Services.Members;
using PrivacyPortal.Services.Values;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Guards;

/// <summary>Whatever can hold member data lives and dies with a circuit (C12).</summary>
[Trait("clause", "C12")]
public sealed class LifetimeTests
{
    [Fact]
    public void What_holds_member_data_is_scoped_to_its_circuit()
    {
        using var folder = new TemporaryFolder();
        var builder = WebApplication.CreateBuilder();
        builder.Configuration["Portal:DataDirectory"] = folder.Path;
        builder.AddPortal(new DataDirectory(builder.Configuration), evaluation: true);
        var holders = builder.Services.Where(service => HoldsMemberData(service.ImplementationType)).ToList();
        Assert.NotEmpty(holders);
        Assert.All(holders, holder => Assert.Equal(ServiceLifetime.Scoped, holder.Lifetime));
    }

    [Fact]
    public void No_static_field_can_hold_member_data()
    {
        var fields = new[] { typeof(PortalApp).Assembly, typeof(PortalUrls).Assembly, typeof(MemberVisit).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)).ToList();
        Assert.NotEmpty(fields);
        Assert.DoesNotContain(fields, field => IsMemberData(field.FieldType) || field.FieldType == typeof(MemberVisit));
    }

    private static bool HoldsMemberData(Type? type) =>
        type is not null && type.Namespace?.StartsWith("PrivacyPortal", StringComparison.Ordinal) == true
        && type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public).Any(field => IsMemberData(field.FieldType) || field.FieldType == typeof(MemberVisit));

    private static bool IsMemberData(Type type) =>
        typeof(RecordValue).IsAssignableFrom(type) || typeof(Held).IsAssignableFrom(type)
        || (type.IsArray && IsMemberData(type.GetElementType()!))
        || (type.IsGenericType && !typeof(Delegate).IsAssignableFrom(type) && type.GetGenericTypeDefinition() != typeof(Section<>) && type.GetGenericArguments().Any(IsMemberData));
}

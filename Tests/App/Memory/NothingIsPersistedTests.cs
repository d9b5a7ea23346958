using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PrivacyPortal.App.Circuits;
using PrivacyPortal.App.Memory;
using PrivacyPortal.Components.Shell;
using PrivacyPortal.Services.Members;

namespace PrivacyPortal.Tests.App.Memory;

/// <summary>.NET 10 would put a circuit's state aside for hours: nothing of ours asks for it, and the circuits allow it to nobody.</summary>
[Trait("clause", "C12")]
public sealed class NothingIsPersistedTests
{
    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Type[] Ours =
        [.. new[] { typeof(CircuitGate).Assembly, typeof(Routes).Assembly, typeof(MemberVisit).Assembly }.SelectMany(assembly => assembly.GetTypes())];

    [Fact]
    public void No_type_of_ours_persists_state()
    {
        Assert.True(Ours.Length > 200, "the types were not found");
        Assert.True(Persists(typeof(Persisting)) && Persists(typeof(PersistingByHand)), "the check does not see what it looks for");
        Assert.DoesNotContain(Ours, Persists);
    }

    [Fact]
    public void Circuits_put_nothing_aside_and_linger_within_the_bound()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Services.AddCircuits();
        using var app = (IDisposable)builder.Build();
        var circuit = ((WebApplication)app).Services.GetRequiredService<IOptions<CircuitOptions>>().Value;
        var forgetting = new ForgettingOptions();
        Assert.Equal(0, circuit.PersistedCircuitInMemoryMaxRetained);
        Assert.Equal(forgetting.Linger, circuit.DisconnectedCircuitRetentionPeriod);
        Assert.True(forgetting.FitsBound);
        Assert.True(circuit.JSInteropDefaultCallTimeout < forgetting.Again, "a call to a browser that has gone would outlive the last scrub");
    }

    private static bool Persists(Type type) =>
        type.GetProperties(Everything).Any(property => property.IsDefined(typeof(PersistentStateAttribute)) || property.PropertyType == typeof(PersistentComponentState))
        || type.GetFields(Everything).Any(field => field.FieldType == typeof(PersistentComponentState))
        || type.GetConstructors(Everything).Any(made => made.GetParameters().Any(parameter => parameter.ParameterType == typeof(PersistentComponentState)));

    private sealed class Persisting
    {
        [PersistentState]
        public string? Kept { get; set; }
    }

    private sealed class PersistingByHand(PersistentComponentState state)
    {
        public PersistentComponentState State { get; } = state;
    }
}

using System.Globalization;
using System.Runtime.CompilerServices;

namespace PrivacyPortal.Components.Shared;

/// <summary>
/// The language that a circuit was opened with, for all that it ever draws (C24). A circuit has one synchronization context, and whatever is drawn in it is
/// drawn inside that: a click, a timer, and also what a change from another thread sets off, whose own culture is the server's.
/// </summary>
/// <remarks>docs/decisions/006-two-languages.md. Nothing of a person is here: a language by a context, and no longer than that lives.</remarks>
public static class CircuitLanguage
{
    private static readonly ConditionalWeakTable<SynchronizationContext, CultureInfo> Opened = [];

    /// <summary>Keeps the language of now for the circuit that is being opened.</summary>
    /// <exception cref="InvalidOperationException">It is not called in a circuit.</exception>
    public static void Keep() =>
        Opened.AddOrUpdate(SynchronizationContext.Current ?? throw new InvalidOperationException("A language is kept in a circuit."), CultureInfo.CurrentUICulture);

    /// <summary>The circuit's; outside of one, that of the request.</summary>
    internal static CultureInfo Now =>
        SynchronizationContext.Current is { } here && Opened.TryGetValue(here, out var kept) ? kept : CultureInfo.CurrentUICulture;
}

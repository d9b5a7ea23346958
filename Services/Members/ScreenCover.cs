using System.Runtime.CompilerServices;
using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Members;

/// <summary>
/// Someone may be looking over the member's shoulder: leaves what is sensitive out of everything that is drawn, so that lists, counts, totals and charts agree
/// and none of them gives away what another hides. It changes nothing of what may be seen, and lives no longer than the circuit (C12).
/// </summary>
public sealed class ScreenCover
{
    // what was left is kept for as long as what it was left of, and not a moment longer
    private readonly ConditionalWeakTable<object, object> left = [];

    /// <summary>Whether sensitive entries are hidden on this screen.</summary>
    public bool Hides { get; private set; }

    internal void Turn() => Hides = !Hides;

    /// <summary>What may be drawn: a list without its sensitive entries while they are hidden, and anything else as it is.</summary>
    public T Of<T>(T value) where T : class
    {
        if (!Hides || value is not IReadOnlyList<RecordItem> items || items.All(item => item.Labels == Sensitivity.None))
            return value;
        return (T)left.GetValue(value, static whole => Unmarked((IReadOnlyList<RecordItem>)whole, whole.GetType()));
    }

    private static Array Unmarked(IReadOnlyList<RecordItem> items, Type list)
    {
        RecordItem[] kept = [.. items.Where(item => item.Labels == Sensitivity.None)];
        var kind = list.GetInterfaces().First(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)).GenericTypeArguments[0];
        var typed = Array.CreateInstance(kind, kept.Length);
        kept.CopyTo(typed, 0);
        return typed;
    }
}

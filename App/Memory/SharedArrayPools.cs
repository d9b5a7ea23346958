using System.Buffers;
using System.Collections;
using System.Reflection;
using Microsoft.AspNetCore.Components.RenderTree;

namespace PrivacyPortal.App.Memory;

/// <summary>
/// Empties the runtime's shared array pools, in which returned buffers lie with what was in them: read JSON, rendered text, messages (C12). It does at
/// once what the runtime does itself when memory is short: the references are dropped, no array is written to, since a thread may be renting it.
/// </summary>
/// <remarks>
/// The runtime has no public call for this, so it is done through its fields, whose names are those of .NET 10. <see cref="Work"/> tries it out at the
/// start on a pool of its own: a runtime of another shape is found then, and said aloud, instead of forgetting less in silence.
/// </remarks>
internal static class SharedArrayPools
{
    private const BindingFlags Fields = BindingFlags.NonPublic | BindingFlags.Instance;

    private static readonly Type[] Elements =
    [
        typeof(byte), typeof(char), typeof(int), typeof(long), typeof(ulong), typeof(object), typeof(string), typeof(ReadOnlyMemory<byte>),
        typeof(RenderTreeFrame), typeof(RenderTreeEdit), typeof(RenderTreeDiff), typeof(NamedEventChange),
    ];

    /// <summary>Empties every pool that may have carried member data.</summary>
    internal static void Empty()
    {
        foreach (var element in Elements)
            Empty(typeof(ArrayPool<>).MakeGenericType(element).GetProperty(nameof(ArrayPool<>.Shared))!.GetValue(null)!);
    }

    /// <summary>Whether emptying works with this runtime: two arrays are returned, and neither comes back afterwards.</summary>
    internal static bool Work()
    {
        try
        {
            var pool = ArrayPool<Probe>.Shared;
            Probe[] ownThreads = pool.Rent(64), shared = pool.Rent(64);
            pool.Return(shared);
            pool.Return(ownThreads); // the second one of a size pushes the first from the thread's own slot into the shared partitions
            Empty(pool);
            Probe[] next = pool.Rent(64), nextButOne = pool.Rent(64);
            return next != ownThreads && next != shared && nextButOne != ownThreads && nextButOne != shared;
        }
        catch (Exception other) when (other is InvalidOperationException or InvalidCastException or NullReferenceException or TargetInvocationException)
        {
            return false;
        }
    }

    private static void Empty(object pool)
    {
        foreach (var thread in (IEnumerable)Field(pool, "_allTlsBuckets"))
            Array.Clear((Array)thread.GetType().GetProperty("Key")!.GetValue(thread)!);
        foreach (var bucket in (Array)Field(pool, "_buckets"))
        {
            if (bucket is null)
                continue;
            foreach (var partition in (Array)Field(bucket, "_partitions"))
                EmptyPartition(partition);
        }
    }

    private static void EmptyPartition(object partition)
    {
        var arrays = (Array)Field(partition, "_arrays");
        var count = partition.GetType().GetField("_count", Fields) ?? throw new InvalidOperationException("_count");
        lock (partition) // the monitor that the runtime takes
        {
            Array.Clear(arrays);
            count.SetValue(partition, 0);
        }
    }

    private static object Field(object of, string name) =>
        of.GetType().GetField(name, Fields)?.GetValue(of) ?? throw new InvalidOperationException(name);

    private readonly record struct Probe(long Value);
}

using System.Buffers;
using PrivacyPortal.App.Memory;

namespace PrivacyPortal.Tests.App.Memory;

/// <summary>Fails when a version of the runtime has pools of another shape: what members viewed would then stay in them.</summary>
[Trait("clause", "C12")]
public sealed class SharedArrayPoolsTests
{
    [Fact]
    public void The_pools_of_this_runtime_can_be_emptied() => Assert.True(SharedArrayPools.Work());

    [Fact]
    public void A_returned_array_does_not_come_back_after_emptying()
    {
        var rented = ArrayPool<ulong>.Shared.Rent(3000);
        ArrayPool<ulong>.Shared.Return(rented);
        var before = ArrayPool<ulong>.Shared.Rent(3000);
        Assert.Same(rented, before); // or the test could not fail
        ArrayPool<ulong>.Shared.Return(before);
        SharedArrayPools.Empty();
        Assert.NotSame(rented, ArrayPool<ulong>.Shared.Rent(3000));
    }
}

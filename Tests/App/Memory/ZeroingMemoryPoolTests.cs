using PrivacyPortal.App.Memory;

namespace PrivacyPortal.Tests.App.Memory;

[Trait("clause", "C12")]
public sealed class ZeroingMemoryPoolTests
{
    private readonly ZeroingMemoryPool pool = new();

    [Fact]
    public void A_block_is_zeroed_when_it_comes_back()
    {
        var block = pool.Rent();
        var memory = block.Memory;
        memory.Span.Fill(0xAB);
        block.Dispose();
        Assert.Equal(-1, memory.Span.IndexOfAnyExcept((byte)0));
    }

    [Fact]
    public void A_block_given_back_twice_is_lent_to_one_only()
    {
        var block = pool.Rent();
        block.Dispose();
        block.Dispose();
        Assert.NotSame(pool.Rent(), pool.Rent());
    }

    [Fact]
    public void What_is_written_after_lending_again_stays()
    {
        var block = pool.Rent();
        block.Dispose();
        var again = pool.Rent();
        Assert.Same(block, again);
        again.Memory.Span.Fill(1);
        pool.Rent().Dispose();
        Assert.Equal(-1, again.Memory.Span.IndexOfAnyExcept((byte)1));
    }

    [Fact]
    public void More_than_a_block_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => pool.Rent(4097));
}

using System.Buffers;
using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Connections;

namespace PrivacyPortal.App.Memory;

/// <summary>The web server's blocks: what passed through one is zeroed as it comes back, so that a free block holds nothing (C12).</summary>
internal sealed class ZeroingMemoryPool : MemoryPool<byte>
{
    private const int BlockSize = 4096;
    private const int MostKept = 256;

    private readonly ConcurrentQueue<Block> free = new();
    private int kept;

    public override int MaxBufferSize => BlockSize;

    public override IMemoryOwner<byte> Rent(int minBufferSize = -1)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minBufferSize, BlockSize);
        if (!free.TryDequeue(out var block))
            return new Block(this);
        Interlocked.Decrement(ref kept);
        block.Lend();
        return block;
    }

    // Nothing is held that a garbage collection would not end; blocks still out come back to no harm.
    protected override void Dispose(bool disposing) => free.Clear();

    private void TakeBack(Block block)
    {
        CryptographicOperations.ZeroMemory(block.Memory.Span);
        if (Interlocked.Increment(ref kept) <= MostKept)
            free.Enqueue(block);
        else
            Interlocked.Decrement(ref kept);
    }

    private sealed class Block : IMemoryOwner<byte>
    {
        private readonly ZeroingMemoryPool pool;
        private int lent = 1;

        internal Block(ZeroingMemoryPool pool)
        {
            this.pool = pool;
            // pinned where pinned things belong: the socket calls need it, and the ordinary heap stays free to move
            Memory = MemoryMarshal.CreateFromPinnedArray(GC.AllocateArray<byte>(BlockSize, pinned: true), 0, BlockSize);
        }

        public Memory<byte> Memory { get; }

        internal void Lend() => Volatile.Write(ref lent, 1);

        public void Dispose()
        {
            if (Interlocked.Exchange(ref lent, 0) == 1)
                pool.TakeBack(this);
        }
    }

    internal sealed class Factory : IMemoryPoolFactory<byte>
    {
        public MemoryPool<byte> Create(MemoryPoolOptions? options = null) => new ZeroingMemoryPool();
    }
}

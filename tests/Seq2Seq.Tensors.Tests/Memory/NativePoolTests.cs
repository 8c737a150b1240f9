namespace Seq2Seq.Tensors.Tests.Memory;

/// <summary>Alone, because the counters are those of the whole process.</summary>
[Collection("thread count")]
public sealed unsafe class NativePoolTests
{
    [Fact]
    public void A_block_is_aligned_and_at_most_a_quarter_larger_than_asked()
    {
        foreach (var bytes in new long[] { 0, 1, 63, 64, 65, 100, 1000, 4096, 4097, 5121, 1 << 20, (1 << 20) + 1, 123_456_789 })
        {
            var size = NativePool.SizeOf(NativePool.BucketOf(bytes));

            Assert.True(size >= bytes, $"{size} for {bytes}");
            Assert.True(size <= Math.Max(64, bytes + bytes / 4 + 1), $"{size} for {bytes}");
            Assert.Equal(NativePool.BucketOf(bytes), NativePool.BucketOf(size));
        }

        using var buffer = new NativeBuffer(1000);
        Assert.Equal(0, (nint)buffer.Pointer % 64);
    }

    [Fact]
    public void A_returned_block_serves_the_next_request_of_its_size()
    {
        var first = new NativeBuffer(54_321);
        var place = (nint)first.Pointer;
        first.Dispose();

        using var second = new NativeBuffer(54_000);

        Assert.Equal(place, (nint)second.Pointer);
    }

    [Fact]
    public void Disposing_twice_is_harmless_and_use_after_it_throws()
    {
        var before = NativePool.OutstandingBytes;
        var buffer = new NativeBuffer(10_000, clear: true);
        Assert.Equal(0, buffer.AsSpan<byte>(0, 10_000).IndexOfAnyExcept((byte)0) + 1);
        buffer.Dispose();
        buffer.Dispose();

        Assert.True(buffer.IsDisposed);
        Assert.Equal(before, NativePool.OutstandingBytes);
        Assert.Throws<ObjectDisposedException>(() => (nint)buffer.Pointer);
    }

    [Fact]
    public void Forgotten_buffers_come_back_through_the_collector()
    {
        var before = NativePool.OutstandingBytes;
        Forget();

        for (var i = 0; i < 10 && NativePool.OutstandingBytes > before; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.True(NativePool.OutstandingBytes <= before, $"{NativePool.OutstandingBytes} > {before}");
    }

    [Fact]
    public void Ten_thousand_rounds_of_the_same_sizes_do_not_grow_the_pool()
    {
        // What tests before this one forgot must not be given back meanwhile: that looks like a peak.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var sizes = new long[] { 64, 1000, 40_000, 300_000, 1_000_000 };
        for (var round = 0; round < 10_000; round++)
        {
            var buffers = Array.ConvertAll(sizes, size => new NativeBuffer(size));
            foreach (var buffer in buffers)
                buffer.Dispose();
            if (round == 10)
                NativePool.ResetPeak();
        }

        Assert.InRange(NativePool.PeakBytes - NativePool.OutstandingBytes, 0, 2_000_000);
    }

    [Fact]
    public void Packed_weights_are_packed_again_when_their_version_rises()
    {
        const int K = 70, N = 45;
        var storage = new object();
        var (weights, x) = (Numbers(N * K), Numbers(3 * K));
        float[] before = new float[3 * N], stale = new float[3 * N], after = new float[3 * N], expected = new float[3 * N];
        fixed (float* w = weights, px = x)
        {
            Multiply(PackedWeights.Get(storage, 1, true, K, N, w, K), px, before);
            for (var i = 0; i < weights.Length; i++)
                w[i] *= 2;
            Multiply(PackedWeights.Get(storage, 1, true, K, N, w, K), px, stale);
            Multiply(PackedWeights.Get(storage, 2, true, K, N, w, K), px, after);
            fixed (float* e = expected)
                Gemm.Multiply(false, true, 3, N, K, px, K, w, K, e, N, false);
        }

        Assert.Equal(before, stale);
        Assert.Equal(expected, after);

        static void Multiply(PackedMatrix packed, float* px, float[] y)
        {
            fixed (float* py = y)
                Gemm.Multiply(false, 3, px, K, packed, py, N, false);
        }
    }

    private static float[] Numbers(int count) => Kernels.Numbers.Random(count, count);

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static void Forget()
    {
        for (var i = 0; i < 20; i++)
            GC.KeepAlive(new NativeBuffer(100_000));
    }
}

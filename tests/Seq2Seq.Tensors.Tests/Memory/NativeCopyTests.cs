namespace Seq2Seq.Tensors.Tests.Memory;

public sealed unsafe class NativeCopyTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(2049)]
    [InlineData(5000)]
    [InlineData(1 << 19)]
    public void A_copy_has_the_bytes_of_the_source_and_nothing_around_it_changes(int length)
    {
        var source = Bytes(length + 200);
        for (var shift = 0; shift < 130; shift += 13)
        {
            var target = new byte[length + 200];
            fixed (byte* from = source, to = target)
                NativeCopy.Run(from + 7, to + shift, length);

            Assert.True(target.AsSpan(shift, length).SequenceEqual(source.AsSpan(7, length)));
            Assert.Equal(-1, target.AsSpan(0, shift).IndexOfAnyExcept((byte)0));
            Assert.Equal(-1, target.AsSpan(shift + length).IndexOfAnyExcept((byte)0));
        }
    }

    [Theory]
    [InlineData(0, 64)]
    [InlineData(64, 0)]
    [InlineData(0, 3000)]
    [InlineData(3000, 0)]
    public void A_line_may_overlap_its_source(int from, int to)
    {
        const int Length = 4000;
        var (bytes, expected) = (Bytes(8000), Bytes(8000).AsSpan(from, Length).ToArray());

        fixed (byte* start = bytes)
            NativeCopy.Line(start + from, start + to, Length);

        Assert.True(bytes.AsSpan(to, Length).SequenceEqual(expected));
    }

    private static byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        for (var i = 0; i < count; i++)
            bytes[i] = (byte)((i * 31 + i / 256) | 1);
        return bytes;
    }
}

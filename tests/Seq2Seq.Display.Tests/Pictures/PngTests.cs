using System.Buffers.Binary;
using System.IO.Compression;
using Seq2Seq.Display.Pictures;
using Seq2Seq.Display.Tests.Gallery;

namespace Seq2Seq.Display.Tests.Pictures;

/// <summary>The platform's own decompressor reads what our compressor writes.</summary>
public class PngTests
{
    public static TheoryData<int, int> Cases => new()
    {
        { 0, 0 }, { 1, 1 }, { 2, 3 }, { 3, 259 }, { 4, 4096 }, { 5, 70_000 }, { 6, 100_000 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_is_compressed_comes_back(int seed, int length)
    {
        var data = Data(seed, length);

        using var stream = new ZLibStream(new MemoryStream(Deflate.Zlib(data)), CompressionMode.Decompress);
        using var back = new MemoryStream();
        stream.CopyTo(back);

        Assert.Equal(data, back.ToArray());
    }

    [Fact]
    public void A_flat_picture_becomes_small() => Assert.InRange(Deflate.Zlib(new byte[100_000]).Length, 10, 1200);

    [Fact]
    public void A_picture_has_its_size_and_its_pixels()
    {
        var pixels = Data(7, 5 * 4 * 3);

        var png = Png.Encode(5, 4, 3, pixels);

        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], png[..8]);
        var chunks = Chunks(png);
        Assert.Equal(["IHDR", "IDAT", "IEND"], chunks.Select(chunk => chunk.Type));
        Assert.Equal((5, 4), (BinaryPrimitives.ReadInt32BigEndian(chunks[0].Data), BinaryPrimitives.ReadInt32BigEndian(chunks[0].Data.AsSpan(4))));
        using var stream = new ZLibStream(new MemoryStream(chunks[1].Data), CompressionMode.Decompress);
        using var rows = new MemoryStream();
        stream.CopyTo(rows);
        Assert.Equal(pixels, rows.ToArray().Chunk(16).SelectMany(row => row[1..]));
    }

    private static List<(string Type, byte[] Data)> Chunks(byte[] png)
    {
        var chunks = new List<(string, byte[])>();
        for (var at = 8; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            var body = png.AsSpan(at + 4, length + 4);
            Assert.Equal(Crc(body), BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(at + 8 + length)));
            chunks.Add((System.Text.Encoding.ASCII.GetString(body[..4]), body[4..].ToArray()));
            at += length + 12;
        }
        return chunks;
    }

    // Bit by bit, from the polynomial: independent of the table in the library.
    private static uint Crc(ReadOnlySpan<byte> data)
    {
        var crc = uint.MaxValue;
        foreach (var value in data)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ (0xEDB88320 & (uint)-(int)(crc & 1));
        }
        return ~crc;
    }

    // Runs and repeats, as pictures have them, with noise between.
    private static byte[] Data(int seed, int length)
    {
        var noise = Exhibits.Noise(length / 7 + 1, (ulong)seed);
        return [.. Enumerable.Range(0, length).Select(i => (byte)(i % 13 < 6 ? i / 40 % 5 : (int)(noise[i / 7] * 40)))];
    }
}

namespace Seq2Seq.Display.Pictures;

/// <summary>Compresses with fixed Huffman codes and one remembered match per hash (RFC 1951, block type 1).</summary>
/// <remarks>
/// The platform's ZLibStream gives other bytes on other processors; a committed picture must not change with the machine.
/// </remarks>
internal sealed class Deflate
{
    private const int LongestMatch = 258;
    private const int Window = 32768;
    private readonly List<byte> output = [];
    private uint bits;
    private int bitCount;

    /// <summary>The bytes as a zlib stream (RFC 1950).</summary>
    public static byte[] Zlib(ReadOnlySpan<byte> data)
    {
        var deflate = new Deflate();
        deflate.output.AddRange((ReadOnlySpan<byte>)[0x78, 0x01]);
        deflate.Compress(data);
        var (a, b) = (1u, 0u);
        foreach (var value in data)
        {
            a = (a + value) % 65521;
            b = (b + a) % 65521;
        }
        deflate.output.AddRange((ReadOnlySpan<byte>)[(byte)(b >> 8), (byte)b, (byte)(a >> 8), (byte)a]);
        return [.. deflate.output];
    }

    private void Compress(ReadOnlySpan<byte> data)
    {
        Put(1, 1);
        Put(1, 2);
        var last = new int[1 << 13];
        Array.Fill(last, -Window - 1);
        var at = 0;
        while (at < data.Length)
        {
            var (length, distance) = (0, 0);
            if (at + 3 <= data.Length)
            {
                var hash = ((data[at] << 10) ^ (data[at + 1] << 5) ^ data[at + 2]) * 2654435 >>> 7 & 8191;
                var candidate = last[hash];
                last[hash] = at;
                distance = at - candidate;
                if (distance <= Window)
                    length = data[candidate..].CommonPrefixLength(data[at..Math.Min(data.Length, at + LongestMatch)]);
            }
            if (length >= 3)
            {
                Match(length, distance);
                at += length;
            }
            else
            {
                Literal(data[at++]);
            }
        }
        Literal(256);
        if (bitCount > 0)
            Put(0, 8 - bitCount);
    }

    private void Literal(int symbol)
    {
        switch (symbol)
        {
            case < 144:
                Code(0x30 + symbol, 8);
                break;
            case < 256:
                Code(0x190 + symbol - 144, 9);
                break;
            case < 280:
                Code(symbol - 256, 7);
                break;
            default:
                Code(0xC0 + symbol - 280, 8);
                break;
        }
    }

    // Lengths and distances are a symbol for the power of two and extra bits for the rest.
    private void Match(int length, int distance)
    {
        if (length == LongestMatch)
        {
            Literal(285);
        }
        else if (length < 11)
        {
            Literal(257 + length - 3);
        }
        else
        {
            var extra = int.Log2(length - 3) - 2;
            Literal(257 + 4 * extra + (length - 3 >> extra));
            Put((uint)(length - 3 & (1 << extra) - 1), extra);
        }
        if (distance < 5)
        {
            Code(distance - 1, 5);
            return;
        }
        var more = int.Log2(distance - 1) - 1;
        Code(2 * more + (distance - 1 >> more), 5);
        Put((uint)(distance - 1 & (1 << more) - 1), more);
    }

    // Huffman codes are packed from their most significant bit, everything else from the least.
    private void Code(int code, int length)
    {
        for (var bit = length - 1; bit >= 0; bit--)
            Put((uint)(code >> bit & 1), 1);
    }

    private void Put(uint value, int count)
    {
        bits |= value << bitCount;
        bitCount += count;
        while (bitCount >= 8)
        {
            output.Add((byte)bits);
            bits >>= 8;
            bitCount -= 8;
        }
    }
}

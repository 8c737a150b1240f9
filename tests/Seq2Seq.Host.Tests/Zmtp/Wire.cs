using System.Globalization;
using System.Text;

namespace Seq2Seq.Host.Zmtp;

/// <summary>Bytes as the notes on libzmq write them: hexadecimal pairs, "text", and 00*16 for a run.</summary>
internal static class Wire
{
    public static byte[] Bytes(string notation)
    {
        var bytes = new List<byte>();
        for (var index = 0; index < notation.Length;)
        {
            if (notation[index] == ' ')
            {
                index++;
            }
            else if (notation[index] == '"')
            {
                var end = notation.IndexOf('"', index + 1);
                bytes.AddRange(Encoding.UTF8.GetBytes(notation[(index + 1)..end]));
                index = end + 1;
            }
            else
            {
                var value = byte.Parse(notation.AsSpan(index, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
                index += 2;
                var count = 1;
                if (index < notation.Length && notation[index] == '*')
                {
                    var end = notation.IndexOf(' ', index) is >= 0 and var space ? space : notation.Length;
                    count = int.Parse(notation.AsSpan(index + 1, end - index - 1), CultureInfo.InvariantCulture);
                    index = end;
                }

                bytes.AddRange(Enumerable.Repeat(value, count));
            }
        }

        return [.. bytes];
    }

    public static byte[] Join(params byte[][] parts) => [.. parts.SelectMany(part => part)];
}

/// <summary>A stream that gives at most so many bytes at a time, as a network may.</summary>
internal sealed class DrippingStream(byte[] bytes, int most) : MemoryStream(bytes)
{
    public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(most, buffer.Length)]);
}

using System.Text;

namespace Seq2Seq.Text;

/// <summary>Tells a file that is not UTF-8 text, and what it seems to be instead.</summary>
internal static class CorpusEncoding
{
    // UTF-8 bytes read as Windows-1252: Ã or Â and a sign above 0x7F, â€ in place of a quotation mark.
    public static bool LooksGarbled(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\uFFFD') return true;
            if (i + 1 == text.Length) break;
            if (text[i] is 'Ã' or 'Â' && text[i + 1] is >= '\u0080' and <= '\u00BF' and not '\u00A0') return true;
            if (text[i] == 'â' && text[i + 1] == '€') return true;
        }

        return false;
    }

    public static void Check(string name, ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            throw new InvalidDataException(
                $"{name}: the file is UTF-16; expected UTF-8. Save it as UTF-8, or convert it: iconv -f UTF-16 -t UTF-8.");
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) || bytes.StartsWith("PK"u8))
        {
            throw new InvalidDataException($"{name}: the file is compressed; expected plain text. Unpack it first.");
        }

        // Text in UTF-16 without a mark has a null in every other byte.
        var head = bytes[..Math.Min(bytes.Length, 4096)];
        if (head.Length > 0 && head.Count((byte)0) * 4 > head.Length)
        {
            throw new InvalidDataException(
                $"{name}: the file is full of null bytes, as UTF-16 or a binary file is; expected UTF-8 text.");
        }

        if (bytes.IndexOf((byte)'\n') < 0 && bytes.Count((byte)'\r') > 1)
        {
            throw new InvalidDataException(
                $"{name}: the lines end in carriage returns alone, as on old Macs; expected line feeds. Convert it: tr '\\r' '\\n'.");
        }
    }

    public static string Guess(byte[] bytes)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        foreach (var encoding in (string[])["GB18030", "big5"])
        {
            try
            {
                var text = Encoding.GetEncoding(
                    encoding, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback).GetString(bytes);
                var common = text.Count(
                    c =>
                        c is >= '\u4E00' and <= '\u9FFF' or < '\u0080' or >= '\u3000' and <= '\u303F' or >= '\uFF00' and <= '\uFFEF');
                if (common * 20 >= text.Length * 19)
                    return $"It looks like {encoding.ToUpperInvariant()}: iconv -f {encoding.ToUpperInvariant()} -t UTF-8.";
            }
            catch (DecoderFallbackException)
            {
                // Not this one.
            }
        }

        return "It may be Windows-1252 or another one-byte encoding: iconv -f WINDOWS-1252 -t UTF-8.";
    }
}

using System.Buffers.Binary;
using Seq2Seq.Text;

namespace Seq2Seq.Tasks;

/// <summary>Synthetic speech: digits spoken by voices of different pitch, size and tempo.</summary>
/// <remarks>
/// A formant synthesiser after Klatt 1980, much reduced: voiced sounds are the harmonics of the pitch, weighted by three resonances that
/// glide from sound to sound; fricatives and bursts are noise in a band; nasals are weak and low. It is no human voice, but each digit has
/// the sequence of sounds it has, and time, pitch and size vary as they do. Sums and products only: the same samples on every machine.
/// </remarks>
public static class SpokenDigits
{
    /// <summary>Samples per second.</summary>
    public const int Rate = 8000;

    /// <summary>Utterances of one to five digits by many voices.</summary>
    public static IReadOnlyList<Utterance> Generate(int count = 600, long seed = 14)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        var random = new SeededRandom(seed);
        return
        [
            .. Enumerable.Range(0, count).Select(_ => new Utterance(
                string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => (char)('0' + random.Next(10)))),
                random.Next(90, 241), random.Next(80, 126) / 100.0, random.Next(85, 116) / 100.0, random.Next(0, 21) / 1000.0,
                random.Next(1_000_000))),
        ];
    }

    /// <summary>The samples of an utterance, −1 to 1.</summary>
    public static float[] Synthesise(Utterance utterance)
    {
        ArgumentNullException.ThrowIfNull(utterance);
        if (utterance.Digits.Length == 0 || utterance.Digits.Any(digit => digit is < '0' or > '9'))
        {
            throw new ArgumentException(
                $"SpokenDigits.Synthesise: got '{utterance.Digits}'; expected one digit or more, 0 to 9.", nameof(utterance));
        }

        var random = new SeededRandom(utterance.Seed);
        var voice = new Voice(utterance, random);
        voice.Pause(0.05);
        foreach (var digit in utterance.Digits)
        {
            voice.Say(DigitSounds.Of(digit - '0'));
            voice.Pause(0.04 + 0.08 * random.NextDouble());
        }

        return voice.Finish();
    }

    /// <summary>The samples as 16-bit numbers, little-endian: what a fingerprint is taken of, and what a WAV file holds.</summary>
    public static byte[] Pcm(ReadOnlySpan<float> samples)
    {
        var bytes = new byte[2 * samples.Length];
        for (var i = 0; i < samples.Length; i++)
        {
            BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(2 * i), (short)Math.Round(Math.Clamp(samples[i], -1f, 1f) * 32767));
        }

        return bytes;
    }

    /// <summary>A WAV file, one channel of 16 bits.</summary>
    public static byte[] Wav(ReadOnlySpan<float> samples)
    {
        var pcm = Pcm(samples);
        var header = new byte[44];
        "RIFF"u8.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(4), 36 + pcm.Length);
        "WAVEfmt "u8.CopyTo(header.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(16), 16);
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(20), 1);
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(22), 1);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(24), Rate);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(28), 2 * Rate);
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(32), 2);
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(34), 16);
        "data"u8.CopyTo(header.AsSpan(36));
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(40), pcm.Length);
        return [.. header, .. pcm];
    }
}

using System.Buffers.Binary;
using Seq2Seq.Tasks;

namespace Seq2Seq.Tests.Tasks;

public sealed class SpokenDigitsTests
{
    [Fact]
    public void The_sine_is_the_sine()
    {
        for (var t = -3.0; t < 3; t += 0.00137) Assert.Equal(Math.Sin(2 * Math.PI * t), DeterministicSine.OfTurns(t), 2e-9);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(180)]
    public void A_vowel_repeats_itself_at_the_pitch(int pitch)
    {
        var samples = SpokenDigits.Synthesise(new Utterance("9", pitch, 1, 1, 0, 1));

        // The middle of "nine": the lag with the highest autocorrelation.
        var middle = samples.AsSpan(samples.Length / 2 - 600, 1200).ToArray();
        var lag = Enumerable.Range(SpokenDigits.Rate / 300, SpokenDigits.Rate / 70 - SpokenDigits.Rate / 300)
            .MaxBy(lag => Enumerable.Range(0, middle.Length - lag).Sum(i => (double)middle[i] * middle[i + lag]) / (middle.Length - lag));

        Assert.InRange((double)SpokenDigits.Rate / lag, pitch * 0.93, pitch * 1.07);
    }

    [Fact]
    public void A_six_hisses_and_a_one_does_not()
    {
        Assert.True(Crossings("6") > 2 * Crossings("1"), $"{Crossings("6")} and {Crossings("1")}");
    }

    [Fact]
    public void More_digits_take_longer_and_a_quick_voice_less_long()
    {
        var (one, three) = (Length("4", 1), Length("444", 1));

        Assert.InRange(three, 2 * one, 3 * one);
        Assert.True(Length("444", 1.25) < 0.87 * three);
    }

    [Fact]
    public void A_wav_file_says_what_it_holds()
    {
        var samples = SpokenDigits.Synthesise(new Utterance("12", 120, 1, 1, 0.01, 3));

        var wav = SpokenDigits.Wav(samples);

        Assert.Equal("RIFF", System.Text.Encoding.ASCII.GetString(wav, 0, 4));
        Assert.Equal(wav.Length - 8, BinaryPrimitives.ReadInt32LittleEndian(wav.AsSpan(4)));
        Assert.Equal(8000, BinaryPrimitives.ReadInt32LittleEndian(wav.AsSpan(24)));
        Assert.Equal(2 * samples.Length, BinaryPrimitives.ReadInt32LittleEndian(wav.AsSpan(40)));
        Assert.Equal(samples[1000], BinaryPrimitives.ReadInt16LittleEndian(wav.AsSpan(44 + 2000)) / 32767f, 1f / 32767);
        Assert.InRange(samples.Max(Math.Abs), 0.5f, 0.75f);
    }

    [Fact]
    public void A_line_gives_the_utterance_back()
    {
        foreach (var utterance in SpokenDigits.Generate(50)) Assert.Equal(utterance, Utterance.Parse(utterance.ToString()));
        Assert.Equal("four zero seven", new Utterance("407", 120, 1, 1, 0, 1).Words);
    }

    [Fact]
    public void What_is_no_digit_is_refused()
    {
        var letters = Assert.Throws<ArgumentException>(() => SpokenDigits.Synthesise(new Utterance("1a", 120, 1, 1, 0, 1)));
        var columns = Assert.Throws<FormatException>(() => Utterance.Parse("one\t1"));

        Assert.Equal("SpokenDigits.Synthesise: got '1a'; expected one digit or more, 0 to 9. (Parameter 'utterance')", letters.Message);
        Assert.Equal(
            "Utterance: got 2 columns in 'one\t1'; expected words, digits, pitch, tempo, tract, noise and seed, parted by tabs.", columns.Message);
    }

    private static int Length(string digits, double tempo) => SpokenDigits.Synthesise(new Utterance(digits, 120, tempo, 1, 0, 1)).Length;

    private static double Crossings(string digit)
    {
        var samples = SpokenDigits.Synthesise(new Utterance(digit, 120, 1, 1, 0, 1));
        return samples.Zip(samples.Skip(1)).Count(pair => pair.First < 0 != pair.Second < 0) / (double)samples.Length;
    }
}

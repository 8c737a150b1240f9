using Seq2Seq.Text;

namespace Seq2Seq.Tasks;

/// <summary>Speaks sounds into a buffer.</summary>
internal sealed class Voice(Utterance utterance, SeededRandom random)
{
    private const double Rate = SpokenDigits.Rate;
    private const double Highest = 3700;

    // Formants glide this long into the next sound.
    private const double Glide = 0.03;
    private readonly List<double> _samples = [];
    private double _turns;
    private Sound? _last;

    public void Pause(double seconds)
    {
        for (var i = 0; i < (int)(seconds * Rate / utterance.Tempo); i++) _samples.Add(0);
        _last = null;
    }

    public void Say(IReadOnlyList<Sound> sounds)
    {
        for (var i = 0; i < sounds.Count; i++)
        {
            Say(sounds[i], isFirst: i == 0, isLast: i == sounds.Count - 1);
            _last = sounds[i];
        }
    }

    /// <summary>All that was said, with the background noise.</summary>
    public float[] Finish()
    {
        var strongest = _samples.Max(Math.Abs);
        var scale = strongest > 0 ? 0.7 / strongest : 0;
        return [.. _samples.Select(sample => (float)(sample * scale + utterance.Noise * Noise()))];
    }

    private void Say(Sound sound, bool isFirst, bool isLast)
    {
        var length = (int)(sound.Seconds * (0.9 + 0.2 * random.NextDouble()) * Rate / utterance.Tempo);
        var pitch = utterance.Pitch * (0.97 + 0.06 * random.NextDouble());
        var (before, old) = (0.0, 0.0);
        var amplitudes = new double[(int)(Highest / pitch) + 1];
        for (var i = 0; i < length; i++)
        {
            var seconds = i / Rate;
            if (i % 40 == 0) Fill(amplitudes, pitch, sound, Math.Min(1, seconds / Glide));
            // The voice falls a little towards the end of a digit.
            _turns += pitch * (isLast ? 1 - 0.08 * i / length : 1) / Rate;
            var value = 0.0;
            for (var h = 1; h < amplitudes.Length && sound.Voiced > 0; h++) value += amplitudes[h] * DeterministicSine.OfTurns(h * _turns);
            value *= sound.Voiced;
            if (sound.Breath > 0)
            {
                // A resonance of two poles, driven by noise.
                var (middle, width) = (Math.Min(sound.Third / utterance.Tract, Highest), 0.82);
                var next = Noise() + 2 * width * DeterministicSine.OfTurns(0.25 - middle / Rate) * before - width * width * old;
                (old, before) = (before, next);
                value += sound.Breath * next;
            }

            _samples.Add(value * Edge(i, length, isFirst, isLast));
        }
    }

    // The strength of each harmonic: three resonances over a falling source.
    private void Fill(double[] amplitudes, double pitch, Sound sound, double share)
    {
        var from = _last ?? sound;
        double Between(double a, double b) => (a + (b - a) * share) / utterance.Tract;
        var (first, second, third) =
            (Between(from.First, sound.First), Between(from.Second, sound.Second), Between(from.Third, sound.Third));
        for (var h = 1; h < amplitudes.Length; h++)
        {
            var frequency = h * pitch;
            amplitudes[h] = (Peak(frequency, first, 70) + 0.5 * Peak(frequency, second, 100) + 0.25 * Peak(frequency, third, 140)) / h
                + 0.1 * Peak(frequency, second, 100) + 0.05 * Peak(frequency, third, 140);
        }
    }

    private static double Peak(double frequency, double middle, double width)
    {
        var distance = (frequency - middle) / width;
        return 1 / (1 + distance * distance);
    }

    // No clicks: a digit fades in and out, and sounds within it meet smoothly.
    private static double Edge(int i, int length, bool isFirst, bool isLast)
    {
        var rise = isFirst ? Math.Min(1, i / (0.01 * Rate)) : Math.Min(1, 0.6 + 0.4 * i / (0.005 * Rate));
        var fall = isLast ? Math.Min(1, (length - i) / (0.03 * Rate)) : 1;
        return rise * fall;
    }

    private double Noise() => 2 * random.NextDouble() - 1;
}

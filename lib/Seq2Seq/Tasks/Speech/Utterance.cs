using System.Globalization;

namespace Seq2Seq.Tasks;

/// <summary>Digits to be spoken, and by what voice.</summary>
/// <param name="Digits">The digits, such as "407".</param>
/// <param name="Pitch">Basic frequency of the voice in hertz.</param>
/// <param name="Tempo">How much faster than usual; 1 is usual.</param>
/// <param name="Tract">Length of the vocal tract against the usual: above 1 a larger speaker with lower formants.</param>
/// <param name="Noise">Strength of the background noise against full scale.</param>
/// <param name="Seed">Draws the noise, the pauses and the small irregularities.</param>
public sealed record Utterance(string Digits, double Pitch, double Tempo, double Tract, double Noise, long Seed)
{
    /// <summary>What is said, in words.</summary>
    public string Words => string.Join(' ', Digits.Select(digit => NumberWords.English(digit - '0')));

    /// <summary>The line of a TSV file: the words, the digits, then the voice.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Words}\t{Digits}\t{Pitch:0}\t{Tempo:0.00}\t{Tract:0.00}\t{Noise:0.000}\t{Seed}");

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static Utterance Parse(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var parts = line.Split('\t');
        double Number(int column) => double.Parse(parts[column], CultureInfo.InvariantCulture);
        if (parts.Length < 7)
        {
            throw new FormatException(
                $"Utterance: got {parts.Length} columns in '{line}'; expected words, digits, pitch, tempo, tract, noise and seed, parted by tabs.");
        }

        return new Utterance(parts[1], Number(2), Number(3), Number(4), Number(5), long.Parse(parts[6], CultureInfo.InvariantCulture));
    }
}

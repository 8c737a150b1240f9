using System.Globalization;

namespace Seq2Seq.Text;

/// <summary>The end of a sequence.</summary>
public enum Side
{
    /// <summary>Before the first token.</summary>
    Left,

    /// <summary>Behind the last token.</summary>
    Right,
}

/// <summary>Makes sequences of one length: fills up the short, cuts the long, and says which positions are
/// real.</summary>
public static class Padding
{
    /// <summary>The sequences as one (B, T) array, filled up with <paramref name="padId"/>.</summary>
    /// <param name="sequences">The sequences.</param>
    /// <param name="length">T; the longest sequence by default. A longer sequence is an error: cut it first.</param>
    /// <param name="padId">What fills up.</param>
    /// <param name="side">Where it is put.</param>
    public static long[,] Pad(
        IReadOnlyList<long[]> sequences, int? length = null, long padId = Vocabulary.PadId, Side side = Side.Right)
    {
        ArgumentNullException.ThrowIfNull(sequences);
        var longest = sequences.Count == 0 ? 0 : sequences.Max(sequence => sequence.Length);
        var width = length ?? longest;
        if (longest > width)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"Padding.Pad: a sequence of {longest} tokens; expected at most {width}. Cut it with Padding.Truncate first."));
        }

        var padded = new long[sequences.Count, width];
        for (var row = 0; row < sequences.Count; row++)
        {
            var sequence = sequences[row];
            var offset = side == Side.Right ? 0 : width - sequence.Length;
            for (var column = 0; column < width; column++)
            {
                var at = column - offset;
                padded[row, column] = at >= 0 && at < sequence.Length ? sequence[at] : padId;
            }
        }

        return padded;
    }

    /// <summary>The (B, T) mask of padded sequences: true where a token is real.</summary>
    public static bool[,] Mask(IReadOnlyList<int> lengths, int? width = null, Side side = Side.Right)
    {
        ArgumentNullException.ThrowIfNull(lengths);
        var columns = width ?? (lengths.Count == 0 ? 0 : lengths.Max());
        var mask = new bool[lengths.Count, columns];
        for (var row = 0; row < lengths.Count; row++)
        {
            for (var i = 0; i < lengths[row]; i++) mask[row, side == Side.Right ? i : columns - 1 - i] = true;
        }

        return mask;
    }

    /// <summary>At most <paramref name="maximumLength"/> tokens; what is over is cut from one side.</summary>
    /// <param name="sequence">The ids.</param>
    /// <param name="maximumLength">The longest length allowed.</param>
    /// <param name="cut">Which end is lost.</param>
    /// <param name="keepEnd">If the sequence ends in <c>&lt;eos&gt;</c>, let the cut one end in it too.</param>
    public static long[] Truncate(long[] sequence, int maximumLength, Side cut = Side.Right, bool keepEnd = true)
    {
        ArgumentNullException.ThrowIfNull(sequence);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maximumLength);
        if (sequence.Length <= maximumLength) return sequence;
        if (cut == Side.Left) return sequence[^maximumLength..];
        var kept = sequence[..maximumLength];
        if (keepEnd && sequence[^1] == Vocabulary.EndId) kept[^1] = Vocabulary.EndId;
        return kept;
    }
}

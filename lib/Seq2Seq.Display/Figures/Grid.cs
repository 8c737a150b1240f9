namespace Seq2Seq.Display;

/// <summary>Numbers in rows and columns, row after row.</summary>
internal sealed record Grid(int Rows, int Columns, double[] Cells)
{
    public double this[int row, int column] => Cells[row * Columns + column];

    /// <summary>The smallest and largest finite cell; (0, 1) when there is none.</summary>
    public (double Low, double High) Range(bool[]? hidden)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        for (var i = 0; i < Cells.Length; i++)
        {
            if (!double.IsFinite(Cells[i]) || (hidden?[i] ?? false))
                continue;
            low = Math.Min(low, Cells[i]);
            high = Math.Max(high, Cells[i]);
        }
        return low > high ? (0, 1) : (low, high);
    }
}

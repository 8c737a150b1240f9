namespace Seq2Seq.Display.Charts;

/// <summary>Makes a grid too fine to see coarser: each block of cells becomes its mean.</summary>
internal static class GridReduction
{
    public static (Grid Grid, int RowBlock, int ColumnBlock) Reduce(Grid grid, int mostRows, int mostColumns)
    {
        var rowBlock = Math.Max(1, (grid.Rows + mostRows - 1) / mostRows);
        var columnBlock = Math.Max(1, (grid.Columns + mostColumns - 1) / mostColumns);
        if (rowBlock == 1 && columnBlock == 1)
            return (grid, 1, 1);
        var rows = (grid.Rows + rowBlock - 1) / rowBlock;
        var columns = (grid.Columns + columnBlock - 1) / columnBlock;
        var cells = new double[rows * columns];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
                cells[row * columns + column] = Mean(grid, row * rowBlock, column * columnBlock, rowBlock, columnBlock);
        }
        return (new(rows, columns, cells), rowBlock, columnBlock);
    }

    // The mean of what is finite; NaN where nothing is.
    private static double Mean(Grid grid, int top, int left, int height, int width)
    {
        var (mean, count) = (0.0, 0);
        for (var row = top; row < Math.Min(top + height, grid.Rows); row++)
        {
            for (var column = left; column < Math.Min(left + width, grid.Columns); column++)
            {
                if (!double.IsFinite(grid[row, column]))
                    continue;
                count++;
                mean += grid[row, column] / count - mean / count;
            }
        }
        return count == 0 ? double.NaN : mean;
    }
}

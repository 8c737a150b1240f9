using System.Numerics;

namespace Seq2Seq.Display;

/// <summary>Takes in numbers of any type and shape, as doubles of our own.</summary>
internal static class Numbers
{
    public static double[] From<T>(IEnumerable<T> values)
        where T : INumberBase<T>
    {
        if (values is double[] doubles)
            return (double[])doubles.Clone();
        return values is T[] array ? Array.ConvertAll(array, double.CreateSaturating)
            : [.. values.Select(double.CreateSaturating)];
    }

    public static double[] Indices(int count)
    {
        var indices = new double[count];
        for (var i = 0; i < count; i++)
            indices[i] = i;
        return indices;
    }

    /// <summary>Rows of equal length; shorter ones are an error that names the row.</summary>
    public static Grid Grid<T>(IEnumerable<IEnumerable<T>> rows, string operation)
        where T : INumberBase<T>
    {
        var all = rows.Select(From).ToArray();
        var columns = all.Length == 0 ? 0 : all[0].Length;
        var cells = new double[all.Length * columns];
        for (var row = 0; row < all.Length; row++)
        {
            Throw.IfRagged(operation, row, all[row].Length, columns);
            all[row].CopyTo(cells, row * columns);
        }
        return new(all.Length, columns, cells);
    }

    public static Grid Grid<T>(T[,] values)
        where T : INumberBase<T>
    {
        var (rows, columns) = (values.GetLength(0), values.GetLength(1));
        var cells = new double[rows * columns];
        for (var i = 0; i < cells.Length; i++)
            cells[i] = double.CreateSaturating(values[i / columns, i % columns]);
        return new(rows, columns, cells);
    }
}

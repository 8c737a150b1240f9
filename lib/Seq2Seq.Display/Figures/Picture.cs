using System.Numerics;
using Seq2Seq.Display.Colors;

namespace Seq2Seq.Display;

/// <summary>One image of an image grid: grey, coloured, or heat; with an optional layer of weights over it.</summary>
public sealed record Picture
{
    private Picture(int width, int height, int channels, byte[] pixels, bool isHeat)
    {
        (Width, Height, Channels, Pixels, IsHeat) = (width, height, channels, pixels, isHeat);
    }

    /// <summary>Pixels across.</summary>
    public int Width { get; }

    /// <summary>Pixels down.</summary>
    public int Height { get; }

    internal int Channels { get; }

    internal byte[] Pixels { get; }

    internal bool IsHeat { get; }

    internal Grid? Weights { get; private init; }

    /// <summary>A grey image: the smallest value black, the largest white.</summary>
    /// <typeparam name="T">A type of number.</typeparam>
    /// <param name="values">[row, column].</param>
    public static Picture Gray<T>(T[,] values)
        where T : INumberBase<T> => OneChannel(values, false);

    /// <summary>An image in the colours of a heat map, such as a spectrogram; follows light and dark.</summary>
    /// <typeparam name="T">A type of number.</typeparam>
    /// <param name="values">[row, column].</param>
    public static Picture Heat<T>(T[,] values)
        where T : INumberBase<T> => OneChannel(values, true);

    /// <summary>A coloured image.</summary>
    /// <typeparam name="T">A type of number.</typeparam>
    /// <param name="values">[row, column, channel], red, green and blue from 0 to 1.</param>
    public static Picture Rgb<T>(T[,,] values)
        where T : INumberBase<T>
    {
        ArgumentNullException.ThrowIfNull(values);
        Throw.IfLengthsDiffer("Picture.Rgb", "the third side", values.GetLength(2), "red, green and blue", 3);
        var (height, width) = (values.GetLength(0), values.GetLength(1));
        var pixels = new byte[height * width * 3];
        for (var i = 0; i < pixels.Length; i++)
            pixels[i] = Byte(double.CreateSaturating(values[i / 3 / width, i / 3 % width, i % 3]));
        return new(width, height, 3, pixels, false);
    }

    /// <summary>The same image with weights over it, such as attention: a grid that may be coarser than the pixels.</summary>
    /// <typeparam name="T">A type of number.</typeparam>
    /// <param name="weights">[row, column].</param>
    public Picture WithWeights<T>(T[,] weights)
        where T : INumberBase<T>
    {
        ArgumentNullException.ThrowIfNull(weights);
        return this with { Weights = Numbers.Grid(weights) };
    }

    private static Picture OneChannel<T>(T[,] values, bool isHeat)
        where T : INumberBase<T>
    {
        ArgumentNullException.ThrowIfNull(values);
        var grid = Numbers.Grid(values);
        var (low, high) = grid.Range(null);
        var scale = new ColorScale(low, high, false);
        return new(grid.Columns, grid.Rows, 1, Array.ConvertAll(grid.Cells, value => Byte(double.IsFinite(value) ? scale.Strength(value) : 0)), isHeat);
    }

    private static byte Byte(double value) => double.IsNaN(value) ? (byte)0 : (byte)Math.Round(Math.Clamp(value, 0, 1) * 255);
}

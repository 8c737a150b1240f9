namespace Seq2Seq.Display.Terminal;

/// <summary>A canvas of dots, two by four in each character (Unicode braille patterns).</summary>
internal sealed class Braille(int columns, int rows)
{
    private static readonly int[,] Bits = { { 0x01, 0x08 }, { 0x02, 0x10 }, { 0x04, 0x20 }, { 0x40, 0x80 } };
    private readonly int[] cells = new int[columns * rows];
    private readonly int[] owner = new int[columns * rows];

    public int Width => columns * 2;

    public int Height => rows * 4;

    public void Dot(int x, int y, int series)
    {
        if (x < 0 || y < 0 || x >= Width || y >= Height)
            return;
        var cell = y / 4 * columns + x / 2;
        cells[cell] |= Bits[y % 4, x % 2];
        owner[cell] = series;
    }

    /// <summary>A straight line of dots (Bresenham 1965); its ends lie on the canvas.</summary>
    public void Line(int x1, int y1, int x2, int y2, int series)
    {
        var (dx, dy) = (Math.Abs(x2 - x1), -Math.Abs(y2 - y1));
        var (sx, sy) = (Math.Sign(x2 - x1), Math.Sign(y2 - y1));
        var error = dx + dy;
        while (true)
        {
            Dot(x1, y1, series);
            if (x1 == x2 && y1 == y2)
                return;
            var twice = 2 * error;
            if (twice >= dy)
            {
                error += dy;
                x1 += sx;
            }
            if (twice <= dx)
            {
                error += dx;
                y1 += sy;
            }
        }
    }

    public string Row(int row, TextPage page) => string.Concat(Enumerable.Range(row * columns, columns)
        .Select(cell => cells[cell] == 0 ? " " : page.Paint(((char)(0x2800 + cells[cell])).ToString(), owner[cell])));
}

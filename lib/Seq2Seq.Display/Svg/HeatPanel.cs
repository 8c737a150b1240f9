using Seq2Seq.Display.Charts;
using Seq2Seq.Display.Colors;
using Seq2Seq.Display.Pictures;
using Seq2Seq.Display.Places;
using Seq2Seq.Display.Scales;
using Seq2Seq.Display.Words;

namespace Seq2Seq.Display.Svg;

/// <summary>Draws a heat map: a cell each while cells are few, one picture per sign when they are many.</summary>
internal sealed class HeatPanel(HeatMapFigure map, bool drawXTitle = true, bool drawYTitle = true, bool drawKey = true) : Panel
{
    private const int MostCells = 400;

    private readonly (Grid Grid, int RowBlock, int ColumnBlock) reduced = GridReduction.Reduce(map.Values, 160, 320);

    public override IReadOnlyList<string> Notes
    {
        get
        {
            var notes = new List<string>();
            var missing = map.Values.Cells.Where((value, i) => !double.IsFinite(value) && !(map.Hidden?[i] ?? false)).Count();
            if (map.Values.Cells.Length == 0)
                notes.Add("No data.");
            if (missing > 0)
                notes.Add($"{NumberText.Count(missing)} of {NumberText.Count(map.Values.Cells.Length)} cells are not finite; they are hatched.");
            if (reduced.RowBlock * reduced.ColumnBlock > 1)
                notes.Add($"Each cell is the mean of {reduced.RowBlock} × {reduced.ColumnBlock} values.");
            return notes;
        }
    }

    public override string Summary
    {
        get
        {
            var (low, high) = map.Values.Range(map.Hidden);
            return $"{map.Values.Rows} rows by {map.Values.Columns} columns, {(map.ValueTitle.Length == 0 ? "values" : map.ValueTitle)} " +
                $"from {NumberText.Value(low)} to {NumberText.Value(high)}.";
        }
    }

    private double KeyRoom => drawKey ? ColorKey.Room : 0;

    public override double PreferredHeight(double width)
    {
        var labels = map.Rows is null ? 50 : 110;
        var cell = Math.Clamp((width - KeyRoom - (width < 320 ? labels / 2 : labels)) / Math.Max(1, reduced.Grid.Columns), 3, 34);
        var below = (drawXTitle && map.XTitle.Length > 0 ? 20 : 0) + (map.Columns is null ? 24 : 46);
        return Math.Clamp(reduced.Grid.Rows * Math.Max(cell, map.Rows is null ? 3 : 16) + below + 8, 120, 560);
    }

    public override void Draw(SvgBuilder svg, Area area)
    {
        var grid = reduced.Grid;
        var wide = Math.Min(area.Width - KeyRoom, grid.Columns * 60.0 + 140);
        var frame = new AxisFrame(area with { Width = Math.Max(40, wide) },
            ScaleOf(map.Columns, grid.Columns, reduced.ColumnBlock, reversed: false),
            ScaleOf(map.Rows, grid.Rows, reduced.RowBlock, reversed: map.Rows is not null || !map.RisesUpwards),
            drawXTitle ? map.XTitle : "", drawYTitle ? map.YTitle : "");
        var (low, high) = map.ColorEnds();
        var colors = new ColorScale(low, high, map.IsDiverging);
        if (grid.Cells.Length <= MostCells)
            DrawCells(svg, frame, colors);
        else
            DrawPicture(svg, frame.Plot, grid, colors);
        DrawHatch(svg, frame.Plot, grid);
        svg.Open(Tone.None, Tone.Grid);
        svg.Rectangle(frame.Plot.Left, frame.Plot.Top, frame.Plot.Width, frame.Plot.Height);
        svg.Close();
        frame.DrawAxes(svg, lines: false);
        if (drawKey)
            ColorKey.Draw(svg, new(frame.Plot.Right + 12, frame.Plot.Top, 12, frame.Plot.Height), colors, map.ValueTitle);
    }

    private static Scale ScaleOf(IReadOnlyList<string>? names, int count, int block, bool reversed) => names is null
        ? new IndexScale(count, block, reversed)
        : new CategoryScale([.. Enumerable.Range(0, count).Select(i => names[i * block])], reversed);

    private bool IsHatched(Grid grid, int i) => !double.IsFinite(grid.Cells[i])
        || (map.Hidden is { } hidden && reduced.RowBlock * reduced.ColumnBlock == 1 && hidden[i]);

    private void DrawCells(SvgBuilder svg, AxisFrame frame, ColorScale colors)
    {
        var grid = reduced.Grid;
        var (w, h) = (frame.Plot.Width / Math.Max(1, grid.Columns), frame.Plot.Height / Math.Max(1, grid.Rows));
        for (var side = 0; side < (map.IsDiverging ? 2 : 1); side++)
        {
            svg.Open(side == 0 ? Tone.Heat : Tone.Cold);
            for (var i = 0; i < grid.Cells.Length; i++)
            {
                if (IsHatched(grid, i) || colors.IsCold(grid.Cells[i]) != (side == 1))
                    continue;
                var (row, column) = Math.DivRem(i, grid.Columns);
                svg.Rectangle(frame.Plot.Left + column * w, frame.Plot.Top + row * h, w, h, Tip(row, column),
                    $" fill-opacity=\"{ColorKey.Opacity(colors.Strength(grid.Cells[i]))}\"");
            }
            svg.Close();
        }
        if (map.HasValues || map.CellTexts is not null)
            DrawValues(svg, frame.Plot, colors, w, h);
    }

    private void DrawValues(SvgBuilder svg, Area plot, ColorScale colors, double w, double h)
    {
        var grid = reduced.Grid;
        var size = Math.Clamp(Math.Min(h * 0.5, w * 0.36), 7, 12);
        var (low, high) = map.ColorEnds();
        var format = "F" + Decimals(grid, high - low);
        for (var strong = 0; strong < 2; strong++)
        {
            svg.Open(strong == 1 ? Tone.Paper : Tone.Ink, more: $" text-anchor=\"middle\" font-size=\"{SvgBuilder.Format(size)}\"");
            for (var i = 0; i < grid.Cells.Length; i++)
            {
                if (IsHatched(grid, i) || colors.Strength(grid.Cells[i]) > 0.5 != (strong == 1))
                    continue;
                var (row, column) = Math.DivRem(i, grid.Columns);
                var text = map.CellTexts is { } texts ? texts[i] : Short(grid.Cells[i], format);
                svg.Text(plot.Left + (column + 0.5) * w, plot.Top + (row + 0.5) * h + size * 0.36, TextFit.Pixels(text, size, Math.Max(w, 14)));
            }
            svg.Close();
        }
    }

    // As many decimals as tell a hundredth of the range, none for whole numbers.
    private static int Decimals(Grid grid, double range) =>
        Array.TrueForAll(grid.Cells, value => value == Math.Floor(value) || !double.IsFinite(value)) ? 0
            : range is > 0 and < 100 ? Math.Clamp(1 - (int)Math.Floor(Math.Log10(range) + 0.1), 0, 4) : 0;

    private static string Short(double value, string format) => Math.Abs(value) < 1e5
        ? value.ToString(format, System.Globalization.CultureInfo.InvariantCulture).Replace('-', '−') : NumberText.Value(value);

    private string Tip(int row, int column)
    {
        var value = NumberText.Value(reduced.Grid[row, column]);
        var i = row * reduced.Grid.Columns + column;
        var text = map.CellTexts is { } texts && texts[i].Length > 0 ? $"{value} ({texts[i]})" : value;
        return map.Rows is null && map.Columns is null ? $"{Numbered(row)}, {column}: {text}"
            : $"{map.Rows?[row] ?? NumberText.Count(Numbered(row))} – {map.Columns?[column] ?? NumberText.Count(column)}: {text}";
    }

    private int Numbered(int row) => map.RisesUpwards ? map.Values.Rows - 1 - row : row;

    // The picture is a mask: white where the colour is strong. The colour itself follows the colour scheme.
    private void DrawPicture(SvgBuilder svg, Area plot, Grid grid, ColorScale colors)
    {
        for (var side = 0; side < (map.IsDiverging ? 2 : 1); side++)
        {
            var pixels = new byte[grid.Cells.Length];
            for (var i = 0; i < pixels.Length; i++)
            {
                if (!IsHatched(grid, i) && colors.IsCold(grid.Cells[i]) == (side == 1))
                    pixels[i] = (byte)Math.Round(colors.Strength(grid.Cells[i]) * 255);
            }
            var id = svg.FreeId(side == 0 ? "m0" : "m1");
            svg.Raw($"<mask id=\"{id}\">");
            svg.Image(plot.Left, plot.Top, plot.Width, plot.Height, Png.DataUri(grid.Columns, grid.Rows, 1, pixels), null);
            svg.Raw("</mask>");
            svg.Open(side == 0 ? Tone.Heat : Tone.Cold);
            svg.Rectangle(plot.Left, plot.Top, plot.Width, plot.Height, Summary, $" mask=\"url(#{id})\"");
            svg.Close();
        }
    }

    // Runs of hatched cells in one path.
    private void DrawHatch(SvgBuilder svg, Area plot, Grid grid)
    {
        if (!Enumerable.Range(0, grid.Cells.Length).Any(i => IsHatched(grid, i)))
            return;
        var (w, h) = (plot.Width / grid.Columns, plot.Height / grid.Rows);
        svg.Raw($"<pattern id=\"{SvgBuilder.Id}-h\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">");
        svg.Open(Tone.None, Tone.Hatch, 1.4);
        svg.Segment(0, 0, 0, 5);
        svg.Close();
        svg.Raw("</pattern>");
        svg.Raw($"<g fill=\"url(#{SvgBuilder.Id}-h)\">");
        svg.BeginPath();
        for (var row = 0; row < grid.Rows; row++)
        {
            for (var column = 0; column < grid.Columns; column++)
            {
                var start = column;
                while (column < grid.Columns && IsHatched(grid, row * grid.Columns + column))
                    column++;
                if (column > start)
                    svg.Block(plot.Left + start * w, plot.Top + row * h, (column - start) * w, h);
            }
        }
        svg.EndPath("not counted");
        svg.Close();
    }
}

using Seq2Seq.Display.Charts;
using Seq2Seq.Display.Colors;
using Seq2Seq.Display.Words;

namespace Seq2Seq.Display.Terminal;

/// <summary>Draws a heat map in shades.</summary>
internal static class HeatText
{
    private const string Shades = " ░▒▓█";

    public static void Print(TextPage page, HeatMapFigure map)
    {
        var margin = map.Rows is null ? 0 : Math.Min(page.Width / 4, map.Rows.Take(200).Select(name => CharacterWidth.Cells(Inert.Line(name, 30))).DefaultIfEmpty(0).Max());
        var widest = map.Columns is null ? 0 : map.Columns.Take(200).Select(name => CharacterWidth.Cells(Inert.Line(name, 30))).DefaultIfEmpty(0).Max();
        var room = page.Width - margin - 1;
        var (grid, rowBlock, columnBlock) = GridReduction.Reduce(map.Values, 40, Math.Max(1, room / 2));
        var named = map.Columns is not null && columnBlock == 1 && (widest + 1) * grid.Columns <= room;
        var cell = named ? Math.Max(2, widest + 1) : 2;
        var (low, high) = map.ColorEnds();
        var colors = new ColorScale(low, high, map.IsDiverging);
        var direct = rowBlock * columnBlock == 1;
        if (named)
            page.Line(new string(' ', margin + 1) + string.Concat(map.Columns!.Select(name => TextFit.Pad(Inert.Line(name, 30), cell))));
        for (var row = 0; row < grid.Rows; row++)
        {
            var label = map.Rows is null ? "" : TextFit.Pad(Inert.Line(map.Rows[row * rowBlock], 30), margin, right: true);
            var cells = Enumerable.Range(0, grid.Columns).Select(column => Cell(page, map, grid, colors, row, column, cell, direct));
            page.Line(label + (map.Rows is null ? "" : " ") + string.Concat(cells));
        }
        if (map.Columns is not null && !named)
            page.Wrapped("columns: " + string.Join(" ", map.Columns.Take(100)));
        page.Line($"{Shades[1]} {NumberText.Value(map.IsDiverging ? 0 : low)}   {Shades[4]} {NumberText.Value(high)}" + (map.IsDiverging ? "   − below zero" : ""));
    }

    /// <summary>A surface as a heat map whose rows run upwards.</summary>
    public static void Print(TextPage page, Chart chart, SurfaceMark surface)
    {
        var heights = surface.Heights;
        var upwards = Enumerable.Range(0, heights.Rows).Reverse()
            .SelectMany(row => heights.Cells[(row * heights.Columns)..((row + 1) * heights.Columns)]).ToArray();
        page.Line(Inert.Line($"{chart.Y.Label} (rows) against {chart.X.Label} (columns)", page.Width));
        Print(page, new HeatMapFigure("", new(heights.Rows, heights.Columns, upwards),
            [.. surface.Y.Reverse().Select(NumberText.Value)], [.. surface.X.Select(NumberText.Value)]));
    }

    private static string Cell(TextPage page, HeatMapFigure map, Grid grid, ColorScale colors, int row, int column, int width, bool direct)
    {
        var i = row * grid.Columns + column;
        if (!double.IsFinite(grid.Cells[i]) || (direct && (map.Hidden?[i] ?? false)))
            return TextFit.Pad("╱", width);
        var shade = Shades[Math.Min(4, (int)(colors.Strength(grid.Cells[i]) * 5))];
        var block = new string(shade, Math.Max(1, width - 1)) + (colors.IsCold(grid.Cells[i]) && shade != ' ' ? "−" : width > 2 ? " " : shade);
        return page.Paint(block, colors.IsCold(grid.Cells[i]) ? 1 : 0);
    }
}

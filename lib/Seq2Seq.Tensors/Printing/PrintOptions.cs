using System.Globalization;

namespace Seq2Seq.Tensors;

/// <summary>What texts of tensors look like.</summary>
internal sealed record PrintOptions(
    string FloatFormat, int Width, string NewLine, CultureInfo Culture, int MaxRows, int MaxColumns, TensorStringStyle Style)
{
    public static PrintOptions Standard { get; } =
        new("g5", 100, "\n", CultureInfo.InvariantCulture, 6, 6, TensorStringStyle.Julia);

    public static PrintOptions Current { get; set; } = Standard;
}

public static partial class torch
{
    /// <summary>Sets what texts of tensors look like; what is left out stays.</summary>
    /// <param name="floatFormat">The format of floating-point numbers.</param>
    /// <param name="width">The longest line of the Julia style.</param>
    /// <param name="newLine">What ends a line.</param>
    /// <param name="stringStyle">The style of <c>str()</c>.</param>
    /// <param name="maxRows">Rows before the Numpy and CSharp styles shorten.</param>
    /// <param name="maxColumns">Columns before the Numpy and CSharp styles shorten.</param>
    /// <param name="cultureInfo">The culture of numbers.</param>
    public static void set_printoptions(
        string? floatFormat = null,
        int? width = null,
        string? newLine = null,
        TensorStringStyle? stringStyle = null,
        int? maxRows = null,
        int? maxColumns = null,
        CultureInfo? cultureInfo = null)
    {
        var now = PrintOptions.Current;
        var style = stringStyle is null or TensorStringStyle.Default ? now.Style : stringStyle.Value;
        PrintOptions.Current = new PrintOptions(
            floatFormat ?? now.FloatFormat,
            width ?? now.Width,
            newLine ?? now.NewLine,
            cultureInfo ?? now.Culture,
            maxRows ?? now.MaxRows,
            maxColumns ?? now.MaxColumns,
            style);
    }
}

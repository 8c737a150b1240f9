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
    /// <summary>The style of <c>str()</c> in columns.</summary>
    public const TensorStringStyle julia = Seq2Seq.Tensors.TensorStringStyle.Julia;

    /// <summary>The style of <c>str()</c> in brackets.</summary>
    public const TensorStringStyle numpy = Seq2Seq.Tensors.TensorStringStyle.Numpy;

    /// <summary>The style of <c>str()</c> as an array initializer.</summary>
    public const TensorStringStyle csharp = Seq2Seq.Tensors.TensorStringStyle.CSharp;

    /// <summary>Sets what texts of tensors look like; what is left out stays.</summary>
    /// <param name="style">The style of <c>str()</c>.</param>
    /// <param name="floatFormat">The format of floating-point numbers.</param>
    /// <param name="linewidth">The longest line of the Julia style.</param>
    /// <param name="newLine">What ends a line.</param>
    /// <param name="maxRows">Rows before the Numpy and CSharp styles shorten.</param>
    /// <param name="maxColumns">Columns before the Numpy and CSharp styles shorten.</param>
    public static void set_printoptions(
        TensorStringStyle? style = null,
        string? floatFormat = null,
        int? linewidth = null,
        string? newLine = null,
        int? maxRows = null,
        int? maxColumns = null)
    {
        var now = PrintOptions.Current;
        PrintOptions.Current = now with
        {
            Style = style is null or Seq2Seq.Tensors.TensorStringStyle.Default ? now.Style : style.Value,
            FloatFormat = floatFormat ?? now.FloatFormat,
            Width = linewidth ?? now.Width,
            NewLine = newLine ?? now.NewLine,
            MaxRows = maxRows ?? now.MaxRows,
            MaxColumns = maxColumns ?? now.MaxColumns,
        };
    }

    /// <summary>Sets how many digits texts of tensors show; what is left out stays.</summary>
    /// <param name="precision">Digits behind the point.</param>
    /// <param name="linewidth">The longest line of the Julia style.</param>
    /// <param name="newLine">What ends a line.</param>
    /// <param name="sci_mode">Powers of ten always.</param>
    /// <param name="maxRows">Rows before the Numpy and CSharp styles shorten.</param>
    /// <param name="maxColumns">Columns before the Numpy and CSharp styles shorten.</param>
    public static void set_printoptions(
        int precision,
        int? linewidth = null,
        string? newLine = null,
        bool sci_mode = false,
        int? maxRows = null,
        int? maxColumns = null) =>
        set_printoptions(
            null,
            string.Create(CultureInfo.InvariantCulture, $"{(sci_mode ? 'E' : 'F')}{precision}"),
            linewidth,
            newLine,
            maxRows,
            maxColumns);
}

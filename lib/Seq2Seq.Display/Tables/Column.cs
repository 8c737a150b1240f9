using System.Globalization;
using Seq2Seq.Display.Words;

namespace Seq2Seq.Display;

/// <summary>A column of a table.</summary>
/// <param name="Name">Its heading.</param>
public sealed record Column(string Name)
{
    /// <summary>A .NET format string for its values, such as "0.00" or "P1"; by default up to four digits.</summary>
    public string Format { get; init; } = "";

    /// <summary>How its cells stand.</summary>
    public Alignment Alignment { get; init; }

    /// <summary>Which of its values is highlighted; equal ones all are.</summary>
    public Best Best { get; init; }

    internal string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        bool truth => truth ? "yes" : "no",
        IFormattable formattable when Format.Length > 0 => formattable.ToString(Format, CultureInfo.InvariantCulture).Replace('-', '−'),
        double or float or decimal or Half => NumberText.Value(Convert.ToDouble(value is Half half ? (float)half : value, CultureInfo.InvariantCulture)),
        sbyte or byte or short or ushort or int or uint or long or ulong or nint or nuint =>
            ((IFormattable)value).ToString("#,0", CultureInfo.InvariantCulture).Replace('-', '−'),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    internal static double? Number(object? value) => value switch
    {
        double or float or decimal or sbyte or byte or short or ushort or int or uint or long or ulong =>
            Convert.ToDouble(value, CultureInfo.InvariantCulture),
        Half half => (double)half,
        _ => null,
    };
}

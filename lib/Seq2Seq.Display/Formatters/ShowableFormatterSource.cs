namespace Seq2Seq.Display;

/// <summary>Makes the formatters of every <see cref="IShowable"/> type that carries the attribute.</summary>
public sealed class ShowableFormatterSource
{
    /// <summary>One formatter for each form a showable value can have.</summary>
#pragma warning disable CA1822 // Found by reflection as an instance method.
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new ShowableFormatter(MimeTypes.Html),
        new ShowableFormatter(MimeTypes.Text),
        new ShowableFormatter(MimeTypes.Svg),
        new ShowableFormatter(MimeTypes.Markdown),
        new ShowableFormatter(MimeTypes.Plotly),
    ];
#pragma warning restore CA1822
}

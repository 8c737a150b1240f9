namespace Seq2Seq.Display;

/// <summary>Writes an <see cref="IShowable"/> in one of its forms.</summary>
/// <remarks>Found by reflection, by the names of its members: Format must not be overloaded.</remarks>
public sealed class ShowableFormatter
{
    internal ShowableFormatter(string mimeType) => MimeType = mimeType;

    /// <summary>The form this formatter writes.</summary>
    public string MimeType { get; }

    /// <summary>Writes the value; false if it is no showable value or has no such form.</summary>
    /// <param name="instance">An <see cref="IShowable"/>.</param>
    /// <param name="writer">Where the form goes.</param>
    public bool Format(object instance, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var content = instance switch
        {
            Figure figure => figure.ToForm(MimeType),
            IShowable showable => showable.ToMimeBundle().GetValueOrDefault(MimeType),
            _ => null,
        };
        if (content is null)
            return false;
        writer.Write(content);
        return true;
    }
}

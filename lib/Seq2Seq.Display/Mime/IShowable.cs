namespace Seq2Seq.Display;

/// <summary>A value that knows how it looks.</summary>
public interface IShowable
{
    /// <summary>All the forms this value can be shown in; text/plain is always among them.</summary>
    MimeBundle ToMimeBundle();
}

namespace Seq2Seq.Display;

/// <summary>Shows a value in the middle of a cell or program.</summary>
public static class ShowExtensions
{
    /// <summary>Shows the value through the host, or as text when there is none, and returns it.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="text">Where the text goes when there is no host; standard error when null.</param>
    public static T Show<T>(this T value, TextWriter? text = null)
        where T : IShowable
    {
        new LiveDisplay(text).Finish(value);
        return value;
    }
}

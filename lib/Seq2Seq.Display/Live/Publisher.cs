namespace Seq2Seq.Display.Live;

/// <summary>The way to a host that can show and replace displays; there may be none.</summary>
/// <remarks>
/// A host puts a delegate of BCL types alone into the process, so that it works from one load context to another:
/// (display id, MIME type to content, whether it replaces what that id showed).
/// An update with no content takes the display away.
/// </remarks>
internal static class Publisher
{
    public const string Key = "Seq2Seq.Display.Publish";

    public static Action<string, IReadOnlyDictionary<string, string>, bool>? Current =>
        AppContext.GetData(Key) as Action<string, IReadOnlyDictionary<string, string>, bool>;
}

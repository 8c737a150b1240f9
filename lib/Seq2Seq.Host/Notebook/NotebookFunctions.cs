using System.Diagnostics.CodeAnalysis;
using Seq2Seq.Host.Formatting;
using Seq2Seq.Host.Scripting;
using Seq2Seq.Host.Scripting.Outputs;

namespace Seq2Seq.Host.Notebook;

/// <summary>What a cell can call without any <c>using</c>; names and meaning as in .NET Interactive.</summary>
[SuppressMessage("Naming", "CA1708", Justification = "display and Display are both .NET Interactive's names.")]
public static class NotebookFunctions
{
    private static int displays;

#pragma warning disable IDE1006 // .NET Interactive spells it so.
    /// <summary>Shows a value at once; as the given MIME types, or in every form it has.</summary>
    public static DisplayedValue display(object? value, params string[] mimeTypes) => Show(ValueFormatter.Format(value, mimeTypes));
#pragma warning restore IDE1006

    /// <summary>Shows a value at once and can be updated.</summary>
    public static DisplayedValue Display(this object? value, params string[] mimeTypes) => Show(ValueFormatter.Format(value, mimeTypes));

    /// <summary>Shows text as what it is: <c>"&lt;svg ...&gt;".DisplayAs("image/svg+xml")</c>.</summary>
    public static DisplayedValue DisplayAs(this string text, string mimeType) => Show(new Dictionary<string, string> { [mimeType] = text });

    /// <summary>Text that is HTML, for <c>display</c> or as a cell's value.</summary>
    public static HtmlContent HTML(string text) => new(text);

    private static DisplayedValue Show(IReadOnlyDictionary<string, string> data)
    {
        var id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"display-{Interlocked.Increment(ref displays)}");
        CurrentOutput.Session?.Outputs.Write(new DisplayOutput(id, data));
        return new DisplayedValue(id);
    }
}

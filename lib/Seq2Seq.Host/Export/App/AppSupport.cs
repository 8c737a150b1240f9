using System.Reflection;
using System.Text;

namespace Seq2Seq.Host.Export.App;

/// <summary>The part of an exported app that prints values: this host's own formatters, taken along as source.</summary>
internal static class AppSupport
{
    private const string Start = """
        namespace Seq2Seq.Host.Notebook
        {
            using System;
            using System.Collections.Generic;
            using System.Globalization;
            using System.IO;
            using System.Runtime.CompilerServices;

            internal static class AppStart
            {
                public static void Begin(string folder, [CallerFilePath] string file = "")
                {
                    Seq2Seq.Host.Scripting.SessionCulture.Pin();
                    Cell();
                    if (Path.GetDirectoryName(file) is string home && Directory.Exists(Path.Combine(home, folder))) Directory.SetCurrentDirectory(Path.Combine(home, folder));
                }

                public static void Cell() => CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture;

                public static void Show(object value)
                {
                    if (value is not DisplayedValue) Console.WriteLine(Text(value));
                }

                public static void Expected(Exception exception) => Console.WriteLine($"{exception.GetType().Name}: {exception.Message}");

                public static string Text(object value)
                {
                    var forms = new Dictionary<string, string>();
                    if (value is HtmlContent html) return html.ToString();
                    if (value is not null) Seq2Seq.Host.Formatting.ConventionFormatters.Format(value, forms);
                    return forms.TryGetValue("text/plain", out var text) ? text : Seq2Seq.Host.Formatting.PlainText.Of(value);
                }
            }

            public static class NotebookFunctions
            {
                public static DisplayedValue display(object value, params string[] mimeTypes) => Display(value, mimeTypes);

                public static DisplayedValue Display(this object value, params string[] mimeTypes)
                {
                    Console.WriteLine(AppStart.Text(value));
                    return new DisplayedValue();
                }

                public static DisplayedValue DisplayAs(this string text, string mimeType) => Display(text);

                public static HtmlContent HTML(string text) => new HtmlContent(text);
            }

            public sealed class DisplayedValue
            {
                public void Update(object value) => Console.WriteLine(AppStart.Text(value));
            }

            public sealed class HtmlContent
            {
                private readonly string text;

                public HtmlContent(string text) => this.text = text;

                public override string ToString() => text;
            }
        }

        """;

    /// <summary>Everything below the notebook's own code.</summary>
    public static string Source { get; } = Make();

    private static string Make()
    {
        var text = new StringBuilder(Start.ReplaceLineEndings("\n"));
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith("AppSupport.", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            text.Append('\n').Append(Block(reader.ReadToEnd().ReplaceLineEndings("\n")));
        }
        return text.ToString();
    }

    // A file-scoped namespace becomes a block, with the file's usings inside.
    private static string Block(string file)
    {
        var usings = new StringBuilder();
        var body = new StringBuilder();
        var name = "";
        foreach (var line in file.TrimEnd('\n').Split('\n'))
        {
            if (name.Length == 0 && line.StartsWith("using ", StringComparison.Ordinal)) usings.Append(line).Append('\n');
            else if (name.Length == 0 && line.StartsWith("namespace ", StringComparison.Ordinal)) name = line.TrimEnd(';');
            else if (name.Length > 0) body.Append(line).Append('\n');
        }
        return $"{name}\n{{\n#nullable enable annotations\nusing System;\nusing System.Collections.Generic;\nusing System.IO;\nusing System.Linq;\nusing System.Threading.Tasks;\n{usings}{body}#nullable disable\n}}\n";
    }
}

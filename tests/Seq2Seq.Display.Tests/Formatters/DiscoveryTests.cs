using System.Reflection;

namespace Seq2Seq.Display.Tests.Formatters;

/// <summary>Finds and uses formatters as .NET Interactive does: by names alone, with its traps.</summary>
public class DiscoveryTests
{
    public static TheoryData<Type> Showable => [.. typeof(Figure).Assembly.GetExportedTypes()
        .Where(type => type.IsAssignableTo(typeof(IShowable)) && type.IsClass)];

    [Fact]
    public void A_figure_shows_itself_as_html_and_text()
    {
        var shown = NotebookShow(Figure.Line("Loss").Add("train", [3.0, 2, 1]));

        Assert.Equal(["text/html", "text/plain"], shown.Keys.Order());
        Assert.StartsWith("<svg ", shown["text/html"], StringComparison.Ordinal);
        Assert.StartsWith("Loss\n", shown["text/plain"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_shows_itself_as_html_and_text()
    {
        var shown = NotebookShow(Table.Of("Scores", "model", "BLEU").Row("GRU", 31.5));

        Assert.StartsWith("<table ", shown["text/html"], StringComparison.Ordinal);
        Assert.Equal("Scores\nmodel  BLEU\n─────  ────\nGRU    31.5", shown["text/plain"]);
    }

    [Theory]
    [MemberData(nameof(Showable))]
    public void Every_showable_class_carries_the_attribute_itself(Type type)
    {
        // On an interface it is ignored, and whether an inherited one is found is not promised.
        Assert.Contains(type.GetCustomAttributes(inherit: false), IsAttribute);
    }

    [Theory]
    [MemberData(nameof(Showable))]
    public void Every_preferred_type_has_a_formatter(Type type)
    {
        // A preferred type without one ends .NET Interactive in a stack overflow.
        var (source, preferred) = Discover(type)!.Value;

        Assert.NotEmpty(preferred);
        Assert.Subset(Formatters(source).Select(MimeType).ToHashSet(), preferred.ToHashSet());
        Assert.DoesNotContain(preferred, mimeType => mimeType.EndsWith("+json", StringComparison.Ordinal));
    }

    [Fact]
    public void Format_is_not_overloaded() =>
        Assert.Single(typeof(ShowableFormatter).GetMethods(), method => method.Name == "Format");

    [Fact]
    public void Every_form_of_a_figure_has_a_formatter()
    {
        var figure = Figure.Line("Loss").Add("train", [3.0, 2, 1]);
        var (source, _) = Discover(figure.GetType())!.Value;

        foreach (var (mimeType, content) in figure.ToMimeBundle())
        {
            var formatter = Formatters(source).Single(formatter => MimeType(formatter) == mimeType);
            Assert.Equal(content, Format(formatter, figure));
        }
    }

    [Fact]
    public void A_formatter_declines_what_it_does_not_know()
    {
        var formatter = Formatters(typeof(ShowableFormatterSource)).First();

        Assert.Null(Format(formatter, "a string"));
    }

    [Fact]
    public void A_form_that_a_value_lacks_is_declined()
    {
        var formatter = Formatters(typeof(ShowableFormatterSource)).Single(formatter => MimeType(formatter) == MimeTypes.Markdown);

        Assert.Null(Format(formatter, Figure.Line("Loss")));
    }

    private static Dictionary<string, string> NotebookShow(object value)
    {
        var (source, preferred) = Discover(value.GetType())!.Value;
        var formatters = Formatters(source).ToDictionary(MimeType);
        return preferred.ToDictionary(mimeType => mimeType, mimeType => Format(formatters[mimeType], value)!);
    }

    private static (Type Source, string[] Preferred)? Discover(Type type)
    {
        var attribute = type.GetCustomAttributes(inherit: true).FirstOrDefault(IsAttribute);
        if (attribute is null)
            return null;
        var source = (Type)attribute.GetType().GetProperty("FormatterSourceType")!.GetValue(attribute)!;
        var preferred = attribute.GetType().GetProperty("PreferredMimeTypes")?.GetValue(attribute) as string[];
        return (source, preferred is { Length: > 0 } ? preferred : ["text/html"]);
    }

    private static bool IsAttribute(object attribute) => attribute.GetType().Name == "TypeFormatterSourceAttribute";

    private static List<object> Formatters(Type source)
    {
        var instance = Activator.CreateInstance(source)!;
        return [.. (IEnumerable<object>)source.GetMethod("CreateTypeFormatters")!.Invoke(instance, null)!];
    }

    private static string MimeType(object formatter) => (string)formatter.GetType().GetProperty("MimeType")!.GetValue(formatter)!;

    private static string? Format(object formatter, object value)
    {
        // GetMethod throws if the name is ambiguous, as the host's own call would.
        var format = formatter.GetType().GetMethod("Format", BindingFlags.Instance | BindingFlags.Public)!;
        using var writer = new StringWriter();
        return (bool)format.Invoke(formatter, [value, writer])! ? writer.ToString() : null;
    }
}

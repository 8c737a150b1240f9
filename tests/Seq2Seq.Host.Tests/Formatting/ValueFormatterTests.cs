using Seq2Seq.Host.Formatting;

namespace Seq2Seq.Host.Tests.Formatting;

public sealed class ValueFormatterTests
{
    private static readonly int[] three = [1, 2, 3];

    public static TheoryData<object?, string, string> Values => new()
    {
        { null, "<null>", "<pre>&lt;null&gt;</pre>" },
        { 42, "42", "<pre>42</pre>" },
        { 1.5e-7, "1.5E-07", "<pre>1.5E-07</pre>" },
        { "a<b", "a<b", "<pre>a&lt;b</pre>" },
        { true, "True", "<pre>True</pre>" },
        { 'x', "x", "<pre>x</pre>" },
        { DayOfWeek.Friday, "Friday", "<pre>Friday</pre>" },
        { three, "[ 1, 2, 3 ]", "<table><thead><tr><th>index</th><th>value</th></tr></thead><tbody><tr><td>0</td><td>1</td></tr><tr><td>1</td><td>2</td></tr><tr><td>2</td><td>3</td></tr></tbody></table>" },
        { Array.Empty<int>(), "[ ]", "<i>(empty)</i>" },
        { new Dictionary<string, int> { ["a"] = 1 }, "{ a: 1 }", "<table><thead><tr><th>key</th><th>value</th></tr></thead><tbody><tr><td>a</td><td>1</td></tr></tbody></table>" },
        { (1, "b"), "(1, b)", "<pre>(1, b)</pre>" },
        { new Person("Ada", 36), "Person { Name = Ada, Age = 36 }", "<table><thead><tr><th colspan=\"2\">Person</th></tr></thead><tbody><tr><td>Name</td><td>Ada</td></tr><tr><td>Age</td><td>36</td></tr></tbody></table>" },
        { new[] { new Person("Ada", 36) }, "[ Person { Name = Ada, Age = 36 } ]", "<table><thead><tr><th>index</th><th>Name</th><th>Age</th></tr></thead><tbody><tr><td>0</td><td>Ada</td><td>36</td></tr></tbody></table>" },
        { new InvalidOperationException("outer", new ArgumentException("inner")), "InvalidOperationException: outer\n ---> ArgumentException: inner", "<pre>InvalidOperationException: outer\n ---&gt; ArgumentException: inner</pre>" },
        { new Thrower(), "Thrower { Good = 1, Bad = (NotSupportedException: no) }", "<table><thead><tr><th colspan=\"2\">Thrower</th></tr></thead><tbody><tr><td>Good</td><td>1</td></tr><tr><td>Bad</td><td>(NotSupportedException: no)</td></tr></tbody></table>" },
        { Task.FromResult(5), "Task<int> (RanToCompletion): 5", "<div>Task&lt;int&gt; (RanToCompletion): 5</div>" },
        { Task.CompletedTask, "Task (RanToCompletion)", "<div>Task (RanToCompletion)</div>" },
        { new Node(), "Node { Self = Node { Self = Node { Self = Node { Self = Seq2Seq.Host.Tests.Formatting.ValueFormatterTests+Node } } } }", "" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_has_text_and_html(object? value, string text, string html)
    {
        var forms = ValueFormatter.Format(value);

        Assert.Equal(text, forms["text/plain"]);
        if (html.Length > 0) Assert.Equal(html, forms["text/html"]);
    }

    [Fact]
    public void An_endless_sequence_is_cut()
    {
        static IEnumerable<int> Endless()
        {
            for (var i = 0; ; i++) yield return i;
        }

        var forms = ValueFormatter.Format(Endless());

        Assert.EndsWith("18, 19, ... (more...) ]", forms["text/plain"], StringComparison.Ordinal);
        Assert.EndsWith("<tr><td colspan=\"2\">(more...)</td></tr></tbody></table>", forms["text/html"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_type_with_the_attribute_shows_itself_as_it_prefers()
    {
        var forms = ValueFormatter.Format(new Coloured("teal"));

        Assert.Equal(["application/x-colour", "text/html", "text/plain"], forms.Keys);
        Assert.Equal("<b>teal</b>", forms["text/html"]);
        Assert.Equal("teal", forms["application/x-colour"]);
        Assert.Equal("a colour: teal", forms["text/plain"]);
    }

    [Fact]
    public void Without_preferred_types_only_html_is_asked_for()
    {
        var forms = ValueFormatter.Format(new Plain());

        Assert.Equal("<b>plain</b>", forms["text/html"]);
        Assert.Equal(["text/html", "text/plain"], forms.Keys);
    }

    [Fact]
    public void Such_a_type_shows_itself_inside_a_table_too() =>
        Assert.Contains("<td><b>teal</b></td>", ValueFormatter.Format(new[] { new Coloured("teal") })["text/html"], StringComparison.Ordinal);

    private sealed record Person(string Name, int Age);

    private sealed class Thrower
    {
        public int Good { get; } = 1;

        public int Bad => throw new NotSupportedException("no");
    }

    private sealed class Node
    {
        public Node Self => this;
    }

    [AttributeUsage(AttributeTargets.Class)]
    private sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
    {
        public Type FormatterSourceType { get; } = formatterSourceType;

        public string[]? PreferredMimeTypes { get; set; }
    }

    [TypeFormatterSource(typeof(ColourSource), PreferredMimeTypes = ["text/html", "application/x-colour", "text/plain", "image/none"])]
    private sealed record Coloured(string Name);

    [TypeFormatterSource(typeof(PlainSource))]
    private sealed class Plain;

    public sealed class ColourSource
    {
        private readonly object[] formatters =
        [
            new Formatter("text/html", value => $"<b>{((Coloured)value).Name}</b>"),
            new Formatter("application/x-colour", value => ((Coloured)value).Name),
            new Formatter("text/plain", value => "a colour: " + ((Coloured)value).Name),
        ];

        public IEnumerable<object> CreateTypeFormatters() => formatters;
    }

    public sealed class PlainSource
    {
        private readonly object[] formatters = [new Formatter("text/plain", _ => "not asked for"), new Formatter("text/html", _ => "<b>plain</b>")];

        public IEnumerable<object> CreateTypeFormatters() => formatters;
    }

    public sealed class Formatter(string mimeType, Func<object, string> text)
    {
        public string MimeType => mimeType;

        public bool Format(object instance, TextWriter writer)
        {
            writer.Write(text(instance));
            return true;
        }
    }
}

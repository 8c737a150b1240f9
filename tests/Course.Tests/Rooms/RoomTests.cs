using System.Xml.Linq;

namespace Course.Tests.Rooms;

/// <summary>Who may know whom: read from project references and using lines.</summary>
public class RoomTests
{
    private static readonly Dictionary<string, string[]> MayReference = new(StringComparer.Ordinal)
    {
        ["Seq2Seq.Display"] = [],
        ["Seq2Seq.Tensors"] = [],
        ["Seq2Seq"] = ["Seq2Seq.Display", "Seq2Seq.Tensors"],
        ["Seq2Seq.Cli"] = ["Seq2Seq", "Seq2Seq.Tensors"],
        ["Seq2Seq.Host"] = ["Seq2Seq.Display"],
    };

    private static readonly Dictionary<string, string[]> MayUsePackages = new(StringComparer.Ordinal)
    {
        ["Seq2Seq.Display"] = [],
        ["Seq2Seq.Tensors"] = [],
        ["Seq2Seq"] = ["TorchSharp-cpu"],
        ["Seq2Seq.Cli"] = ["System.CommandLine", "TorchSharp-cpu"],
        ["Seq2Seq.Host"] = ["Markdig", "Microsoft.CodeAnalysis.CSharp.Scripting", "System.CommandLine"],
    };

    private static readonly RoomRule[] Rules =
    [
        new("Seq2Seq.Display", @"(?!System|Seq2Seq\.Display)[A-Z]\w*", "Display has no dependencies."),
        new("Seq2Seq.Display/Words", @"Seq2Seq\.Display", "Words are the ground everything stands on."),
        new("Seq2Seq.Display/Colors", @"Seq2Seq\.Display", "colours know nothing of what is coloured."),
        new("Seq2Seq.Display/Scales", @"Seq2Seq\.Display\.(?!Words)\w+", "scales know nothing of pictures."),
        new("Seq2Seq.Display/Charts", @"Seq2Seq\.Display\.(Svg|Plotly|Terminal|Live|Tables)", "a chart does not know who draws it."),
        new("Seq2Seq.Display/Diagrams", @"Seq2Seq\.Display\.(Svg|Plotly|Terminal|Live|Tables)", "a diagram does not know who draws it."),
        new("Seq2Seq.Display/Svg", @"Seq2Seq\.Display\.(Plotly|Terminal|Live|Tables)", "the renderers do not know one another."),
        new("Seq2Seq.Display/Plotly", @"Seq2Seq\.Display\.(Svg|Terminal|Live|Tables)", "the renderers do not know one another."),
        new("Seq2Seq.Display/Terminal", @"Seq2Seq\.Display\.(Svg|Plotly|Live|Tables)", "the renderers do not know one another."),
        new("Seq2Seq.Tensors", @"(?!System|Seq2Seq\.Tensors)[A-Z]\w*", "the engine has no dependencies."),
        new("Seq2Seq.Tensors/Kernels", @"Seq2Seq\.Tensors\.(torch|Modules|Optim|Ops|Autograd|Serialization)", "a kernel takes spans and lengths, no tensor."),
        new("Seq2Seq.Tensors/Memory", @"Seq2Seq\.Tensors\.(torch|Modules|Optim|Ops|Autograd|Kernels)", "memory knows nothing of what is kept in it."),
        new("Seq2Seq.Tensors/Threading", @"Seq2Seq\.Tensors\.(torch|Modules|Optim|Ops|Autograd|Kernels)", "workers know nothing of their work."),
        new("Seq2Seq", @"Seq2Seq\.(Host|Cli)", "the library knows no host."),
        new("Seq2Seq", @"Seq2Seq\.Tensors\.(?!torch|Modules)\w+|TorchSharp", "the library compiles against either engine: use what both offer, through the switch."),
        new("Seq2Seq/Text", @"Seq2Seq\.(Models|Training|Decoding|Encoders|Decoders|Attention|Cells|Losses|Plots|Exercises|Display)", "text does not know who reads it."),
        new("Seq2Seq/Metrics", @"Seq2Seq\.(Models|Training|Decoding|Encoders|Decoders|Attention|Cells|Losses|Plots|Exercises|Display)", "a score does not know whom it scores."),
        new("Seq2Seq.Host", @"Seq2Seq\.(?!Host|Display)\w+", "the host runs any notebook: it never knows engine or library."),
        new("Seq2Seq.Host/Documents", @"Seq2Seq\.Host\.(?!Documents)\w+|Microsoft\.CodeAnalysis|System\.Net", "a document knows neither language nor protocol."),
        new("Seq2Seq.Host/Scripting", @"Seq2Seq\.Host\.(Jupyter|Zmtp|Web|Cli|Running|Export)|System\.Net\.Sockets", "the evaluator knows no protocol."),
        new("Seq2Seq.Host/Jupyter", @"Seq2Seq\.Host\.(Web|Running|Export)", "the protocol talks to a cell runner, not to the command line's rooms."),
        new("Seq2Seq.Host/Zmtp", @"Seq2Seq\.Host\.(?!Zmtp)\w+", "the transport carries frames and knows nothing of them."),
    ];

    public static TheoryData<string> Projects => [.. Directory.GetDirectories(Repository.Lib)
        .Where(folder => Directory.GetFiles(folder, "*.csproj").Length > 0).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_what_it_may(string project)
    {
        Assert.True(MayReference.ContainsKey(project), $"{project} is new: say in RoomTests what it may reference.");

        var references = Items(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')));

        Assert.Subset(MayReference[project].ToHashSet(), references.ToHashSet());
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_uses_only_the_packages_it_may(string project) =>
        Assert.Subset(MayUsePackages[project].ToHashSet(), Items(project, "PackageReference").ToHashSet());

    [Fact]
    public void No_room_uses_what_it_may_not_know()
    {
        var sources = Repository.Sources(Repository.Lib).ToList();

        Assert.Empty(Rules.SelectMany(rule => rule.Violations(sources)));
    }

    [Fact]
    public void Only_the_transport_opens_sockets()
    {
        var rule = new RoomRule("Seq2Seq.Host", @"System\.Net\.Sockets", "only Zmtp knows sockets.");
        // The kernel names the exception of a port that is taken; it opens nothing.
        string[] allowed = ["Seq2Seq.Host/Zmtp/", "Seq2Seq.Host/Jupyter/Kernel.cs", "Seq2Seq.Host/Web/"];

        var violations = rule.Violations(Repository.Sources(Repository.Lib)).Where(text => !allowed.Any(start => text.StartsWith(start, StringComparison.Ordinal)));

        Assert.Empty(violations);
    }

    [Theory]
    [InlineData("using Seq2Seq.Display.Svg;", true)]
    [InlineData("using static Seq2Seq.Display.Svg.Dash;", true)]
    [InlineData("global using Seq2Seq.Display.Svg;", true)]
    [InlineData("using Drawing = Seq2Seq.Display.Svg.SvgBuilder;", true)]
    [InlineData("using Seq2Seq.Display.SvgLike;", false)]
    [InlineData("using Seq2Seq.Display.Words;", false)]
    [InlineData("// using Seq2Seq.Display.Svg;", false)]
    [InlineData("using var stream = Seq2Seq.Display.Svg.Open();", false)]
    public void A_rule_sees_every_form_of_using(string line, bool isSeen)
    {
        var rule = new RoomRule("Seq2Seq.Display/Plotly", @"Seq2Seq\.Display\.Svg", "reason");

        var violations = rule.Violations([("Seq2Seq.Display/Plotly/A.cs", ["namespace A;", line]), ("Seq2Seq.Display/Other/B.cs", [line])]);

        Assert.Equal(isSeen, violations.Any(text => text == $"Seq2Seq.Display/Plotly/A.cs(2) uses {Name(line)}: reason"));
        Assert.Equal(isSeen ? 1 : 0, violations.Count());
    }

    [Fact]
    public void Every_rule_is_about_a_project_that_exists() =>
        Assert.All(Rules, rule => Assert.True(Directory.Exists(Path.Combine(Repository.Lib, rule.Room.Split('/')[0])), rule.Room));

    private static string Name(string line) => line.Split(' ').Last(part => part.Contains("Seq2Seq", StringComparison.Ordinal)).TrimEnd(';');

    private static IEnumerable<string> Items(string project, string item)
    {
        // The engine switch stands in a file of its own that projects import.
        var folder = Path.Combine(Repository.Lib, project);
        var files = Directory.GetFiles(folder, "*.csproj").Select(XDocument.Load).ToList();
        if (files.Any(file => file.Descendants("Import").Any(import => ((string?)import.Attribute("Project"))?.EndsWith("Engine.props", StringComparison.Ordinal) ?? false)))
            files.Add(XDocument.Load(Path.Combine(Repository.Lib, "Engine.props")));
        return files.SelectMany(file => file.Descendants(item)).Select(element => (string?)element.Attribute("Include")).OfType<string>();
    }
}

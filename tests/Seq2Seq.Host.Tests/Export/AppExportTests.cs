using System.Diagnostics;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Seq2Seq.Host.Documents;
using Seq2Seq.Host.Export.App;
using Seq2Seq.Host.Running;
using Seq2Seq.Host.Tests.Running;

namespace Seq2Seq.Host.Tests.Export;

// The compiler shares its symbols of the framework in a process: beside sessions of other tests it now and then took one method for two (CS0121).
[Collection(Alone.Name)]
public sealed class AppExportTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("app-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task An_app_prints_what_the_notebook_shows()
    {
        var path = TestNotebook.Write(folder, "lesson",
            ("using System.IO;\n// the start\nvar a = 1; int b = 2, c;\nc = a + b;\nint[] xs = { 3, 1, 2 };\nconst int Limit = 7;\nConsole.WriteLine($\"{a} {b} {c} {xs.Length} {Limit}\");", []),
            ("var a = \"again\";\nint Twice(int n) => n * 2;\nint Twice(string s) => s.Length * 2;\nConsole.WriteLine(Twice(3) + Twice(a));\na // value", []),
            ("int Twice(int n) => n * 20; // replaced\nConsole.WriteLine(Twice(2));\nEnumerable.Range(0, 3).Select(a => a * c)", []),
            ("record Point(int X, int Y)\n{\n    public static Point operator +(Point p, Point q) => new(p.X + q.X, p.Y + q.Y);\n}\nclass Box<T> { public T Value; public Box(T v) { Value = v; } }\n"
                + "enum Colour { Red, Green }\nvar points = new List<Point> { new(1, 2), new(3, 4) };\nvar box = new Box<Point>(points[0] + points[1]);\nbox.Value", []),
            ("var anon = new { Name = \"x\", N = c };\nvar many = points.Select(p => new { p.X, Sum = p.X + p.Y }).ToList();\nConsole.WriteLine(anon.Name + many.Count);\nmany", []),
            ("var (q, r) = Math.DivRem(17, 5);\nif (int.TryParse(\"42\", out var n)) Console.WriteLine(n + q);\nobject o = \"text\";\nif (o is string s && s.Length > 2) Console.WriteLine(s);\n"
                + "foreach (var x in xs) Console.Write(x + \" \");\nvar text = \"\"\"\n    raw\n      text\n    \"\"\";\ntext", []),
            ("static int Doubled(this int n) => n * 2;\nasync Task<int> Slow() { await Task.Delay(1); return 5.Doubled(); }\nawait Slow()", []),
            ("Console.WriteLine(\"before\");\nthrow new InvalidOperationException(\"meant\");", ["raises-exception"]),
            ("#!time\ndisplay(new Dictionary<string, int> { [\"k\"] = 1 });\n\"seen\".DisplayAs(\"text/markdown\");", []),
            ("class Colour { public Colour(string n) { Name = n; } public string Name { get; } }\nList<Colour> cols = [new Colour(\"teal\")];\nFunc<int, int> f = x => x + Limit;\nConsole.WriteLine($\"{cols[0].Name} {f(1)} {1234.5:N1}\");\nFile.Exists(\"lesson.ipynb\")", []),
            ("System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.InvariantCulture;\n0.5.ToString(\"P0\")", []),
            ("0.5.ToString(\"P0\")", []));
        var app = Path.Combine(folder, "apps", "lesson.cs");
        Directory.CreateDirectory(Path.GetDirectoryName(app)!);

        File.WriteAllText(app, AppExport.Of(path, app));
        var printed = await DotnetRun(app);

        Assert.Equal(await ShownBy(path), printed);
    }

    // What a debugger needs: code not optimised, and a sequence point on each line that does something.
    [Fact]
    public async Task A_debugger_steps_through_every_statement_of_every_cell()
    {
        string[] steps = ["var a = 1;", "a = a + 2;", "Console.WriteLine(a);", "var sum = a;", "for (var i = 0; i < 3; i++)", "sum += Twice(i);", "return n * 2;", "Console.WriteLine(sum);"];
        var path = TestNotebook.Write(folder, "steps",
            ("var a = 1;\na = a + 2;\nConsole.WriteLine(a);", []),
            ("int Twice(int n)\n{\n    return n * 2;\n}", []),
            ("var sum = a;\nfor (var i = 0; i < 3; i++)\n{\n    sum += Twice(i);\n}\nConsole.WriteLine(sum);", []));
        var app = Path.Combine(folder, "steps.cs");
        File.WriteAllText(app, AppExport.Of(path, app));
        var source = await File.ReadAllLinesAsync(app, TestContext.Current.CancellationToken);

        await Dotnet("build", app, "-o", Path.Combine(folder, "built"));

        await using var file = File.OpenRead(Path.Combine(folder, "built", "steps.pdb"));
        using var symbols = MetadataReaderProvider.FromPortablePdbStream(file);
        var reader = symbols.GetMetadataReader();
        var stops = reader.MethodDebugInformation.Select(reader.GetMethodDebugInformation).Where(method => !method.Document.IsNil && reader.GetString(reader.GetDocument(method.Document).Name) == app)
            .SelectMany(method => method.GetSequencePoints()).Where(point => !point.IsHidden).Select(point => source[point.StartLine - 1].Trim()).ToHashSet();
        Assert.All(steps, step => Assert.Contains(stops, stop => stop == step || (step.StartsWith("var ", StringComparison.Ordinal) && stop == step[4..])));
        Assert.Equal(256, Modes(await File.ReadAllBytesAsync(Path.Combine(folder, "built", "steps.dll"), TestContext.Current.CancellationToken)) & 256);
    }

    [Theory]
    [InlineData("return 5;", "In[1]: a return outside of a method has no meaning in an app.")]
    [InlineData("#r \"other.dll\"\n1", "In[1]: #r \"other.dll\": an app can reference projects and packages, not assembly files.")]
    [InlineData("var x = new { A = 1 };\nint F() => x.A;", "In[1]: a method uses x, whose type has no name an app could give to a field. Give it a named type.")]
    [InlineData("nonsense", "In[1] does not compile: The name 'nonsense' does not exist in the current context")]
    [InlineData("#!who", "In[1]: Who directives have no place in an app.")]
    public void What_an_app_cannot_hold_is_refused_by_name(string code, string message)
    {
        var path = TestNotebook.Write(folder, "n", code);

        Assert.Equal(message, Assert.Throws<ExportException>(() => AppExport.Of(path, Path.Combine(folder, "n.cs"))).Message);
    }

    // What a run of the notebook shows, as text.
    private static async Task<string> ShownBy(string path)
    {
        await CourseRun.Run(new RunOptions { Notebooks = [path], InPlace = true }, TextWriter.Null, TextWriter.Null, false, 120, TestContext.Current.CancellationToken);
        return string.Concat(NotebookFile.Read(path).Cells.SelectMany(cell => cell.Outputs).Select(output => output!["output_type"]!.GetValue<string>() switch
        {
            "stream" => MultilineText.Read(output["text"]),
            "error" => $"{output["ename"]}: {output["evalue"]}\n",
            _ when output["data"]!["text/plain"] is { } plain => MultilineText.Read(plain) is var text && text!.StartsWith("Wall time", StringComparison.Ordinal) ? "" : text + "\n",
            _ => MultilineText.Read(output["data"]!["text/markdown"]) + "\n",
        }));
    }

    // What the assembly's DebuggableAttribute says; bit 256 turns the optimiser off.
    private static int Modes(byte[] assembly)
    {
        using var image = new PEReader([.. assembly]);
        var reader = image.GetMetadataReader();
        var attribute = reader.GetAssemblyDefinition().GetCustomAttributes().Select(reader.GetCustomAttribute).Single(attribute =>
            attribute.Constructor.Kind == HandleKind.MemberReference && reader.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent is { Kind: HandleKind.TypeReference } parent
            && reader.GetString(reader.GetTypeReference((TypeReferenceHandle)parent).Name) == nameof(DebuggableAttribute));
        var value = reader.GetBlobReader(attribute.Value);
        value.ReadUInt16();
        return value.ReadInt32();
    }

    private static Task<string> DotnetRun(string app) => Dotnet("run", app);

    private static async Task<string> Dotnet(string command, string app, params string[] more)
    {
        var start = new ProcessStartInfo(DotnetHost.Path) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetDirectoryName(app)! };
        foreach (var argument in new[] { command, app }.Concat(more)) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, output + await errors);
        return output.ReplaceLineEndings("\n");
    }
}

using Seq2Seq.Host.Scripting;

namespace Seq2Seq.Host.Tests.Scripting;

public sealed class DirectiveTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("directives-").FullName;
    private readonly SessionFixture session;

    public DirectiveTests() => session = new SessionFixture(new SessionOptions { Folder = folder });

    public void Dispose()
    {
        session.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Sections_of_other_languages_are_shown_and_code_between_them_runs()
    {
        var shown = await session.Run("#!markdown\n# Head\n\n#!html\n<b>x</b>\n#!mermaid\ngraph LR\n#!csharp\nvar a = 2;\na + 1");

        Assert.Equal([("text/markdown", "# Head"), ("text/html", "<b>x</b>"), ("text/vnd.mermaid", "graph LR")],
            shown.Outputs.OfType<DisplayOutput>().Take(3).Select(output => (output.Data.Single().Key, output.Data.Single().Value)));
        Assert.Equal("3", shown.Result);
    }

    [Fact]
    public async Task Time_is_shown_after_the_code_it_measures()
    {
        var shown = await session.Run("#!time\nvar a = 1;\na");

        Assert.Equal("1", shown.Result);
        Assert.Matches(@"^Wall time: [\d.]+ms$", shown.Outputs.OfType<DisplayOutput>().Last().Data["text/plain"]);
    }

    [Theory]
    [InlineData("#!time")]
    [InlineData("#!time\n#!html\n<b>x</b>")]
    public async Task Time_is_shown_for_a_cell_without_code(string cell)
    {
        var shown = await session.Run(cell);

        Assert.Matches(@"^Wall time: [\d.]+ms$", shown.Outputs.OfType<DisplayOutput>().Last().Data["text/plain"]);
    }

    [Fact]
    public async Task Line_numbers_count_directives()
    {
        var error = (await session.Run("#!time\n#!csharp\nvar a = 1;\nthrow new Exception(\"x\");")).Error!;

        Assert.Equal("In[1]: line 4", error.Traceback[0]);
    }

    [Fact]
    public async Task Who_names_the_variables()
    {
        await session.Value("using System.IO;");
        await session.Value("var b = 1; int F() => 2;\nvar a = \"x\";");

        Assert.Equal("[ a, b ]", (await session.Run("#!who")).Outputs.Cast<DisplayOutput>().Single().Data["text/plain"]);
        Assert.Equal("[ { Name = a, Type = string, Value = x }, { Name = b, Type = int, Value = 1 } ]",
            (await session.Run("#!whos")).Outputs.Cast<DisplayOutput>().Single().Data["text/plain"]);
    }

    [Fact]
    public async Task An_unknown_directive_lists_the_known_ones()
    {
        var error = (await session.Run("var a = 1;\n#!sql\nselect 1")).Error!;

        Assert.Equal("DirectiveError", error.Name);
        Assert.Equal("#!sql is not a directive of this host. It knows #r \"path\", #r \"nuget:Name, Version\", #i \"nuget:source\", #!csharp, #!html, #!markdown, "
            + "#!mermaid, #!import file, #!time, #!who, #!lsmagic.", error.Value);
        Assert.Equal("In[1]: line 2", error.Traceback[0]);
    }

    // A package this solution restores itself: it is in the machine's package folder, network or not.
    [Fact]
    public async Task A_package_is_restored_and_the_code_below_sees_it()
    {
        Assert.Equal("3", await session.Value("#r \"nuget: FsCheck, 3.6.0\"\nusing FsCheck;\ntypeof(Gen<int>).Assembly.GetName().Version.Major"));
        Assert.Equal("True", await session.Value("#r \"nuget: FsCheck, 3.6.0\"\nusing FsCheck.Fluent;\nGen.Choose(4, 4).Sample(3).All(n => n == 4)"));
    }

    [Fact]
    public async Task A_package_that_does_not_exist_is_an_error_with_its_name()
    {
        var error = (await session.Run("var a = 1;\n#r \"nuget: Seq2Seq.There.Is.No.Such.Package, 1.2.3\"\na")).Error!;

        Assert.Equal("DirectiveError", error.Name);
        Assert.StartsWith("#r \"nuget:\" could not be restored.", error.Value, StringComparison.Ordinal);
        Assert.Contains("Seq2Seq.There.Is.No.Such.Package", error.Value, StringComparison.Ordinal);
        Assert.Equal("In[1]: line 2", error.Traceback[0]);
    }

    [Fact]
    public async Task Text_behind_a_reference_is_refused()
    {
        var error = (await session.Run("#r \"System.Text.Json\" more")).Error!;

        Assert.Equal("#r \"System.Text.Json\" is followed by more. Leave nothing behind the closing quote.", error.Value);
    }

    [Fact]
    public async Task A_missing_reference_says_where_it_was_looked_for()
    {
        var error = (await session.Run("#r \"lib/Nothing.dll\"\n1")).Error!;

        Assert.Equal($"#r \"lib/Nothing.dll\" finds no file {Path.Combine(folder, "lib", "Nothing.dll")}. Build it first, or correct the path: it starts at the notebook's folder.", error.Value);
    }

    [Fact]
    public async Task A_reference_below_code_is_the_compilers_error()
    {
        var error = (await session.Run("var a = 1;\n#r \"System.Text.Json\"")).Error!;

        Assert.Contains("error CS7009", error.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_referenced_file_is_copied_with_its_neighbours_and_can_be_rebuilt()
    {
        // Two assemblies of this test's own making: the first needs the second.
        TinyLibrary.Compile(Path.Combine(folder, "Inner.dll"), "public class Inner { public string Hi => \"v1\"; }");
        TinyLibrary.Compile(Path.Combine(folder, "Outer.dll"), "public class Outer : Inner { }", Path.Combine(folder, "Inner.dll"));

        Assert.Equal("v1", await session.Value("#r \"Outer.dll\"\nnew Outer().Hi"));
        TinyLibrary.Compile(Path.Combine(folder, "Inner.dll"), "public class Inner { public string Hi => \"v2\"; }");

        Assert.Equal("v1", await session.Value("new Inner().Hi"));
        using var second = new SessionFixture(new SessionOptions { Folder = folder });
        Assert.Equal("v2", await second.Value("#r \"Outer.dll\"\nnew Outer().Hi"));
    }

    [Fact]
    public async Task A_script_gets_its_own_copy_of_a_library_the_host_uses_too()
    {
        var display = typeof(Seq2Seq.Display.MimeBundle).Assembly.Location;

        Assert.Equal("False", await session.Value($"#r \"{display}\"\nvar mine = typeof(Seq2Seq.Display.MimeBundle).Assembly;\nmine.Location == @\"{display}\""));
    }

    [Fact]
    public async Task Imported_notebooks_and_scripts_share_the_session()
    {
        File.WriteAllText(Path.Combine(folder, "part.csx"), "var fromScript = 4;");
        File.WriteAllText(Path.Combine(folder, "part.dib"), "#!csharp\n\nvar fromDib = fromScript * 10;\n\n#!markdown\n\ntext\n");

        Assert.Equal("42", await session.Value("#!import part.csx\n#!import \"part.dib\"\nfromDib + 2"));
    }

    [Fact]
    public async Task An_import_that_fails_fails_its_importer()
    {
        File.WriteAllText(Path.Combine(folder, "bad.csx"), "throw new InvalidOperationException(\"inside\");");
        File.WriteAllText(Path.Combine(folder, "self.csx"), "#!import self.csx");

        Assert.Equal("inside", (await session.Run("#!import bad.csx\nvar after = 1;")).Error!.Value);
        Assert.Equal("#!import self.csx comes back to itself: self.csx > self.csx.", (await session.Run("#!import self.csx")).Error!.Value);
        Assert.Equal($"#!import none.ipynb finds no file {Path.Combine(folder, "none.ipynb")}. The path starts at the notebook's folder.", (await session.Run("#!import none.ipynb")).Error!.Value);
    }

    [Fact]
    public async Task Who_names_static_variables_and_constants_too_and_shows_the_newest_of_a_name()
    {
        await session.Run("var count = 1; var kept = 2;");
        await session.Run("static int count = 30; const string Word = \"w\";");

        Assert.Equal("[ { Name = Word, Type = string, Value = w }, { Name = count, Type = int, Value = 30 }, { Name = kept, Type = int, Value = 2 } ]",
            (await session.Run("#!whos")).Outputs.Cast<DisplayOutput>().Single().Data["text/plain"]);
    }
}

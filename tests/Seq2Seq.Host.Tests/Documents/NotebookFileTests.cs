using System.Text;
using Seq2Seq.Host.Documents;

namespace Seq2Seq.Host.Tests.Documents;

public sealed class NotebookFileTests : IDisposable
{
    private const string Small = """
        {
         "cells": [
          {
           "cell_type": "code",
           "execution_count": 1,
           "id": "c1",
           "metadata": {
            "zebra": [
             1.0,
             1e-7,
             12345678901234567890
            ],
            "apple": {
             "汉": "é\u007f\u0001\\\"/"
            }
           },
           "outputs": [],
           "source": [
            "var a = 1;\n",
            "a"
           ]
          },
          {
           "attachments": {
            "x.png": {
             "image/png": "AAAA"
            }
           },
           "cell_type": "markdown",
           "id": "m1",
           "metadata": {},
           "source": "one string"
          }
         ],
         "metadata": {
          "kernelspec": {
           "display_name": ".NET (C#)",
           "language": "C#",
           "name": ".net-csharp"
          },
          "unknown": null
         },
         "nbformat": 4,
         "nbformat_minor": 5
        }

        """;

    private readonly string folder = Directory.CreateTempSubdirectory("documents-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void What_is_read_is_written_byte_for_byte()
    {
        // \u007f is the one escape in it that Jupyter would not write.
        var text = Small.ReplaceLineEndings("\n").Replace("\\u007f", "\u007f", StringComparison.Ordinal);

        Assert.Equal(text, NotebookFile.Parse(text, "small").ToText());
    }

    [Fact]
    public void An_older_file_gets_ids_that_depend_on_nothing_but_its_text()
    {
        var old = """{"cells":[{"cell_type":"code","execution_count":null,"metadata":{},"outputs":[],"source":"1"},{"cell_type":"raw","metadata":{},"source":["x"]}],"metadata":{},"nbformat":4,"nbformat_minor":2}""";

        var first = NotebookFile.Parse(old, "old").ToText();
        var second = NotebookFile.Parse(old, "elsewhere").ToText();

        Assert.Equal(first, second);
        var document = NotebookFile.Parse(first, "new");
        Assert.All(document.Cells, cell => Assert.Matches("^[0-9a-f]{8}$", cell.Id));
        Assert.Equal(2, document.Cells.Select(cell => cell.Id).Distinct().Count());
        Assert.Contains("\"execution_count\": null,\n   \"id\":", first, StringComparison.Ordinal);
        Assert.EndsWith("\"nbformat_minor\": 5\n}\n", first, StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Damaged => new()
    {
        { "", "n: the file is empty. A notebook is a JSON object with cells." },
        { "[]", "n: a notebook is a JSON object, this is not one." },
        { "{\n \"cells\": [\n  汉 ]}", "n: line 3, column 3: not valid JSON: '0xE6' is an invalid start of a value." },
        { "{\"a\": \"汉字\" \"b\"}", "n: line 1, column 12: not valid JSON: '\"' is invalid after a value. Expected either ',', '}', or ']'." },
        { "{\"cells\": [1,]}", "n: line 1, column 14: not valid JSON: The JSON array contains a trailing comma at the end." },
        { "{\"cells\": []}", "n: nbformat is missing: this is not a Jupyter notebook." },
        { "{\"nbformat\": 3, \"worksheets\": []}", "n: nbformat is 3, this host reads 4. Convert it with: jupyter nbconvert --to notebook --nbformat 4." },
        { "{\"nbformat\": 4, \"nbformat_minor\": 5}", "n: cells is missing or not a list." },
        { "{\"nbformat\": 4, \"nbformat_minor\": 5, \"cells\": [3]}", "n: cells[0] is not an object." },
        { "{\"nbformat\": 4, \"nbformat_minor\": 5, \"cells\": [{\"cell_type\": \"code\", \"source\": \"\"}, {\"source\": \"\"}]}", "n: cells[1]: cell_type is missing." },
        { "{\"nbformat\": 4, \"nbformat_minor\": 5, \"cells\": [{\"cell_type\": \"sql\", \"source\": \"\"}]}", "n: cells[0]: cell_type is \"sql\", expected code, markdown or raw." },
        { "{\"nbformat\": 4, \"nbformat_minor\": 5, \"cells\": [{\"cell_type\": \"code\", \"source\": [1]}]}", "n: cells[0]: source is missing, or neither a string nor a list of strings." },
        { "{\n<<<<<<< HEAD\n}", "n: line 2: an unresolved merge conflict. Resolve it first." },
        { "{\"a\": \"\\ud83d\"}", "n: not valid text: Cannot read incomplete UTF-16 JSON text as string with missing low surrogate." },
    };

    [Theory]
    [MemberData(nameof(Damaged))]
    public void A_damaged_file_gets_one_error_with_the_place(string text, string message) =>
        Assert.Equal(message, Assert.Throws<DocumentException>(() => NotebookFile.Parse(text, "n")).Message);

    [Fact]
    public void Bytes_that_are_no_text_are_placed()
    {
        var path = Path.Combine(folder, "latin.ipynb");
        File.WriteAllBytes(path, [(byte)'{', 0xE9, (byte)'}']);

        Assert.Equal($"{path}: byte 1 is not UTF-8. Save the file as UTF-8.", Assert.Throws<DocumentException>(() => NotebookFile.Read(path)).Message);
    }

    [Theory]
    [InlineData("{}", "1", "csharp")]
    [InlineData("{\"dotnet_interactive\": {\"language\": \"html\"}}", "<b>", "html")]
    [InlineData("{\"dotnet_interactive\": {\"language\": \"html\"}, \"polyglot_notebook\": {\"kernelName\": \"fsharp\"}}", "1", "fsharp")]
    [InlineData("{\"polyglot_notebook\": {\"kernelName\": \"fsharp\"}}", "#!markdown\\nx", "markdown")]
    public void A_cells_language_is_its_first_line_then_its_metadata(string metadata, string source, string expected)
    {
        var document = NotebookFile.Parse($$"""{"cells":[{"cell_type":"code","metadata":{{metadata}} ,"outputs":[],"source":"{{source}}"}],"metadata":{"kernelspec":{"language":"C#"} },"nbformat":4,"nbformat_minor":4}""", "n");

        Assert.Equal(expected, document.Cells[0].Language);
    }

    // VS Code's editor leaves what it had been before, or nothing, where no kernel was chosen; cells it has written to know better.
    [Theory]
    [InlineData("{\"polyglot_notebook\": {\"kernelName\": \"csharp\"}}", "csharp")]
    [InlineData("{\"dotnet_interactive\": {\"language\": \"html\"}}", "csharp")]
    [InlineData("{\"vscode\": {\"languageId\": \"polyglot-notebook\"}}", "csharp")]
    [InlineData("{}", "python")]
    public void A_file_without_a_kernel_is_Csharp_if_its_cells_are_of_that_kind(string metadata, string expected)
    {
        var document = NotebookFile.Parse($$"""
            {"cells":[{"cell_type":"code","metadata":{{metadata}} ,"outputs":[],"source":"1"},{"cell_type":"code","metadata":{},"outputs":[],"source":"2"}],
            "metadata":{"language_info":{"name":"python"} },"nbformat":4,"nbformat_minor":2}
            """, "n");

        Assert.Equal(expected, document.Cells[1].Language);
    }

    [Fact]
    public void A_dib_file_becomes_cells()
    {
        var document = DibFormat.Parse("#!meta\n\n{\"kernelInfo\":{\"defaultKernelName\":\"csharp\"}}\n\n#!markdown\n\n# Title\n\n#!csharp\n\n#!time\nvar a = 1;\n\n#!html\n\n<b>x</b>\n", "x.dib");

        Assert.Equal([(CellKind.Markdown, "# Title"), (CellKind.Code, "#!time\nvar a = 1;"), (CellKind.Code, "<b>x</b>")], document.Cells.Select(cell => (cell.Kind, cell.Source)));
        Assert.Equal("html", document.Cells[2].Language);
        Assert.Equal("#!html\n<b>x</b>", document.Cells[2].Runnable);
        Assert.Equal("Title", document.Title);
    }

    [Fact]
    public void A_write_replaces_the_whole_file_and_leaves_nothing_beside_it()
    {
        var path = Path.Combine(folder, "a.ipynb");
        File.WriteAllText(path, new string('x', 100_000));

        AtomicFile.Write(path, "short 汉");

        Assert.Equal("short 汉"u8.ToArray(), File.ReadAllBytes(path));
        Assert.Equal([path], Directory.GetFiles(folder, "*", new EnumerationOptions { AttributesToSkip = 0 }));
    }

    [Fact]
    public void A_write_that_fails_leaves_the_old_file()
    {
        var path = Path.Combine(folder, "b.ipynb");
        File.WriteAllText(path, "old");
        Directory.CreateDirectory(Path.Combine(folder, $".b.ipynb.{Environment.ProcessId}.tmp"));

        Assert.ThrowsAny<Exception>(() => AtomicFile.Write(path, "new"));

        Assert.Equal("old", File.ReadAllText(path));
    }

    [Fact]
    public void Mutated_files_are_read_or_refused_but_never_crash()
    {
        var bytes = Encoding.UTF8.GetBytes(Small);
        var random = new Random(7);
        for (var i = 0; i < 3000; i++)
        {
            var mutated = bytes.ToArray();
            for (var k = random.Next(1, 4); k > 0; k--) mutated[random.Next(mutated.Length)] = (byte)random.Next(32, 127);
            try
            {
                NotebookFile.Parse(Encoding.UTF8.GetString(mutated), "m").ToText();
            }
            catch (DocumentException)
            {
                // Refused: fine.
            }
        }
    }
}

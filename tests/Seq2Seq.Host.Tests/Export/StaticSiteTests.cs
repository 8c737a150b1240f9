using Seq2Seq.Host.Documents;
using Seq2Seq.Host.Export;
using Seq2Seq.Host.Tests.Running;

namespace Seq2Seq.Host.Tests.Export;

public sealed class StaticSiteTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("site-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_site_has_a_page_per_notebook_and_an_index_and_reaches_for_nothing_outside()
    {
        File.WriteAllBytes(Path.Combine(folder, "dot.png"), [1, 2, 3]);
        var one = TestNotebook.Write(folder, "01-one",
            "md:# 01 · One\n\n**Question.** What is $x^2$?\n\n$$\\sum_i x_i$$\n\n[next](02-two.ipynb#part) [course](../README.md) [code](../lib/a.cs) [web](https://example.org)\n\n![dot](dot.png)",
            "#!time\nvar a = \"<b>\"; // note\nnew List<int>()");
        var two = TestNotebook.Write(folder, "02-two", "md:# 02 · Two", "1");
        var document = NotebookFile.Read(one);
        document.Cells[1].SetOutputs([System.Text.Json.Nodes.JsonNode.Parse("""{"output_type":"stream","name":"stdout","text":["1 < 2\n"]}"""),
            System.Text.Json.Nodes.JsonNode.Parse("""{"output_type":"display_data","metadata":{},"data":{"text/plain":["x"],"text/html":["<i>","x</i>"]}}"""),
            System.Text.Json.Nodes.JsonNode.Parse("""{"output_type":"error","ename":"E","evalue":"v","traceback":["\u001b[31mred & bad\u001b[0m"]}""")], 1);
        var site = Path.Combine(folder, "out");

        StaticSite.Write(site, [(one, document), (two, NotebookFile.Read(two))]);

        Assert.Equal(["01-one.html", "02-two.html", "index.html"], Directory.GetFiles(site).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        var page = File.ReadAllText(Path.Combine(site, "01-one.html"));
        Assert.Contains("<title>01 · One</title>", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"02-two.html#part\">next</a> <a href=\"index.html\">course</a> code <a href=\"https://example.org\">web</a>", page, StringComparison.Ordinal);
        Assert.Contains("src=\"data:image/png;base64,AQID\"", page, StringComparison.Ordinal);
        Assert.Contains("<span class=\"formula\"><math", page, StringComparison.Ordinal);
        Assert.Contains("<span class=\"d\">#!time</span>\n<span class=\"k\">var</span> a = <span class=\"s\">&quot;&lt;b&gt;&quot;</span>; <span class=\"c\">// note</span>\n<span class=\"k\">new</span> ", page, StringComparison.Ordinal);
        Assert.Contains("<pre class=\"stdout\">1 &lt; 2\n</pre>", page, StringComparison.Ordinal);
        Assert.Contains("<div class=\"shown\"><i>x</i></div>", page, StringComparison.Ordinal);
        Assert.Contains("<pre class=\"error\">red &amp; bad</pre>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<link", page, StringComparison.Ordinal);
        var index = File.ReadAllText(Path.Combine(site, "index.html"));
        Assert.Contains("<li><a href=\"01-one.html\">01 · One</a><p>What is $x^2$?</p></li>", index, StringComparison.Ordinal);
    }
}

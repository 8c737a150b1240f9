using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Seq2Seq.Display.Tests.Gallery;

namespace Seq2Seq.Display.Tests.Plotly;

public partial class PlotlyTests
{
    private const string Version = "4.1.2";

    [Fact]
    public void The_real_library_accepts_every_figure()
    {
        var report = Validate(Exhibits.All.Select(exhibit => (exhibit.Key, exhibit.Value().ToPlotly())));

        Assert.Equal($"validated {Exhibits.All.Count}", report);
    }

    [Fact]
    public void The_check_against_the_real_library_can_fail()
    {
        var report = Validate([("wrong", """{"data":[{"type":"scatter","mode":"no such mode"}],"layout":{"xaxis":{"colour":"red"}}}""")]);

        Assert.Contains("wrong:", report, StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_cannot_become_markup()
    {
        var json = Figure.Scatter("<b>t</b>", "<i>x</i>").Add("<a href='javascript:alert(1)'>n</a>", [1.0], [2.0], ["</script><script>alert(1)</script>"]).ToPlotly();

        Assert.DoesNotContain('<', json);
        using var document = JsonDocument.Parse(json);
        Assert.Equal("&lt;b&gt;t&lt;/b&gt;", document.RootElement.GetProperty("layout").GetProperty("title").GetProperty("text").GetString());
        Assert.Equal("&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;", document.RootElement.GetProperty("data")[0].GetProperty("text")[0].GetString());
    }

    [Fact]
    public void Missing_values_are_gaps()
    {
        using var document = JsonDocument.Parse(Figure.Line("t").Add("a", [1.0, double.NaN, double.PositiveInfinity, 4]).ToPlotly());

        Assert.Equal("[1,null,null,4]", document.RootElement.GetProperty("data")[0].GetProperty("y").GetRawText());
    }

    [Fact]
    public void What_has_no_place_on_a_logarithmic_axis_is_a_gap()
    {
        using var document = JsonDocument.Parse(Figure.Line("t").Add("a", [1.0, 0, -2, 4]).LogY().ToPlotly());

        Assert.Equal("[1,null,null,4]", document.RootElement.GetProperty("data")[0].GetProperty("y").GetRawText());
        Assert.Equal("log", document.RootElement.GetProperty("layout").GetProperty("yaxis").GetProperty("type").GetString());
    }

    [Fact]
    public void Masked_cells_are_gaps()
    {
        using var document = JsonDocument.Parse(Figure.HeatMap("t", new[,] { { 1, 2 }, { 3, 4 } }).WithMask(new[,] { { false, true }, { false, false } }).ToPlotly());

        Assert.Equal("[[1,null],[3,4]]", document.RootElement.GetProperty("data")[0].GetProperty("z").GetRawText());
    }

    // Loads plotly.js from npm (into artifacts, never committed) and asks its own validator in headless Chromium.
    private static string Validate(IEnumerable<(string Name, string Json)> figures)
    {
        var chromium = Browser.Chromium;
        Assert.SkipUnless(chromium is not null, "Chromium is not installed: plotly's own validation was not run.");
        var folder = Path.GetFullPath(Path.Combine(Golden.Folder(), "../../../../artifacts/plotly"));
        Assert.SkipUnless(Fetch(folder), $"plotly.js-dist-min {Version} could not be fetched with npm: plotly's own validation was not run.");
        var page = new StringBuilder("<!doctype html><meta charset=\"utf-8\"><pre id=\"report\"></pre>");
        page.Append("<script src=\"package/plotly.min.js\"></script><script>let n=0,bad='';function check(name,f){const e=Plotly.validate(f.data,f.layout);")
            .Append("if(e)bad+=name+': '+e.map(x=>x.msg).join('; ')+'\\n';const d=document.createElement('div');d.style='width:640px;height:400px';document.body.append(d);Plotly.newPlot(d,f.data,f.layout);n++}\ntry{\n");
        foreach (var (name, json) in figures)
            page.Append("check(").Append(JsonSerializer.Serialize(name)).Append(',').Append(json).Append(");\n");
        page.Append("}catch(x){bad+='exception: '+x}\ndocument.getElementById('report').textContent=bad||'validated '+n;</script>");
        var file = Path.Combine(folder, $"validate-{Guid.NewGuid():n}.html");
        var profile = Path.Combine(Path.GetTempPath(), "seq2seq-chromium-" + Guid.NewGuid().ToString("n"));
        try
        {
            File.WriteAllText(file, page.ToString());
            var dom = Browser.Run(chromium!, folder, 120, "--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files",
                "--user-data-dir=" + profile, "--virtual-time-budget=20000", "--dump-dom", new Uri(file).AbsoluteUri);
            Assert.SkipUnless(dom is not null, "Chromium did not finish: plotly's own validation was not run.");
            return WebUtility.HtmlDecode(Report().Match(dom!).Groups[1].Value);
        }
        finally
        {
            File.Delete(file);
            if (Directory.Exists(profile))
                Directory.Delete(profile, recursive: true);
        }
    }

    private static bool Fetch(string folder)
    {
        lock (typeof(PlotlyTests))
        {
            var script = Path.Combine(folder, "package", "plotly.min.js");
            if (File.Exists(script))
                return true;
            if (Browser.Npm is not { } npm)
                return false;
            Directory.CreateDirectory(folder);
            if (Browser.Run(npm, folder, 120, "pack", "plotly.js-dist-min@" + Version, "--silent") is null)
                return false;
            using var archive = new System.IO.Compression.GZipStream(File.OpenRead(Path.Combine(folder, $"plotly.js-dist-min-{Version}.tgz")), System.IO.Compression.CompressionMode.Decompress);
            System.Formats.Tar.TarFile.ExtractToDirectory(archive, folder, overwriteFiles: true);
            return File.Exists(script);
        }
    }

    [GeneratedRegex("<pre id=\"report\">(.*?)</pre>", RegexOptions.Singleline)]
    private static partial Regex Report();
}

using System.Runtime.CompilerServices;
using Seq2Seq.Models;

namespace Seq2Seq.Tests.Engine;

/// <summary>
/// The library may use of the engine only what TorchSharp has, too: the compiled assembly is read, and every member it refers to is looked
/// up in TorchSharp's signatures.
/// </summary>
public sealed class EngineSurfaceTests
{
    private static readonly string s_library = typeof(Seq2SeqModel).Assembly.Location;
    private static readonly string s_lists = Path.Combine(Path.GetDirectoryName(Here())!, "Signatures");
    // What only our engine has: it stands behind the switch.
    private static readonly string[] s_fused = ["FusedOps", "TokenInputs"];

    private static readonly SignatureList s_published = new SignatureList().With(Path.Combine(s_lists, "torchsharp-0.107.txt"));

    private static readonly SignatureList s_all = new SignatureList()
        .With(Path.Combine(s_lists, "torchsharp-0.107.txt")).With(Path.Combine(s_lists, "beyond-the-list.txt"));

    [Fact]
    public void Every_member_the_library_uses_of_the_engine_is_one_of_TorchSharp()
    {
        var uses = EngineUses.Of(s_library);

        Assert.True(uses.Count > 100, $"only {uses.Count} uses were found: the reader is broken, or the library is another");
        var unknown = uses.Where(use => !s_fused.Contains(use[..use.IndexOf('.', StringComparison.Ordinal)]) && !s_all.Has(use)).ToArray();
        Assert.True(unknown.Length == 0, $"lib/Seq2Seq uses what TorchSharp's list has not: {string.Join("; ", unknown)}. Use another form; or, "
            + "where TorchSharp's source has it, add its line to Signatures/beyond-the-list.txt with the file you saw it in.");
    }

    [Fact]
    public void Every_type_the_library_uses_of_the_engine_is_one_of_TorchSharp()
    {
        // Enumerations stand in signatures only with a namespace in front, static classes only as sections.
        var types = EngineUses.TypesOf(s_library).Distinct().Where(type => !s_fused.Contains(type) && !s_all.HasType(type));

        Assert.Equal([], types);
    }

    [Theory]
    [InlineData("torch.nn.Linear(long, long, bool, Device, ScalarType?)", true)]
    [InlineData("torch.nn.Linear(long, long, bool, bool, Device, ScalarType?)", false)]
    [InlineData("torch.Tensor.unsqueeze(long)", true)]
    [InlineData("torch.Tensor.sum(int, bool, ScalarType?)", true)]
    [InlineData("torch.Tensor.GradientBuffer()", false)]
    [InlineData("torch.Tensor.get_grad()", true)]
    [InlineData("LSTM.call(Tensor, (Tensor, Tensor)?)", true)]
    [InlineData("LSTM.call(Tensor, Tensor)", false)]
    [InlineData("torch.nn.Module.call(!0, !1)", true)]
    [InlineData("torch.nn.fused_attention(Tensor)", false)]
    public void The_list_knows_what_is_TorchSharps_and_what_is_not(string use, bool isThere) => Assert.Equal(isThere, s_published.Has(use));

    [Fact]
    public void A_fused_operation_of_the_engine_stands_only_beside_its_plain_form()
    {
        // The one thing that may differ: "#if TORCHSHARP" with the plain form, "#else" with the fused one.
        var library = Path.Combine(Path.GetDirectoryName(Here())!, "../../../lib/Seq2Seq");
        var sources = Directory.GetFiles(library, "*.cs", SearchOption.AllDirectories);

        Assert.NotEmpty(sources);
        Assert.Equal([], sources.SelectMany(path => OutsideTheSwitch(File.ReadAllLines(path)).Select(line => $"{path}: {line}")));
    }

    [Theory]
    [InlineData("#if TORCHSHARP|plain();|#else|FusedOps.fast();|#endif", true)]
    [InlineData("FusedOps.fast();", false)]
    [InlineData("#if TORCHSHARP|plain();|#else|new TokenInputs(table);|#endif", true)]
    [InlineData("new TokenInputs(table);", false)]
    [InlineData("#if TORCHSHARP|#else|FusedOps.fast();|#endif", false)]
    [InlineData("#if TORCHSHARP|FusedOps.fast();|#else|plain();|#endif", false)]
    [InlineData("#if !TORCHSHARP|FusedOps.fast();|#endif", false)]
    [InlineData("#if TORCHSHARP|plain();|#else|other();|#endif", false)]
    public void The_rule_sees_what_breaks_it(string lines, bool isAllowed) =>
        Assert.Equal(isAllowed, !OutsideTheSwitch(lines.Split('|')).Any());

    private static IEnumerable<string> OutsideTheSwitch(string[] lines)
    {
        var (isPlain, isFused, plain, fused) = (false, false, 0, 0);
        foreach (var line in lines.Select(line => line.Trim()))
        {
            if (line == "#if TORCHSHARP") (isPlain, plain, fused) = (true, 0, 0);
            else if (line == "#else" && isPlain) (isPlain, isFused) = (false, true);
            else if (line == "#endif" && isFused)
            {
                isFused = false;
                if (plain == 0 || fused == 0) yield return "a switch without a plain and a fused form";
            }
            else if (line.Contains("TORCHSHARP", StringComparison.Ordinal) || (IsFused(line) && !isFused)) yield return line;
            else if (isPlain && line.Length > 0) plain++;
            else if (isFused && IsFused(line)) fused++;
        }
    }

    private static bool IsFused(string line) => Array.Exists(s_fused, name => line.Contains(name, StringComparison.Ordinal));

    private static string Here([CallerFilePath] string path = "") => path;
}

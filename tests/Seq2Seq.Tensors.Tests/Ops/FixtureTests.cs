using System.Text.Json;
using Seq2Seq.Tensors.Modules;

namespace Seq2Seq.Tensors.Tests.Ops;

/// <summary>No differentiable function and no module is without values and gradients that PyTorch computed.</summary>
public sealed class FixtureTests
{
    private static readonly string[] s_functionFiles =
        ["pointwise", "reductions", "shapes", "indexing", "products", "layers", "losses", "functions"];

    private static readonly string[] s_moduleFiles = ["modules", "more_modules"];

    // Functions whose fixtures go by a shorter name.
    private static readonly Dictionary<string, string> s_shortNames = new()
    {
        ["mse_loss"] = "mse",
        ["l1_loss"] = "l1",
        ["nll_loss"] = "nll",
        ["kl_div"] = "kl",
        ["binary_cross_entropy"] = "bce",
        ["binary_cross_entropy_with_logits"] = "bce_logits",
        // PyTorch 1.13 has no such function: its formula, written out, was computed there.
        ["scaled_dot_product_attention"] = "attention",
    };

    // What PyTorch 1.13 cannot be asked, and what stands in for it.
    private static readonly Dictionary<string, string> s_otherOracles = new()
    {
        ["float"] = "the fixtures are float64; conversion of every type is compared element by element in PromotionTests",
        ["to_type"] = "TorchSharp's name for `to`, which has a fixture",
        ["type"] = "TorchSharp's name for `to`, which has a fixture",
    };

    // Containers compute nothing themselves; ModuleTreeTests holds their names and order.
    private static readonly string[] s_containers =
        [nameof(ModuleDict<>), nameof(ModuleList<>), nameof(ParameterList)];

    [Fact]
    public void Every_differentiable_function_has_a_fixture_or_another_oracle()
    {
        var named = Owners(Cases(s_functionFiles), GradientTests.Functions());

        var without = GradientTests.Functions()
            .Where(name => !NoGradient.Names.Contains(name) && !s_otherOracles.ContainsKey(name))
            .Where(name => !named.Contains(s_shortNames.GetValueOrDefault(name, name)));

        Assert.Equal([], [.. without.Order()]);
    }

    [Fact]
    public void No_function_is_excused_that_is_gone_or_has_a_fixture()
    {
        var all = GradientTests.Functions().ToHashSet();
        var named = Owners(Cases(s_functionFiles), all);

        var stale = s_otherOracles.Keys.Where(name => !all.Contains(name) || named.Contains(name))
            .Concat(s_shortNames.Keys.Where(name => !all.Contains(name)));

        Assert.Equal([], [.. stale]);
    }

    [Fact]
    public void Every_module_has_a_fixture()
    {
        var modules = typeof(torch).Assembly.GetExportedTypes()
            .Where(type => type.IsSubclassOf(typeof(torch.nn.Module)) && !type.IsAbstract)
            .Select(type => type.Name.Split('`')[0])
            .Except(s_containers)
            .ToArray();

        Assert.Equal([], [.. modules.Except(Owners(Cases(s_moduleFiles), modules)).Order()]);
    }

    // A case is that of the longest name it begins with: type_as says nothing of type.
    private static HashSet<string> Owners(IEnumerable<string> cases, IEnumerable<string> names)
    {
        var all = names.Concat(s_shortNames.Values).ToArray();
        return [.. cases.Select(entry => all.Where(name => Begins(entry, name)).MaxBy(name => name.Length)).OfType<string>()];
    }

    private static bool Begins(string entry, string name) =>
        entry.Equals(name, StringComparison.OrdinalIgnoreCase) || entry.StartsWith(name + "_", StringComparison.OrdinalIgnoreCase);

    private static string[] Cases(IEnumerable<string> files) => [.. files.SelectMany(file =>
    {
        using var stream = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Fixtures", file + ".json"));
        using var json = JsonDocument.Parse(stream);
        return json.RootElement.GetProperty("cases").EnumerateObject().Select(entry => entry.Name).ToArray();
    })];
}

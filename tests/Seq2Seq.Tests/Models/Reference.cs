namespace Seq2Seq.Tests.Models;

/// <summary>Carries weights over to the engine's own modules, which agree with PyTorch's numbers.</summary>
internal static class Reference
{
    public static void CopyAttention(nn.Module from, nn.Module to)
    {
        using var noGradient = no_grad();
        var size = from.get_parameter("query.weight")!.size(0);
        var (weight, bias) = (to.get_parameter("in_proj_weight")!, to.get_parameter("in_proj_bias")!);
        var part = 0;
        foreach (var name in new[] { "query", "key", "value" })
        {
            nn.init.uniform_(from.get_parameter(name + ".bias")!, -1, 1);
            weight.narrow(0, part * size, size).copy_(from.get_parameter(name + ".weight")!);
            bias.narrow(0, part++ * size, size).copy_(from.get_parameter(name + ".bias")!);
        }

        Copy(from, "output", to, "out_proj");
    }

    public static void Copy(nn.Module from, string ours, nn.Module to, string theirs)
    {
        using var noGradient = no_grad();
        foreach (var kind in new[] { ".weight", ".bias" }) to.get_parameter(theirs + kind)!.copy_(from.get_parameter(ours + kind)!);
    }

    public static nn.Module Part(nn.Module module, string name) => module.named_children().Single(child => child.Item1 == name).Item2;
}

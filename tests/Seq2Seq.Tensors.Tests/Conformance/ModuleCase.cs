namespace Seq2Seq.Tensors.Conformance;

/// <summary>How a module is made and what it is applied to.</summary>
internal sealed record ModuleCase(Func<nn.Module> Make, Func<nn.Module, Inputs, Tensor[]> Run)
{
    public static ModuleCase Of<T>(Func<T> make, Func<T, Inputs, Tensor[]> run)
        where T : nn.Module => new(make, (module, inputs) => run((T)module, inputs));

    public static ModuleCase Of<T>(Func<T> make)
        where T : nn.Module<Tensor, Tensor> => Of(make, (module, inputs) => [module.call(inputs.X)]);

    /// <summary>0.5 sin(0.37 i + k), k counting the parameters.</summary>
    public static void Fill(nn.Module module)
    {
        using var _ = no_grad();
        var k = 0;
        foreach (var parameter in module.parameters())
        {
            var start = k++;
            var values = Enumerable.Range(0, (int)parameter.numel()).Select(i => 0.5 * Math.Sin((0.37 * i) + start)).ToArray();
            parameter.copy_(torch.tensor(values, dtype: parameter.dtype).reshape(parameter.shape));
        }
    }
}

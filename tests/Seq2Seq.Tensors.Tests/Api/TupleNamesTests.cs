using System.Reflection;
using System.Runtime.CompilerServices;

namespace Seq2Seq.Tensors.Tests.Api;

/// <summary>The names of what comes in pairs are TorchSharp's, read in its source: code that says <c>.indexes</c> compiles on both.</summary>
public sealed class TupleNamesTests
{
    [Theory]
    [InlineData(typeof(torch.Tensor), "max", "values", "indexes")]
    [InlineData(typeof(torch.Tensor), "min", "values", "indexes")]
    [InlineData(typeof(torch.Tensor), "topk", "values", "indexes")]
    [InlineData(typeof(torch.Tensor), "sort", "Values", "Indices")]
    [InlineData(typeof(torch), "max", "values", "indexes")]
    [InlineData(typeof(torch), "min", "values", "indexes")]
    [InlineData(typeof(torch), "topk", "values", "indices")]
    [InlineData(typeof(torch), "sort", "Values", "Indices")]
    [InlineData(typeof(DisposeScope), "MoveToOuter", "first", "second", "third")]
    [InlineData(typeof(DisposeScope), "Detach", "first", "second", "third")]
    [InlineData(typeof(torch.nn.Module), "named_parameters", "name", "parameter")]
    [InlineData(typeof(torch.nn.Module), "load_state_dict", "missing_keys", "unexpected_keyes")]
    public void Elements_have_TorchSharps_names(Type type, string method, params string[] names)
    {
        var pairs = type.GetMethods()
            .Where(candidate => candidate.Name == method)
            .Select(candidate => candidate.ReturnParameter.GetCustomAttribute<TupleElementNamesAttribute>())
            .Where(attribute => attribute is not null && attribute.TransformNames.Count == names.Length)
            .ToArray();

        Assert.NotEmpty(pairs);
        Assert.All(pairs, pair => Assert.Equal(names, pair!.TransformNames));
    }

    [Theory]
    [InlineData(typeof(torch.nn.utils.rnn), "pad_packed_sequence")]
    [InlineData(typeof(Seq2Seq.Tensors.Modules.LSTM), "call")]
    [InlineData(typeof(Seq2Seq.Tensors.Modules.LSTM), "forward")]
    [InlineData(typeof(Seq2Seq.Tensors.Modules.GRU), "call")]
    [InlineData(typeof(Seq2Seq.Tensors.Modules.LSTMCell), "call")]
    public void What_has_no_names_there_has_none_here(Type type, string method) =>
        Assert.All(
            type.GetMethods().Where(candidate => candidate.Name == method && candidate.DeclaringType == type),
            candidate => Assert.Null(candidate.ReturnParameter.GetCustomAttribute<TupleElementNamesAttribute>()));
}

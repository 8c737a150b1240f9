using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Modules;

/// <summary>A module that learns nothing.</summary>
public abstract class ParameterLessModule<T, TResult> : nn.Module<T, TResult>
{
    private protected ParameterLessModule(string name)
        : base(name)
    {
    }
}

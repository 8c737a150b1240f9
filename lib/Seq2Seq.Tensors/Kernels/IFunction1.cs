namespace Seq2Seq.Tensors;

/// <summary>A formula of one number that <see cref="Elementwise"/> applies along spans.</summary>
internal interface IFunction1
{
    V Apply<V>(V a)
        where V : unmanaged, IVector<V>;
}

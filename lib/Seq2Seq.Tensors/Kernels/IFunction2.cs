namespace Seq2Seq.Tensors;

/// <summary>A formula of two numbers that <see cref="Elementwise"/> applies along spans.</summary>
internal interface IFunction2
{
    V Apply<V>(V a, V b)
        where V : unmanaged, IVector<V>;
}

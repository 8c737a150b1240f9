namespace Seq2Seq.Tensors;

/// <summary>A formula of three numbers that <see cref="Elementwise"/> applies along spans.</summary>
internal interface IFunction3
{
    V Apply<V>(V a, V b, V c)
        where V : unmanaged, IVector<V>;
}

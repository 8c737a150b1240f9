using System.Numerics;

namespace Seq2Seq.Tensors;

/// <summary>y[i, :] = W[x[i], :].</summary>
/// <param name="weight">W (rows, dimensions).</param>
/// <param name="indices">x, Int64, flat.</param>
/// <param name="padding">The row that gets no gradient, or −1.</param>
/// <param name="shares">What each lookup's gradient counts, or null if all count fully.</param>
internal sealed class EmbeddingOp(torch.Tensor weight, torch.Tensor indices, long padding, double[]? shares)
    : Op([weight], saves: [indices])
{
    // dW[x[i], :] += share[i] · dy[i, :], in the order of the lookups.
    public override void Backward(torch.Tensor dy)
    {
        using var dense = dy.Dense();
        var rows = Saved(0).Span<long>();
        if (dense.dtype == torch.ScalarType.Float32)
            AddRows<float>(rows, dense.Span<float>(), Buffer(0).Span<float>());
        else
            AddRows<double>(rows, dense.Span<double>(), Buffer(0).Span<double>());
    }

    private void AddRows<T>(ReadOnlySpan<long> rows, ReadOnlySpan<T> from, Span<T> to)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var columns = (int)InputSizes(0)[1];
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i] == padding)
                continue;
            var share = shares is null ? T.One : T.CreateTruncating(shares[i]);
            var source = from.Slice(i * columns, columns);
            var target = to.Slice((int)rows[i] * columns, columns);
            for (var k = 0; k < columns; k++)
                target[k] += share * source[k];
        }
    }
}

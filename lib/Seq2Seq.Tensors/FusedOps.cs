using System.ComponentModel;
using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors;

/// <summary>Operations that TorchSharp has no name for, each faster than the same formula put together from others, and of the same bits.</summary>
/// <remarks>Library code reaches them where it is built for this engine and writes the formula out where it is not.</remarks>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public static class FusedOps
{
    /// <summary>The weights of additive attention, softmax(vᵀ tanh(q + k) + b) over the positions that the mask allows.</summary>
    /// <param name="queries">q (B, Q, H), already projected.</param>
    /// <param name="keys">k (B, S, H), already projected.</param>
    /// <param name="vector">v (1, H), the weight of a linear layer with one output.</param>
    /// <param name="bias">b (1), if any.</param>
    /// <param name="mask">Bool (B, S), true where a position counts; null: everywhere.</param>
    /// <param name="excluded">The score of a position that does not count.</param>
    /// <param name="items">
    /// Int64 (B): the queries at place b ask the keys and mask at place items[b], of which there may be any number; null: those at place b.
    /// </param>
    /// <returns>(B, Q, S).</returns>
    public static Tensor additive_weights(
        Tensor queries, Tensor keys, Tensor vector, Tensor? bias = null, Tensor? mask = null, double excluded = -1e9, Tensor? items = null)
    {
        ArgumentNullException.ThrowIfNull(queries);
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(vector);
        var fits = queries.dim() == 3 && keys.dim() == 3 && queries.size(2) == keys.size(2)
            && (items is null ? queries.size(0) == keys.size(0)
                : items.dim() == 1 && items.dtype == ScalarType.Int64 && items.size(0) == queries.size(0))
            && vector.numel() == queries.size(2) && (bias is null || bias.numel() == 1)
            && (mask is null || (mask.dim() == 2 && mask.size(0) == keys.size(0) && mask.size(1) == keys.size(1)));
        if (!fits)
        {
            throw new TensorException(
                "additive_weights: expected queries (B, Q, H), keys (B, S, H), vector (1, H), bias (1) and mask (B, S), got "
                + $"{Modules.Show.Of(queries.shape)}, {Modules.Show.Of(keys.shape)}, {Modules.Show.Of(vector.shape)}, "
                + $"{(bias is null ? "none" : Modules.Show.Of(bias.shape))}, {(mask is null ? "none" : Modules.Show.Of(mask.shape))}"
                + $"{(items is null ? "" : $" and items {Modules.Show.Of(items.shape)} of {items.dtype}")}.");
        }

        if (!queries.dtype.IsFloat() || keys.dtype != queries.dtype || vector.dtype != queries.dtype
            || (bias is not null && bias.dtype != queries.dtype) || (mask is not null && mask.dtype != ScalarType.Bool))
        {
            throw new TensorException(
                "additive_weights: queries, keys, vector and bias must have one floating point type and the mask Bool, got "
                + $"{queries.dtype}, {keys.dtype}, {vector.dtype}, {bias?.dtype.ToString() ?? "none"}, {mask?.dtype.ToString() ?? "none"}; "
                + "convert with to(dtype).");
        }

        if (items is not null)
            BatchedBranch.CheckItems("additive_weights", items, keys.size(0));
        return AdditiveWeightsOp.Run(queries, keys, vector, bias, mask, excluded, items);
    }

    /// <summary>The k best of log_softmax(logits), plus the row's offset if there is one, over the last dimension: what a search goes on with.</summary>
    /// <remarks>Equal to <c>(logits.log_softmax(-1) + offsets.unsqueeze(-1)).topk(k)</c>, but only these k are ever written.</remarks>
    /// <param name="logits">(..., V).</param>
    /// <param name="k">How many of each row.</param>
    /// <param name="offsets">(...), say the log-probability of what came before; null: none.</param>
    /// <returns>Values and Int64 places, both (..., k), the best first; of equal ones the earlier.</returns>
    public static (Tensor values, Tensor indices) log_softmax_topk(Tensor logits, int k, Tensor? offsets = null)
    {
        ArgumentNullException.ThrowIfNull(logits);
        if (logits.dim() < 1 || k < 0 || k > logits.size(-1)
            || (offsets is not null && !offsets.shape.AsSpan().SequenceEqual(logits.shape.AsSpan(0, (int)logits.dim() - 1))))
        {
            throw new TensorException(
                "log_softmax_topk: expected logits (..., V), 0 <= k <= V and offsets (...), got "
                + $"{Modules.Show.Of(logits.shape)}, {k} and {(offsets is null ? "none" : Modules.Show.Of(offsets.shape))}.");
        }

        if (!logits.dtype.IsFloat() || (offsets is not null && offsets.dtype != logits.dtype))
        {
            throw new TensorException(
                $"log_softmax_topk: logits and offsets must have one floating point type, got {logits.dtype} and "
                + $"{offsets?.dtype.ToString() ?? "none"}; convert with to(dtype).");
        }

        return LogSoftmaxTop.Run(logits, k, offsets);
    }

    /// <summary>The k best of log_softmax(x Wᵀ + b), plus the row's offset if there is one: the last layer of a model and the choice in one.</summary>
    /// <remarks>Equal to <c>log_softmax_topk(linear(input, weight, bias), k, offsets)</c>, but the logits are never a tensor.</remarks>
    /// <param name="input">x (..., F).</param>
    /// <param name="weight">W (V, F), best the parameter of a layer: it is packed once for all calls.</param>
    /// <param name="bias">b (V), if any.</param>
    /// <param name="k">How many of each row.</param>
    /// <param name="offsets">(...), say the log-probability of what came before; null: none.</param>
    /// <returns>Values and Int64 places, both (..., k), the best first; of equal ones the earlier.</returns>
    public static (Tensor values, Tensor indices) linear_log_softmax_topk(
        Tensor input, Tensor weight, Tensor? bias, int k, Tensor? offsets = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(weight);
        var fits = input.dim() >= 1 && weight.dim() == 2 && input.size(-1) == weight.size(1) && k >= 0 && k <= weight.size(0)
            && (bias is null || (bias.dim() == 1 && bias.size(0) == weight.size(0)))
            && (offsets is null || offsets.shape.AsSpan().SequenceEqual(input.shape.AsSpan(0, (int)input.dim() - 1)));
        if (!fits)
        {
            throw new TensorException(
                "linear_log_softmax_topk: expected input (..., F), weight (V, F), bias (V), 0 <= k <= V and offsets (...), got "
                + $"{Modules.Show.Of(input.shape)}, {Modules.Show.Of(weight.shape)}, {(bias is null ? "none" : Modules.Show.Of(bias.shape))}, "
                + $"{k} and {(offsets is null ? "none" : Modules.Show.Of(offsets.shape))}.");
        }

        if (!input.dtype.IsFloat() || weight.dtype != input.dtype || (bias is not null && bias.dtype != input.dtype)
            || (offsets is not null && offsets.dtype != input.dtype))
        {
            throw new TensorException(
                "linear_log_softmax_topk: input, weight, bias and offsets must have one floating point type, got "
                + $"{input.dtype}, {weight.dtype}, {bias?.dtype.ToString() ?? "none"} and {offsets?.dtype.ToString() ?? "none"}; "
                + "convert with to(dtype).");
        }

        return LinearTop.Run(input, weight, bias, k, offsets);
    }

    /// <summary>One step of sequences that branch off: row r of the input goes on from the state that rows[r] names.</summary>
    /// <remarks>
    /// Equal to <c>layers.call(input.unsqueeze(1), h0.index_select(1, rows))</c> (batch first), but what follows from a state alone is
    /// computed once, however many rows go on from it.
    /// </remarks>
    /// <param name="layers">Layers of one direction.</param>
    /// <param name="input">(R, I).</param>
    /// <param name="h0">(layers, P, H).</param>
    /// <param name="rows">Int64 (R), each from 0 to P - 1.</param>
    /// <returns>The output (R, H) and the new states (layers, R, H).</returns>
    public static (Tensor output, Tensor hN) step_from(Modules.GRU layers, Tensor input, Tensor h0, Tensor rows)
    {
        ArgumentNullException.ThrowIfNull(layers);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(h0);
        ArgumentNullException.ThrowIfNull(rows);
        return layers.Continue(input, h0, rows);
    }

    /// <inheritdoc cref="step_from(Modules.GRU, Tensor, Tensor, Tensor)"/>
    /// <param name="layers">Layers of one direction.</param>
    /// <param name="input">(R, I).</param>
    /// <param name="h0_c0">Both (layers, P, H).</param>
    /// <param name="rows">Int64 (R), each from 0 to P - 1.</param>
    /// <returns>The output (R, H) and the new states (layers, R, H).</returns>
    public static (Tensor output, Tensor hN, Tensor cN) step_from(Modules.LSTM layers, Tensor input, (Tensor, Tensor) h0_c0, Tensor rows)
    {
        ArgumentNullException.ThrowIfNull(layers);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(rows);
        return layers.Continue(input, h0_c0, rows);
    }

    /// <summary>One step whose inputs begin with the embeddings of tokens: what follows from a token alone is computed once for all steps.</summary>
    /// <remarks>Equal to <c>step_from(layers, cat([embedding(ids, table), rest], -1), h0, rows)</c>.</remarks>
    /// <param name="layers">Layers of one direction.</param>
    /// <param name="tokens">What is kept of the tokens that came before.</param>
    /// <param name="ids">Int64 (R).</param>
    /// <param name="rest">The rest of the input (R, I − E), if any.</param>
    /// <param name="h0">(layers, P, H).</param>
    /// <param name="rows">Int64 (R), each from 0 to P - 1; null: row r goes on from state r.</param>
    /// <returns>The output (R, H) and the new states (layers, R, H).</returns>
    public static (Tensor output, Tensor hN) step_from(
        Modules.GRU layers, TokenInputs tokens, Tensor ids, Tensor? rest, Tensor h0, Tensor? rows = null)
    {
        ArgumentNullException.ThrowIfNull(layers);
        ArgumentNullException.ThrowIfNull(tokens);
        ArgumentNullException.ThrowIfNull(ids);
        ArgumentNullException.ThrowIfNull(h0);
        return layers.Continue(tokens, ids, rest, h0, rows);
    }

    /// <inheritdoc cref="step_from(Modules.GRU, TokenInputs, Tensor, Tensor?, Tensor, Tensor?)"/>
    /// <param name="layers">Layers of one direction.</param>
    /// <param name="tokens">What is kept of the tokens that came before.</param>
    /// <param name="ids">Int64 (R).</param>
    /// <param name="rest">The rest of the input (R, I − E), if any.</param>
    /// <param name="h0_c0">Both (layers, P, H).</param>
    /// <param name="rows">Int64 (R), each from 0 to P - 1; null: row r goes on from state r.</param>
    /// <returns>The output (R, H) and the new states (layers, R, H).</returns>
    public static (Tensor output, Tensor hN, Tensor cN) step_from(
        Modules.LSTM layers, TokenInputs tokens, Tensor ids, Tensor? rest, (Tensor, Tensor) h0_c0, Tensor? rows = null)
    {
        ArgumentNullException.ThrowIfNull(layers);
        ArgumentNullException.ThrowIfNull(tokens);
        ArgumentNullException.ThrowIfNull(ids);
        return layers.Continue(tokens, ids, rest, h0_c0, rows);
    }

    /// <summary>a (N, m, k) times the matrices of b (B, k, n) that items names: <c>bmm(a, b.index_select(0, items))</c> without the copies.</summary>
    /// <param name="a">(N, m, k).</param>
    /// <param name="b">(B, k, n).</param>
    /// <param name="items">Int64 (N), each from 0 to B - 1.</param>
    /// <returns>(N, m, n).</returns>
    public static Tensor bmm_of(Tensor a, Tensor b, Tensor items)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        ArgumentNullException.ThrowIfNull(items);
        return BatchedBranch.Run(a, b, items);
    }

    /// <summary>True if hooks watch this module or one within it: then each must be called, and a fused form must not take their place.</summary>
    public static bool has_hooks(nn.Module module)
    {
        ArgumentNullException.ThrowIfNull(module);
        return module.modules().Any(part => part.HasHooks);
    }

    /// <summary>Deals items out in shares that lie together, one for each of the engine's threads, and returns when all are done.</summary>
    /// <remarks>
    /// Operations within a share stay on its thread, so nothing waits for anything until the end; recording of gradients is on or off
    /// as it is for the caller. A share makes its own dispose scope. If shares throw, the error of the first of them is thrown. With a
    /// single share the operations themselves use all threads.
    /// </remarks>
    /// <param name="items">How many.</param>
    /// <param name="least">Items that a share must have, or there is only one.</param>
    /// <param name="run">Does some items: the first of them, and how many. Shares may run at the same time.</param>
    public static void in_shares(int items, int least, Action<int, int> run)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentOutOfRangeException.ThrowIfNegative(items);
        ArgumentOutOfRangeException.ThrowIfLessThan(least, 1);
        var shares = Math.Min(Workers.ThreadCount, items / least);
        if (shares <= 1)
            run(0, items);
        else
            IndependentShares.Run(items, shares, run);
    }
}

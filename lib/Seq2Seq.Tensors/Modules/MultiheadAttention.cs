using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Modules;

/// <summary>Several attentions side by side, each on its own projection of queries, keys and values.</summary>
/// <remarks>
/// Vaswani et al. 2017, 3.2.2. Time first: query (T, B, E), key (S, B, K), value (S, B, V); result (T, B, E) and the weights
/// averaged over heads (B, T, S). Bool masks are true where attention is forbidden; other masks are added to the scores.
/// </remarks>
public sealed class MultiheadAttention
    : nn.Module<Tensor, Tensor, Tensor, Tensor?, bool, Tensor?, Tuple<Tensor, Tensor>>
{
    private readonly long _size;
    private readonly long _heads;
    private readonly double _dropout;
    private readonly bool _ownSizes;
    private readonly bool _addZero;
    private readonly Linear _output;

    internal MultiheadAttention(
        long size, long heads, double dropout, bool bias, bool addBias, bool addZero, long? keySize, long? valueSize)
        : base(nameof(MultiheadAttention))
    {
        if (heads <= 0 || size <= 0 || size % heads != 0)
        {
            throw new ArgumentException(
                $"MultiheadAttention: embed_dim must be divisible by num_heads, got {size} and {heads}.");
        }

        (_size, _heads, _dropout, _addZero) = (size, heads, dropout, addZero);
        _ownSizes = (keySize ?? size) != size || (valueSize ?? size) != size;
        if (_ownSizes)
        {
            Glorot("q_proj_weight", size, size);
            Glorot("k_proj_weight", size, keySize ?? size);
            Glorot("v_proj_weight", size, valueSize ?? size);
        }
        else
        {
            Glorot("in_proj_weight", 3 * size, size);
        }

        if (bias)
            RegisterWeight("in_proj_bias", zeros([3 * size]));
        if (addBias)
        {
            RegisterWeight("bias_k", nn.init.xavier_normal_(empty([1, 1, size])));
            RegisterWeight("bias_v", nn.init.xavier_normal_(empty([1, 1, size])));
        }

        _output = nn.Linear(size, size, bias);
        if (_output.bias is { } offset)
            nn.init.zeros_(offset);
        register_module("out_proj", _output);
    }

    /// <summary>Applies the module.</summary>
    /// <returns>The result and, if needed, the weights; else the second item is no tensor.</returns>
    public new Tuple<Tensor, Tensor> call(
        Tensor query,
        Tensor key,
        Tensor value,
        Tensor? key_padding_mask = null,
        bool need_weights = true,
        Tensor? attn_mask = null) => base.call(query, key, value, key_padding_mask, need_weights, attn_mask);

    /// <inheritdoc/>
    public override Tuple<Tensor, Tensor> forward(
        Tensor query, Tensor key, Tensor value, Tensor? key_padding_mask, bool need_weights, Tensor? attn_mask)
    {
        var (result, weights) = Attend(query, key, value, key_padding_mask, need_weights, attn_mask);
        return Tuple.Create(result, weights ?? Tensor.Invalid());
    }

    /// <summary>The result alone, for a layer that asks at every step: without the pair that <c>call</c> has to make.</summary>
    internal Tensor Read(Tensor query, Tensor memory, Tensor? padding, Tensor? mask) => HasHooks
        ? call(query, memory, memory, padding, false, mask).Item1
        : Attend(query, memory, memory, padding, false, mask).Result;

    private (Tensor Result, Tensor? Weights) Attend(
        Tensor query, Tensor key, Tensor value, Tensor? key_padding_mask, bool need_weights, Tensor? attn_mask)
    {
        Check(query, key, value);
        var (steps, batch) = (query.size(0), query.size(1));
        var (q, k, v) = Project(query, key, value);
        if (OwnParameter("bias_k") is { } extraKey)
        {
            k = cat([k, extraKey.expand(1, batch, _size)], 0);
            v = cat([v, OwnParameter("bias_v")!.expand(1, batch, _size)], 0);
            (key_padding_mask, attn_mask) = (Widen(key_padding_mask), Widen(attn_mask));
        }

        if (_addZero)
        {
            k = cat([k, zeros([1, batch, _size], dtype: k.dtype)], 0);
            v = cat([v, zeros([1, batch, _size], dtype: v.dtype)], 0);
            (key_padding_mask, attn_mask) = (Widen(key_padding_mask), Widen(attn_mask));
        }

        var sources = k.size(0);
        (q, k, v) = (Heads(q), Heads(k), Heads(v));
        if (attn_mask is not null)
            CheckMask(attn_mask, steps, sources);
        var hide = key_padding_mask is null ? null : CheckedPadding(key_padding_mask, batch, sources);
        var drop = training ? _dropout : 0;
        if (!need_weights)
        {
            var context = nn.functional.scaled_dot_product_attention(q, k, v, Together(attn_mask, hide, q.dtype), drop);
            return (_output.call(Joined(context, steps, batch)), null);
        }

        var scores = (q * (1 / Math.Sqrt(_size / _heads))).matmul(k.transpose(-2, -1));
        if (attn_mask is not null)
            scores = Masked(scores, attn_mask);
        if (hide is not null)
            scores = Masked(scores, hide);
        var weights = scores.softmax(-1);
        var dropped = nn.functional.dropout(weights, drop);
        return (_output.call(Joined(dropped.matmul(v), steps, batch)), weights.mean([1]));
    }

    private void Glorot(string name, long rows, long columns) =>
        nn.init.xavier_uniform_(RegisterWeight(name, empty([rows, columns])));

    private (Tensor Query, Tensor Key, Tensor Value) Project(Tensor query, Tensor key, Tensor value)
    {
        var bias = OwnParameter("in_proj_bias");
        if (!_ownSizes && ReferenceEquals(query, key) && ReferenceEquals(key, value))
        {
            var all = nn.functional.linear(query, OwnParameter("in_proj_weight")!, bias);
            return (all.narrow(-1, 0, _size), all.narrow(-1, _size, _size), all.narrow(-1, 2 * _size, _size));
        }

        Tensor One(Tensor input, string name, int which) => nn.functional.linear(
            input,
            _ownSizes ? OwnParameter(name)! : OwnParameter("in_proj_weight")!.narrow(0, which * _size, _size),
            bias?.narrow(0, which * _size, _size));
        return (One(query, "q_proj_weight", 0), One(key, "k_proj_weight", 1), One(value, "v_proj_weight", 2));
    }

    // (L, B, E) → (B, heads, L, E / heads)
    private Tensor Heads(Tensor x) => x.reshape(x.size(0), x.size(1), _heads, _size / _heads).permute(1, 2, 0, 3);

    // (B, heads, T, E / heads) → (T, B, E)
    private Tensor Joined(Tensor x, long steps, long batch) => x.permute(2, 0, 1, 3).reshape(steps, batch, _size);

    // What both masks add to the scores, or null without any.
    private static Tensor? Together(Tensor? mask, Tensor? hide, ScalarType type)
    {
        Tensor? Added(Tensor? m) => m is null || m.dtype != ScalarType.Bool ? m : Masked(zeros(m.Sizes, dtype: type), m);
        return mask is null ? Added(hide) : hide is null ? Added(mask) : Added(mask)! + Added(hide)!;
    }

    private static Tensor Masked(Tensor scores, Tensor mask) => mask.dtype == ScalarType.Bool
        ? scores.masked_fill(mask, double.NegativeInfinity)
        : scores + mask;

    // One more source that nobody masks.
    private static Tensor? Widen(Tensor? mask) =>
        mask is null ? null : cat([mask, zeros([mask.size(0), 1], dtype: mask.dtype)], 1);

    private static void CheckMask(Tensor mask, long steps, long sources)
    {
        if (mask.dim() != 2 || mask.size(0) != steps || mask.size(1) != sources)
        {
            throw new ArgumentException(
                $"MultiheadAttention: expected attn_mask [{steps}, {sources}], got {Show.Of(mask.shape)}.");
        }
    }

    private static Tensor CheckedPadding(Tensor mask, long batch, long sources) =>
        mask.dim() == 2 && mask.size(0) == batch && mask.size(1) == sources
            ? mask.view(batch, 1, 1, sources)
            : throw new ArgumentException(
                $"MultiheadAttention: expected key_padding_mask [{batch}, {sources}], (batch, sources), got {Show.Of(mask.shape)}.");

    private static void Check(Tensor query, Tensor key, Tensor value)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(value);
        if (query.dim() != 3 || key.dim() != 3 || value.dim() != 3
            || key.size(0) != value.size(0) || key.size(1) != query.size(1) || value.size(1) != query.size(1))
        {
            throw new ArgumentException(
                "MultiheadAttention: expected query (time, batch, size), key and value (sources, batch, size), got "
                + $"{Show.Of(query.shape)}, {Show.Of(key.shape)}, {Show.Of(value.shape)}; batch first needs transpose(0, 1).");
        }
    }
}

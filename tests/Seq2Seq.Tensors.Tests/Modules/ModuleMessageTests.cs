using Seq2Seq.Tensors.Modules;
using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Tests.Modules;

/// <summary>What modules say when they are given something they can not work with, word for word.</summary>
public sealed class ModuleMessageTests
{
    public static TheoryData<string, Func<object?>, string> Mistakes => new()
    {
        { "linear width", () => nn.Linear(3, 2).call(torch.ones(2, 4)), "" },
        {
            "LSTM rank",
            () => nn.LSTM(3, 2).call(torch.ones(2, 3)),
            "LSTM: input must have 3 dimensions, got 2; add a batch dimension with unsqueeze."
        },
        {
            "LSTM width",
            () => nn.LSTM(4, 2).call(torch.ones(2, 3, 7)),
            "LSTM: input.size(-1) must be equal to input_size. Expected 4, got 7."
        },
        {
            "GRU no steps",
            () => nn.GRU(3, 2).call(torch.ones(0, 2, 3)),
            "GRU: Expected sequence length to be larger than 0 in RNN, got shape [0, 2, 3]."
        },
        {
            "LSTM state",
            () => nn.LSTM(4, 3).call(torch.ones(2, 2, 4), (torch.ones(1, 3, 3), torch.ones(1, 2, 3))),
            "LSTM: Expected hidden[0] size [1, 2, 3], got [1, 3, 3]; the state is (layers * directions, batch, hidden)."
        },
        {
            "GRU cell input",
            () => nn.GRUCell(3, 2).call(torch.ones(3), null),
            "GRUCell: expected input (batch, 3), got [3]; a single example needs unsqueeze(0)."
        },
        {
            "LSTM cell state",
            () => nn.LSTMCell(3, 2).call(torch.ones(4, 3), (torch.ones(1, 2), torch.ones(4, 2))),
            "LSTMCell: expected a state (4, 2), got [1, 2]; the state is (batch, hidden)."
        },
        {
            "LSTM type",
            () => nn.LSTM(3, 2).call(torch.ones([2, 2, 3], dtype: float64)),
            "recurrent layer: the weights are Float32 but got Float64; convert one of them with to(Float32)."
        },
        {
            "embedding range",
            () => nn.Embedding(4, 2).call(torch.tensor([1L, 4L])),
            "embedding: index out of range in self: 4, but the table has 4 rows, counted from 0."
        },
        {
            "embedding type",
            () => nn.Embedding(4, 2).call(torch.ones(2)),
            "embedding: Expected tensor for argument #1 'indices' to have one of the following scalar types: Long, Int; "
            + "but got Float32 instead; use to(int64)."
        },
        {
            "embedding padding",
            () => nn.Embedding(4, 2, padding_idx: 4),
            "Padding_idx must be within num_embeddings: got 4 for 4 rows; use a row of the table. (Parameter 'paddingIndex')"
        },
        {
            "layer norm shape",
            () => nn.LayerNorm(4).call(torch.ones(1, 3)),
            "Given normalized_shape=[4], expected input with shape [*, 4], but got input of size[1, 3]"
        },
        { "batch norm rank", () => nn.BatchNorm1d(2).call(torch.ones(1, 2, 3, 4)), "expected 2D or 3D input, but got 4D input." },
        {
            "dropout probability",
            () => nn.Dropout(1.5).call(torch.ones(2)),
            "dropout probability has to be between 0 and 1, but got 1.5"
        },
        {
            "convolution channels",
            () => nn.Conv1d(3, 2, 3).call(torch.ones(1, 2, 5)),
            "Expected 2D (unbatched) or 3D (batched) input with 3 channels to Conv1d, got [1, 2, 5]."
        },
        {
            "convolution groups",
            () => nn.Conv1d(3, 4, 3, groups: 2),
            "Conv1d: 2 groups do not divide 3 input and 4 output channels; use a common divisor."
        },
        {
            "attention heads",
            () => nn.MultiheadAttention(5, 2),
            "MultiheadAttention: embed_dim must be divisible by num_heads, got 5 and 2."
        },
        {
            "attention rank",
            () => nn.MultiheadAttention(4, 2).call(torch.ones(3, 4), torch.ones(3, 4), torch.ones(3, 4)),
            "MultiheadAttention: expected query (time, batch, size), key and value (sources, batch, size), got [3, 4], [3, 4], [3, 4]; "
            + "batch first needs transpose(0, 1)."
        },
        {
            "cross-entropy class",
            () => nn.functional.cross_entropy(torch.ones(2, 3), torch.tensor([0L, 3L])),
            "cross_entropy: Target 3 is out of bounds. There are 3 classes, counted from 0; -100 is ignored."
        },
        {
            "cross-entropy type",
            () => nn.functional.cross_entropy(torch.ones(2, 3), torch.tensor([0, 1])),
            "cross_entropy: expected scalar type Long but found Int32; class numbers are Int64, use target.to(int64)."
        },
        {
            "cross-entropy layout",
            () => nn.functional.cross_entropy(torch.ones(2, 3, 4), torch.zeros([2, 3], dtype: int64)),
            "cross_entropy: Expected target size [2, 4], got [2, 3]; the input [2, 3, 4] has its classes in dimension 1."
        },
        {
            "cross-entropy batch",
            () => nn.functional.cross_entropy(torch.ones(2, 3), torch.tensor([0L])),
            "cross_entropy: Expected input batch_size (2) to match target batch_size (1)."
        },
        {
            "label smoothing",
            () => nn.functional.cross_entropy(torch.ones(1, 3), torch.tensor([0L]), label_smoothing: 1.5),
            "label_smoothing must be between 0.0 and 1.0. Got: 1.5"
        },
        {
            "binary shapes",
            () => nn.BCEWithLogitsLoss().call(torch.ones(2), torch.ones(3)),
            "binary_cross_entropy_with_logits: target size [3] must be the same as input size [2]."
        },
        {
            "packing order",
            () => nn.utils.rnn.pack_padded_sequence(torch.ones(3, 2, 1), torch.tensor([1L, 3L])),
            "pack_padded_sequence: `lengths` [1, 3] must be sorted in decreasing order; pass enforce_sorted: false to have them sorted."
        },
        {
            "packing count",
            () => nn.utils.rnn.pack_padded_sequence(torch.ones(3, 3, 1), torch.tensor([1L, 3L])),
            "Expected `len(lengths)` to be equal to batch_size, but got 2 (batch_size=3); "
            + "pack_padded_sequence needs one length per sequence."
        },
        {
            "packing zero",
            () => nn.utils.rnn.pack_padded_sequence(torch.ones(3, 1, 1), torch.tensor([0L])),
            "pack_padded_sequence: each length must be between 1 and 3, the steps of the input, got 0."
        },
        {
            "fans of a vector",
            () => nn.init.xavier_uniform_(torch.ones(3)),
            "Fan in and fan out can not be computed for tensor with fewer than 2 dimensions, got [3]; "
            + "use uniform_ or normal_ for a vector."
        },
        { "integer module", () => nn.Linear(1, 1).to(int64), "" },
        {
            "mask and causal",
            () => nn.functional.scaled_dot_product_attention(
                torch.ones(1, 2, 2), torch.ones(1, 2, 2), torch.ones(1, 2, 2), torch.ones(2, 2), is_casual: true),
            "Casual attention masking cannot pass a mask."
        },
        {
            "a late field",
            () => new Late(),
            "RegisterComponents: field 'second' of Late was assigned after the first call, which registers fields once; "
            + "register it with register_module(\"second\", second) (or register_parameter, register_buffer)."
        },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_told(string which, Func<object?> mistake, string message)
    {
        var error = Record.Exception(() => mistake());

        Assert.True(error is not null, which);
        if (message.Length > 0)
            Assert.Equal(message, error.Message);
        else
            Assert.Contains(which == "linear width" ? "(2, 4)" : "Int64", error.Message, StringComparison.Ordinal);
    }

    private sealed class Late : nn.Module<Tensor, Tensor>
    {
        private readonly Linear first = nn.Linear(1, 1);
        private readonly Linear second;

        public Late()
            : base(nameof(Late))
        {
            RegisterComponents();
            second = nn.Linear(1, 1);
            RegisterComponents();
        }

        public override Tensor forward(Tensor input) => second.call(first.call(input));
    }
}

using Seq2Seq.Tensors.Modules;
using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Tests.Memory;

/// <summary>One training step of small models built as those of the course are, each in a step scope.</summary>
internal abstract class StepModel : nn.Module
{
    protected const int Words = 12;
    protected const int Size = 8;
    protected readonly Embedding words = nn.Embedding(Words, Size, padding_idx: 0);
    protected readonly Linear scores = nn.Linear(Size, Words);

    private readonly Tensor[] _sources =
    [
        tensor(new long[] { 1, 2, 3, 0, 4, 5, 0, 0, 6, 7, 8, 9 }, [3, 4]), tensor(new long[] { 1, 0, 0, 0, 4, 5, 6, 7, 6, 7, 0, 0 }, [3, 4]),
    ];

    private readonly Tensor[] _lengths = [tensor(new long[] { 3, 2, 4 }), tensor(new long[] { 1, 4, 2 })];
    private readonly Tensor _target = tensor(new long[] { 2, 3, 4, 5, 6, 0, 7, 8, 1 }, [3, 3]);
    private Parameter[] _parameters = [];
    private optim.Optimizer? _optimizer;
    private int _steps;

    private StepModel(string name)
        : base(name)
    {
    }

    public static StepModel Of(string name)
    {
        StepModel model = name switch
        {
            "cell" => new CellModel(),
            "packed" => new PackedModel(),
            "additive" => new AdditiveModel(),
            "feeding" => new FeedingModel(),
            _ => new TransformerModel(),
        };
        model.RegisterComponents();
        model._parameters = [.. model.parameters()];
        model._optimizer = optim.Adam(model._parameters);
        return model;
    }

    public float Last { get; private set; }

    /// <summary>Forward, loss, backward, clip, step: batches of other lengths alternate.</summary>
    public void Run()
    {
        using var scope = NewStepScope();
        var i = _steps++ % 2;
        zero_grad();
        var logits = Logits(_sources[i], _lengths[i], _target);
        var loss = nn.functional.cross_entropy(logits.reshape(-1, Words), _target.reshape(-1), ignore_index: 0);
        loss.backward();
        nn.utils.clip_grad_norm_(_parameters, 1);
        _optimizer!.step();
        Last = loss.item<float>();
    }

    // (B, T, V)
    protected abstract Tensor Logits(Tensor source, Tensor lengths, Tensor target);

    private sealed class CellModel : StepModel
    {
        private readonly GRUCell cell = nn.GRUCell(Size, Size);
        private readonly List<Tensor> _outputs = [];

        public CellModel()
            : base("cell")
        {
        }

        protected override Tensor Logits(Tensor source, Tensor lengths, Tensor target)
        {
            _outputs.Clear();
            var x = words.call(target);
            var state = zeros(target.size(0), Size);
            for (var t = 0; t < target.size(1); t++)
            {
                using var inner = NewDisposeScope();
                state = cell.call(tanh(x.select(1, t) * 0.5f), state).MoveToOuterDisposeScope();
                _outputs.Add(state);
            }

            return scores.call(stack(_outputs, 1));
        }
    }

    private sealed class PackedModel : StepModel
    {
        private readonly LSTM encoder = nn.LSTM(Size, Size / 2, 2, batchFirst: true, bidirectional: true, dropout: 0.1);
        private readonly LSTM decoder = nn.LSTM(Size, Size, batchFirst: true);

        public PackedModel()
            : base("packed")
        {
        }

        protected override Tensor Logits(Tensor source, Tensor lengths, Tensor target)
        {
            var packed = nn.utils.rnn.pack_padded_sequence(words.call(source), lengths, batch_first: true, enforce_sorted: false);
            var (output, h, c) = encoder.call(packed, null);
            var (memory, _) = nn.utils.rnn.pad_packed_sequence(output, batch_first: true, total_length: source.size(1));
            var (states, _, _) = decoder.call(words.call(target), (cat([h[-2], h[-1]], -1).unsqueeze(0), cat([c[-2], c[-1]], -1).unsqueeze(0)));
            var weights = softmax(bmm(states, memory.transpose(1, 2)).masked_fill(source.eq(0).unsqueeze(1), -1e9), -1);
            return scores.call(states + bmm(weights, memory));
        }
    }

    private sealed class AdditiveModel : StepModel
    {
        private readonly GRU encoder = nn.GRU(Size, Size, batchFirst: true);
        private readonly GRU decoder = nn.GRU(2 * Size, Size, 2, batchFirst: true, dropout: 0.1);
        private readonly Linear query = nn.Linear(Size, Size);
        private readonly Linear key = nn.Linear(Size, Size);
        private readonly Linear score = nn.Linear(Size, 1);
        private readonly Dropout dropout = nn.Dropout(0.1);
        private readonly List<Tensor> _outputs = [];

        public AdditiveModel()
            : base("additive")
        {
        }

        protected override Tensor Logits(Tensor source, Tensor lengths, Tensor target)
        {
            _outputs.Clear();
            var (memory, last) = encoder.call(dropout.call(words.call(source)), null);
            var state = last.expand(2, -1, -1);
            var mask = arange(source.size(1)).lt(lengths.unsqueeze(1));
            for (var t = 0; t < target.size(1); t++)
            {
                var weights = FusedOps.additive_weights(
                    query.call(state[-1]).unsqueeze(1), key.call(memory), score.weight, score.bias, mask);
                var x = cat([words.call(target.narrow(1, t, 1)), bmm(weights, memory)], -1);
                (var output, state) = decoder.call(x, state);
                _outputs.Add(output);
            }

            return scores.call(cat(_outputs, 1));
        }
    }

    private sealed class FeedingModel : StepModel
    {
        private readonly LSTM encoder = nn.LSTM(Size, Size, batchFirst: true);
        private readonly LSTM decoder = nn.LSTM(2 * Size, Size, batchFirst: true);
        private readonly Linear combine = nn.Linear(2 * Size, Size, hasBias: false);
        private readonly List<Tensor> _outputs = [];

        public FeedingModel()
            : base("feeding")
        {
        }

        protected override Tensor Logits(Tensor source, Tensor lengths, Tensor target)
        {
            _outputs.Clear();
            var (memory, h, c) = encoder.call(words.call(source), null);
            var fed = zeros_like(h[0]).unsqueeze(1);
            for (var t = 0; t < target.size(1); t++)
            {
                (var state, h, c) = decoder.call(cat([words.call(target.narrow(1, t, 1)), fed], -1), (h, c));
                var weights = softmax(bmm(state, memory.transpose(1, 2)), -1);
                fed = tanh(combine.call(cat([bmm(weights, memory), state], -1)));
                _outputs.Add(fed);
            }

            return scores.call(cat(_outputs, 1));
        }
    }

    private sealed class TransformerModel : StepModel
    {
        private readonly Transformer core = nn.Transformer(Size, 2, 2, 2, 2 * Size, 0.1);
        private readonly Tensor _causal = ones(3, 3).triu(1).to(ScalarType.Bool);

        public TransformerModel()
            : base("transformer")
        {
        }

        protected override Tensor Logits(Tensor source, Tensor lengths, Tensor target)
        {
            var padding = source.eq(0);
            var mask = zeros_like(_causal, ScalarType.Float32).masked_fill(_causal, double.NegativeInfinity);
            var output = core.call(
                words.call(source).transpose(0, 1), words.call(target).transpose(0, 1), null, mask, null, padding, target.eq(0), padding);
            return scores.call(output.transpose(0, 1));
        }
    }
}

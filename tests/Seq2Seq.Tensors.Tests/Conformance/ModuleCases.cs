namespace Seq2Seq.Tensors.Conformance;

/// <summary>The modules of Fixtures/modules.json.</summary>
internal static class ModuleCases
{
    public static Dictionary<string, ModuleCase> All()
    {
        var all = new Dictionary<string, ModuleCase>
        {
            ["linear"] = ModuleCase.Of(() => nn.Linear(3, 4)),
            ["linear_no_bias"] = ModuleCase.Of(() => nn.Linear(3, 4, hasBias: false)),
            ["embedding"] = ModuleCase.Of(() => nn.Embedding(5, 3, padding_idx: 2), (m, t) => [m.call(t["j"])]),
            ["embedding_by_frequency"] = ModuleCase.Of(
                () => nn.Embedding(5, 3, scale_grad_by_freq: true), (m, t) => [m.call(t["j"])]),
            ["LSTMCell"] = ModuleCase.Of(() => nn.LSTMCell(3, 5), (m, t) => Two(m.call(t.X, (t["h"], t["c"])))),
            ["GRUCell"] = ModuleCase.Of(() => nn.GRUCell(3, 5), (m, t) => [m.call(t.X, t["h"])]),
            ["RNNCell"] = ModuleCase.Of(() => nn.RNNCell(3, 5), (m, t) => [m.call(t.X, t["h"])]),
            ["RNNCell_relu"] = ModuleCase.Of(
                () => nn.RNNCell(3, 5, nn.NonLinearities.ReLU), (m, t) => [m.call(t.X, t["h"])]),
            ["RNN_relu"] = ModuleCase.Of(
                () => nn.RNN(3, 5, nonLinearity: nn.NonLinearities.ReLU), (m, t) => Two(m.call(t.X, t["h"]))),
            ["LayerNorm"] = ModuleCase.Of(() => nn.LayerNorm(4)),
            ["BatchNorm1d"] = ModuleCase.Of(() => nn.BatchNorm1d(3)),
            ["BatchNorm1d_sequence"] = ModuleCase.Of(() => nn.BatchNorm1d(3)),
            ["BatchNorm1d_eval"] = ModuleCase.Of(() => nn.BatchNorm1d(3), (m, t) =>
            {
                var training = m.call(t.X);
                m.eval();
                return [training, m.call(t.Y)];
            }),
            ["Conv1d"] = ModuleCase.Of(() => nn.Conv1d(2, 4, 3, stride: 2, padding: 1, groups: 2)),
            ["Conv1d_same"] = ModuleCase.Of(() => nn.Conv1d(2, 3, 4, Padding.Same)),
            ["Conv2d"] = ModuleCase.Of(() => nn.Conv2d(2, 3, (2, 3), padding: (1, 0))),
        };
        AddRecurrent(all);
        AddAttention(all);
        return all;
    }

    private static void AddRecurrent(Dictionary<string, ModuleCase> all)
    {
        all["LSTM"] = ModuleCase.Of(() => nn.LSTM(3, 5), (m, t) => Three(m.call(t.X)));
        all["LSTM_state"] = ModuleCase.Of(() => nn.LSTM(3, 5), (m, t) => Three(m.call(t.X, (t["h"], t["c"]))));
        all["LSTM_no_bias"] = ModuleCase.Of(() => nn.LSTM(3, 5, bias: false), (m, t) => Three(m.call(t.X)));
        all["LSTM_batch_first"] = ModuleCase.Of(() => nn.LSTM(3, 5, batchFirst: true), (m, t) => Three(m.call(t.X)));
        all["LSTM_two_layers_two_ways"] = ModuleCase.Of(
            () => nn.LSTM(3, 2, 2, bidirectional: true), (m, t) => Three(m.call(t.X, (t["h"], t["c"]))));
        all["LSTM_packed_two_ways"] = ModuleCase.Of(() => nn.LSTM(3, 2, bidirectional: true), (m, t) =>
        {
            var (output, h, c) = m.call(Pack(t.X), (t["h"], t["c"]));
            return [Unpack(output), h, c];
        });
        all["GRU"] = ModuleCase.Of(() => nn.GRU(3, 5), (m, t) => Two(m.call(t.X)));
        all["GRU_state"] = ModuleCase.Of(() => nn.GRU(3, 5), (m, t) => Two(m.call(t.X, t["h"])));
        all["GRU_no_bias"] = ModuleCase.Of(() => nn.GRU(3, 5, bias: false), (m, t) => Two(m.call(t.X)));
        all["GRU_batch_first"] = ModuleCase.Of(() => nn.GRU(3, 5, batchFirst: true), (m, t) => Two(m.call(t.X)));
        all["GRU_two_layers_two_ways"] = ModuleCase.Of(
            () => nn.GRU(3, 2, 2, bidirectional: true), (m, t) => Two(m.call(t.X, t["h"])));
        all["GRU_packed_two_ways"] = ModuleCase.Of(() => nn.GRU(3, 2, bidirectional: true), (m, t) =>
        {
            var (output, h) = m.call(Pack(t.X), t["h"]);
            return [Unpack(output), h];
        });
        all["RNN"] = ModuleCase.Of(() => nn.RNN(3, 5), (m, t) => Two(m.call(t.X)));
        all["RNN_state"] = ModuleCase.Of(() => nn.RNN(3, 5), (m, t) => Two(m.call(t.X, t["h"])));
        all["RNN_no_bias"] = ModuleCase.Of(() => nn.RNN(3, 5, bias: false), (m, t) => Two(m.call(t.X)));
        all["RNN_batch_first"] = ModuleCase.Of(() => nn.RNN(3, 5, batchFirst: true), (m, t) => Two(m.call(t.X)));
        all["RNN_two_layers_two_ways"] = ModuleCase.Of(
            () => nn.RNN(3, 2, 2, bidirectional: true), (m, t) => Two(m.call(t.X, t["h"])));
        all["RNN_packed_two_ways"] = ModuleCase.Of(() => nn.RNN(3, 2, bidirectional: true), (m, t) =>
        {
            var (output, h) = m.call(Pack(t.X), t["h"]);
            return [Unpack(output), h];
        });
    }

    private static void AddAttention(Dictionary<string, ModuleCase> all)
    {
        all["MultiheadAttention_self"] = ModuleCase.Of(
            () => nn.MultiheadAttention(4, 2), (m, t) => Two(m.call(t["q"], t["q"], t["q"])));
        all["MultiheadAttention"] = ModuleCase.Of(
            () => nn.MultiheadAttention(4, 2), (m, t) => Two(m.call(t["q"], t["k"], t["v"], t["hide"])));
        all["MultiheadAttention_masks"] = ModuleCase.Of(
            () => nn.MultiheadAttention(4, 2), (m, t) => Two(m.call(t["q"], t["q"], t["q"], attn_mask: t["hide"])));
        all["MultiheadAttention_sizes"] = ModuleCase.Of(
            () => nn.MultiheadAttention(4, 2, kdim: 3, vdim: 6), (m, t) => Two(m.call(t["q"], t["k"], t["v"])));
        all["TransformerEncoderLayer"] = ModuleCase.Of(
            () => nn.TransformerEncoderLayer(4, 2, 6, 0.0), (m, t) => [m.call(t.X, null!, t["hide"])]);
        all["TransformerEncoderLayer_gelu"] = ModuleCase.Of(
            () => nn.TransformerEncoderLayer(4, 2, 6, 0.0, nn.Activations.GELU), (m, t) => [m.call(t.X, null!, null!)]);
        all["TransformerDecoderLayer"] = ModuleCase.Of(
            () => nn.TransformerDecoderLayer(4, 2, 6, 0.0),
            (m, t) => [m.call(t.X, t.Y, Future(3, t.Type), memory_key_padding_mask: t["hide"])]);
        all["Transformer"] = ModuleCase.Of(
            () => nn.Transformer(4, 2, 1, 1, 6, 0.0), (m, t) => [m.call(t.X, t.Y, null!, Future(3, t.Type))]);
    }

    // Minus infinity above the diagonal, added to the scores.
    private static Tensor Future(int steps, ScalarType type)
    {
        var values = new double[steps * steps];
        for (var row = 0; row < steps; row++)
        {
            for (var column = row + 1; column < steps; column++)
                values[(row * steps) + column] = double.NegativeInfinity;
        }

        return torch.tensor(values, dtype: type).reshape(steps, steps);
    }

    private static nn.utils.rnn.PackedSequence Pack(Tensor input) =>
        nn.utils.rnn.pack_padded_sequence(input, torch.tensor([2L, 4L, 1L]), enforce_sorted: false);

    private static Tensor Unpack(nn.utils.rnn.PackedSequence packed) => nn.utils.rnn.pad_packed_sequence(packed).Item1;

    private static Tensor[] Two((Tensor, Tensor) result) => [result.Item1, result.Item2];

    private static Tensor[] Two(Tuple<Tensor, Tensor> result) => [result.Item1, result.Item2];

    private static Tensor[] Three((Tensor, Tensor, Tensor) result) => [result.Item1, result.Item2, result.Item3];
}

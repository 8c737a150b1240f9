using Benchmarks.Workloads;

namespace Benchmarks.Comparison;

/// <summary>The matrix products that a workload cannot do without, in GFLOP; the rest of its time is everything else.</summary>
internal static class WorkEstimate
{
    // A backward pass has two products, for the input and for the weight, for each one of the forward pass.
    private const double WithBackward = 3;

    /// <summary>Of one repetition; null where nothing is known or products do not matter.</summary>
    public static double? MatrixGflop(string name)
    {
        if (name.StartsWith("rnn.", StringComparison.Ordinal))
        {
            var workload = WorkloadFile.Section("rnn").Single(w => name.StartsWith(w.Name + ".", StringComparison.Ordinal));
            return Layers(workload) * (name.EndsWith("_backward", StringComparison.Ordinal) ? WithBackward : 1) * 2e-9;
        }

        if (name.StartsWith("train.", StringComparison.Ordinal))
            return Model(WorkloadFile.Training(name)) * WithBackward * 2e-9;
        if (!name.StartsWith("decode.", StringComparison.Ordinal))
            return null;
        var decode = WorkloadFile.Section("decode").Single(w => w.Name == name);
        var model = WorkloadFile.Training(decode.Text("weights_of"));
        double batch = decode.Int("batch"), rows = batch * decode.Int("beam") * decode.Int("steps");
        return (Encoder(model, batch) + rows * Step(model)) * 2e-9;
    }

    private static double Layers(Workload w)
    {
        double gates = w.Text("cell") == "lstm" ? 4 : 3, rows = w.Int("batch") * w.Int("len"), hidden = w.Int("hidden");
        double ways = w.Flag("bidirectional") ? 2 : 1, products = 0, input = w.Int("input");
        for (var layer = 0; layer < w.Int("layers"); layer++, input = ways * hidden)
            products += ways * rows * gates * hidden * (input + hidden);
        return products;
    }

    // Multiply-adds of a forward pass.
    private static double Model(Workload w)
    {
        double batch = w.Int("batch"), source = batch * w.Int("src_len"), target = batch * w.Int("tgt_len");
        if (w.Text("model") != "transformer")
            return Encoder(w, batch) + target * Step(w);
        double d = w.Int("embed"), layers = w.Int("layers"), ffn = w.Int("ffn");
        var encoder = source * (4 * d * d + 2 * d * ffn + 2 * w.Int("src_len") * d);
        var decoder = target * (6 * d * d + 2 * d * ffn + 2 * (w.Int("tgt_len") + w.Int("src_len")) * d) + source * 2 * d * d;
        return layers * (encoder + decoder) + target * d * w.Int("tgt_vocab");
    }

    private static double Encoder(Workload w, double batch)
    {
        double rows = batch * w.Int("src_len"), h = w.Int("hidden");
        return w.Text("model") switch
        {
            "plain_lstm" => rows * 4 * h * (Embedding(w) + h + (w.Int("layers") - 1) * 2 * h),
            "bahdanau_d2l" => rows * 3 * h * (Embedding(w) + h + (w.Int("layers") - 1) * 2 * h),
            "luong" => rows * (2 * 2 * h * (Embedding(w) + h / 2) + (w.Text("score") == "general" ? h * h : 0)),
            _ => rows * (3 * h * 2 * h + (w.Flag("cache_keys") ? h * h : 0)),
        };
    }

    // Of one target position of one sentence.
    private static double Step(Workload w)
    {
        double h = w.Int("hidden"), source = w.Int("src_len"), vocabulary = h * w.Int("tgt_vocab");
        return vocabulary + w.Text("model") switch
        {
            "plain_lstm" => 4 * h * (Embedding(w) + h + (w.Int("layers") - 1) * 2 * h),
            "bahdanau_d2l" => 3 * h * (Embedding(w) + 2 * h + (w.Int("layers") - 1) * 2 * h) + h * h * (1 + source) + source * 2 * h,
            "luong" => 4 * h * (Embedding(w) + h + (w.Flag("input_feeding") ? h : 0)) + 2 * h * h + source * 2 * h,
            _ => 3 * h * 3 * h + h * h * (1 + (w.Flag("cache_keys") ? 0 : source)) + source * 2 * h,
        };
    }

    private static double Embedding(Workload w) => w.Has("embed") ? w.Int("embed") : w.Int("hidden");
}

namespace Seq2Seq.Display.Tests.Gallery;

/// <summary>One figure of every kind, with made-up but fixed data: what the gallery page and the golden files show.</summary>
public static partial class Exhibits
{
    public static IReadOnlyDictionary<string, Func<Figure>> All { get; } = new SortedDictionary<string, Func<Figure>>(StringComparer.Ordinal)
    {
        ["line"] = Line,
        ["line-log"] = LineLog,
        ["line-long"] = LineLong,
        ["scatter"] = Scatter,
        ["bars"] = Bars,
        ["bars-horizontal"] = BarsHorizontal,
        ["heatmap-attention"] = Attention,
        ["heatmap-diverging"] = Diverging,
        ["heatmap-large"] = Large,
        ["histogram"] = Histogram,
        ["histogram-one"] = HistogramOne,
        ["contour"] = Contour,
        ["contour-path"] = ContourPath,
        ["confusion"] = Confusion,
        ["reliability"] = Reliability,
        ["reliability-one"] = ReliabilityOne,
        ["images"] = Images,
        ["heatmap-spectrogram"] = Spectrogram,
        ["graph"] = Graph,
        ["graph-cycle"] = GraphCycle,
        ["search-tree"] = SearchTree,
        ["alignment"] = Alignment,
        ["alignment-long"] = AlignmentLong,
        ["multiples"] = Multiples,
        ["multiples-heads"] = MultiplesHeads,
        ["line-many"] = LineMany,
        ["line-bad"] = LineBad,
        ["line-empty"] = LineEmpty,
        ["bars-many"] = BarsMany,
    };

    // A small generator of our own: the same numbers on every machine and version.
    internal static double[] Noise(int count, ulong seed)
    {
        var values = new double[count];
        var state = seed * 6364136223846793005UL + 1442695040888963407UL;
        for (var i = 0; i < count; i++)
        {
            var sum = 0.0;
            for (var k = 0; k < 12; k++)
            {
                state = state * 6364136223846793005UL + 1442695040888963407UL;
                sum += (state >> 11) / (double)(1UL << 53);
            }
            values[i] = sum - 6;
        }
        return values;
    }

    internal static double[] Range(int count) => [.. Enumerable.Range(0, count).Select(i => (double)i)];

    private static LineFigure Line()
    {
        int[] epochs = [.. Enumerable.Range(1, 20)];
        double[] train = [.. epochs.Select(e => 3.2 / (1 + 0.35 * e) + 0.1)];
        double[] valid = [.. epochs.Select(e => 3.3 / (1 + 0.3 * e) + 0.25 + 0.004 * e)];
        return Figure.Line("Loss of a GRU encoder-decoder", "epoch", "cross-entropy").Units(y: "nats per token")
            .Band("train", epochs, train.Select(v => v * 0.9), train.Select(v => v * 1.1))
            .Add("train", epochs, train)
            .Add("validation", epochs, valid)
            .Interval("validation", epochs, valid.Select(v => v - 0.12), valid.Select(v => v + 0.12))
            .LevelAt(Math.Log(10), "uniform over 10 tokens")
            .MarkAt(12, "early stop")
            .WithCaption("The gap opens after epoch 8; the band is the spread over five seeds.");
    }

    private static LineFigure LineLog()
    {
        int[] lags = [1, 2, 5, 10, 20, 50, 100, 200];
        return Figure.Line("Gradient that reaches back", "lag", "gradient norm").Units("steps")
            .Add("RNN, spectral radius 0.9", lags, lags.Select(l => Math.Pow(0.9, l)))
            .Add("RNN, spectral radius 1.1", lags, lags.Select(l => Math.Pow(1.1, l)))
            .Add("LSTM, forget bias 1", lags, lags.Select(l => Math.Pow(0.985, l)))
            .LogX().LogY();
    }

    private static LineFigure LineLong() => Figure.Line("Ten thousand steps, two spikes kept", "step", "loss")
        .Add("train", Range(10_000), Noise(10_000, 3).Select((v, i) => 2 / (1 + i / 800.0) + 0.08 * v + (i is 3_333 or 7_000 ? 2.5 : 0)));

    private static ScatterFigure Scatter()
    {
        string[] fruit = ["apple", "pear", "plum", "苹果", "梨"];
        string[] verbs = ["eat", "buy", "see", "吃", "买", "<script>alert(1)</script>"];
        return Figure.Scatter("Embeddings on two principal components", "PC 1 (31 %)", "PC 2 (12 %)")
            .Add("nouns", Noise(5, 5).Select(v => v + 2), Noise(5, 6), fruit)
            .Add("verbs", Noise(6, 7).Select(v => v - 2), Noise(6, 8), verbs)
            .Add("function words", Noise(8, 9), Noise(8, 10).Select(v => v + 3));
    }

    private static BarFigure Bars() => Figure.Bars("Accuracy by length", ["1–5", "6–10", "11–15", "16–20", "> 20"], "source tokens", "exact match")
        .Add("no attention", [0.97, 0.91, 0.66, 0.32, 0.05], [0.01, 0.02, 0.04, 0.05, 0.02])
        .Add("attention", [0.98, 0.97, 0.95, 0.93, 0.84], [0.01, 0.01, 0.02, 0.02, 0.04])
        .WithCaption("Error bars: 95 % bootstrap intervals.");

    private static BarFigure BarsHorizontal() => Figure.Bars("The ladder", ["fixed vector", "bidirectional encoder", "additive attention", "beam search, width 5", "subwords (BPE)", "tied embeddings"], y: "BLEU")
        .Add("", [11.2, 14.9, 27.3, 28.8, 30.1, 30.4], [9.9, 13.8, 26.1, 27.5, 28.9, 29.3], [12.4, 16.1, 28.6, 30.0, 31.4, 31.7]).Horizontal();

    private static HeatMapFigure Attention()
    {
        string[] source = ["我", "昨天", "买", "了", "三", "本", "书", "。", "<eos>"];
        string[] target = ["I", "bought", "three", "books", "yesterday", ".", "<eos>"];
        int[] gold = [0, 2, 4, 6, 1, 7, 8];
        var weights = new double[target.Length, source.Length];
        var hidden = new bool[target.Length, source.Length];
        for (var t = 0; t < target.Length; t++)
        {
            var sum = 0.0;
            for (var s = 0; s < source.Length; s++)
                sum += weights[t, s] = Math.Exp(-1.1 * Math.Abs(s - gold[t]));
            for (var s = 0; s < source.Length; s++)
                weights[t, s] /= sum;
            hidden[t, source.Length - 1] = t < 2;
        }
        return Figure.HeatMap("Attention", weights, target, source).Axes("source", "target", "weight").WithMask(hidden).ShowValues()
            .WithCaption("Each row sums to 1; hatched cells are masked.");
    }

    private static HeatMapFigure Diverging()
    {
        var values = new double[8, 16];
        var noise = Noise(128, 11);
        for (var i = 0; i < 128; i++)
            values[i / 16, i % 16] = noise[i];
        values[2, 3] = double.NaN;
        return Figure.HeatMap("Gate activations, centred", values).Axes("time step", "unit", "tanh").Diverging();
    }

    private static HeatMapFigure Large()
    {
        var values = new double[60, 60];
        for (var i = 0; i < 3600; i++)
            values[i / 60, i % 60] = Math.Exp(-Math.Pow(i / 60 - i % 60, 2) / 60.0) + 0.2 * Math.Sin(i / 60 / 4.0);
        return Figure.HeatMap("A 60 by 60 map", values).Axes("key position", "query position", "score");
    }
}

namespace Seq2Seq.Display.Tests.Gallery;

public static partial class Exhibits
{
    private static HistogramFigure Histogram() => Figure.Histogram("Gradient norms", "norm", 30)
        .Add("before clipping", Noise(2000, 21).Select(v => Math.Exp(v * 0.6)))
        .Add("after clipping at 1.5", Noise(2000, 21).Select(v => Math.Min(1.5, Math.Exp(v * 0.6))));

    private static HistogramFigure HistogramOne() => Figure.Histogram("Sentence lengths", "tokens")
        .Add("train", Noise(3000, 22).Select(v => (int)Math.Max(1, Math.Round(9 + 3.5 * v)))).MarkAt(9, "mean");

    private static ContourFigure Contour()
    {
        int[] lengths = [5, 10, 15, 20, 25, 30, 40];
        int[] sizes = [8, 16, 32, 64, 128, 256];
        var accuracy = new double[sizes.Length, lengths.Length];
        for (var s = 0; s < sizes.Length; s++)
        {
            for (var l = 0; l < lengths.Length; l++)
                accuracy[s, l] = 1 / (1 + Math.Exp(lengths[l] / 4.0 - 1.6 * Math.Log2(sizes[s]) + 5));
        }
        return Figure.Contour("How much fits through a fixed vector", lengths, sizes, accuracy, "source length (tokens)", "hidden size", "exact match").LogY()
            .WithCaption("Each doubling of the hidden size buys about six tokens.");
    }

    private static ContourFigure ContourPath()
    {
        double[] axis = [.. Enumerable.Range(0, 41).Select(i => -2 + i * 0.1)];
        var loss = new double[41, 41];
        for (var row = 0; row < 41; row++)
        {
            for (var column = 0; column < 41; column++)
                loss[row, column] = Math.Pow(axis[column], 2) + 6 * Math.Pow(axis[row], 2) + Math.Sin(3 * axis[column]);
        }
        double[] x = [1.8, 1.5, 1.15, 0.8, 0.4, 0.05, -0.2, -0.35, -0.42];
        return Figure.Contour("Momentum on an elongated bowl", axis, axis, loss, "weight 1", "weight 2", "loss")
            .Path("momentum", x, [1.6, -1.1, 0.9, -0.6, 0.4, -0.25, 0.1, -0.04, 0.0])
            .Path("plain", x, [1.6, 1.2, 0.8, 0.55, 0.35, 0.2, 0.12, 0.06, 0.02]);
    }

    private static HeatMapFigure Confusion()
    {
        string[] tags = ["noun", "verb", "adjective", "adverb", "particle"];
        int[,] counts = { { 412, 9, 21, 0, 1 }, { 14, 288, 5, 3, 0 }, { 33, 6, 151, 8, 0 }, { 2, 4, 12, 77, 3 }, { 0, 0, 1, 2, 96 } };
        return Figure.Confusion("Tags, true against predicted", counts, tags);
    }

    private static ReliabilityFigure Reliability()
    {
        var draws = Noise(4000, 31).Select(v => 1 / (1 + Math.Exp(-v * 1.5 - 0.8))).ToArray();
        var coin = Noise(4000, 32).Select(v => 1 / (1 + Math.Exp(-1.702 * v))).ToArray();
        return Figure.Reliability("Calibration", 10)
            .Add("hard targets", draws.Select(p => Math.Pow(p, 0.5)), draws.Zip(coin, (p, u) => u < p))
            .Add("label smoothing 0.1", draws, draws.Zip(coin, (p, u) => u < p));
    }

    private static ReliabilityFigure ReliabilityOne()
    {
        var draws = Noise(800, 33).Select(v => 1 / (1 + Math.Exp(-v * 1.5 - 0.8))).ToArray();
        var coin = Noise(800, 34).Select(v => 1 / (1 + Math.Exp(-1.702 * v))).ToArray();
        return Figure.Reliability("Calibration of one model").Add("GRU", draws.Select(p => Math.Pow(p, 0.6)), draws.Zip(coin, (p, u) => u < p));
    }

    private static double[,,] Scene(int red, int blue)
    {
        var pixels = new double[24, 24, 3];
        for (var y = 0; y < 24; y++)
        {
            for (var x = 0; x < 24; x++)
            {
                var (inDisc, inBox) = (Math.Pow(x - red, 2) + Math.Pow(y - 8, 2) < 22, Math.Abs(x - blue) < 4 && Math.Abs(y - 17) < 4);
                (pixels[y, x, 0], pixels[y, x, 1], pixels[y, x, 2]) = inDisc ? (0.85, 0.2, 0.15) : inBox ? (0.15, 0.35, 0.8) : (0.93, 0.92, 0.88);
            }
        }
        return pixels;
    }

    private static double[,] Spot(int row, int column)
    {
        var weights = new double[6, 6];
        for (var i = 0; i < 36; i++)
            weights[i / 6, i % 6] = Math.Exp(-(Math.Pow(i / 6 - row, 2) + Math.Pow(i % 6 - column, 2)) / 1.5);
        return weights;
    }

    private static ImagesFigure Images() => Figure.Images("Where the caption model looks")
        .Add("a red disc", Picture.Rgb(Scene(8, 16)).WithWeights(Spot(2, 2)))
        .Add("above a blue box", Picture.Rgb(Scene(8, 16)).WithWeights(Spot(4, 4)))
        .Add("the scene", Picture.Rgb(Scene(15, 7)))
        .Add("in grey", Picture.Gray(Spot(3, 1)));

    private static HeatMapFigure Spectrogram()
    {
        var values = new double[32, 96];
        var noise = Noise(32 * 96, 41);
        for (var i = 0; i < values.Length; i++)
        {
            var (band, frame) = (i / 96, i % 96);
            values[band, frame] = 0.15 * noise[i] + 2 * Math.Exp(-Math.Pow(band - 8 - 4 * Math.Sin(frame / 9.0), 2) / 4) + Math.Exp(-Math.Pow(band - 20, 2) / 9.0) * (frame is > 30 and < 60 ? 1.5 : 0.1);
        }
        return Figure.HeatMap("A spoken digit", values).Axes("frame (10 ms)", "mel band", "log energy").Upwards();
    }

    private static GraphFigure Graph() => Figure.Graph("The graph of h = tanh(x W + h₀ U + b)")
        .Node("x", "x\n(1, 3)", "input").Node("W", "W\n(3, 4)", "parameter").Node("h0", "h₀\n(1, 4)", "input").Node("U", "U\n(4, 4)", "parameter")
        .Node("b", "b\n(4)", "parameter").Node("m1", "matmul", "op").Node("m2", "matmul", "op").Node("a1", "add", "op").Node("a2", "add", "op")
        .Node("t", "tanh", "op").Node("h", "h\n(1, 4)", "output")
        .Edge("x", "m1").Edge("W", "m1").Edge("h0", "m2").Edge("U", "m2").Edge("m1", "a1").Edge("m2", "a1").Edge("a1", "a2").Edge("b", "a2")
        .Edge("a2", "t").Edge("t", "h");

    private static GraphFigure GraphCycle() => Figure.Graph("An encoder and a decoder that feeds itself").LeftToRight()
        .Edge("source", "embedding").Edge("embedding", "encoder").Edge("encoder", "bridge").Edge("bridge", "decoder").Edge("decoder", "softmax")
        .Edge("softmax", "token").Edge("token", "decoder", "feeds back").Edge("encoder", "attention").Edge("attention", "decoder").Edge("encoder", "encoder");

    private static SearchTreeFigure SearchTree() => Figure.SearchTree("Beam search, width 2")
        .Add(-1, "<bos>", 0)
        .Add(0, "I", -0.4).Add(0, "me", -1.3).Add(0, "a", -2.9, false)
        .Add(1, "bought", -0.9).Add(1, "buy", -1.6, false).Add(2, "bought", -1.5).Add(2, "am", -3.4, false)
        .Add(4, "three", -1.2).Add(4, "the", -2.4, false).Add(6, "three", -1.9).Add(6, "3", -2.8, false)
        .Add(8, "books", -1.4).Add(8, "book", -2.6, false).Add(10, "books", -2.2)
        .Highlight(12).WithCaption("Solid: kept in the beam; dashed: pruned; thick: the answer. Below each box its log-probability so far.");

    private static AlignmentFigure Alignment() => Figure.Alignment("Word alignment, gold and model",
            ["我", "昨天", "买", "了", "三", "本", "书", "。"], ["I", "bought", "three", "books", "yesterday", "."])
        .Link(0, 0, 1, "gold").Link(1, 4, 1, "gold").Link(2, 1, 1, "gold").Link(3, 1, 1, "gold").Link(4, 2, 1, "gold").Link(5, 2, 1, "gold").Link(6, 3, 1, "gold").Link(7, 5, 1, "gold")
        .Link(0, 0, 0.8, "model").Link(1, 4, 0.6, "model").Link(2, 1, 0.7, "model").Link(6, 3, 0.9, "model").Link(4, 2, 0.4, "model").Link(5, 3, 0.3, "model");

    private static AlignmentFigure AlignmentLong() => Figure.Alignment("A long sentence stands in columns",
            "the old man who lived beside the river sold three boats to the children of the teacher".Split(' '),
            "住 在 河边 的 老人 卖 了 三 条 船 给 老师 的 孩子 们".Split(' '))
        .Link(1, 4).Link(2, 4).Link(4, 0).Link(5, 1).Link(7, 2).Link(8, 5).Link(9, 7).Link(10, 9).Link(13, 13).Link(16, 11);

    private static MultiplesFigure Multiples()
    {
        int[] steps = [.. Enumerable.Range(0, 40).Select(i => i * 25)];
        return Figure.Multiples("Four optimisers, one scale", new[] { ("SGD", 0.4), ("Momentum", 0.9), ("RMSProp", 1.4), ("Adam", 2.0) }.Select(run =>
            Figure.Line(run.Item1, "step", "loss").Add("train", steps, steps.Select(s => 3 / (1 + run.Item2 * s / 120.0) + 0.1))
                .Add("validation", steps, steps.Select(s => 3 / (1 + run.Item2 * s / 150.0) + 0.3))));
    }

    private static MultiplesFigure MultiplesHeads()
    {
        string[] tokens = ["我", "买", "书", "。"];
        return Figure.Multiples("Three heads, one colour scale", Enumerable.Range(0, 3).Select(head =>
        {
            var map = new double[4, 4];
            for (var i = 0; i < 16; i++)
                map[i / 4, i % 4] = Math.Exp(-Math.Abs(i / 4 - i % 4 + head - 1)) / 2;
            return Figure.HeatMap($"head {head + 1}", map, tokens, tokens).Axes("key", "query", "weight");
        }));
    }

    private static LineFigure LineMany()
    {
        int[] x = [.. Enumerable.Range(0, 30)];
        return Enumerable.Range(0, 10).Aggregate(Figure.Line("Ten runs", "epoch", "accuracy"),
            (figure, run) => figure.Add($"run {run + 1}", x, x.Select(e => 1 - Math.Exp(-e / (3.0 + run)))));
    }

    private static LineFigure LineBad() => Figure.Line("Missing and misplaced values", "step", "loss")
        .Add("train", [0, 1, 2, 3, 4, 5, 6, 7], [3, 2, double.NaN, 1, double.PositiveInfinity, 0.5, -0.2, 0.4]).LogY();

    private static LineFigure LineEmpty() => Figure.Line("Nothing yet", "step", "loss");

    private static BarFigure BarsMany() => Figure.Bars("Zipf's law, cut", Enumerable.Range(1, 10_000).Select(i => "word" + i), "rank", "frequency")
        .Add("", Enumerable.Range(1, 10_000).Select(i => 1e5 / i));
}

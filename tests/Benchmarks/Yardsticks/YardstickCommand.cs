using System.Globalization;
using Benchmarks.Measuring;

namespace Benchmarks.Yardsticks;

/// <summary>The yardsticks of the course: published results to beat, and the same model in PyTorch on real data.</summary>
internal static class YardstickCommand
{
    public const string Name = "yardstick";

    private const string Help = """
        dotnet run -c Release --project tests/Benchmarks -- yardstick NAMES [options]
          reversal           integer reversal, 50,000 pairs, 5 epochs; to beat: test BLEU 95.19, greedy
          addition3          sums of 3-digit numbers, 50,000; to beat: 99 % within 100 epochs
          addition2          sums of 2-digit numbers, 5,000; to beat: 99 % within 55 epochs
          real --data TSV    bidirectional GRU with additive attention on own pairs, against the same model in PyTorch
          time --data TSV    the same two models, time per epoch alone: run it on a quiet machine
          report FILE        docs/yardsticks.md from the result lines in FILE
          --seeds A B ..     one run per seed (default 1)
          --epochs N         epochs of 'real' (default 12)
          --rounds N         rounds of 'time', the two taking turns (default 3)
          --batches N        batches of a round of 'time' (default 60)
          --blas-root DIR    folder with openblas-openmp/: 'time' tries the peer with it, too
          --json FILE        also append the result lines to FILE
        """;

    public static int Run(string[] args)
    {
        try
        {
            return Start(args);
        }
        catch (Exception error) when (error is ArgumentException or FormatException)
        {
            Console.Error.WriteLine(error.Message);
            return 2;
        }
    }

    private static int Start(string[] args)
    {
        var (names, seeds) = (new List<string>(), new List<long>());
        string? json = null, data = null, blasRoot = null;
        var (epochs, rounds, batches) = (12, 3, 60);
        for (var i = 0; i < args.Length; i++)
        {
            string Value() => ++i < args.Length ? args[i] : throw new ArgumentException($"{args[i - 1]}: a value is missing\n{Help}");
            int Number() => int.Parse(Value(), CultureInfo.InvariantCulture);
            switch (args[i])
            {
                case "--json": json = Value(); break;
                case "--blas-root": blasRoot = Value(); break;
                case "--data": data = Value(); break;
                case "--epochs": epochs = Number(); break;
                case "--rounds": rounds = Number(); break;
                case "--batches": batches = Number(); break;
                case "--seeds":
                    while (i + 1 < args.Length && long.TryParse(args[i + 1], CultureInfo.InvariantCulture, out var seed))
                    {
                        seeds.Add(seed);
                        i++;
                    }

                    break;
                case var option when option.StartsWith("--", StringComparison.Ordinal): throw new ArgumentException($"{option}: unknown\n{Help}");
                default: names.Add(args[i]); break;
            }
        }

        if (names is ["report", var file])
        {
            YardstickPage.Write(file);
            return 0;
        }

        if (seeds.Count == 0) seeds.Add(1);
        var results = new ResultWriter(json);
        string Data() => data ?? throw new ArgumentException($"yardstick: '--data TSV' is missing\n{Help}");
        if (names.Count == 0) throw new ArgumentException(Help);
        foreach (var name in names)
        {
            Action<long> run = name switch
            {
                "reversal" => seed => results.Write(ReversalYardstick.Run(seed)),
                "addition3" => seed => results.Write(AdditionYardstick.Run(name, digits: 3, questions: 50_000, epochs: 100, seed)),
                "addition2" => seed => results.Write(AdditionYardstick.Run(name, digits: 2, questions: 5_000, epochs: 55, seed)),
                "real" => seed => results.Write(new RealYardstick(Data(), seed).Train(epochs)),
                "time" => seed => results.Write(new RealYardstick(Data(), seed).Time(rounds, batches, blasRoot)),
                _ => throw new ArgumentException($"yardstick: there is no '{name}'\n{Help}"),
            };
            foreach (var seed in seeds) run(seed);
        }

        return 0;
    }
}

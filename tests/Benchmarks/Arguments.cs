using System.Globalization;

namespace Benchmarks;

/// <summary>What the command line asked for.</summary>
internal sealed class Arguments
{
    public const string Help = """
        dotnet run -c Release --project tests/Benchmarks -- [name patterns] [options]
          --threads N      threads of the engine (default: all processors)
          --json FILE      also append the result lines to FILE
          --compare        run the PyTorch peer interleaved with ours, print ratios against targets.json
          --runs N         comparison runs in a row (default 1)
          --settings A B   peer settings (default: the best of settings.json for the number of threads)
          --blas-root DIR  folder with openblas-openmp/ for the settings that want it
          --sweep          time and memory against sequence length, batch, hidden size, vocabulary, beam
          --report FILE    write docs/performance.md from the results in FILE (compare and sweep lines)
        dotnet run -c Release --project tests/Benchmarks -- yardstick
          the yardsticks of the course, with a help of their own
        """;

    public List<string> Patterns { get; } = [];

    public int? Threads { get; private set; }

    public string? Json { get; private set; }

    public bool Compare { get; private set; }

    public int Runs { get; private set; } = 1;

    public List<string> Settings { get; } = [];

    public string? BlasRoot { get; private set; }

    public bool Sweep { get; private set; }

    public string? Report { get; private set; }

    public string? FirstStep { get; private set; }

    public static Arguments Parse(string[] args)
    {
        var result = new Arguments();
        for (var i = 0; i < args.Length; i++)
        {
            string Value() => ++i < args.Length ? args[i] : throw new ArgumentException($"{args[i - 1]}: a value is missing\n{Help}");
            switch (args[i])
            {
                case "--threads": result.Threads = int.Parse(Value(), CultureInfo.InvariantCulture); break;
                case "--json": result.Json = Value(); break;
                case "--compare": result.Compare = true; break;
                case "--runs": result.Runs = int.Parse(Value(), CultureInfo.InvariantCulture); break;
                case "--settings":
                    while (i + 1 < args.Length && !args[i + 1].StartsWith("--", StringComparison.Ordinal))
                        result.Settings.Add(args[++i]);
                    break;
                case "--blas-root": result.BlasRoot = Value(); break;
                case "--sweep": result.Sweep = true; break;
                case "--report": result.Report = Value(); break;
                case Groups.StartupGroup.ChildArgument: result.FirstStep = Value(); break;
                case var option when option.StartsWith("--", StringComparison.Ordinal): throw new ArgumentException($"{option}: unknown\n{Help}");
                case var pattern: result.Patterns.Add(pattern); break;
            }
        }

        return result;
    }

    /// <summary>True when the name fits one of the patterns, or there are none.</summary>
    public bool Wants(string name) => Patterns.Count == 0 || Patterns.Any(p => Fits(p, name));

    /// <summary>Shell patterns: only * and ?.</summary>
    public static bool Fits(string pattern, string name) =>
        System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false);
}

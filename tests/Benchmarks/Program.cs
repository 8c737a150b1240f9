using Benchmarks;
using Benchmarks.Comparison;
using Benchmarks.Display;
using Benchmarks.Groups;
using Benchmarks.Host;
using Benchmarks.Measuring;
using Benchmarks.Sweeps;
using Benchmarks.Yardsticks;

if (args is [YardstickCommand.Name, .. var yardsticks])
    return YardstickCommand.Run(yardsticks);

Arguments arguments;
try
{
    arguments = Arguments.Parse(args);
}
catch (Exception error) when (error is ArgumentException or FormatException)
{
    Console.Error.WriteLine(error.Message);
    return 2;
}

if (arguments.Threads is { } threads)
    Workers.ThreadCount = threads;
if (arguments.FirstStep is { } workload)
{
    StartupGroup.Child(workload);
    return 0;
}

if (arguments.Report is { } report)
{
    PerformancePage.Write(report);
    return 0;
}

var results = new ResultWriter(arguments.Json);
if (arguments.Sweep)
{
    SweepGroup.Run(arguments, results);
    return 0;
}

if (arguments.Compare)
    return new Comparison(arguments, results).Run();
if (arguments.Patterns is ["display"])
{
    DisplayBenchmarks.Run(Console.Out);
    return 0;
}

if (arguments.Patterns is ["host"])
{
    HostBenchmarks.Run(Console.Out);
    return 0;
}

foreach (var (name, run) in AllGroups.Selected(arguments))
    run(results);
return 0;

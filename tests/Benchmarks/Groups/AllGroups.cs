using Benchmarks.Measuring;
using Benchmarks.Workloads;

namespace Benchmarks.Groups;

/// <summary>The sections of workloads.json and what runs them.</summary>
internal static class AllGroups
{
    public static readonly (string Section, Action<Workload, ResultWriter> Run)[] All =
    [
        ("sgemm", SgemmGroup.Run),
        ("rnn", RnnGroup.Run),
        ("train", TrainGroup.Run),
        ("decode", DecodeGroup.Run),
        ("skipgram", SkipGramGroup.Run),
        ("elementwise", ElementwiseGroup.Run),
        ("startup", StartupGroup.Run),
    ];

    /// <summary>The workloads that the patterns choose.</summary>
    public static IEnumerable<(string Name, Action<ResultWriter> Run)> Selected(Arguments arguments) =>
        from section in All
        from workload in WorkloadFile.Section(section.Section)
        where arguments.Wants(workload.Name)
        select (workload.Name, (Action<ResultWriter>)(results => section.Run(workload, results)));
}

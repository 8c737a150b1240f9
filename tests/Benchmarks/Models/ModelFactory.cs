using Benchmarks.Workloads;

namespace Benchmarks.Models;

/// <summary>Builds the model that a training workload names.</summary>
internal static class ModelFactory
{
    public static Seq2SeqModel Build(Workload workload) => workload.Text("model") switch
    {
        "plain_lstm" => new PlainLstm(workload),
        "bahdanau_tutorial" => new BahdanauTutorial(workload),
        "bahdanau_d2l" => new BahdanauD2l(workload),
        "luong" => new Luong(workload),
        "transformer" => new TransformerModel(workload),
        var unknown => throw new ArgumentException("train: no model " + unknown),
    };
}

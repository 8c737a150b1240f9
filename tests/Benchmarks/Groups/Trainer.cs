using Benchmarks.Models;
using Benchmarks.Workloads;

namespace Benchmarks.Groups;

/// <summary>One full training step: zero gradients, forward, masked cross-entropy, backward, clip, Adam; four batches alternate.</summary>
internal sealed class Trainer
{
    private readonly Seq2SeqModel _model;
    private readonly Parameter[] _parameters;
    private readonly optim.Optimizer _optimizer;
    private readonly TokenBatch[] _data;
    private readonly double _clip;
    private int _next;

    public Trainer(Workload workload)
    {
        manual_seed((long)WorkloadFile.Seed);
        _model = ModelFactory.Build(workload);
        _model.train();
        _parameters = [.. _model.parameters()];
        _optimizer = optim.Adam(_parameters, workload.Number("lr"));
        _clip = workload.Number("clip_norm");
        _data = TokenBatch.Make(workload, WorkloadFile.Tokens.GetProperty("batches").GetInt32());
    }

    /// <summary>Target positions of a batch that are not padding, on average.</summary>
    public double Tokens => _data.Average(b => b.TargetTokens);

    public long Parameters => _parameters.Sum(p => p.numel());

    public float Step()
    {
        using var scope = NewStepScope();
        var batch = _data[_next++ % _data.Length];
        _model.zero_grad();
        var logits = _model.call(batch.Source, batch.Lengths, batch.Input);
        var loss = nn.functional.cross_entropy(
            logits.reshape(-1, logits.size(-1)), batch.Target.reshape(-1), ignore_index: WorkloadFile.Pad);
        loss.backward();
        nn.utils.clip_grad_norm_(_parameters, _clip);
        _optimizer.step();
        return loss.item<float>();
    }
}

using Seq2Seq.Models;
using Seq2Seq.Text;

namespace Seq2Seq.Training;

/// <summary>How a model is trained. The defaults suit the models of the course.</summary>
public sealed record TrainerOptions
{
    /// <summary>Passes over the training data.</summary>
    public int Epochs { get; init; } = 10;

    /// <summary>Optimiser steps after which to stop even within an epoch.</summary>
    public long? MaximumSteps { get; init; }

    /// <summary>How examples are put into batches.</summary>
    public Batching Batching { get; init; } = new BucketBatching(64);

    /// <summary>Another seed, another order of batches and another dropout.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>The optimiser.</summary>
    public OptimizerChoice Optimizer { get; init; } = Optimizers.Adam();

    /// <summary>The learning rate by step.</summary>
    public LearningRate LearningRate { get; init; } = LearningRate.Constant(1e-3);

    /// <summary>Longest gradient; longer ones are shortened to it (Pascanu et al. 2013). Null: any.</summary>
    public double? ClipNorm { get; init; } = 1;

    /// <summary>Batches whose gradients are added up before one step.</summary>
    public int Accumulate { get; init; } = 1;

    /// <summary>The loss.</summary>
    public TokenLoss Loss { get; init; } = new();

    /// <summary>Weight of Σ|w| in the loss.</summary>
    public double L1 { get; init; }

    /// <summary>Weight of Σw² in the loss.</summary>
    public double L2 { get; init; }

    /// <summary>Weight of the coverage loss (See et al. 2017), for models with attention.</summary>
    public double Coverage { get; init; }

    /// <summary>How often the decoder is given the true previous token.</summary>
    public TeacherForcing Forcing { get; init; } = TeacherForcing.Always;

    /// <summary>Epochs without a better validation loss after which to stop; null: never.</summary>
    public int? Patience { get; init; }

    /// <summary>True to end with the weights of the best epoch, not of the last.</summary>
    public bool KeepBest { get; init; } = true;

    /// <summary>End with the mean of the weights after each of the last so many epochs (Polyak and Juditsky 1992); 0: no averaging.</summary>
    public int AverageLast { get; init; }

    /// <summary>Folder of the checkpoint; null: none is written, nothing is resumed.</summary>
    public string? Folder { get; init; }

    /// <summary>Steps between checkpoints inside an epoch; 0: only at its end.</summary>
    public long CheckpointEvery { get; init; }

    /// <summary>True to show curves while it runs, where a notebook can.</summary>
    public bool ShowLive { get; init; }

    /// <summary>Called after each step.</summary>
    public Action<TrainerProgress>? OnStep { get; init; }

    /// <summary>Called after each epoch.</summary>
    public Action<TrainerProgress>? OnEpoch { get; init; }
}

/// <summary>Where a run stands, for callbacks.</summary>
public sealed class TrainerProgress
{
    internal TrainerProgress(Seq2SeqModel model, TrainingHistory history) => (Model, History) = (model, history);

    /// <summary>The model, as it is now.</summary>
    public Seq2SeqModel Model { get; }

    /// <summary>All that happened so far.</summary>
    public TrainingHistory History { get; }

    /// <summary>True once <see cref="Stop"/> was called.</summary>
    public bool IsStopping { get; private set; }

    /// <summary>Ends the run after this step.</summary>
    public void Stop() => IsStopping = true;
}

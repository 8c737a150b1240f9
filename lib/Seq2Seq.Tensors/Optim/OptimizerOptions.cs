namespace Seq2Seq.Tensors.Modules;

/// <summary>The numbers that steer an optimizer.</summary>
public abstract class OptimizerOptions
{
    /// <summary>The rate of the next step; null takes the optimizer's.</summary>
    public double? LearningRate { get; set; }

    /// <summary>The rate at the start, which schedules count from.</summary>
    public double InitialLearningRate { get; set; }

    /// <summary>Writes all options but the rates.</summary>
    internal abstract void Save(BinaryWriter writer);

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    internal abstract void Load(BinaryReader reader);

    /// <summary>Takes over whatever is not set here.</summary>
    internal void Complete(OptimizerOptions defaults)
    {
        foreach (var option in GetType().GetProperties())
        {
            if (option.GetValue(this) is null)
                option.SetValue(this, option.GetValue(defaults));
        }
    }

    internal OptimizerOptions Clone() => (OptimizerOptions)MemberwiseClone();
}

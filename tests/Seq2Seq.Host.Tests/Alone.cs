namespace Seq2Seq.Host.Tests;

/// <summary>Tests that weigh the memory of the whole process, or fill its thread pool, run while no other test does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "Alone";
}

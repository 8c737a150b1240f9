namespace Seq2Seq.Tensors.Tests.Threading;

/// <summary>Tests that set the number of threads or watch idle ones run alone.</summary>
[CollectionDefinition("thread count", DisableParallelization = true)]
public sealed class ThreadCountCollection
{
}

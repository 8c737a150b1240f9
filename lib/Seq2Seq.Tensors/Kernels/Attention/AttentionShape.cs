namespace Seq2Seq.Tensors;

/// <summary>Sizes of attention: B sequences of Positions keys, Queries queries each, Hidden wide keys and Memory wide values.</summary>
internal readonly record struct AttentionShape(int Batch, int Queries, int Positions, int Hidden, int Memory);

namespace Seq2Seq.Tensors;

/// <summary>What a recurrent backward pass need not keep or add to.</summary>
/// <param name="Gates">The saved gates are not needed again: their gradients take their place.</param>
/// <param name="Input">The gradient of the input holds anything yet: it is written, not added to.</param>
/// <param name="WeightInput">Likewise that of the input weights.</param>
/// <param name="WeightHidden">Likewise that of the state weights.</param>
internal readonly record struct BackwardTargets(bool Gates, bool Input, bool WeightInput, bool WeightHidden);

namespace Seq2Seq.Tensors;

/// <summary>A function of one number that <see cref="Elementwise"/> applies along spans.</summary>
internal interface IFunction1
{
    /// <summary>The value in single precision.</summary>
    float Apply(float a);

    /// <summary>The value in double precision.</summary>
    double Apply(double a);
}

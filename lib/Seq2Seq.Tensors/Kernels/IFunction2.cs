namespace Seq2Seq.Tensors;

/// <summary>A function of two numbers that <see cref="Elementwise"/> applies along spans.</summary>
internal interface IFunction2
{
    /// <summary>The value in single precision.</summary>
    float Apply(float a, float b);

    /// <summary>The value in double precision.</summary>
    double Apply(double a, double b);
}

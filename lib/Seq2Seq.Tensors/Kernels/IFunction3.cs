namespace Seq2Seq.Tensors;

/// <summary>A function of three numbers that <see cref="Elementwise"/> applies along spans.</summary>
internal interface IFunction3
{
    /// <summary>The value in single precision.</summary>
    float Apply(float a, float b, float c);

    /// <summary>The value in double precision.</summary>
    double Apply(double a, double b, double c);
}

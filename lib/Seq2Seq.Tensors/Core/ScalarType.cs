namespace Seq2Seq.Tensors;

public static partial class torch
{
    /// <summary>The element types of tensors; the numbers are those of TorchSharp's files.</summary>
    public enum ScalarType : sbyte
    {
        /// <summary>Unsigned 8-bit integer.</summary>
        Byte = 0,

        /// <summary>Signed 8-bit integer.</summary>
        Int8 = 1,

        /// <summary>Signed 16-bit integer.</summary>
        Int16 = 2,

        /// <summary>Signed 32-bit integer.</summary>
        Int32 = 3,

        /// <summary>Signed 64-bit integer: the type of indices.</summary>
        Int64 = 4,

        /// <summary>32-bit floating point: the type of weights.</summary>
        Float32 = 6,

        /// <summary>64-bit floating point: the type of gradient checks.</summary>
        Float64 = 7,

        /// <summary>True or false: the type of masks.</summary>
        Bool = 11,
    }

    /// <summary>Unsigned 8-bit integer.</summary>
    public static ScalarType uint8 => ScalarType.Byte;

    /// <summary>Signed 8-bit integer.</summary>
    public static ScalarType int8 => ScalarType.Int8;

    /// <summary>Signed 16-bit integer.</summary>
    public static ScalarType int16 => ScalarType.Int16;

    /// <summary>Signed 32-bit integer.</summary>
    public static ScalarType int32 => ScalarType.Int32;

    /// <summary>Signed 64-bit integer.</summary>
    public static ScalarType int64 => ScalarType.Int64;

    /// <summary>Signed 64-bit integer.</summary>
    public static ScalarType @long => ScalarType.Int64;

    /// <summary>Signed 32-bit integer.</summary>
    public static ScalarType @int => ScalarType.Int32;

    /// <summary>32-bit floating point.</summary>
    public static ScalarType float32 => ScalarType.Float32;

    /// <summary>64-bit floating point.</summary>
    public static ScalarType float64 => ScalarType.Float64;

    /// <summary>32-bit floating point.</summary>
    public static ScalarType @float => ScalarType.Float32;

    /// <summary>64-bit floating point.</summary>
    public static ScalarType @double => ScalarType.Float64;

    /// <summary>True or false.</summary>
    public static ScalarType @bool => ScalarType.Bool;
}

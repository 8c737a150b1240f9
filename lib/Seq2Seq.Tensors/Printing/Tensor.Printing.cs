using System.Globalization;

namespace Seq2Seq.Tensors;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Shape, type and device: <c>[2x3], type = Float32, device = cpu</c>.</summary>
        public override string ToString() =>
            "[" + string.Join("x", Array.ConvertAll(Sizes, n => n.ToString(CultureInfo.InvariantCulture))) + $"], type = {dtype}, device = cpu";
    }
}
